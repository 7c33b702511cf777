"""How far the claims of one event may stretch in time, space and kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import asin, cos, radians, sin, sqrt

from fogline.link.rows import topic_of
from fogline.link.sides import by_and_upon
from fogline.link.weights import ClusterLimits, LinkWeights
from fogline.model import Claim, Modality, place_key

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Extent:
    """What the claims of a group cover together; areas and claims without a place or day cover nothing."""

    kind: tuple[str, str, str]
    """Topic, modality, and polarity where it is no fact yet."""
    points: frozenset[Point]
    areas: frozenset[str]
    first: date | None
    last: date | None
    by: frozenset[str]
    upon: frozenset[str]

    @classmethod
    def of_claim(cls, claim: Claim, weights: LinkWeights) -> Extent:
        """Give the extent of one claim part."""
        by, upon = by_and_upon(claim, weights)
        is_actual = claim.modality is Modality.ACTUAL
        exact = [p for p in claim.places if p.precision != "area"]
        return cls(
            kind=(topic_of(claim, weights), claim.modality.value, "" if is_actual else claim.polarity.value),
            points=frozenset((p.lat, p.lon) for p in exact if p.lat is not None and p.lon is not None),
            areas=frozenset(place_key(p) for p in claim.places if p.precision == "area"),
            first=claim.time.start if claim.time else None,
            last=claim.time.end if claim.time else None,
            by=frozenset([by] if by else []),
            upon=frozenset([upon] if upon else []),
        )

    def joined(self, other: Extent) -> Extent:
        """Give the extent of both together."""
        return Extent(
            kind=self.kind,
            points=self.points | other.points,
            areas=self.areas | other.areas,
            first=min(_known(self.first, other.first), default=None),
            last=max(_known(self.last, other.last), default=None),
            by=self.by | other.by,
            upon=self.upon | other.upon,
        )


def fits_together(a: Extent, b: Extent, limits: ClusterLimits) -> bool:
    """Tell whether two groups can be one event: the same kind, place, days and sides."""
    return a.kind == b.kind and not _sides_clash(a, b) and _days_meet(a, b, limits) and _places_meet(a, b, limits)


def _sides_clash(a: Extent, b: Extent) -> bool:
    by, upon = a.by | b.by, a.upon | b.upon
    return len(by) > max(len(a.by), len(b.by), 1) or len(upon) > max(len(a.upon), len(b.upon), 1) or bool(by & upon)


def _days_meet(a: Extent, b: Extent, limits: ClusterLimits) -> bool:
    """Tell whether the days between the earlier group's last and the later one's first stay within the limit.

    A claim of a long period ('in the past week') may hold the day of the other: what counts is the gap.
    """
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return True
    return max((b.first - a.last).days, (a.first - b.last).days) <= limits.days


def _places_meet(a: Extent, b: Extent, limits: ClusterLimits) -> bool:
    """Tell whether all places of the one group lie near a place of the other ('near X and Y' holds 'near X')."""
    return _lie_near(a.points, b.points, limits.km) or _lie_near(b.points, a.points, limits.km)


def _lie_near(points: Iterable[Point], others: Iterable[Point], km: float) -> bool:
    return all(any(distance_km(p, q) <= km for q in others) for p in points)


def distance_km(a: Point, b: Point) -> float:
    """Give the great-circle distance of two (latitude, longitude) points in degrees, in km (haversine)."""
    (lat_a, lon_a), (lat_b, lon_b) = (map(radians, point) for point in (a, b))
    half = sin((lat_a - lat_b) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_a - lon_b) / 2) ** 2
    return 2 * 6371.0088 * asin(sqrt(half))


def _known(*days: date | None) -> Iterable[date]:
    return [day for day in days if day is not None]
