"""A small world to build in a moment: the settlements around Kharkiv, by the same code as the whole one."""

import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from functools import cache
from pathlib import Path
from unittest.mock import patch

from fogline.places import Gazetteer, sources
from fogline.places.entry import Entry

NORTH, SOUTH, WEST, EAST = 50.5, 48.5, 36.0, 38.5

Rows = tuple[list[Entry], list[sources.OldCity]]


@contextmanager
def small_world(saved: Path | None = None) -> Iterator[None]:
    """Let builds inside the block know no settlements but those around Kharkiv; ``saved`` is what save_world wrote."""
    settlements, old = pickle.loads(saved.read_bytes()) if saved else _around_kharkiv()
    with (
        patch.object(sources, "load_settlements", lambda: deepcopy(settlements)),  # a build names them anew
        patch.object(sources, "load_old_cities", lambda: old),
    ):
        yield


def save_world(path: Path) -> Path:
    """Write the small world for other processes, so that each need not read the whole one."""
    path.write_bytes(pickle.dumps(_around_kharkiv()))
    return path


def open_small(folder: Path) -> Gazetteer:
    """Open the gazetteer of the small world."""
    with small_world():
        return Gazetteer.open(folder)


@cache
def _around_kharkiv() -> Rows:
    settlements = [entry for entry in sources.load_settlements() if _is_inside(entry)]
    return settlements, [row for row in sources.load_old_cities() if row.cc == "UA"]


def _is_inside(entry: Entry) -> bool:
    return SOUTH < entry.lat < NORTH and WEST < entry.lon < EAST
