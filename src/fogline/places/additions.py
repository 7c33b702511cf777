"""Additions: the user's own places, from a GeoNames dump or a CSV file, kept beside the cache for every later build."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import IO

from fogline.errors import GazetteerError, InputError
from fogline.places.entry import Entry
from fogline.places.folders import addition_files, additions_folder
from fogline.places.place import PlaceKind
from fogline.places.rows import PlaceRow, RejectedRow, read_rows

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class AddResult:
    """What became of a file of places.

    ``added`` counts the places kept; ``skipped`` the rows of a dump that are of no use here (roads, schools, wells);
    ``rejected`` holds the bad rows with line and reason. ``already_known`` is true when the same file was added
    before: then nothing was changed.
    """

    added: int
    skipped: int
    rejected: tuple[RejectedRow, ...]
    already_known: bool


def add_places(file: Path, folder: Path) -> AddResult:
    """Keep the places of a file for every later build of the index under ``folder``.

    ``file`` is a GeoNames dump (19 columns separated by tabs, or a .zip of it) or a CSV file with the columns name,
    lat, lon and, as far as known, id, country, region, population, kind, aliases (separated by ';'). A place whose id
    the gazetteer knows replaces it and keeps its names.

    Raises:
        InputError: the file is missing, empty or of neither form.
    """
    kept_in = additions_folder(folder)
    kept_in.mkdir(parents=True, exist_ok=True)
    target = kept_in / f"{_hash_file(file)}.jsonl"
    counts = {"added": 0, "skipped": 0}
    rejected: list[RejectedRow] = []
    with _replacing(target) as lines:
        for row in read_rows(file):
            if isinstance(row, RejectedRow):
                rejected.append(row)
            elif row is None:
                counts["skipped"] += 1
            else:
                counts["added"] += 1
                lines.write(json.dumps(row.as_json(), ensure_ascii=False) + "\n")
        already_known = target.exists()
        if not counts["added"]:
            reason = f"; line {rejected[0].line}: {rejected[0].reason}" if rejected else ""
            raise InputError(f"{file} holds no place that can be used{reason}")
    return AddResult(counts["added"], counts["skipped"], tuple(rejected), already_known)


def read_additions(folder: Path, region_names: Mapping[str, str]) -> Iterator[Entry]:
    """Give the user's own places as entries, in the order of their files; ``region_names`` are by code ('UA.07')."""
    for file in addition_files(folder):
        with file.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    row = PlaceRow.from_json(json.loads(line))
                except (ValueError, TypeError, KeyError) as error:
                    raise GazetteerError(f"{file}, line {number}: {error}; delete it and add the file again") from error
                yield _entry(row, region_names)


def _entry(row: PlaceRow, region_names: Mapping[str, str]) -> Entry:
    region = row.name if row.kind is PlaceKind.REGION else row.region or region_names.get(row.region_code)
    return Entry(
        id=row.id,
        name=row.name,
        kind=row.kind,
        lat=row.lat,
        lon=row.lon,
        country=row.country,
        region=region,
        population=row.population,
        radius_km=row.radius_km,
        names=[row.name, *row.aliases],
        alternates=list(row.alternates),
        code=row.region_code if row.kind is PlaceKind.REGION else "",
    )


def _hash_file(file: Path) -> str:
    digest = blake2b(digest_size=12)
    try:
        with file.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise InputError(f"cannot read {file}: {error.strerror}") from error
    return digest.hexdigest()


@contextmanager
def _replacing(target: Path) -> Iterator[IO[str]]:
    """Open a file beside the target and move it there when all of it is written."""
    with tempfile.NamedTemporaryFile("w", dir=target.parent, suffix=".part", encoding="utf-8", delete=False) as lines:
        try:
            yield lines
            lines.close()
            Path(lines.name).replace(target)
        finally:
            Path(lines.name).unlink(missing_ok=True)
