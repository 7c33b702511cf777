"""Persons: the proper name inside a phrase that describes a speaker, in full where the text has it in full."""

from __future__ import annotations

import re

from fogline.extract.context import Reading
from fogline.extract.scene import Scene
from fogline.speakers import fold_name, kind_of

_WORD = r"[A-ZÀ-ÞА-ЯЁЄІЇҐ][\w'’.-]+"
_RUN = re.compile(rf"{_WORD}(?:\s+(?:al|el|bin|ibn|de|van|von|der)?\s*{_WORD}){{0,4}}")


def find_person(reading: Reading, phrase: str) -> str | None:
    """Give the person's name in 'the governor, Ali Musa', 'Gen. Musa of the General Staff'; None when there is none.

    A run of capitalised words is a name when it is no body, party, place, month or title; the last run of the
    phrase is taken first, because titles and offices stand before the name.
    """
    for run in reversed(list(_RUN.finditer(phrase))):
        words = _strip_titles(reading, run.group().split())
        if words and _may_be_name(reading, words, phrase):
            return " ".join(words)
    return None


def _strip_titles(reading: Reading, words: list[str]) -> list[str]:
    knowledge = reading.knowledge
    titles = knowledge.lexicon.words("attribution", "titles", "words")
    months = knowledge.lexicon.table["time"]["months"]
    while words and (
        words[0].lower() in titles
        or words[0].lower() in knowledge.lexicon.words("grammar", "persons", "before")
        or words[0].lower().rstrip(".") in months
        or words[0].endswith(("'s", "’s"))
        or knowledge.gazetteer.demonym(words[0])
        or (kind_of(words[0]) != "other" and len(words) > 1)
    ):
        words = words[1:]
    return words


def _may_be_name(reading: Reading, words: list[str], phrase: str) -> bool:
    knowledge = reading.knowledge
    name = " ".join(words)
    if knowledge.registry.find(name):
        return True
    if kind_of(name) != "other" or knowledge.parties.side(words) or name.isupper() or any(w.isupper() for w in words):
        return False
    if any(word.lower() in knowledge.lexicon.classes for word in words):
        return False
    if len(words) == 1:
        before = phrase.rstrip(" ,").removesuffix(name).split()[-1:]
        part_of_name = bool(before) and before[0].lower() in ("of", "for", "and", "in", "on", "at", "from")
        ends = phrase.rstrip(" ,").endswith(name) and phrase != name
        return ends and not part_of_name and not knowledge.gazetteer.find(name)
    return not knowledge.gazetteer.find(name)


def _clean(reading: Reading, name: str) -> str:
    """Give a name without what the parser took for a part of it: 'September President X'."""
    return " ".join(_strip_titles(reading, name.split())) or name


def name_person(scene: Scene, source: int) -> str | None:
    """Give the proper name that a phrase ends with: 'presidential adviser Alestovich', 'Colonel Ali Musa'."""
    tree, reading = scene.tree, scene.reading
    if not is_person(scene, source):
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
    return _lengthen(reading, _clean(reading, " ".join(kept)))


def is_person(scene: Scene, source: int) -> bool:
    """Say whether the head of a phrase is a person's name: a bare proper noun that names nothing else."""
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
    return next((c for c in tree.each(source, "appos") if tree.tags[c] == "NNP" and is_person(scene, c)), None)


def _lengthen(reading: Reading, name: str) -> str:
    """Give the full name for a surname when the text has it in full earlier: 'Musa' → 'Ali Musa'."""
    if " " in name:
        return name
    known = reading.known.get(fold_name(name))
    if known:
        return known.name
    full = re.search(rf"(?:(?:{_WORD})\s+){{1,3}}{re.escape(name)}\b", reading.text)
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
