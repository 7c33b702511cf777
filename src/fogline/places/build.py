"""Build: the index made from the sources, the project's own data and the user's additions."""

from __future__ import annotations

import gc
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import numpy.typing as npt

from fogline.places import curated
from fogline.places.additions import read_additions
from fogline.places.cells import Rows, cell_numbers, cell_starts
from fogline.places.entries import Gathered, gather_entries
from fogline.places.entry import Entry, column, merge_entries
from fogline.places.folders import wanted_version
from fogline.places.index import Columns, Meta, is_whole, write_index
from fogline.places.naming import index_names
from fogline.places.place import PlaceKind
from fogline.places.sources import source_versions

Progress = Callable[[str, float], None]
_KEPT_VERSIONS = 3
_SETTLEMENT = PlaceKind.SETTLEMENT


def build_index(folder: Path, progress: Progress | None = None) -> Path:
    """Build the index of today's data under ``folder`` and give its own folder there.

    It is written beside its final place and moved there in one step, so that two processes may build at once: the
    second finds the work done. The newest three versions are kept. ``progress`` gets a word for each step and the
    share done. It takes about 5 s and 420 MB of memory.
    """
    tell = progress or (lambda step, share: None)
    version = wanted_version(folder)
    folder.mkdir(parents=True, exist_ok=True)
    building = Path(tempfile.mkdtemp(prefix=".building-", dir=folder))
    try:
        with _no_collector():
            _build(folder, building, version, tell)
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


def _build(folder: Path, building: Path, version: str, tell: Progress) -> None:
    tell("reading the sources", 0.0)
    gathered = gather_entries()
    tell("adding your own places", 0.5)
    entries = merge_entries(gathered.entries, read_additions(folder, gathered.region_names))
    tell("indexing names", 0.55)
    order = _order_rows(entries)
    meta = _meta(version, entries, np.argsort(order), gathered)
    names = [entries[i].name.encode() for i in order.tolist()]
    name_start = np.cumsum([0, *map(len, names)], dtype=np.uint32)
    write_index(building, _columns(entries, order, meta, name_start), b"".join(names), meta)


def _order_rows(entries: Sequence[Entry]) -> Rows:
    """Give the entry of each row: settlements by cell, then all else, so that a row tells whether it is a settlement.

    The entries themselves stay in the order in which they were made, which is many times quicker to read again.
    """
    is_settlement = column(entries, "kind", object) == _SETTLEMENT
    settlements, others = np.flatnonzero(is_settlement), np.flatnonzero(~is_settlement)
    lat, lon = (column(entries, axis, np.float64)[settlements] for axis in ("lat", "lon"))
    return np.concatenate([settlements[np.argsort(cell_numbers(lat, lon), kind="stable")], others])


def _meta(version: str, entries: Sequence[Entry], row_of_entry: Rows, gathered: Gathered) -> Meta:
    rows = {e.id: row for e, row in zip(entries, row_of_entry.tolist(), strict=True) if e.kind is not _SETTLEMENT}
    countries = [entry for entry in entries if entry.kind is PlaceKind.COUNTRY]
    return Meta(
        version=version,
        sources=source_versions(),
        countries=["", *sorted({entry.country for entry in entries if entry.country})],
        regions=["", *sorted({entry.region for entry in entries if entry.region})],
        country_rows={entry.country: rows[entry.id] for entry in countries if entry.country},
        courses={str(rows[place_id]): path for place_id, path in gathered.courses.items()},
        demonyms=curated.demonyms(),
        common_words=sorted(curated.common_words()),
        unresolved=gathered.unresolved,
    )


def _columns(entries: Sequence[Entry], order: Rows, meta: Meta, name_start: npt.NDArray[np.uint32]) -> Columns:
    kind_number = {kind: number for number, kind in enumerate(PlaceKind)}
    country_number = {code: number for number, code in enumerate(meta.countries)}
    region_number = {name: number for number, name in enumerate(meta.regions)}
    ids = column(entries, "id", np.int64)[order]
    lat, lon = (column(entries, axis, np.float64)[order] for axis in ("lat", "lon"))
    kind = np.array([kind_number[entry.kind] for entry in entries], np.uint8)[order]
    settled = np.count_nonzero(kind == kind_number[_SETTLEMENT])
    by_id = np.argsort(ids)
    names = index_names(entries, np.argsort(order))
    return Columns(
        id=ids,
        lat=lat,
        lon=lon,
        kind=kind,
        country=np.array([country_number[entry.country or ""] for entry in entries], np.uint16)[order],
        region=np.array([region_number[entry.region or ""] for entry in entries], np.uint16)[order],
        population=column(entries, "population", np.int64)[order],
        radius_km=column(entries, "radius_km", np.float32)[order],
        name_start=name_start,
        sorted_id=ids[by_id],
        sorted_row=by_id.astype(np.uint32),
        name_hash=names.hashes,
        name_row=names.rows,
        head_hash=names.head_hashes,
        head_lengths=names.head_lengths,
        cell_start=cell_starts(cell_numbers(lat[:settled], lon[:settled])),
    )


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
