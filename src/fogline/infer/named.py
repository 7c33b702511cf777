"""Areas asked for by name or by corner."""

from __future__ import annotations

import math

from fogline.errors import InputError
from fogline.infer.area import KM_PER_DEGREE, Area
from fogline.places import Gazetteer

SETTLEMENT_RADIUS_KM = 40.0  # a day's fighting around a town fits into this


def parse_area(words: str, gazetteer: Gazetteer) -> Area:
    """Give the area that ``--area`` names: 'south,west,north,east' in degrees, or a place and what lies around it.

    Raises:
        InputError: the box makes no sense or the gazetteer does not know the name.
    """
    parts = words.split(",")
    if len(parts) == 4:
        return _box(words, parts)
    found = gazetteer.find(words)
    if not found:
        raise InputError(f"no place is called {words!r}; give its corners as south,west,north,east")
    place = found[0]
    up = (place.radius_km or SETTLEMENT_RADIUS_KM) / KM_PER_DEGREE
    side = up / max(0.1, math.cos(math.radians(place.lat)))
    return Area(place.lat - up, place.lon - side, place.lat + up, place.lon + side, place.name)


def _box(words: str, parts: list[str]) -> Area:
    try:
        south, west, north, east = (float(part) for part in parts)
    except ValueError as error:
        raise InputError(f"--area {words!r}: corners are four numbers, south,west,north,east") from error
    if not (-90 <= south < north <= 90 and -180 <= west < east <= 180):
        raise InputError(f"--area {words!r}: south must be below north and west left of east, in degrees")
    return Area(south, west, north, east, words)
