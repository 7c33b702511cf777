"""The area of the fighting: a box round the main cluster of places that events name."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fogline.model import Event, EventPlace
from fogline.places import distance_km

LINK_KM = 120.0  # two places of one front are rarely further apart; Moscow and Izium are 640 km apart
LEAST_MARGIN_KM = 12.0
MARGIN_SHARE = 0.12
LEAST_REACH_KM = 90.0
REACH_IN_MEDIANS = 2.5  # in a round cloud 99 % of the places lie within this many median distances of the middle
KM_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Area:
    """A box in WGS 84 degrees with a name for people."""

    south: float
    west: float
    north: float
    east: float
    name: str

    def holds(self, lat: float, lon: float) -> bool:
        """Tell whether a point lies in the box."""
        return self.south <= lat <= self.north and self.west <= lon <= self.east


def area_of(events: Sequence[Event]) -> Area | None:
    """Give the box round the main cluster of settlements that events name, None when they name none.

    Places are chained together when they lie within 120 km of each other; the chain with the most claims
    wins, so that one event in a far capital does not stretch the map. Of that chain, stragglers are left out:
    places further from its middle than 2.5 times the median distance (both weighted by claims), 90 km at least.
    """
    places: dict[tuple[float, float], EventPlace] = {}
    weight: dict[tuple[float, float], int] = {}
    for event in sorted(events, key=lambda e: e.id):
        if event.place and event.place.precision != "area":
            point = (event.place.lat, event.place.lon)
            places.setdefault(point, event.place)
            weight[point] = weight.get(point, 0) + max(1, len(event.claims))
    if not places:
        return None
    clusters = _chain(sorted(places))
    main = max(clusters, key=lambda cluster: (sum(weight[p] for p in cluster), [-x for p in cluster for x in p]))
    main = _without_stragglers(main, weight)
    return _box(main, _name_of(main, places, weight))


def _chain(points: Sequence[tuple[float, float]]) -> list[list[tuple[float, float]]]:
    left, clusters = list(points), []
    while left:
        cluster = [left.pop(0)]
        for point in cluster:
            joined = [other for other in left if distance_km(*point, *other) <= LINK_KM]
            cluster.extend(joined)
            left = [other for other in left if other not in joined]
        clusters.append(sorted(cluster))
    return clusters


def _without_stragglers(
    points: Sequence[tuple[float, float]], weight: Mapping[tuple[float, float], int]
) -> list[tuple[float, float]]:
    middle = (_median([(p[0], weight[p]) for p in points]), _median([(p[1], weight[p]) for p in points]))
    apart = {point: distance_km(*middle, *point) for point in points}
    reach = max(LEAST_REACH_KM, REACH_IN_MEDIANS * _median([(apart[p], weight[p]) for p in points]))
    return [point for point in points if apart[point] <= reach]


def _median(values: Sequence[tuple[float, int]]) -> float:
    """Give the weighted median of (value, weight)."""
    ordered, half, passed = sorted(values), sum(weight for _, weight in values) / 2, 0
    for value, weight in ordered:
        passed += weight
        if passed >= half:
            return value
    return ordered[-1][0]


def _name_of(
    points: Sequence[tuple[float, float]],
    places: Mapping[tuple[float, float], EventPlace],
    weight: Mapping[tuple[float, float], int],
) -> str:
    most = sorted(points, key=lambda p: (-weight[p], places[p].name))
    names = list(dict.fromkeys(places[p].name for p in most))[:3]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _box(points: Sequence[tuple[float, float]], name: str) -> Area:
    lats, lons = [p[0] for p in points], [p[1] for p in points]
    narrow = max(0.1, math.cos(math.radians(sum(lats) / len(lats))))
    tall, wide = (max(lats) - min(lats)) * KM_PER_DEGREE, (max(lons) - min(lons)) * KM_PER_DEGREE * narrow
    margin = max(LEAST_MARGIN_KM, MARGIN_SHARE * max(tall, wide))
    up, side = margin / KM_PER_DEGREE, margin / KM_PER_DEGREE / narrow
    return Area(min(lats) - up, min(lons) - side, max(lats) + up, max(lons) + side, name)
