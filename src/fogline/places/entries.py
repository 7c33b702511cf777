"""Entries: every place of the sources and of the project's own data, with its names."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from fogline.places import curated, sources
from fogline.places.curated import CuratedPlace
from fogline.places.entry import Entry, make_id
from fogline.places.names import fold_name, is_usable
from fogline.places.place import Place, PlaceKind
from fogline.places.regions import (
    RegionName,
    make_counties,
    make_regions,
    match_old_cities,
    name_regions,
    region_code,
)
from fogline.places.sources import City, Country
from fogline.places.waters import make_water

_CAPITAL_WEIGHT = 30  # a capital counts like a city of thirty times its people: Victoria is first that of the Seychelles


@dataclass(frozen=True, slots=True)
class Gathered:
    """All entries, the course of each river by place id, region names by code, and aliases without a place."""

    entries: list[Entry]
    courses: dict[int, list[tuple[float, float]]]
    region_names: dict[str, str]
    unresolved: list[str]


def gather_entries() -> Gathered:
    """Read every source and give its places with their names."""
    cities, countries, words = sources.load_cities(), sources.load_countries(), curated.region_words()
    matched = match_old_cities(cities, sources.read_old_cities())
    regions = name_regions(cities, matched, curated.regions(), words)
    settlements = [_settlement(city, regions) for city in cities]
    settlements += [_own_place(place, regions) for place in curated.missing_settlements()]
    unresolved = _name_settlements(settlements, countries)
    waters = [(water, make_water(water, curated.common_words())) for water in curated.waters()]
    entries = [
        *settlements,
        *make_regions(cities, regions, sources.load_state_ids(), words),
        *make_counties(cities, matched, regions),
        *(_own_place(place, regions) for place in curated.areas()),
        *(entry for _, entry in waters),
        *_make_countries(countries, cities),
        *_make_continents(),
    ]
    courses = {entry.place.id: list(water.path) for water, entry in waters if water.path}
    return Gathered(entries, courses, {code: region.name for code, region in regions.items()}, unresolved)


def _settlement(city: City, regions: Mapping[str, RegionName]) -> Entry:
    code = region_code(city)
    place = Place(
        city["geonameid"],
        city["name"],
        PlaceKind.SETTLEMENT,
        city["latitude"],
        city["longitude"],
        city["countrycode"],
        regions[code].name if code in regions else None,
        city["population"],
        0.0,
    )
    return Entry(place, [city["name"]], [name for name in city["alternatenames"] if is_usable(name)])


def _own_place(own: CuratedPlace, regions: Mapping[str, RegionName]) -> Entry:
    place = Place(
        id=make_id(own.kind, own.name, *own.countries),
        name=own.name,
        kind=own.kind,
        lat=own.lat,
        lon=own.lon,
        country=own.countries[0] if len(own.countries) == 1 else None,
        region=regions[own.region].name if own.region else None,
        population=own.population,
        radius_km=own.radius_km,
    )
    return Entry(place, [own.name, *own.aliases], weight=own.weight)


def _name_settlements(settlements: Iterable[Entry], countries: Iterable[Country]) -> list[str]:
    """Add curated aliases to the settlements that they belong to, and mark capitals; give the aliases left over."""
    aliases = {(code, fold_name(name)): names for (code, name), names in curated.settlement_aliases().items()}
    capitals = {country["iso"]: fold_name(country["capital"]) for country in countries if country["capital"]}
    bearers = _largest_bearers(settlements, set(aliases) | set(capitals.items()), capitals)
    for key, entry in bearers.items():
        entry.names.extend(aliases.get(key, ()))
        if capitals.get(key[0]) == key[1]:
            entry.weight = max(entry.place.population, 500) * _CAPITAL_WEIGHT
    return sorted(f"{name} ({code})" for code, name in aliases.keys() - bearers.keys())


def _largest_bearers(
    settlements: Iterable[Entry], wanted: set[tuple[str, str]], capitals: Mapping[str, str]
) -> dict[tuple[str, str], Entry]:
    """Give the largest settlement of each wanted country and name; a capital may be known by another spelling."""
    largest: dict[tuple[str, str], tuple[bool, int, Entry]] = {}
    for entry in settlements:
        country = entry.place.country or ""
        keys = {(country, fold_name(name)): True for name in entry.names}
        if capitals.get(country) not in (None, *(key[1] for key in keys)):
            initial = capitals[country][:1]
            others = (fold_name(name) for name in entry.alternates if fold_name(name[:1])[:1] == initial)
            keys |= {(country, name): False for name in others if name == capitals[country]}
        for key, is_main in keys.items():
            rank = (is_main, entry.place.population)
            if key in wanted and (key not in largest or rank > largest[key][:2]):
                largest[key] = (*rank, entry)
    return {key: entry for key, (_, _, entry) in largest.items()}


def _make_countries(countries: Iterable[Country], cities: Iterable[City]) -> Iterator[Entry]:
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for city in cities:
        points[city["countrycode"]].append((city["latitude"], city["longitude"]))
    aliases, translations = curated.country_aliases(), [sources.country_names(code) for code in ("en", "ru", "uk")]
    for country in countries:
        code = country["iso"]
        if code not in points:  # uninhabited: nothing is reported from there
            continue
        names = [country["name"], *aliases.get(code, ()), *(n for names in translations for n in names.get(code, ()))]
        names += [f"the {name}" for name in names if name.isascii()]
        yield Entry(_country(country, points[code]), names)


def _country(country: Country, points: Sequence[tuple[float, float]]) -> Place:
    return Place(
        id=country["geonameid"],
        name=country["name"],
        kind=PlaceKind.COUNTRY,
        lat=round(sum(lat for lat, _ in points) / len(points), 4),
        lon=round(sum(lon for _, lon in points) / len(points), 4),
        country=country["iso"],
        region=None,
        population=int(country["population"]),
        radius_km=round(math.sqrt(float(country["areakm2"] or 0) / math.pi), 1),
    )


def _make_continents() -> Iterator[Entry]:
    for continent in sources.load_continents():
        lat, lon = float(continent["lat"]), float(continent["lng"])
        place = Place(
            id=continent["geonameId"],
            name=continent["name"],
            kind=PlaceKind.CONTINENT,
            lat=lat,
            lon=lon,
            country=None,
            region=None,
            population=continent["population"],
            radius_km=3000.0,
        )
        yield Entry(place, [continent["name"]])
