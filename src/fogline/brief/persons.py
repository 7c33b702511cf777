"""Persons: capitalised names in a sentence that are not those of places, bodies or speakers.

A guess that leans to caution: it would rather withhold a name too many.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from fogline.places import Gazetteer

_NAME = r"[A-ZА-ЯІЇЄҐÀ-ÖØ-Þ][\w’'-]*[a-zа-яіїєґà-öø-ÿ][\w’'-]*"
_FULL_NAME = re.compile(
    rf"{_NAME}(?:[ \u00a0](?:{_NAME}|[A-ZА-ЯІЇЄҐ]\.|al-{_NAME}|bin|ibn|von|van|de))*[ \u00a0]{_NAME}"
)
_NAME_WITH_AGE = re.compile(rf"({_NAME})(?=,? (?:\(?\d{{1,2}}\)?[,.;)]|aged? \d))")


def find_persons(
    sentence: str, gazetteer: Gazetteer, bodies: Sequence[str], ranks: Sequence[str], known: Iterable[str]
) -> set[str]:
    """Give the names in a sentence that look like private persons'; ``known`` names are speakers and places."""
    known_words = {word.casefold() for name in known for word in name.split()}
    after_rank = re.compile(rf"(?<!\w)(?i:{'|'.join(ranks)})s?[ \u00a0](?=({_NAME}))")
    found: set[str] = set()
    for match in _FULL_NAME.finditer(sentence):
        name = _without_lead(match.group(), ranks, at_start=match.start() == 0, gazetteer=gazetteer)
        if looks_like_a_person(name, bodies) and not _is_known(name, gazetteer, known_words):
            found |= _forms(name, at_start=match.start() == 0, gazetteer=gazetteer)
    for match in [*_NAME_WITH_AGE.finditer(sentence), *after_rank.finditer(sentence)]:
        name = match.group(1)
        if name.casefold() not in {*bodies, *ranks} and not _is_known(name, gazetteer, known_words):
            found.add(name)
    return found


def looks_like_a_person(name: str, bodies: Sequence[str]) -> bool:
    """Tell whether a name is two or more capitalised words none of which names a body, force or place."""
    words = [word.casefold().strip(".,’'") for word in name.split()]
    return bool(_FULL_NAME.fullmatch(name)) and not any(w in bodies or w.removesuffix("s") in bodies for w in words)


def _without_lead(name: str, ranks: Sequence[str], *, at_start: bool, gazetteer: Gazetteer) -> str:
    words = name.split()
    while len(words) > 2 and (words[0].casefold() in ranks or (at_start and gazetteer.is_common_word(words[0]))):
        words = words[1:]
        at_start = False
    return " ".join(words)


def _forms(name: str, *, at_start: bool, gazetteer: Gazetteer) -> set[str]:
    """Give a name with the shorter forms under which it may come again: without its first word, the surname alone."""
    words = name.split()
    surname = {words[-1]} if len(words[-1]) > 3 and not gazetteer.find(words[-1]) else set()
    return {name} | surname | ({" ".join(words[1:])} if at_start and len(words) > 2 else set())


def _is_known(name: str, gazetteer: Gazetteer, known_words: set[str]) -> bool:
    words = name.split()
    if words[-1].casefold() in known_words or gazetteer.find(name):
        return True
    return any(gazetteer.demonym(word) for word in words)
