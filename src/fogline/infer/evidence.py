"""Evidence: what the events at one place say about its state, day by day, as arrays."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from fogline.infer.chain import Floats
from fogline.infer.table import EvidenceTable, Saying
from fogline.model import Event, Modality


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is seen at some places: chance of a move and where to, log-likelihood of the day, all by day."""

    moves: Floats
    """(places, days): chance that the place changes state on the day."""
    to: Floats
    """(places, days, states): the state that it then changes to."""
    log_seen: Floats
    """(places, days, states)."""


def tells_control(event: Event, table: EvidenceTable) -> bool:
    """Tell whether an event says anything about who holds its place."""
    at_a_place = event.place is not None and event.place.geonameid is not None and event.place.precision != "area"
    return at_a_place and event.days is not None and event.modality == Modality.ACTUAL and event.type in table.events


def read_evidence(
    at_places: Sequence[Sequence[Event]],
    sides: Sequence[str],
    days: Sequence[date],
    table: EvidenceTable,
    *,
    forward_only: bool,
) -> Evidence:
    """Give the evidence of events, one sequence per place, on the given days (the states are sides + contested).

    A range of days is spread over its days; ``forward_only`` puts all of it on the last day, and leaves out
    what an event says of the day before it, since that was not known then.
    """
    shape = (len(at_places), len(days), len(sides) + 1)
    stay, heading, log_seen = np.ones(shape[:2]), np.zeros(shape), np.zeros(shape)
    first = days[0]
    for p, events in enumerate(at_places):
        winner: tuple[float, ...] | None = None
        for event in sorted(events, key=_day_then_id):
            says, weight, odds = table.events[event.type], _weight(event, table), _log_odds(event, table)
            span = _indices(event, first, len(days), forward_only=forward_only)
            if not span:
                continue
            roles = _roles(event, says, sides)
            now, to = _by_state(says.now, roles, sides), _by_state(says.to, roles, sides)
            log_seen[p, span] += odds * now / len(span)
            if says.moves and to.sum() > 0:
                part = 1.0 - (1.0 - weight * says.moves * _known_share(says, roles)) ** (1.0 / len(span))
                stay[p, span] *= 1.0 - part
                heading[p, span] += part * to / to.sum()
            # A place is taken once: a later report of the same taking says nothing of the day before.
            if not forward_only and span[0] > 0 and tuple(to) != winner:
                log_seen[p, span[0] - 1] += odds * _by_state(says.before, roles, sides)
            if _changes_hands(says):
                winner = tuple(to)
    total = heading.sum(axis=2, keepdims=True)
    to_state = np.divide(heading, total, out=np.full(shape, 1.0 / shape[2]), where=total > 0)
    return Evidence(1.0 - stay, to_state, log_seen)


def _changes_hands(says: Saying) -> bool:
    return says.moves > 0.5


def _day_then_id(event: Event) -> tuple[date, date, str]:
    if event.days is None:
        raise ValueError(f"event {event.id} has no days")
    return (event.days.end, event.days.start, event.id)


def _weight(event: Event, table: EvidenceTable) -> float:
    """Give how far the event counts (0..1): nothing below the floor, less when only 'near' the place."""
    near = table.near if event.place and event.place.precision == "near" else 1.0
    return near * max(0.0, (event.probability - table.floor) / (1.0 - table.floor))


def _log_odds(event: Event, table: EvidenceTable) -> float:
    p = min(max(event.probability, 0.5), 1.0 - 1e-9)
    near = table.near if event.place and event.place.precision == "near" else 1.0
    return near * min(table.most_log_odds, math.log(p / (1.0 - p)))


def _indices(event: Event, first: date, count: int, *, forward_only: bool) -> list[int]:
    if event.days is None:
        return []
    start, end = (event.days.start - first).days, (event.days.end - first).days
    return [i for i in range(end if forward_only else start, end + 1) if 0 <= i < count]


def _roles(event: Event, says: Saying, sides: Sequence[str]) -> dict[str, set[str]]:
    """Give the sides in each role: who is named in both is in neither, a role that nobody has falls to the rest."""
    agents, targets = _sides_of(event, "agent", sides), _sides_of(event, "target", sides)
    agents, targets = agents - targets, targets - agents
    if targets and not agents and says.alone == "agent":
        agents, targets = targets, agents
    if not agents and not targets:
        return {"agent": set(), "target": set()}
    rest = set(sides) - agents - targets
    return {"agent": agents or rest, "target": targets or rest}


def _known_share(says: Saying, roles: Mapping[str, set[str]]) -> float:
    """Give the share of a move whose outcome is known: where no side is named, only that to contested."""
    return 1.0 if any(roles.values()) else says.to.get("contested", 0.0) / sum(says.to.values())


def _by_state(says: Mapping[str, float], roles: Mapping[str, set[str]], sides: Sequence[str]) -> Floats:
    weights = np.zeros(len(sides) + 1)
    for role, members in roles.items():
        for side in members:
            weights[sides.index(side)] = says.get(role, 0.0)
    weights[-1] = says.get("contested", 0.0)
    return weights


def _sides_of(event: Event, role: str, sides: Iterable[str]) -> set[str]:
    return {a.side for a in event.actors if a.role == role and a.side is not None} & set(sides)
