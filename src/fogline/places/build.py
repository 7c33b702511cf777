"""Build: the index made from the sources, the project's own data and the user's additions."""

from __future__ import annotations

import gc
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import numpy.typing as npt

from fogline.places import curated
from fogline.places.additions import read_additions
from fogline.places.cells import cell_numbers, cell_starts
from fogline.places.entries import Gathered, gather_entries
from fogline.places.entry import Entry, merge_entries
from fogline.places.folders import wanted_version
from fogline.places.index import LONGEST_NAME, Columns, Meta, is_whole, write_index
from fogline.places.names import fold_name, hash_name, hash_names
from fogline.places.place import Place, PlaceKind
from fogline.places.sources import source_versions

Progress = Callable[[str, float], None]
_KEPT_VERSIONS = 3
_KINDS = tuple(PlaceKind)


def build_index(folder: Path, progress: Progress | None = None) -> Path:
    """Build the index of today's data under ``folder`` and give its own folder there.

    It is written beside its final place and moved there in one step, so that two processes may build at once: the
    second finds the work done. The newest three versions are kept. ``progress`` gets a word for each step and the
    share done. It takes about 10 s and 700 MB of memory.
    """
    tell = progress or (lambda step, share: None)
    version = wanted_version(folder)
    folder.mkdir(parents=True, exist_ok=True)
    building = Path(tempfile.mkdtemp(prefix=".building-", dir=folder))
    try:
        with _no_collector():
            tell("reading the sources", 0.0)
            gathered = gather_entries()
            tell("adding your own places", 0.5)
            entries = merge_entries(gathered.entries, read_additions(folder, gathered.region_names))
            tell("indexing names", 0.55)
            _write(building, version, entries, gathered)
        tell("putting the index in its place", 0.98)
        return _move(building, folder / version)
    finally:
        shutil.rmtree(building, ignore_errors=True)


