"""Facts of an event as its claims give them: where, when, who, and in which modality."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

from fogline.model import Actor, Claim, DayRange, EventPlace, EventType, Modality, PlaceMention, place_key, role_in
from fogline.weigh.interest import Gains
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
        voices[key].add(testimony.source_of(claim))
    most = max(len(who) for who in voices.values())
    return min((key for key, who in voices.items() if len(who) == most), key=order)  # type: ignore[arg-type]


def actors_of_event(claims: Sequence[Claim], event_type: EventType, gains: Gains) -> tuple[Actor, ...]:
    """Give who takes part, in the roles of the event's own type: who left a place is target of its taking.

    A side has one role, that which most sources give it, and one name, the one most used, unless units are
    named; an actor without a side keeps its role.
    """
    named: Counter[Actor] = Counter()
    for claim in claims:
        for actor in claim.actors:
            named[replace(actor, role=role_in(event_type, actor, claim))] += 1
    fitting = {actor: count for actor, count in named.items() if _has_its_role(actor, named, event_type, gains)}
    kept: dict[tuple[str, ...], Actor] = {}
    for actor in sorted(fitting, key=lambda a: (a.unit is None, a.name == a.side, -fitting[a], a.name)):
        key = (actor.unit or "", actor.role) if actor.unit else (actor.side or actor.name, actor.role, "")
        if actor.unit or not any(a.side and a.side == actor.side and a.role == actor.role for a in kept.values()):
            kept.setdefault(key, actor)
    return tuple(sorted(kept.values(), key=lambda a: (a.role, a.side or "", a.name, a.unit or "")))


def _has_its_role(actor: Actor, named: Iterable[Actor], event_type: EventType, gains: Gains) -> bool:
    """Tell whether an actor stands in the role of its side; a side as often doer as sufferer stands in none."""
    if actor.side in gains.sides:
        does = actor.side in gains.by
        return actor.role == ("agent" if does != (event_type in (EventType.WITHDREW, EventType.HELD)) else "target")
    return actor.side is None or all(other.role == actor.role for other in named if other.side == actor.side)


def modality_of_event(claims: Sequence[Claim]) -> str:
    """Give ``actual`` unless no claim of it is; else the commonest modality."""
    modalities = [claim.modality.value for claim in claims]
    if Modality.ACTUAL.value in modalities:
        return Modality.ACTUAL.value
    return min(set(modalities), key=lambda one: (-modalities.count(one), one))
