"""Curated: the project's own place data, read from the TOML files in ``data/`` and checked."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from fogline.errors import GazetteerError
from fogline.places.names import fold_name
from fogline.places.place import PlaceKind

FILES = ("waters.toml", "regions.toml", "settlements.toml", "aliases.toml", "demonyms.toml", "common_words.toml")


@dataclass(frozen=True, slots=True)
class CuratedPlace:
    """A water, area or county of the project's own: its middle, extent, countries, other names and course.

    ``key`` tells it from namesakes of its kind and country: the name, with more in brackets where there are some.
    ``region`` is a region code ('UA.07'); ``weight`` the population of an equally important settlement, 0 for the
    usual weight of its kind.
    """

    key: str
    name: str
    kind: PlaceKind
    lat: float
    lon: float
    radius_km: float
    countries: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    region: str = ""
    population: int = 0
    weight: float = 0.0
    path: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class CuratedRegion:
    """The usual name and the other names of a first-level region that the sources know by its code."""

    code: str
    name: str
    aliases: tuple[str, ...]
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class RegionWords:
    """The words that go with the names of regions: 'oblast' after, 'Muhafazat' before (left out)."""

    types: tuple[str, ...]
    dropped_before: tuple[str, ...]
    dropped_after: tuple[str, ...]


def read_bytes() -> bytes:
    """Give the content of all own files, to make the version of the index from."""
    return b"\0".join((files("fogline.places") / "data" / name).read_bytes() for name in FILES)


def waters() -> list[CuratedPlace]:
    """Give the rivers, seas and lakes."""
    data = _read("waters.toml")
    paths = data["paths"]
    kinds = {"rivers": PlaceKind.RIVER, "seas": PlaceKind.SEA, "lakes": PlaceKind.LAKE}
    found = [_place(name, kind, row, paths) for key, kind in kinds.items() for name, row in data[key].items()]
    if unknown := set(paths) - {place.name for place in found}:
        raise GazetteerError(f"waters.toml: a path without its river: {', '.join(sorted(unknown))}")
    return found


def areas() -> list[CuratedPlace]:
    """Give the areas (Donbas, Sahel) and the counties that the sources lack."""
    data = _read("regions.toml")
    kinds = {"areas": PlaceKind.AREA, "counties": PlaceKind.COUNTY}
    return [_place(name, kind, row) for key, kind in kinds.items() for name, row in data[key].items()]


def missing_settlements() -> list[CuratedPlace]:
    """Give settlements of the news that are too small for the sources."""
    rows = _read("settlements.toml")["missing"].items()
    return [_place(key, PlaceKind.SETTLEMENT, row) for key, row in rows]


def regions() -> list[CuratedRegion]:
    """Give the regions whose names the sources lack or misspell."""
    rows = _read("regions.toml")["regions"].items()
    return [CuratedRegion(code, row["name"], tuple(row.get("also", ())), row.get("weight", 0.0)) for code, row in rows]


def region_words() -> RegionWords:
    """Give the words that go with the names of regions."""
    words = _read("regions.toml")["words"]
    return RegionWords(tuple(words["types"]), tuple(words["dropped_before"]), tuple(words["dropped_after"]))


def country_aliases() -> dict[str, list[str]]:
    """Give other names of countries by country code."""
    return dict(_read("aliases.toml")["countries"])


def settlement_aliases() -> dict[tuple[str, str], list[str]]:
    """Give other names of settlements by country code and folded name in the sources."""
    return {key: list(names) for key, names in _by_country("settlements")}


def usual_names() -> dict[tuple[str, str], str]:
    """Give the usual English name of settlements by country code and folded name in the sources."""
    return {key: str(name) for key, name in _by_country("names")}


def demonyms() -> dict[str, str]:
    """Give the country code by folded adjective or word for its people, with plurals."""
    words: dict[str, str] = {}
    for code, names in _read("demonyms.toml")["words"].items():
        for name in names:
            folded = fold_name(name)
            for form in (folded, folded + "s") if _takes_s(folded) else (folded,):
                words.setdefault(form, code)
    return words


def common_words() -> set[str]:
    """Give the folded words that are a place only with strong evidence."""
    groups = _read("common_words.toml").values()
    return {fold_name(word) for group in groups for word in group["words"]}


def _takes_s(word: str) -> bool:
    return word.isascii() and not word.endswith(("s", "sh", "ch", "ese", "men", "people"))


def _by_country(table: str) -> Iterator[tuple[tuple[str, str], Any]]:
    for code, rows in _read("aliases.toml")[table].items():
        for name, value in rows.items():
            yield (code, fold_name(name)), value


def _place(key: str, kind: PlaceKind, row: Mapping[str, Any], paths: Mapping[str, Any] | None = None) -> CuratedPlace:
    known = {"lat", "lon", "km", "in", "also", "region", "population", "weight"}
    if unknown := set(row) - known:
        raise GazetteerError(f"{key}: unknown key {', '.join(sorted(unknown))}; known are {', '.join(sorted(known))}")
    path = (paths or {}).get(key, ())
    return CuratedPlace(
        key=key,
        name=key.partition(" (")[0],
        kind=kind,
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        radius_km=float(row.get("km", 0)),
        countries=tuple(row.get("in", ())),
        aliases=tuple(row.get("also", ())),
        region=row.get("region", ""),
        population=row.get("population", 0),
        weight=float(row.get("weight", 0)),
        path=tuple((float(lat), float(lon)) for lat, lon in path),
    )


@cache
def _read(name: str) -> dict[str, Any]:
    try:
        return tomllib.loads((files("fogline.places") / "data" / name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise GazetteerError(f"places/data/{name}: {error}") from error
