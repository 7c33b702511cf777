"""Rows: the lines of a GeoNames dump or a CSV file of places, each a place, of no use, or wrong for a reason."""

from __future__ import annotations

import csv
import io
import math
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fogline.errors import InputError
from fogline.places.entry import make_id
from fogline.places.names import usable_names
from fogline.places.place import PlaceKind

_DUMP_COLUMNS = 19
_CSV_COLUMNS = ("name", "lat", "lon", "id", "country", "region", "population", "kind", "aliases")
_MOST_REJECTED = 10_000  # a file with more bad rows than this is not what it claims to be

# Feature codes of GeoNames (https://www.geonames.org/export/codes.html) that are places of war reporting, with a rough
# radius in km. Buildings, roads, wells and abandoned settlements are not: positions never get finer than a settlement.
_FEATURES = {
    "A.ADM1": (PlaceKind.REGION, 60.0),
    "A.ADM2": (PlaceKind.COUNTY, 20.0),
    "H.STM": (PlaceKind.RIVER, 30.0),
    "H.STMI": (PlaceKind.RIVER, 20.0),
    "H.CNL": (PlaceKind.RIVER, 20.0),
    "H.LK": (PlaceKind.LAKE, 5.0),
    "H.RSV": (PlaceKind.LAKE, 10.0),
    "H.SEA": (PlaceKind.SEA, 300.0),
    "H.GULF": (PlaceKind.SEA, 100.0),
    "H.BAY": (PlaceKind.SEA, 20.0),
    "H.STRT": (PlaceKind.SEA, 20.0),
    "L.RGN": (PlaceKind.AREA, 50.0),
    "T.ISL": (PlaceKind.AREA, 10.0),
    "T.MTS": (PlaceKind.AREA, 50.0),
}
_GONE = {"PPLH", "PPLQ", "PPLW", "PPLCH"}


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that is not a place: its line number in the file, from 1, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A row that is a place. ``aliases`` are good names, ``alternates`` other spellings."""

    id: int
    name: str
    kind: PlaceKind
    lat: float
    lon: float
    country: str | None
    region: str | None
    region_code: str
    population: int
    radius_km: float
    aliases: tuple[str, ...]
    alternates: tuple[str, ...]

    def as_json(self) -> list[Any]:
        """Give the fields in order, as JSON has them."""
        return [getattr(self, name) for name in self.__slots__]

    @classmethod
    def from_json(cls, values: list[Any]) -> PlaceRow:
        """Make a row of what ``as_json`` gave."""
        given = dict(zip(cls.__slots__, values, strict=True))
        lists = {name: tuple(given[name]) for name in ("aliases", "alternates")}
        return cls(**given | lists | {"kind": PlaceKind(given["kind"])})


def read_rows(file: Path) -> Iterator[PlaceRow | RejectedRow | None]:
    """Give each row of a file: a place, a bad row, or None for a row of a dump that is of no use.

    Raises:
        InputError: the file is of neither form, or has more than 10,000 bad rows.
    """
    rejected = 0
    with ExitStack() as stack:
        lines = _open_lines(file, stack)
        first = next(lines, "")
        if first.count("\t") == _DUMP_COLUMNS - 1:
            rows = _read_dump(first, lines)
        elif {"name", "lat", "lon"} <= set(_header(first)):
            rows = _read_csv(_header(first), lines)
        else:
            wanted = f"a GeoNames dump ({_DUMP_COLUMNS} columns) nor a CSV file with the columns name,lat,lon"
            raise InputError(f"{file} is neither {wanted}")
        for row in rows:
            rejected += isinstance(row, RejectedRow)
            if rejected > _MOST_REJECTED:
                raise InputError(f"{file} has more than {_MOST_REJECTED:,} bad rows")
            yield row


def _open_lines(file: Path, stack: ExitStack) -> Iterator[str]:
    if zipfile.is_zipfile(file):
        archive = stack.enter_context(zipfile.ZipFile(file))
        members = [name for name in archive.namelist() if name.endswith(".txt") and "readme" not in name.casefold()]
        if len(members) != 1:
            raise InputError(f"{file} must hold one dump (.txt); it holds {', '.join(members) or 'none'}")
        stream = stack.enter_context(archive.open(members[0]))
        return io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace", newline="")
    return stack.enter_context(file.open(encoding="utf-8-sig", errors="replace", newline=""))


def _read_dump(first: str, lines: Iterable[str]) -> Iterator[PlaceRow | RejectedRow | None]:
    yield _check(1, first.rstrip("\r\n").split("\t"), _dump_row)
    for number, line in enumerate(lines, 2):
        yield _check(number, line.rstrip("\r\n").split("\t"), _dump_row)


def _dump_row(cells: list[str]) -> PlaceRow | None:
    if len(cells) != _DUMP_COLUMNS:
        raise ValueError(f"{len(cells)} columns instead of {_DUMP_COLUMNS}")
    feature, code, admin1 = f"{cells[6]}.{cells[7]}", cells[7], cells[10]
    kind, radius_km = _FEATURES.get(feature, (PlaceKind.SETTLEMENT, 0.0))
    if kind is PlaceKind.SETTLEMENT and (cells[6] != "P" or code in _GONE):
        return None
    country = _country(cells[8])
    return PlaceRow(
        id=_whole(cells[0], "geonameid"),
        name=_name(cells[1]),
        kind=kind,
        lat=_degrees(cells[4], 90, "latitude"),
        lon=_degrees(cells[5], 180, "longitude"),
        country=country,
        region=None,
        region_code=f"{country}.{admin1}" if country and admin1 not in ("", "00") else "",
        population=_whole(cells[14] or "0", "population"),
        radius_km=radius_km,
        aliases=(),
        alternates=tuple(usable_names({cells[2], *cells[3].split(",")})),
    )


def _header(line: str) -> list[str]:
    return [name.strip().casefold() for name in next(csv.reader([line]), [])]


def _read_csv(header: list[str], lines: Iterable[str]) -> Iterator[PlaceRow | RejectedRow | None]:
    if unknown := set(header) - set(_CSV_COLUMNS):
        raise InputError(f"unknown column {', '.join(sorted(unknown))}; known are {', '.join(_CSV_COLUMNS)}")
    reader = csv.reader(lines)
    for cells in reader:
        if cells:
            yield _check(reader.line_num + 1, cells, lambda row: _csv_row(header, row))


def _csv_row(header: list[str], cells: list[str]) -> PlaceRow:
    if len(cells) != len(header):
        raise ValueError(f"{len(cells)} columns instead of {len(header)}")
    row = {key: cell.strip() for key, cell in zip(header, cells, strict=True)}
    name, lat, lon = _name(row["name"]), _degrees(row["lat"], 90, "lat"), _degrees(row["lon"], 180, "lon")
    own_id = make_id("own", name, f"{lat:.4f}", f"{lon:.4f}")
    return PlaceRow(
        id=_whole(row["id"], "id", signed=True) if row.get("id") else own_id,
        name=name,
        kind=_kind(row),
        lat=lat,
        lon=lon,
        country=_country(row.get("country", "")),
        region=row.get("region") or None,
        region_code="",
        population=_whole(row.get("population") or "0", "population"),
        radius_km=0.0,
        aliases=tuple(alias.strip() for alias in row.get("aliases", "").split(";") if alias.strip()),
        alternates=(),
    )


def _check(line: int, cells: list[str], parse: Any) -> PlaceRow | RejectedRow | None:
    try:
        row: PlaceRow | None = parse(cells)
    except ValueError as error:
        return RejectedRow(line, str(error))
    return row


def _name(text: str) -> str:
    if not text.strip():
        raise ValueError("the name is empty")
    if "\ufffd" in text:
        raise ValueError("the name is not UTF-8")
    return text.strip()


def _degrees(text: str, most: int, what: str) -> float:
    try:
        value = float(text)
    except ValueError:
        raise ValueError(f"{what} is not a number: '{text}'") from None
    if not math.isfinite(value) or abs(value) > most:
        raise ValueError(f"{what} is outside -{most} to {most}: {text}")
    return value


def _whole(text: str, what: str, *, signed: bool = False) -> int:
    digits = text.removeprefix("-") if signed else text
    if not (digits.isascii() and digits.isdigit() and len(digits) < 16):
        raise ValueError(f"{what} is not a whole number: '{text}'")
    return int(text)


def _country(text: str) -> str | None:
    if not text:
        return None
    if not (len(text) == 2 and text.isascii() and text.isalpha()):
        raise ValueError(f"country is not a code of two letters: '{text}'")
    return text.upper()


def _kind(row: Mapping[str, str]) -> PlaceKind:
    try:
        return PlaceKind((row.get("kind") or "settlement").casefold())
    except ValueError:
        raise ValueError(f"unknown kind '{row['kind']}'; known are {', '.join(PlaceKind)}") from None
