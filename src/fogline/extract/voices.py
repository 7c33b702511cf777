"""Voices: who a noun phrase of saying means, with pronouns and short names resolved to who was named before."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from fogline.extract.context import Reading, enemy_side
from fogline.extract.persons import find_person
from fogline.extract.scene import Scene
from fogline.model import Said, Span
from fogline.speakers import Party, fold_name, kind_of

_NAME = r"(?:[A-ZÀ-ÞА-ЯЁЄІЇҐ][\w'’.-]+)"
_NUMBER = {"it": ("NN", "NNP"), "they": ("NNS", "NNPS")}


def resolve_voice(scene: Scene, source: int) -> Said | None:
    """Give the speaker that a noun phrase means, and remember it for what follows; None for an empty pronoun."""
    tree, reading = scene.tree, scene.reading
    source = _same_sentence(scene, source)
    maker = _maker(scene, source)
    if maker is None:
        return None
    source = maker
    word = tree.lower[source]
    span = _phrase_span(scene, source)
    if word in reading.knowledge.lexicon.words("attribution", "first_person", "words"):
        return None
    if tree.tags[source] in ("WP", "WDT"):
        return None
    one, body = (
        scene.lexicon.words("grammar", "pronouns", "one_speaker"),
        scene.lexicon.words("grammar", "pronouns", "speaking_body"),
    )
    if tree.tags[source] in ("PRP", "DT") or word in one or word in body:
        said = _behind_pronoun(reading, word)
        return said and Said(said.name, said.kind, said.side, span)
    said = _behind_words(scene, source, span)
    _remember(reading, said, person=_is_person(scene, source))
    return said


def _same_sentence(scene: Scene, source: int) -> int:
    """Give the body in the same sentence that 'it' or 'they' stands for: 'The council has left, it says'."""
    tree = scene.tree
    if tree.lower[source] not in ("it", "they"):
        return source
    for i in range(source):
        bodily = scene.classes(i) & {"body", "party"} or kind_of(tree.words[i]) in (
            "ngo",
            "official",
            "military",
            "media",
        )
        if (
            tree.deps[i] == "nsubj"
            and tree.tags[i] in _NUMBER[tree.lower[source]]
            and bodily
            and tree.clause(i) != tree.clause(source)
        ):
            return i
    return source


def _maker(scene: Scene, source: int) -> int | None:
    """Give who made a text that speaks ('a report BY the experts', 'the army's statement'); None if not named."""
    tree = scene.tree
    if tree.lower[source] not in scene.lexicon.words("attribution", "documents", "nouns"):
        return source
    for prep in tree.each(source, "prep", "agent"):
        inner = tree.child(prep, "pobj")
        if inner is not None and (
            tree.lower[prep] in scene.lexicon.words("grammar", "saying", "makers")
            or (tree.lower[prep] == "of" and tree.words[inner][:1].isupper())
        ):
            return inner
    return tree.child(source, "poss")


def _behind_pronoun(reading: Reading, word: str) -> Said | None:
    if word in reading.knowledge.lexicon.words("grammar", "pronouns", "one_speaker"):
        return reading.last_person or reading.last_speaker
    return reading.last_body or reading.last_speaker


def _phrase_span(scene: Scene, source: int) -> Span:
    tokens = scene.tree.noun_phrase(source)
    first = next((i for i in tokens if scene.tree.deps[i] != "punct"), tokens[0])
    last = next((i for i in reversed(tokens) if scene.tree.deps[i] != "punct"), tokens[-1])
    return scene.tree.span(_start_of_listing(scene, first), last)


def _start_of_listing(scene: Scene, first: int) -> int:
    """Give the first token of a name that lists its fields: 'the Ministry of Information, Culture and Tourism'."""
    tree = scene.tree
    start = first
    while start and tree.tags[start - 1] in ("NNP", "NNPS", "IN", "DT", "CC", ","):
        start -= 1
    listings = scene.lexicon.words("grammar", "voices", "listings")
    listed = [k for k in range(start, first) if tree.lower[k] in listings]
    return start if listed and tree.words[first - 1] == "," else first


def _behind_words(scene: Scene, source: int, span: Span) -> Said:
    """Give the speaker that a description or name means: the registry's, one named before, or a new one."""
    reading = scene.reading
    words = _plain(span.of(reading.text))
    person = _person_name(scene, source) or find_person(reading, words)
    appositive = _apposition(scene, source)
    said = _first_known(reading, (person, words, appositive)) or _stand_in(scene, source, words)
    if said is None:
        group = reading.knowledge.parties.group(words.split())
        side = group.side if group else reading.knowledge.parties.state(words.split()) or _side_of_place(scene, source)
        said = _behind_generic(scene, source, words, side)
        if said is None and group and not person:
            said = _group_voice(group, words)
        said = said or _new_voice(scene, words, side, person, appositive)
    return replace(said, span=span)


def _first_known(reading: Reading, names: Iterable[str | None]) -> Said | None:
    known = (_known(reading, _plain(name)) for name in names if name)
    return next((said for said in known if said), None)


def _stand_in(scene: Scene, source: int, words: str) -> Said | None:
    """Give whom a word stands for that names nobody: 'the enemy', a capital for its government."""
    reading = scene.reading
    if scene.tree.lower[source] in reading.knowledge.lexicon.words("attribution", "enemy", "words"):
        return Said(words, "military", enemy_side(reading), None)
    metonym = _government(scene, source, words)
    return Said(metonym[0], "official", metonym[1], None) if metonym else None


def _group_voice(group: Party, words: str) -> Said | None:
    """Give an armed group or force that speaks for itself; None where a body or outlet of its speaks."""
    if kind_of(words) not in ("other", "armed_group", "military", "ngo", "witness"):
        return None
    name = group.name if words.isupper() or words.lower().startswith("the ") else words
    return Said(name, "armed_group" if "-" in group.side else "military", group.side, None)


def _new_voice(scene: Scene, words: str, side: str | None, person: str | None, appositive: str | None) -> Said:
    """Give a speaker that nothing knows yet, by name and description."""
    reading = scene.reading
    kind = kind_of(words)
    if kind == "other" and appositive:
        kind = kind_of(appositive)
        side = side or reading.knowledge.parties.side(appositive.split())
    return Said(person or _full_name(scene, words, side), kind, side or _home_side(reading, kind), None)


def _side_of_place(scene: Scene, source: int) -> str | None:
    """Give the side of the state in which a body's place lies: 'the governor of the Belgorod region'."""
    for k in scene.tree.noun_phrase(source):
        toponym = scene.toponyms.get(k)
        country = toponym and toponym.place.country and scene.reading.knowledge.gazetteer.country(toponym.place.country)
        if country:
            return scene.reading.knowledge.parties.state([country.name])
    return None


def _plain(words: str) -> str:
    return re.sub(
        r"\s+",
        " ",
        re.sub(r"^(?:the|a|an|some|several|many|its|their|his|her|our)\s+", "", words.strip(), flags=re.IGNORECASE),
    ).strip('“”"«» ')


def _known(reading: Reading, name: str) -> Said | None:
    said = reading.known.get(fold_name(name))
    if said:
        return said
    speaker = reading.knowledge.registry.find(name)
    if speaker and speaker.side and speaker.side not in reading.sides and fold_name(name) != fold_name(speaker.name):
        speaker = None  # 'the General Staff' is Ukraine's only where Ukraine is spoken of
    return Said(speaker.name, speaker.kind, speaker.side, None) if speaker else None


def _person_name(scene: Scene, source: int) -> str | None:
    """Give the proper name that a phrase ends with: 'presidential adviser Alestovich', 'Colonel Ali Musa'."""
    tree, reading = scene.tree, scene.reading
    if not _is_person(scene, source):
        name_head = _appositive_name(scene, source)
        if name_head is None:
            return None
        source = name_head
    words = [source]
    while (
        words[0] > 0
        and tree.words[words[0] - 1][:1].isupper()
        and tree.heads[words[0] - 1] in words
        and tree.deps[words[0] - 1] in ("compound", "nmod", "amod")
    ):
        words.insert(0, words[0] - 1)
    titles = reading.knowledge.lexicon.words("attribution", "titles", "words")
    kept = [tree.words[k] for k in words]
    while len(kept) > 1 and (
        kept[0].lower() in titles
        or scene.reading.knowledge.gazetteer.demonym(kept[0])
        or kept[0].lower() in scene.lexicon.words("grammar", "persons", "ranks")
    ):
        kept = kept[1:]
    return _lengthen(reading, " ".join(kept))


def _is_person(scene: Scene, source: int) -> bool:
    tree = scene.tree
    if tree.tags[source] not in ("NNP", "NNPS") or source in scene.units:
        return False
    classes = scene.classes(source)
    if classes & {"party", "body", "place", "force"} or kind_of(tree.words[source]) != "other":
        return False
    determiner = tree.child(source, "det")
    words = tree.words[source]
    return (
        not words.isupper()
        and (determiner is None or any(tree.deps[c] in ("compound", "amod") for c in tree.children[source]))
        and tree.child(source, "prep") is None
    )


def _appositive_name(scene: Scene, source: int) -> int | None:
    """Give the name in apposition: 'the ministry's spokesman, Ali Musa,'."""
    tree = scene.tree
    return next((c for c in tree.each(source, "appos") if tree.tags[c] == "NNP" and _is_person(scene, c)), None)


def _apposition(scene: Scene, source: int) -> str | None:
    tree = scene.tree
    for c in tree.each(source, "appos"):
        return " ".join(tree.words[k] for k in tree.noun_phrase(c))
    if tree.deps[source] == "appos":
        return " ".join(tree.words[k] for k in tree.noun_phrase(tree.heads[source]))
    return None


def _lengthen(reading: Reading, name: str) -> str:
    """Give the full name for a surname when the text has it in full earlier: 'Musa' → 'Ali Musa'."""
    if " " in name:
        return name
    known = reading.known.get(fold_name(name))
    if known:
        return known.name
    full = re.search(rf"(?:{_NAME}\s+){{1,3}}{re.escape(name)}\b", reading.text)
    if not full:
        return name
    titles = reading.knowledge.lexicon.words("attribution", "titles", "words")
    words = full.group().split()
    while len(words) > 1 and (
        words[0].lower() in titles
        or words[0].lower() in reading.knowledge.lexicon.words("grammar", "persons", "before_full")
        or reading.knowledge.gazetteer.demonym(words[0])
    ):
        words = words[1:]
    return " ".join(words)


def _government(scene: Scene, source: int, words: str) -> tuple[str, str] | None:
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
    return (f"Government of {country.name}", side) if country else None


def _behind_generic(scene: Scene, source: int, words: str, side: str | None) -> Said | None:
    """Give who 'the ministry', 'the spokesman', 'the group' refers back to."""
    tree, reading = scene.tree, scene.reading
    heads = reading.knowledge.lexicon.words("attribution", "generic", "heads")
    head = tree.lower[source]
    determiner = tree.child(source, "det", "poss")
    definite = determiner is not None and tree.lower[determiner] in scene.lexicon.words(
        "grammar", "pronouns", "definite"
    )
    if head not in heads or not definite or len(words.split()) > 2:
        return None
    for said in reversed(list(reading.known.values())):
        if head in fold_name(said.name).split() and (side is None or said.side == side):
            return said
    return reading.known.get(f"~{head}")


def _full_name(scene: Scene, words: str, side: str | None) -> str:
    """Give a body its side's name where the text says only 'the army' or 'the foreign ministry'."""
    code, knowledge = scene.reading.country, scene.reading.knowledge
    if side or code is None or kind_of(words) not in ("official", "military"):
        return words
    country = knowledge.gazetteer.country(code)
    own = knowledge.parties.state([country.name]) if country else None
    short = words.lower() in scene.lexicon.words("grammar", "voices", "home_forces")
    if country is None or own is None or not short:
        return words
    name = knowledge.parties.forces(own)
    return name if name != own else f"{country.name} Armed Forces"


def _home_side(reading: Reading, kind: str) -> str | None:
    """Give the side of an unmarked state body: that of the country the document is about."""
    if kind not in ("official", "military") or reading.country is None:
        return None
    country = reading.knowledge.gazetteer.country(reading.country)
    return reading.knowledge.parties.state([country.name]) if country else None


def _remember(reading: Reading, said: Said, person: bool) -> None:
    reading.known.setdefault(fold_name(said.name), said)
    last = fold_name(said.name).split()
    if person and len(last) > 1:
        reading.known.setdefault(last[-1], said)
    if said.span:
        for word in _plain(said.span.of(reading.text)).lower().split():
            reading.known[f"~{word}"] = said
    if person:
        reading.last_person = said
    else:
        reading.last_body = said
    reading.last_speaker = said
