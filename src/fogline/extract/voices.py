"""Voices: who a noun phrase of saying means, with pronouns and short names resolved to who was named before.

Coding rules 'Unnamed speakers' and 'Names' of docs/claims.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from fogline.extract.bodies import (
    complete_name,
    find_generic,
    find_government,
    side_at_home,
    side_of_place,
    side_of_setting,
)
from fogline.extract.context import Reading, enemy_side
from fogline.extract.persons import find_person, is_person, name_person
from fogline.extract.scene import Scene
from fogline.model import Said, Span
from fogline.speakers import Party, fold_name, kind_of

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
    if word in scene.lexicon.words("grammar", "pronouns", "nobody") or tree.lower[max(0, source - 1) : source + 1] == [
        "no",
        "one",
    ]:
        return None
    span = _phrase_span(scene, source)
    if word in reading.knowledge.lexicon.words("attribution", "first_person", "words"):
        return None
    if tree.tags[source] in ("WP", "WDT"):
        return None
    one, body = (
        scene.lexicon.words("grammar", "pronouns", "one_speaker"),
        scene.lexicon.words("grammar", "pronouns", "speaking_body"),
    )
    if tree.tags[source] in ("PRP", "PRP$", "DT") or word in one or word in body:
        said = _behind_pronoun(reading, word)
        return said and Said(said.name, said.kind, said.side, span)
    said = _behind_words(scene, source, span)
    _remember(reading, said, person=is_person(scene, source))
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
    """Give who made a text that speaks ('a report BY the experts', 'the army's statement'); None if not named.

    An outlet speaks for itself: 'a pro-government CHANNEL'.
    """
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
    owner = tree.child(source, "poss")
    return source if owner is None and kind_of(tree.words[source]) in ("media", "blogger") else owner


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
    person = name_person(scene, source) or find_person(reading, words)
    appositive = _apposition(scene, source)
    said = _first_known(reading, (person, words, appositive)) or _stand_in(scene, source, words)
    if said is None:
        group = reading.knowledge.parties.group(words.split())
        side = group.side if group else reading.knowledge.parties.state(words.split())
        side = (
            side
            or _favoured_side(reading, words)
            or _side_of_group(scene, words)
            or side_of_place(scene, source)
            or side_of_setting(scene, source)
        )
        said = find_generic(scene, source, words, side)
        if said is None and group and not person:
            said = _group_voice(group, words)
        said = said or _new_voice(scene, words, side, person, appositive)
    return replace(said, span=span)


def _favoured_side(reading: Reading, words: str) -> str | None:
    """Give whose side a description takes: 'PRO-RUSSIAN bloggers'."""
    favoured = [word[4:] for word in words.split() if word[:4].lower() == "pro-"]
    return reading.knowledge.parties.side(favoured) if favoured else None


def _side_of_group(scene: Scene, words: str) -> str | None:
    """Give the side of 'a spokesman for THE GROUP': that of the armed group named last."""
    last = scene.reading.last_group
    named = set(words.lower().split()[1:]) & scene.lexicon.words("attribution", "generic", "groups")
    return last.side if last and named else None


def _first_known(reading: Reading, names: Iterable[str | None]) -> Said | None:
    known = (_known(reading, _plain(name)) for name in names if name)
    return next((said for said in known if said), None)


def _stand_in(scene: Scene, source: int, words: str) -> Said | None:
    """Give whom a word stands for that names nobody: 'the enemy', a capital for its government."""
    reading = scene.reading
    if scene.tree.lower[source] in reading.knowledge.lexicon.words("attribution", "enemy", "words"):
        return Said(words, "military", enemy_side(reading), None)
    return find_government(scene, source, words)


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
    return Said(person or complete_name(scene, words, side), kind, side or side_at_home(reading, kind), None)


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


def _apposition(scene: Scene, source: int) -> str | None:
    tree = scene.tree
    for c in tree.each(source, "appos"):
        return " ".join(tree.words[k] for k in tree.noun_phrase(c))
    if tree.deps[source] == "appos":
        return " ".join(tree.words[k] for k in tree.noun_phrase(tree.heads[source]))
    return None


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
