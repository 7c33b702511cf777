"""Place mentions: a toponym as a claim records it, with its point, its words and how exact it is."""

from __future__ import annotations

import math
from functools import lru_cache

from fogline.extract.namesakes import parts
from fogline.extract.scene import Scene
from fogline.model import PlaceMention
from fogline.places import Place, PlaceKind, distance_km
from fogline.places.place import KM_PER_DEGREE

_Point = tuple[float, float]
_REACH = 0.7
"""How far the middle of 'the south' lies from that of the whole, in radii of a disc of its area."""
_AREAS = frozenset(PlaceKind) - {PlaceKind.SETTLEMENT}


def mention_place(scene: Scene, head: int) -> PlaceMention:
    """Give the place that a toponym means, as a claim records it: its point, its words and how exact it is."""
    toponym = scene.toponyms[head]
    place = toponym.place
    near = "near" if _is_near(scene, head) else "settlement"
    precision = "area" if place.kind in _AREAS else near
    geonameid = place.id if place.id > 0 else None
    part = _part_of(scene, head) if place.kind in (PlaceKind.COUNTRY, PlaceKind.REGION) else None
    if part:
        lat, lon = _middle_of_part(place, *part)
        words = scene.reading.text[scene.tree.starts[head - 1] : toponym.span.end]
        return PlaceMention(words, lat, lon, toponym.span, None, precision)
    lat, lon = _on_river(scene, place) if place.kind is PlaceKind.RIVER else (place.lat, place.lon)
    return PlaceMention(place.name, lat, lon, toponym.span, geonameid, precision)


def settlement_mention(scene: Scene, head: int) -> PlaceMention | None:
    """Give a toponym as the place that 'there' and 'the town' may later mean; None for areas."""
    if scene.toponyms[head].place.kind is not PlaceKind.SETTLEMENT:
        return None
    return mention_place(scene, head)


def _part_of(scene: Scene, head: int) -> tuple[float, float] | None:
    """Give the direction north and east, in units of a place's radius, of the part named: 'SOUTHERN Lebanon'."""
    before = scene.tree.lower[head - 1] if head else ""
    return parts().get(before.replace("-", ""))


def _middle_of_part(place: Place, north: float, east: float) -> _Point:
    """Give a point within a part of a country or region, as far from its middle as most of that part is."""
    reach = _REACH * place.radius_km / KM_PER_DEGREE
    return (
        round(place.lat + north * reach, 4),
        round(place.lon + east * reach / math.cos(math.radians(place.lat)), 4),
    )


def _on_river(scene: Scene, river: Place) -> tuple[float, float]:
    """Give the point of a river's course nearest to a settlement of the sentence, or else of the document."""
    here = {t.place for t in scene.toponyms.values() if t.place.kind is PlaceKind.SETTLEMENT}
    anchors = tuple((p.lat, p.lon) for p in here) or scene.reading.settlements
    course = scene.reading.knowledge.gazetteer.course(river)
    return _nearest_point(course, anchors) if course and anchors else (river.lat, river.lon)


@lru_cache(256)
def _nearest_point(course: tuple[_Point, ...], anchors: tuple[_Point, ...]) -> _Point:
    return min(course, key=lambda point: min(distance_km(point[0], point[1], lat, lon) for lat, lon in anchors))


def _is_near(scene: Scene, head: int) -> bool:
    tree = scene.tree
    above = tree.heads[head]
    around = {tree.lower[above], tree.lower[tree.heads[above]]} | set(tree.lower[max(0, head - 3) : head])
    fronts = scene.lexicon.words("grammar", "whereabouts", "fronts")
    return bool(
        around & scene.lexicon.words("grammar", "whereabouts", "near") or fronts & set(tree.lower[head + 1 : head + 6])
    )
