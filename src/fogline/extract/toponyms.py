"""Toponyms: which words of a document are names on the map, and which place each of them means.

A name is read by itself (importance), by the document (the countries it speaks of, places near each other)
and by the words beside it ('Izium in the Kharkiv region'). Weights are those of ``toponyms.toml``.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Any

from fogline.extract.context import Knowledge
from fogline.model import Document, Span
from fogline.places import Gazetteer, Place, PlaceKind, distance_km

_WORD = re.compile(r"[^\W_]+(?:[.'’ʼ\-][^\W_]+)*\.?(?<=[\w])")
_LOCATED = re.compile(
    r"\b(?:in|near|at|around|outside|towards|inside"
    r"|(?:village|town|city|settlement|hamlet)(?: of)?|(?:south|north|east|west) of)"
    r"\s+([A-ZÀ-Þ][^\W\d_]+(?:[-’'][^\W\d_]+)*)"
)
_PLURAL_REGIONS = ("regions", "oblasts", "provinces", "governorates", "states")
_JOINED = re.compile(r"\s*(?:,|and|, and|&)\s*")
_LONGEST_ACRONYM = 5
_WATER = re.compile(r"\b(?:River|Sea|Lake|Reservoir|Gulf|Strait|Bay|Canal|Straits)\b", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:of|from|through|to|into|at|for|and|retook|captured|left|seized|entered)\s+([A-ZÀ-Þ][^\W\d_]+(?:[-’'][^\W\d_]+)*)"
)
_WIDE = (PlaceKind.COUNTRY, PlaceKind.CONTINENT)


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name on the map as it stands in the text, with the place it means."""

    span: Span
    place: Place


@dataclass(frozen=True, slots=True)
class _Candidate:
    span: Span
    places: tuple[Place, ...]


@cache
def _table() -> dict[str, dict[str, Any]]:
    file = resources.files("fogline.extract").joinpath("toponyms.toml")
    return tomllib.loads(file.read_text("utf-8"))


@cache
def _weights() -> dict[str, dict[str, float]]:
    return {section: numbers for section, numbers in _table().items() if section != "words"}


@cache
def _stop() -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in _table()["words"].items()}


def find_toponyms(document: Document, knowledge: Knowledge) -> tuple[list[Toponym], Counter[str]]:
    """Give the toponyms of a document in order, and how often it names each side."""
    words = [(m.group(), m.start()) for m in _WORD.finditer(document.text)]
    candidates = _read_plural_regions(document.text, list(_recognise(document.text, words, knowledge)))
    if document.publisher:
        words = [*words, *((word, 0) for word in document.publisher.split())]
    sides = _count_sides(words, knowledge)
    countries = _count_countries(sides, candidates)
    chosen = _resolve(candidates, countries, document.text)
    toponyms = [Toponym(c.span, place) for c, place in zip(candidates, chosen, strict=True) if place]
    return toponyms, sides


def _recognise(text: str, words: Sequence[tuple[str, int]], knowledge: Knowledge) -> list[_Candidate]:
    gazetteer = knowledge.gazetteer
    plain = [word for word, _ in words]
    found: list[_Candidate] = []
    i = 0
    while i < len(words):
        hit = gazetteer.longest(plain, i) if plain[i][0].isupper() else None
        if hit:
            length, places = hit
            start, last = words[i][1], words[i + length - 1]
            span = Span(start, last[1] + len(last[0]))
            if i and plain[i - 1].lower() in ("city", "town", "village", "settlement"):
                places = [p for p in places if p.kind is PlaceKind.SETTLEMENT] or places
            if not _WATER.search(" ".join(plain[i : i + length])) and not (i and plain[i - 1].lower() == "the"):
                dry = [p for p in places if p.kind not in (PlaceKind.RIVER, PlaceKind.LAKE, PlaceKind.SEA)]
                places = dry or places
            party = knowledge.parties.group(plain[i : i + length])
            capitals = _line_around(text, start).isupper()
            beside = _words_beside(text, words, i, length)
            if party is None and _is_toponym(plain[i : i + length], beside, places, gazetteer, capitals=capitals):
                found.append(_Candidate(span, tuple(places)))
                i += length
                continue
        i += 1
    return found


