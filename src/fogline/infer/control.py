"""Control: who holds each place on each day, inferred from weighed events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

import numpy as np

from fogline.infer.area import Area
from fogline.infer.chain import Floats, daily_matrix, smooth
from fogline.infer.evidence import Evidence, read_evidence, tells_control
from fogline.infer.neighbours import distances, pulling, share_evidence, sharing
from fogline.infer.table import EvidenceTable, read_evidence_table
from fogline.model import ControlDay, DayRange, Event
from fogline.places import Gazetteer

FAMILIES_WITH_SIDES = frozenset({"control", "combat"})


@dataclass(frozen=True, slots=True)
class _Site:
    id: int
    name: str
    lat: float
    lon: float
    events: tuple[Event, ...]


def infer_control(
    events: Sequence[Event],
    gazetteer: Gazetteer,
    *,
    area: Area | None,
    days: DayRange,
    forward_only: bool = False,
) -> list[ControlDay]:
    """Give the state of every place with evidence, and of its neighbours, for each day, by place and day.

    The states are the sides that fight in the area and 'contested'. ``forward_only`` is for a picture as of
    a moment: each day then rests only on events that had ended by that day. Without it, later events also
    speak about earlier days ('recaptured by A' says that A did not hold it before). See
    ``docs/decisions/0006-control.md``.
    """
    table = read_evidence_table()
    telling = [e for e in events if tells_control(e, table) and _inside(e, area)]
    sides = _sides_of(events, area)
    if not telling or not sides:
        return []
    sites = _sites(telling, gazetteer, area, table)
    span = [days.start - timedelta(days=1) + timedelta(days=i) for i in range((days.end - days.start).days + 2)]
    evidence = read_evidence([s.events for s in sites], sides, span, table, forward_only=forward_only)
    probabilities = _solve(sites, evidence, len(sides), table, forward_only=forward_only)
    return [day for p, site in enumerate(sites) for day in _days_of(site, span, sides, probabilities[p], table)]


def _inside(event: Event, area: Area | None) -> bool:
    return event.place is not None and (area is None or area.holds(event.place.lat, event.place.lon))


def _sides_of(events: Sequence[Event], area: Area | None) -> list[str]:
    fighting = [e for e in events if e.type.family in FAMILIES_WITH_SIDES and (e.place is None or _inside(e, area))]
    return sorted({actor.side for event in fighting for actor in event.actors if actor.side})


def _sites(events: Sequence[Event], gazetteer: Gazetteer, area: Area | None, table: EvidenceTable) -> list[_Site]:
    at: dict[int, list[Event]] = {}
    for event in sorted(events, key=lambda e: e.id):
        if event.place and event.place.geonameid is not None:
            at.setdefault(event.place.geonameid, []).append(event)
    sites = {}
    for id_, found in at.items():
        place = found[0].place
        if place:
            sites[id_] = _Site(id_, place.name, place.lat, place.lon, tuple(found))
    beside = _unmentioned(sites, gazetteer, area, table)
    return [(sites | beside)[id_] for id_ in sorted(sites | beside)]


def _unmentioned(
    sites: Mapping[int, _Site], gazetteer: Gazetteer, area: Area | None, table: EvidenceTable
) -> dict[int, _Site]:
    nearest: dict[int, tuple[float, _Site]] = {}
    for site in sites.values():
        for place, km in gazetteer.near(site.lat, site.lon, table.unmentioned_within_km, table.min_population):
            inside = area is None or area.holds(place.lat, place.lon)
            if inside and place.id not in sites and (place.id not in nearest or km < nearest[place.id][0]):
                nearest[place.id] = (km, _Site(place.id, place.name, place.lat, place.lon, ()))
    kept = sorted(nearest.items(), key=lambda item: (item[1][0], item[0]))[: table.most_places]
    return {id_: site for id_, (_, site) in kept}


def _solve(
    sites: Sequence[_Site], evidence: Evidence, sides: int, table: EvidenceTable, *, forward_only: bool
) -> Floats:
    """Give the probability of each state, shape (places, days, states): chains, pulled at by their neighbours."""
    apart = distances(np.array([s.lat for s in sites]), np.array([s.lon for s in sites]))
    mentioned = np.array([bool(s.events) for s in sites])
    heard = share_evidence(evidence, sharing(apart, mentioned, table))
    daily = daily_matrix(sides, table.held_to_contested, table.held_to_other, table.contested_to_held)
    move = heard.moves[:, :, None, None]
    steps = (1.0 - move) * daily[None, None] + move * heard.to[:, :, None, :]
    start = np.full(sides + 1, (1.0 - table.p_contested_at_start) / sides)
    start[-1] = table.p_contested_at_start
    pull = table.pull * pulling(apart, table)
    state = smooth(start, steps, heard.log_seen, forward_only=forward_only)
    for _ in range(table.sweeps):
        tug = np.einsum("pq,qts->pts", pull, state)
        state = smooth(start, steps, heard.log_seen + tug, forward_only=forward_only)
    return _humble(state, start, apart, mentioned, table)


def _humble(
    state: Floats, start: Floats, apart: Floats, mentioned: np.typing.NDArray[np.bool_], table: EvidenceTable
) -> Floats:
    nearest = apart[:, mentioned].min(axis=1)
    trust = np.where(mentioned, 1.0, table.most_certain * np.exp(-nearest / (4 * table.reach_km)))[:, None, None]
    result: Floats = trust * state + (1.0 - trust) * start
    return result


def _days_of(
    site: _Site, span: Sequence[date], sides: Sequence[str], p: Floats, table: EvidenceTable
) -> Iterator[ControlDay]:
    ends = sorted((e.days.end, e.id, e.independent_origins) for e in site.events if e.days)
    most_origins = list(accumulate((origins for _, _, origins in ends), max))
    for i, day in enumerate(span[1:], start=1):
        known = sum(end <= day for end, _, _ in ends)
        yield ControlDay(
            place=site.id,
            name=site.name,
            lat=site.lat,
            lon=site.lon,
            day=day,
            p_by_side=tuple((side, float(p[i, s])) for s, side in enumerate(sides)),
            p_contested=float(p[i, -1]),
            holder=_holder(sides, p[i], table),
            last_evidence=ends[known - 1][0] if known else None,
            events=tuple(id_ for _, id_, _ in ends[:known]),
            independent_origins=most_origins[known - 1] if known else 0.0,
        )


def _holder(sides: Sequence[str], p: Floats, table: EvidenceTable) -> str:
    best = int(p.argmax())
    return "unknown" if p[best] < table.answer_floor else [*sides, "contested"][best]
