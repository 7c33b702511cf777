"""Namesakes: which of the places that bear a name a document means.

A name is read by itself (importance), by the document (the countries it speaks of, places near each other) and by
the words beside it ('Izium in the Kharkiv region', 'southern Gaza'). Weights are those of ``toponyms.toml``.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from fogline.model import Span
from fogline.places import Place, PlaceKind, distance_km
from fogline.places.names import fold_name

_WIDE = (PlaceKind.COUNTRY, PlaceKind.CONTINENT)
_BESIDE = 120
"""Code points between two names that stand beside each other."""
_MOST_OTHERS = 60
"""Different places of a document that a candidate is held against."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name in the text and the places that bear it, the most important first."""

    span: Span
    places: tuple[Place, ...]


@cache
def _table() -> dict[str, dict[str, Any]]:
    file = resources.files("fogline.extract").joinpath("toponyms.toml")
    return tomllib.loads(file.read_text("utf-8"))


@cache
def weights() -> dict[str, dict[str, float]]:
    """Give the numbers of toponyms.toml by section and key."""
    return {section: numbers for section, numbers in _table().items() if section not in ("words", "parts")}


@cache
def parts() -> dict[str, tuple[float, float]]:
    """Give the direction north and east, in radii of the whole, of each adjective that names a part of a land."""
    return {word: (north, east) for word, (north, east) in _table()["parts"].items()}


@cache
def place_words() -> dict[str, frozenset[str]]:
    """Give the word lists of toponyms.toml by key."""
    return {key: frozenset(words) for key, words in _table()["words"].items()}


def resolve_namesakes(candidates: Sequence[Candidate], countries: Counter[str], text: str) -> list[Place | None]:
    """Give the place that each name means, None where none of those known can be meant.

    ``countries`` says how often the document speaks of each country.
    """
    total = sum(countries.values()) or 1
    share = {code: n / total for code, n in countries.items()}
    first = [max(c.places, key=lambda p: _prior(p, share)) for c in candidates]
    named = list({p.id: p for p in first if p.kind not in _WIDE}.values())
    coherence = _coherence_with(named)
    chosen: list[Place | None] = []
    for n, candidate in enumerate(candidates):
        others = [p for p in named if p.id != first[n].id]
        beside = _named_beside(n, candidates, first, text)
        best = max(candidate.places, key=lambda p: _prior(p, share) + coherence(p, first[n]) + _inside(p, beside))
        best = _town_of_its_name(best, candidate, text)
        best = _land_of_its_name(best, candidate, text)
        spoken_of = {*share, *_only_countries(candidate, text)}
        sole = len(candidate.places) == 1
        chosen.append(best if _is_plausible(best, spoken_of if share else set(), others, beside, sole=sole) else None)
    return [_mend_stray(n, candidates, chosen, text) for n in range(len(candidates))]


def _mend_stray(n: int, candidates: Sequence[Candidate], chosen: Sequence[Place | None], text: str) -> Place | None:
    """Give the namesake that lies near what is named beside a small place, None where only a stray one is known.

    'A and B' beside each other are seldom 300 km apart; of the two the one nearer to all else is believed.
    """
    place, floor = chosen[n], weights()["floor"]
    if place is None or place.kind is not PlaceKind.SETTLEMENT or place.population >= floor["stray"]:
        return place
    beside = [p for p in _settlements_beside(n, candidates, chosen, text) if p.id != place.id]
    if not beside or any(_km(place, other) <= floor["stray_km"] for other in beside):
        return place
    nearest = min(candidates[n].places, key=lambda p: min(_km(p, other) for other in beside))
    if any(_km(nearest, other) <= floor["stray_km"] for other in beside):
        return nearest
    if min(_km(place, other) for other in beside) <= floor["lost_km"]:
        return place
    others = [p for p in chosen if p is not None and p.kind is PlaceKind.SETTLEMENT]
    company = max(_company(other, others) for other in beside)
    return place if _company(place, others) >= company else None


def _settlements_beside(
    n: int, candidates: Sequence[Candidate], chosen: Sequence[Place | None], text: str
) -> Iterator[Place]:
    """Give the settlements that the same sentence names not far from a name."""
    here = candidates[n].span
    for step in (-1, 1):
        m = n + step
        while 0 <= m < len(candidates):
            there, other = candidates[m].span, chosen[m]
            between = text[min(here.end, there.end) : max(here.start, there.start)]
            if len(between) > _BESIDE or "\n" in between or ". " in between:
                break
            if other is not None and other.kind is PlaceKind.SETTLEMENT:
                yield other
            m += step


def _company(place: Place, others: Sequence[Place]) -> int:
    """Give how many different settlements of the text lie near a place."""
    return len({other.id for other in others if _km(place, other) <= weights()["floor"]["stray_km"]})


