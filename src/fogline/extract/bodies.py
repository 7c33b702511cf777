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
    if head in scene.lexicon.words("attribution", "generic", "spokespeople") and len(words.split()) == 1:
        return _spokesperson(reading, head, definite=determiner is not None and tree.lower[determiner] == "the")
    if determiner is None or tree.lower[determiner] not in scene.lexicon.words("grammar", "pronouns", "definite"):
        return None
    if head not in heads or len(words.split()) > 2:
        return None
    if (
        head in scene.lexicon.words("attribution", "generic", "groups")
        and len(words.split()) == 1
        and reading.last_group
    ):
        return reading.last_group
    for said in reversed(list(reading.known.values())):
        if head in fold_name(said.name).split() and (side is None or said.side == side):
            return said
    known = reading.known.get(f"~{head}")
    return known if known is None or side is None or known.side == side else None


def _spokesperson(reading: Reading, head: str, *, definite: bool) -> Said | None:
    """Give whose spokesman 'the spokesman', 'its spokeswoman' or 'a spokesman' is: the body's that spoke last."""
    known = reading.known.get(f"~{head}")
    if definite and known:
        return known
    body = reading.last_body
    if body is None or body.kind in ("media", "witness", "analyst", "blogger"):
        return known if definite else None
    name = body.name if head in fold_name(body.name) else f"{head} of {body.name}"
    return Said(name, body.kind, body.side, None)


def complete_name(scene: Scene, words: str, side: str | None) -> str:
    """Give a state's body the name of its state where the text leaves it out.

    'the army' is the 'Sudanese Armed Forces', 'the defence ministry' the 'Colombian defence ministry'.
    """
    reading, knowledge = scene.reading, scene.reading.knowledge
    code = side.split("-")[0] if side else reading.country
    if code and words.lower() in scene.lexicon.words("grammar", "voices", "home_forces"):
        code = knowledge.parties.army_at(code)
    country = knowledge.gazetteer.country(code) if code else None
    own = side if side and side.split("-")[0] == code else side_of_country(knowledge, code)
    if country is None or own is None or kind_of(words) not in _STATE_KINDS:
        return words
    if words.lower() in scene.lexicon.words("grammar", "voices", "home_forces"):
        name = knowledge.parties.forces(own)
        return name if name != own else f"{country.name} Armed Forces"
    adjective = knowledge.gazetteer.adjective(country.country or "")
    named = words.partition(" in ")[0].split()
    bare = not any(knowledge.gazetteer.demonym(word) or knowledge.parties.side([word]) for word in named)
    stately = {word.removesuffix("'s").removesuffix("’s") for word in words.lower().split()} & scene.lexicon.words(
        "grammar", "voices", "state_bodies"
    )
    if adjective and bare and stately and (side or reading.sole_country):
        return f"{adjective} {words}"
    return words


def side_at_home(reading: Reading, kind: str) -> str | None:
    """Give the side of an unmarked state body: that of the country the document is about."""
    if kind not in _STATE_KINDS or reading.country is None:
        return None
    code = reading.knowledge.parties.army_at(reading.country) if kind == "military" else reading.country
    return side_of_country(reading.knowledge, code)


def side_of_setting(scene: Scene, source: int) -> str | None:
    """Give the side of the capital that a sentence opens with: 'In Moscow, the defence ministry said'."""
    tree = scene.tree
    for prep in tree.each(tree.clause(source), "prep"):
        inner = tree.child(prep, "pobj")
        if prep < source and inner is not None and inner in scene.toponyms:
            return scene.reading.knowledge.parties.state([tree.words[inner]])
    return None


def side_of_place(scene: Scene, source: int) -> str | None:
    """Give the side of the state in which a body's place lies: 'the governor of the Belgorod region'."""
    knowledge = scene.reading.knowledge
    codes = (scene.toponyms[k].place.country for k in scene.tree.noun_phrase(source) if k in scene.toponyms)
    code = next((code for code in codes if code and knowledge.gazetteer.country(code)), None)
    return side_of_country(knowledge, code)
