"""Entries: every place of the sources and of the project's own data, with its names."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from fogline.places import curated, sources
from fogline.places.articles import article_spellings
from fogline.places.curated import CuratedPlace
from fogline.places.entry import Entry, make_id
from fogline.places.names import fold_name
from fogline.places.place import PlaceKind
from fogline.places.regions import (
    RegionName,
    make_counties,
    make_regions,
    match_old_cities,
    name_regions,
)
from fogline.places.sources import Country
from fogline.places.waters import make_water

# A capital counts like a city of fifty times its people: Victoria is first that of the Seychelles. A settlement of the
# project's own counts like one of 3,000 at least: it stands there because the news names it.
_CAPITAL_WEIGHT = 50
_NEWS_WEIGHT = 3_000


@dataclass(frozen=True, slots=True)
class Gathered:
    """All entries, the course of each river by place id, region names by code, and aliases without a place."""

    entries: list[Entry]
    courses: dict[int, list[tuple[float, float]]]
    region_names: dict[str, str]
    unresolved: list[str]


def gather_entries() -> Gathered:
    """Read every source and give its places with their names."""
    towns, countries, words = sources.load_settlements(), sources.load_countries(), curated.region_words()
    matched = match_old_cities(towns, sources.load_old_cities())
    regions = name_regions(towns, matched, curated.regions(), words)
    for town in towns:
        town.region = regions[town.code].name if town.code in regions else None
    settlements = [*towns, *(_own_place(place, regions) for place in curated.missing_settlements())]
    unresolved = _name_settlements(settlements, countries)
    for entry in settlements:
        entry.alternates.extend(article_spellings(entry.country, (*entry.names, *entry.alternates)))
    common = curated.common_words()
    waters = [(water, make_water(water, common)) for water in curated.waters()]
    entries = [
        *settlements,
        *make_regions(towns, regions, sources.load_state_ids(), words),
        *make_counties(towns, matched, regions),
        *(_own_place(place, regions) for place in curated.areas()),
        *(entry for _, entry in waters),
        *_make_countries(countries, towns),
        *_make_continents(),
    ]
    courses = {entry.id: list(water.path) for water, entry in waters if water.path}
    return Gathered(entries, courses, {code: region.name for code, region in regions.items()}, unresolved)


def _own_place(own: CuratedPlace, regions: Mapping[str, RegionName]) -> Entry:
    usual = max(own.population, _NEWS_WEIGHT) if own.kind is PlaceKind.SETTLEMENT else 0
    return Entry(
        id=make_id(own.kind, own.key, *own.countries),
        name=own.name,
        kind=own.kind,
        lat=own.lat,
        lon=own.lon,
        country=own.countries[0] if len(own.countries) == 1 else None,
        region=regions[own.region].name if own.region in regions else None,
        population=own.population,
        radius_km=own.radius_km,
        names=[own.name, *own.aliases],
        weight=own.weight or usual,
    )


def _name_settlements(settlements: Sequence[Entry], countries: Iterable[Country]) -> list[str]:
    """Give settlements their usual and other curated names, and mark capitals; give the names left over."""
    usual, aliases = curated.usual_names(), curated.settlement_aliases()
    capitals = {(country["iso"], fold_name(country["capital"])) for country in countries if country["capital"]}
    wanted = {*usual, *aliases, *capitals}
    bearers = _largest_bearers(settlements, wanted, lambda entry: entry.names)
    # A capital may be known by another spelling.
    bearers |= _largest_bearers(settlements, capitals - bearers.keys(), lambda entry: entry.alternates)
    for key, entry in bearers.items():
        entry.names.extend(aliases.get(key, ()))
        if key in usual:
            entry.rename(usual[key])
        if key in capitals:
            entry.weight = max(entry.population, 500) * _CAPITAL_WEIGHT
    return sorted(f"{name} ({code})" for code, name in {*usual, *aliases} - bearers.keys())


def _largest_bearers(
    settlements: Iterable[Entry], wanted: Set[tuple[str, str]], names_of: Callable[[Entry], list[str]]
) -> dict[tuple[str, str], Entry]:
    """Give the largest settlement of each wanted country and name."""
    countries = {country for country, _ in wanted}
    largest: dict[tuple[str, str], Entry] = {}
    for entry in settlements:
        if entry.country in countries:
            for name in names_of(entry):
                key = (entry.country, fold_name(name))
                if key in wanted and (key not in largest or entry.population > largest[key].population):
                    largest[key] = entry
    return largest


def _make_countries(countries: Iterable[Country], settlements: Iterable[Entry]) -> Iterator[Entry]:
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for entry in settlements:
        points[entry.country or ""].append((entry.lat, entry.lon))
    aliases, translations = curated.country_aliases(), [sources.country_names(code) for code in ("en", "ru", "uk")]
    for country in countries:
        code = country["iso"]
        if code not in points:  # uninhabited: nothing is reported from there
            continue
        names = [country["name"], *aliases.get(code, ()), *(n for names in translations for n in names.get(code, ()))]
        names += [f"the {name}" for name in names if name.isascii()]
        yield _country(country, points[code], names)


def _country(country: Country, points: Sequence[tuple[float, float]], names: list[str]) -> Entry:
    return Entry(
        id=country["geonameid"],
        name=country["name"],
        kind=PlaceKind.COUNTRY,
        lat=round(sum(lat for lat, _ in points) / len(points), 4),
        lon=round(sum(lon for _, lon in points) / len(points), 4),
        country=country["iso"],
        region=None,
        population=int(country["population"]),
        radius_km=round(math.sqrt(float(country["areakm2"] or 0) / math.pi), 1),
        names=names,
    )


def _make_continents() -> Iterator[Entry]:
    for continent in sources.load_continents():
        lat, lon = float(continent["lat"]), float(continent["lng"])
        yield Entry(
            id=continent["geonameId"],
            name=continent["name"],
            kind=PlaceKind.CONTINENT,
            lat=lat,
            lon=lon,
            country=None,
            region=None,
            population=continent["population"],
            radius_km=3000.0,
            names=[continent["name"]],
        )
