"""Entry: a place with its names on the way into the index."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from operator import attrgetter
from typing import Any

import numpy as np
import numpy.typing as npt

from fogline.places.names import fold_name
from fogline.places.place import KM_PER_DEGREE, PlaceKind

Scores = npt.NDArray[np.float64]

# How much a place of each kind counts when names clash, as a settlement of how many people: (share of its own
# population, floor). A region named like its capital ('Donetsk') stays behind the city; a river named like a village
# ('Oskil') comes before it, one named like a great city ('Dnipro') after it; a country comes before all.
_WEIGHTS = {
    PlaceKind.SETTLEMENT: (1.0, 500.0),
    PlaceKind.COUNTRY: (1e4, 1e10),
    PlaceKind.CONTINENT: (1e4, 1e10),
    PlaceKind.REGION: (1 / 30, 2_000.0),
    PlaceKind.COUNTY: (1 / 1000, 100.0),
    PlaceKind.RIVER: (0.0, 100_000.0),
    PlaceKind.LAKE: (0.0, 100_000.0),
    PlaceKind.SEA: (0.0, 1_000_000.0),
    PlaceKind.AREA: (0.0, 1_000_000.0),
}


@dataclass(slots=True)
class Entry:
    """A place, its good names (usual, curated or the user's), its other spellings, and its weight among namesakes.

    ``name`` to ``radius_km`` are those of ``Place``. ``code`` is the key by which sources speak of a region, its own or
    that of a settlement: country and first-level code ('UA.07').
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
    names: list[str]
    alternates: list[str] = field(default_factory=list)
    code: str = ""
    weight: float = 0.0

    def folded_names(self) -> dict[str, bool]:
        """Give each distinct folded name, with True for a good name and False for another spelling."""
        folded = {fold_name(name): False for name in self.alternates}
        folded.update((fold_name(name), True) for name in self.names)
        folded.pop("", None)
        return folded

    def rename(self, name: str) -> None:
        """Show the place under another name; its names so far still find it."""
        self.name = name
        self.names.append(name)

    def absorb(self, other: Entry) -> None:
        """Take over the names of another entry for the same place."""
        self.names.extend(other.names)
        self.alternates.extend(other.alternates)


def column(entries: Sequence[Entry], name: str, dtype: npt.DTypeLike) -> npt.NDArray[Any]:
    """Give one field of many entries as an array."""
    return np.fromiter(map(attrgetter(name), entries), dtype, len(entries))


def weigh_entries(entries: Sequence[Entry]) -> tuple[Scores, Scores]:
    """Give the decimal logarithm of the population that a settlement as important as each entry would have.

    The second is the importance under an alternate: by population alone, and a thirtieth of it. So 'Victoria' is not
    Hong Kong, whose old centre was called so.
    """
    share, floor = np.array([_WEIGHTS[entry.kind] for entry in entries]).T
    usual = np.maximum(column(entries, "population", np.float64) * share, floor)
    own = column(entries, "weight", np.float64)
    return np.log10(np.where(own > 0, own, usual)), np.log10(usual) - 1.5


def make_id(*key: str) -> int:
    """Give a lasting negative id for a place that GeoNames has none for, from what identifies it."""
    return -1 - int.from_bytes(blake2b("/".join(key).encode(), digest_size=6).digest(), "little")


def merge_entries(entries: Iterable[Entry], later: Iterable[Entry]) -> list[Entry]:
    """Give the entries with later ones added: an entry of a known id is replaced, a known region or water gains names.

    A later region, county, river, lake or sea is known when it has the code of an earlier one, or when one of the
    same kind bears one of its names in the same country or within 50 km of its extent.
    """
    merged = {entry.id: entry for entry in entries}
    if added := list(later):
        known = _Namesakes(merged.values())
        for entry in added:
            _merge(entry, merged, known)
    return list(merged.values())


def _merge(entry: Entry, merged: dict[int, Entry], known: _Namesakes) -> None:
    same = merged.get(entry.id) or known.find(entry)
    if same is None:
        merged[entry.id] = entry
    elif same.kind is PlaceKind.SETTLEMENT:
        entry.absorb(same)
        entry.region = entry.region if entry.region is not None else same.region
        merged[entry.id] = entry
    else:
        same.absorb(entry)


class _Namesakes:
    def __init__(self, entries: Iterable[Entry]) -> None:
        self._codes: dict[str, Entry] = {}
        self._names: dict[tuple[PlaceKind, str], list[Entry]] = {}
        for entry in entries:
            if entry.kind is PlaceKind.SETTLEMENT:
                continue
            if entry.code:
                self._codes[entry.code] = entry
            for name in entry.folded_names():
                self._names.setdefault((entry.kind, name), []).append(entry)

    def find(self, entry: Entry) -> Entry | None:
        if entry.kind is PlaceKind.SETTLEMENT:
            return None
        if entry.code in self._codes:
            return self._codes[entry.code]
        for name in map(fold_name, entry.names):
            for other in self._names.get((entry.kind, name), ()):
                if _is_same_ground(entry, other):
                    return other
        return None


def _is_same_ground(a: Entry, b: Entry) -> bool:
    if a.kind in (PlaceKind.REGION, PlaceKind.COUNTRY):
        return a.country == b.country
    east = (a.lon - b.lon) * math.cos(math.radians(b.lat))
    return math.hypot(a.lat - b.lat, east) * KM_PER_DEGREE < a.radius_km + b.radius_km + 50