def _line_around(text: str, position: int) -> str:
    end = text.find("\n", position)
    return text[text.rfind("\n", 0, position) + 1 : end if end >= 0 else len(text)]


def _words_beside(text: str, words: Sequence[tuple[str, int]], i: int, length: int) -> tuple[str, str]:
    """Give the words before and after a run of words; empty where punctuation stands between ('Izium, Kupiansk')."""
    start, (last, last_at) = words[i][1], words[i + length - 1]
    before, before_at = words[i - 1] if i else ("", 0)
    after, after_at = words[i + length] if i + length < len(words) else ("", len(text))
    opened = text[before_at + len(before) : start].strip()
    closed = text[last_at + len(last) : after_at].strip()
    return "" if opened else before, "" if closed else after


def _is_toponym(
    words: list[str], beside: tuple[str, str], places: list[Place], gazetteer: Gazetteer, *, capitals: bool
) -> bool:
    """Say whether a run of words that is in the gazetteer is used as a place here."""
    name, length = " ".join(words), len(words)
    if (
        length > 1
        and places[0].kind is PlaceKind.SETTLEMENT
        and not any(w[:1].isupper() and not gazetteer.is_common_word(w) for w in words)
    ):
        return False
    before, after = beside
    placed = before.lower() in _stop()["before"]
    if name.isupper() and len(name) <= _LONGEST_ACRONYM and places[0].kind not in _WIDE and not capitals:
        return False
    if length == 1 and gazetteer.is_common_word(name):
        return placed and not after[:1].isupper() and places[0].population >= _weights()["floor"]["common"]
    if before.lower().rstrip(".") in _stop()["titles"] or after.lower() in _stop()["within"]:
        return False
    beside_name = (before[:1].isupper() and before.lower() not in _stop()["openers"]) or (
        after[:1].isupper() and after.lower() not in _stop()["closers"]
    )
    if beside_name and not placed and places[0].kind is PlaceKind.SETTLEMENT:
        return places[0].population >= _weights()["floor"]["in_name"]
    return (
        length > 1
        or placed
        or places[0].population >= _weights()["floor"]["bare"]
        or places[0].kind is not (PlaceKind.SETTLEMENT)
    )


def _count_sides(words: Sequence[tuple[str, int]], knowledge: Knowledge) -> Counter[str]:
    """Give how often the document names each side, by country, demonym or group."""
    counts: Counter[str] = Counter()
    for word, _ in words:
        if word[0].isupper():
            side = knowledge.parties.side([re.sub(r"['’]s$", "", word)])
            if side:
                counts[side] += 1
    return counts


def _count_countries(sides: Counter[str], candidates: Sequence[_Candidate]) -> Counter[str]:
    """Give how often the document speaks of each country: through its sides and its unambiguous places."""
    counts: Counter[str] = Counter()
    for side, n in sides.items():
        counts[side.split("-")[0]] += n
    for candidate in candidates:
        first = candidate.places[0]
        countries = {place.country for place in candidate.places if place.country}
        telling = first.kind is not PlaceKind.SETTLEMENT or first.population >= _weights()["floor"]["telling"]
        if len(countries) == 1 and telling and first.kind is not PlaceKind.COUNTRY:
            counts[countries.pop()] += 2
    return counts