def _km(a: Place, b: Place) -> float:
    return distance_km(a.lat, a.lon, b.lat, b.lon)


def _town_of_its_name(place: Place, candidate: Candidate, text: str) -> Place:
    """Give the town after which a region is named, unless the text says that it means the region."""
    after = text[candidate.span.end : candidate.span.end + 20].split()[:1]
    *_, area, of = ("", "", *text[max(0, candidate.span.start - 30) : candidate.span.start].lower().split())
    if of == "of" and area in place_words()["areas"]:
        return next((p for p in candidate.places if p.kind is PlaceKind.REGION), place)
    if place.kind is not PlaceKind.REGION or (after and after[0].strip(",.;:)").lower() in place_words()["areas"]):
        return place
    towns = [p for p in candidate.places if p.kind is PlaceKind.SETTLEMENT and p.country == place.country]
    return next((p for p in towns if p.population >= weights()["floor"]["telling"]), place)


def _land_of_its_name(place: Place, candidate: Candidate, text: str) -> Place:
    """Give the land or region instead of the town where the text names a part of it: 'southern Gaza'."""
    before = text[max(0, candidate.span.start - 20) : candidate.span.start].split()[-1:]
    if place.kind is not PlaceKind.SETTLEMENT or not before or before[0].lower() not in parts():
        return place
    wider = [p for p in candidate.places if p.kind is PlaceKind.REGION and p.country == place.country]
    return wider[0] if wider else place


def _only_countries(candidate: Candidate, text: str) -> set[str]:
    """Give the country of a name that no other country's place of some size bears: the name alone tells it."""
    name = fold_name(candidate.span.of(text))
    if len(candidate.places) == 1 and fold_name(candidate.places[0].name) == name and _is_placed(candidate, text):
        return {candidate.places[0].country or ""}
    places = [p for p in candidate.places if p.population >= weights()["floor"]["known"]]
    places = [p for p in places if fold_name(p.name) == name]
    countries = {place.country for place in places if place.country}
    return countries if len(countries) == 1 else set()


def _is_placed(candidate: Candidate, text: str) -> bool:
    """Say whether a name has several words or a preposition of place before it."""
    before = text[max(0, candidate.span.start - 20) : candidate.span.start].split()[-1:]
    return " " in candidate.span.of(text) or (bool(before) and before[0].lower() in place_words()["before"])


def _is_plausible(
    place: Place, spoken_of: set[str], others: Sequence[Place], beside: Place | None, *, sole: bool
) -> bool:
    """Say whether a small place can be meant: not in a country the text never speaks of, not far from all else.

    ``sole`` says that no other place bears the name: in a country that the text speaks of it is meant, however far.
    """
    floor = weights()["floor"]
    if place.kind in (PlaceKind.REGION, PlaceKind.COUNTY) and spoken_of and place.country not in spoken_of:
        return place.population >= floor["abroad"]
    if place.kind is not PlaceKind.SETTLEMENT or place.population >= floor["abroad"]:
        return True
    if beside is not None and not _inside(place, beside):
        return False
    if spoken_of and place.country not in spoken_of:
        return False
    near = [o for o in others if o.country == place.country and o.kind is PlaceKind.SETTLEMENT]
    if not near or place.population >= floor["far"] or (sole and place.country in spoken_of):
        return True
    return min(_km(place, other) for other in near) <= floor["far_km"]


def _prior(place: Place, share: dict[str, float]) -> float:
    kinds = weights()["kind"]
    importance = math.log10(place.population + 10) if place.kind is PlaceKind.SETTLEMENT else 0.0
    return importance + kinds.get(place.kind.value, 0.0) + weights()["context"]["country"] * _share_of(place, share)


def _share_of(place: Place, share: dict[str, float]) -> float:
    """Give the share of the text on a place's country; a river between countries belongs to the one it is about."""
    return max(share.values(), default=0.0) if place.country is None else share.get(place.country, 0.0)


def _coherence_with(named: Sequence[Place]) -> Callable[[Place, Place], float]:
    """Give the bonus for standing near other places of the document: a function of a place and its own name's first."""
    context = weights()["context"]

    @cache
    def bonus(place: Place, own: Place) -> float:
        if place.kind is not PlaceKind.SETTLEMENT:
            return context["area"]
        nearest = min((_km(place, other) for other in named[:_MOST_OTHERS] if other.id != own.id), default=math.inf)
        return context["near"] * math.exp(-nearest / context["near_km"])

    return bonus


def _named_beside(n: int, candidates: Sequence[Candidate], first: Sequence[Place], text: str) -> Place | None:
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
    return weights()["context"]["beside"] * fits