@contextmanager
def _no_collector() -> Iterator[None]:
    """Keep the garbage collector from searching millions of names for cycles again and again: half of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _write(folder: Path, version: str, entries: list[Entry], gathered: Gathered) -> None:
    entries = _sort_rows(entries)
    places = [entry.place for entry in entries]
    rows = {place.id: row for row, place in enumerate(places)}
    countries = ["", *sorted({place.country for place in places if place.country})]
    regions = ["", *sorted({place.region for place in places if place.region})]
    meta = Meta(
        version=version,
        sources=source_versions(),
        countries=countries,
        regions=regions,
        country_rows={p.country: rows[p.id] for p in places if p.kind is PlaceKind.COUNTRY and p.country},
        courses={str(rows[place_id]): path for place_id, path in gathered.courses.items()},
        demonyms=curated.demonyms(),
        common_words=sorted(curated.common_words()),
        unresolved=gathered.unresolved,
    )
    names = [place.name.encode() for place in places]
    columns = _columns(entries, places, countries, regions, np.cumsum([0, *map(len, names)], dtype=np.uint32))
    write_index(folder, columns, b"".join(names), meta)


def _sort_rows(entries: list[Entry]) -> list[Entry]:
    """Give settlements by cell, then all else, so that a row number tells whether it is a settlement."""
    settlements = [entry for entry in entries if entry.place.kind is PlaceKind.SETTLEMENT]
    others = [entry for entry in entries if entry.place.kind is not PlaceKind.SETTLEMENT]
    lat, lon = (np.array([getattr(e.place, axis) for e in settlements]) for axis in ("lat", "lon"))
    order = np.argsort(cell_numbers(lat, lon), kind="stable")
    return [*(settlements[i] for i in order), *others]


def _columns(
    entries: Sequence[Entry],
    places: Sequence[Place],
    countries: Sequence[str],
    regions: Sequence[str],
    name_start: npt.NDArray[np.uint32],
) -> Columns:
    country_number = {code: number for number, code in enumerate(countries)}
    region_number = {name: number for number, name in enumerate(regions)}
    ids = np.array([place.id for place in places], np.int64)
    lat, lon = np.array([place.lat for place in places]), np.array([place.lon for place in places])
    settled = sum(place.kind is PlaceKind.SETTLEMENT for place in places)
    by_id = np.argsort(ids)
    name_hash, name_row, heads = _index_names(entries)
    head_hash = hash_names(heads)
    by_head = np.argsort(head_hash)
    return Columns(
        id=ids,
        lat=lat,
        lon=lon,
        kind=np.array([_KINDS.index(place.kind) for place in places], np.uint8),
        country=np.array([country_number[place.country or ""] for place in places], np.uint16),
        region=np.array([region_number[place.region or ""] for place in places], np.uint16),
        population=np.array([place.population for place in places], np.int64),
        radius_km=np.array([place.radius_km for place in places], np.float32),
        name_start=name_start,
        sorted_id=ids[by_id],
        sorted_row=by_id.astype(np.uint32),
        name_hash=name_hash,
        name_row=name_row,
        head_hash=head_hash[by_head],
        head_lengths=np.fromiter(heads.values(), np.uint8, len(heads))[by_head],
        cell_start=cell_starts(cell_numbers(lat[:settled], lon[:settled])),
    )


def _index_names(entries: Sequence[Entry]) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint32], dict[str, int]]:
    """Give the hashes of all names in order, the row of each, and a bit mask of name lengths by first word.

    Under one hash the rows stand by importance, a good name before another spelling; each row once.
    """
    folded = [fold_name(name) for entry in entries for name in (*entry.names, *entry.alternates)]
    good = np.array([len(entry.names) for entry in entries])
    total = good + np.array([len(entry.alternates) for entry in entries])
    rows = np.repeat(np.arange(len(entries), dtype=np.uint32), total)
    is_good = np.arange(len(rows)) - np.repeat(total.cumsum() - total, total) < good[rows]
    good_score = np.array([entry.importance() for entry in entries])
    other_score = np.array([entry.importance_by_other_spelling() for entry in entries])
    score = np.where(is_good, good_score[rows], other_score[rows])
    hashes = hash_names(folded)
    best = _best_of_each(hashes, rows, score)
    best = best[hashes[best] != hash_name("")]
    best = best[np.lexsort((rows[best], -score[best], hashes[best]))]
    return hashes[best], rows[best], _lengths_by_first_word(set(folded))


def _best_of_each(
    hashes: npt.NDArray[np.uint64], rows: npt.NDArray[np.uint32], score: npt.NDArray[np.float64]
) -> npt.NDArray[np.int64]:
    """Give the positions that hold the best score of each pair of hash and row."""
    order = np.lexsort((-score, rows, hashes))
    is_first = np.ones(len(order), bool)
    is_first[1:] = (np.diff(hashes[order]) != 0) | (np.diff(rows[order]) != 0)
    return order[is_first]


def _lengths_by_first_word(names: Iterable[str]) -> dict[str, int]:
    """Give a bit for each number of words that names with this first word have: bit 0 for one word."""
    lengths: dict[str, int] = {}
    for name in names:
        first, length = name.partition(" ")[0], name.count(" ") + 1
        if length <= LONGEST_NAME:
            lengths[first] = lengths.get(first, 0) | 1 << (length - 1)
    return lengths


def _move(building: Path, target: Path) -> Path:
    if target.exists() and not is_whole(target):
        shutil.rmtree(target, ignore_errors=True)
    try:
        building.rename(target)
    except OSError:
        if not is_whole(target):
            raise
    _drop_old_versions(target.parent)
    return target


def _drop_old_versions(folder: Path) -> None:
    versions = [path for path in folder.iterdir() if (path / "meta.json").is_file() and path.name[0] != "."]
    versions.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    for old in versions[_KEPT_VERSIONS:]:
        shutil.rmtree(old, ignore_errors=True)
