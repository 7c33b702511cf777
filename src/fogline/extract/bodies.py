"""Bodies: whom a capital, a short name or the name of a service stands for when it speaks."""

from __future__ import annotations

from fogline.extract.context import Reading, side_of_country
from fogline.extract.scene import Scene
from fogline.model import Said
from fogline.speakers import fold_name, kind_of

_STATE_KINDS = ("official", "military")


def find_government(scene: Scene, source: int, words: str) -> Said | None:
    """Give the government that a capital or a country stands for when it speaks: 'Kigali denied'."""
    if len(words.split()) > 1 and source not in scene.toponyms:
        return None
    toponym = scene.toponyms.get(source)
    if toponym and " " in words and scene.tree.each(source, "compound", "amod", "nmod"):
        return None
    side = scene.reading.knowledge.parties.state([words])
    if side is None:
        return None
    country = scene.reading.knowledge.gazetteer.country(side.split("-")[0])
    return Said(f"Government of {country.name}", "official", side, None) if country else None


def find_generic(scene: Scene, source: int, words: str, side: str | None) -> Said | None:
    """Give who 'the ministry', 'the spokesman', 'the group' refers back to."""
    tree, reading = scene.tree, scene.reading
    heads = scene.lexicon.words("attribution", "generic", "heads")
    head = tree.lower[source]
    determiner = tree.child(source, "det", "poss")
    if determiner is None or tree.lower[determiner] not in scene.lexicon.words("grammar", "pronouns", "definite"):
        return None
    if head not in heads or len(words.split()) > 2:
        return None
    for said in reversed(list(reading.known.values())):
        if head in fold_name(said.name).split() and (side is None or said.side == side):
            return said
    return reading.known.get(f"~{head}")


def complete_name(scene: Scene, words: str, side: str | None) -> str:
    """Give a body its side's name where the text says only 'the army' or 'the armed forces'."""
    code, knowledge = scene.reading.country, scene.reading.knowledge
    country = knowledge.gazetteer.country(code) if code else None
    own = side_of_country(knowledge, code)
    if side or country is None or own is None or kind_of(words) not in _STATE_KINDS:
        return words
    if words.lower() not in scene.lexicon.words("grammar", "voices", "home_forces"):
        return words
    name = knowledge.parties.forces(own)
    return name if name != own else f"{country.name} Armed Forces"


def side_at_home(reading: Reading, kind: str) -> str | None:
    """Give the side of an unmarked state body: that of the country the document is about."""
    return side_of_country(reading.knowledge, reading.country) if kind in _STATE_KINDS else None


def side_of_place(scene: Scene, source: int) -> str | None:
    """Give the side of the state in which a body's place lies: 'the governor of the Belgorod region'."""
    knowledge = scene.reading.knowledge
    codes = (scene.toponyms[k].place.country for k in scene.tree.noun_phrase(source) if k in scene.toponyms)
    code = next((code for code in codes if code and knowledge.gazetteer.country(code)), None)
    return side_of_country(knowledge, code)
