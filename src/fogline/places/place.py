"""Place: a named piece of the earth, and the distance between two points."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

EARTH_RADIUS_KM = 6371.0088  # mean radius of the WGS 84 ellipsoid (IUGG)
KM_PER_DEGREE = math.radians(1) * EARTH_RADIUS_KM  # of latitude


class PlaceKind(StrEnum):
    """What sort of place a name stands for."""

    SETTLEMENT = "settlement"
    COUNTRY = "country"
    REGION = "region"
    COUNTY = "county"
    RIVER = "river"
    SEA = "sea"
    LAKE = "lake"
    CONTINENT = "continent"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the gazetteer.

    ``id`` is the geonameid, negative for the project's and the user's own entries. ``lat`` and ``lon`` are WGS 84
    degrees; for anything but a settlement they give its middle, and ``radius_km`` its rough extent. ``country`` is an
    ISO 3166 alpha-2 code, ``region`` the name of the first-level region, ``population`` 0 where unknown. Straits,
    gulfs and bays are seas; canals are rivers; reservoirs are lakes.
    """

    id: int
    name: str
    kind: PlaceKind
    lat: float
    lon: float
    country: str | None
    region: str | None
    population: int
    radius_km: float


@dataclass(frozen=True, slots=True)
class River:
    """A river with its course: (lat, lon) points from the source to the mouth."""

    place: Place
    path: tuple[tuple[float, float], ...]


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Give the great-circle distance between two points in km (haversine formula; off by up to 0.5 %)."""
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    half_lat, half_lon = (phi2 - phi1) / 2, math.radians(lon2 - lon1) / 2
    h = math.sin(half_lat) ** 2 + math.cos(phi1) * math.cos(phi2) * math.sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(h)))
