"""Persons: the proper name inside a phrase that describes a speaker."""

from __future__ import annotations

import re

from fogline.extract.context import Reading
from fogline.speakers import kind_of

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
        return not knowledge.gazetteer.find(name) and phrase.rstrip(" ,").endswith(name) and phrase != name
    return not knowledge.gazetteer.find(name)
