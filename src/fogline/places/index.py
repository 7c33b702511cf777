"""Index: the files of a built gazetteer, written once and read through memory maps.

One folder per version. ``*.npy`` hold one column each, ``names.bin`` the names of the places end to end, and
``meta.json``, written last, the small tables. A name is found by the 56-bit hash of its folded form in a sorted
column; beside it, ``heads`` tells for the first word of each name how many words the names that begin with it have.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

import numpy as np
import numpy.typing as npt

from fogline.errors import GazetteerError

FORMAT = 4
LONGEST_NAME = 8  # words; a longer name is found by ``find`` but never by ``longest``


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of the index: per place, per name (sorted by hash, then importance), per first word, per cell."""

    id: npt.NDArray[np.int64]
    lat: npt.NDArray[np.float64]
    lon: npt.NDArray[np.float64]
    kind: npt.NDArray[np.uint8]
    country: npt.NDArray[np.uint16]
    region: npt.NDArray[np.uint16]
    population: npt.NDArray[np.int64]
    radius_km: npt.NDArray[np.float32]
    name_start: npt.NDArray[np.uint32]
    sorted_id: npt.NDArray[np.int64]
    sorted_row: npt.NDArray[np.uint32]
    name_hash: npt.NDArray[np.uint64]
    name_row: npt.NDArray[np.uint32]
    head_hash: npt.NDArray[np.uint64]
    head_lengths: npt.NDArray[np.uint8]
    cell_start: npt.NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Meta:
    """The small tables of the index.

    ``countries`` and ``regions`` are what the columns of that name number (0 is none); ``country_rows`` the row of
    each country, ``courses`` the points of rivers by row; ``unresolved`` the curated aliases whose place the sources
    no longer have.
    """

    version: str
    sources: list[str]
    countries: list[str]
    regions: list[str]
    country_rows: dict[str, int]
    courses: dict[str, list[tuple[float, float]]]
    demonyms: dict[str, str]
    common_words: list[str]
    unresolved: list[str] = field(default_factory=list)


def write_index(folder: Path, columns: Columns, names: bytes, meta: Meta) -> None:
    """Write an index into a folder; ``meta.json`` comes last, so a folder that has it is whole."""
    for column in fields(Columns):
        np.save(folder / f"{column.name}.npy", getattr(columns, column.name))
    (folder / "names.bin").write_bytes(names)
    (folder / "meta.json").write_text(json.dumps(asdict(meta), ensure_ascii=False), encoding="utf-8")


def is_whole(folder: Path) -> bool:
    """Tell whether a folder holds a complete index."""
    files = [f"{column.name}.npy" for column in fields(Columns)]
    return all((folder / name).is_file() for name in ("meta.json", "names.bin", *files))


def read_index(folder: Path) -> tuple[Columns, memoryview, Meta]:
    """Map an index into memory; nothing but ``meta.json`` is read before it is used.

    Raises:
        GazetteerError: a file is cut off or unreadable.
    """
    try:
        meta = Meta(**json.loads((folder / "meta.json").read_text(encoding="utf-8")))
        names = np.memmap(folder / "names.bin", mode="r")
        maps = {c.name: np.load(folder / f"{c.name}.npy", mmap_mode="r").view(np.ndarray) for c in fields(Columns)}
    except (OSError, ValueError, TypeError) as error:
        raise GazetteerError(f"the place index in {folder} is damaged: {error}; delete that folder") from error
    return Columns(**maps), names.data, meta
