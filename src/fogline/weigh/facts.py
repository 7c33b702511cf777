"""Facts of an event as its claims give them: where, when, who, and in which modality."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import timedelta
from typing import TypeVar

from fogline.model import Actor, Claim, DayRange, EventPlace, Modality, PlaceMention, place_key
from fogline.weigh.testimony import Testimony

_PRECISION = ("settlement", "near", "area")
Key = TypeVar("Key", bound=Hashable)


def place_of_event(claims: Sequence[Claim], testimony: Testimony) -> EventPlace | None:
    """Give the place that most voices name, of the most specific kind that anybody names; None without a position."""
    located = [(c, p) for c in claims for p in c.places if p.lat is not None and p.lon is not None]
    for precision in _PRECISION:
        named = [(claim, place) for claim, place in located if place.precision == precision]
        if named:
            key = _most_voiced(((claim, place_key(place)) for claim, place in named), testimony, str)
            return _event_place(min((p for _, p in named if place_key(p) == key), key=lambda p: (p.name, p.lat, p.lon)))
    return None


def _event_place(place: PlaceMention) -> EventPlace:
    return EventPlace(place.geonameid, place.name, place.lat or 0.0, place.lon or 0.0, place.precision)


def days_of_event(claims: Sequence[Claim], testimony: Testimony) -> DayRange | None:
    """Give the days that most voices state; else the day on which it was first printed and the one before."""
    stated = [(claim, claim.time) for claim in claims if claim.time]
    if stated:
        return _most_voiced(stated, testimony, lambda days: (days.end - days.start, days.start))
    printed = [day for claim in claims if (day := testimony.document_of(claim).published_day)]
    return DayRange(min(printed) - timedelta(days=1), min(printed)) if printed else None


def _most_voiced(named: Iterable[tuple[Claim, Key]], testimony: Testimony, order: Callable[[Key], object]) -> Key:
    """Give what most voices name; on a tie the first by ``order`` (for days: the narrower, then the earlier)."""
    voices: dict[Key, set[str]] = defaultdict(set)
    for claim, key in named:
        voices[key].add(testimony.voices[claim.id].key)
    most = max(len(who) for who in voices.values())
    return min((key for key, who in voices.items() if len(who) == most), key=order)  # type: ignore[arg-type, type-var]


def actors_of_event(claims: Sequence[Claim]) -> tuple[Actor, ...]:
    """Give all actors that the claims name, each once; one named without its unit gives way to one with it."""
    actors = {actor for claim in claims for actor in claim.actors}
    with_unit = {(actor.side, actor.role) for actor in actors if actor.unit}
    kept = [actor for actor in actors if actor.unit or (actor.side, actor.role) not in with_unit or not actor.side]
    return tuple(sorted(kept, key=lambda actor: (actor.role, actor.side or "", actor.name, actor.unit or "")))


def modality_of_event(claims: Sequence[Claim]) -> str:
    """Give ``actual`` unless no claim of it is; else the commonest modality."""
    modalities = [claim.modality.value for claim in claims]
    if Modality.ACTUAL.value in modalities:
        return Modality.ACTUAL.value
    return min(set(modalities), key=lambda one: (-modalities.count(one), one))