def _read_plural_regions(text: str, candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """Give candidates in which 'the A and B regions' means two regions and not two cities."""
    read = list(candidates)
    for n in range(len(read) - 1, -1, -1):
        after = text[read[n].span.end :].lstrip()[:12].lower()
        joined = n + 1 < len(read) and _JOINED.fullmatch(text[read[n].span.end : read[n + 1].span.start])
        follows = joined and any(p.kind is PlaceKind.REGION for p in read[n + 1].places[:1])
        if after.startswith(_PLURAL_REGIONS) or follows:
            regions = tuple(p for p in read[n].places if p.kind is PlaceKind.REGION)
            read[n] = replace(read[n], places=regions or read[n].places)
    return read


def _resolve(candidates: Sequence[_Candidate], countries: Counter[str], text: str) -> list[Place | None]:
    total = sum(countries.values()) or 1
    share = {code: n / total for code, n in countries.items()}
    first = [max(c.places, key=lambda p: _prior(p, share)) for c in candidates]
    chosen: list[Place | None] = []
    for n, candidate in enumerate(candidates):
        others = [p for m, p in enumerate(first) if m != n and p.kind not in _WIDE and p.id != first[n].id]
        beside = _named_beside(n, candidates, first, text)
        best = max(candidate.places, key=lambda p: _prior(p, share) + _coherence(p, others) + _inside(p, beside))
        spoken_of = {*share, *_only_countries(candidate)}
        chosen.append(best if _is_plausible(best, spoken_of if share else set(), others, beside) else None)
    return chosen


def _only_countries(candidate: _Candidate) -> set[str]:
    """Give the country of a name that no other country's place of some size bears: the name alone tells it."""
    places = [p for p in candidate.places if p.population >= _weights()["floor"]["known"]]
    countries = {place.country for place in places if place.country}
    return countries if len(countries) == 1 else set()


def _is_plausible(place: Place, spoken_of: set[str], others: Sequence[Place], beside: Place | None) -> bool:
    """Say whether a small place can be meant: not in a country the text never speaks of, not far from all else."""
    floor = _weights()["floor"]
    if place.kind is not PlaceKind.SETTLEMENT or place.population >= floor["abroad"]:
        return True
    if beside is not None and not _inside(place, beside):
        return False
    if spoken_of and place.country not in spoken_of:
        return False
    near = [o for o in others if o.country == place.country and o.kind is PlaceKind.SETTLEMENT]
    if not near or place.population >= floor["far"]:
        return True
    return min(distance_km(place.lat, place.lon, o.lat, o.lon) for o in near) <= floor["far_km"]


def _prior(place: Place, share: dict[str, float]) -> float:
    kinds = _weights()["kind"]
    importance = math.log10(place.population + 10) if place.kind is PlaceKind.SETTLEMENT else 0.0
    return importance + kinds.get(place.kind.value, 0.0) + _weights()["context"]["country"] * _share_of(place, share)


def _share_of(place: Place, share: dict[str, float]) -> float:
    """Give the share of the text on a place's country; a river between countries belongs to the one it is about."""
    return max(share.values(), default=0.0) if place.country is None else share.get(place.country, 0.0)


def _coherence(place: Place, others: Sequence[Place]) -> float:
    """Give the bonus for standing near other places of the document, by the nearest of them."""
    if place.kind is not PlaceKind.SETTLEMENT:
        return _weights()["context"]["area"]
    if not others:
        return 0.0
    nearest = min(distance_km(place.lat, place.lon, o.lat, o.lon) for o in others[:40])
    return _weights()["context"]["near"] * math.exp(-nearest / _weights()["context"]["near_km"])


def _named_beside(n: int, candidates: Sequence[_Candidate], first: Sequence[Place], text: str) -> Place | None:
    """Give the region or country named right behind: 'X in the Y region', 'X, Y', 'X (Y)'."""
    if n + 1 < len(candidates):
        between = text[candidates[n].span.end : candidates[n + 1].span.start]
        if len(between) < 16 and re.fullmatch(
            r"\s*(?:,|\(|in|of)?\s*(?:the|western|eastern|northern|southern)?\s*", between
        ):
            return first[n + 1] if first[n + 1].kind is not PlaceKind.SETTLEMENT else None
    return None


def _inside(place: Place, beside: Place | None) -> float:
    if beside is None:
        return 0.0
    fits = place.region == beside.name or (beside.kind is PlaceKind.COUNTRY and place.country == beside.country)
    return _weights()["context"]["beside"] * fits


def find_located_names(text: str, toponyms: Sequence[Toponym], knowledge: Knowledge) -> frozenset[str]:
    """Give the names that the text treats as places ('in X', 'the village of X') and no gazetteer knows."""
    known = {word for t in toponyms for word in t.span.of(text).split()}
    names = {m.group(1) for m in _LOCATED.finditer(text)} - known
    names |= {m.group(1) for m in _MOVED.finditer(text) if knowledge.gazetteer.find(m.group(1))} - known
    parties = knowledge.parties
    return frozenset(
        name for name in names if not knowledge.gazetteer.is_common_word(name) and not parties.side([name])
    )
