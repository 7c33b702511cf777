"""A small world to build in a moment: the settlements around Kharkiv, by the same code as the whole one."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from unittest.mock import patch

from fogline.places import Gazetteer, sources

NORTH, SOUTH, WEST, EAST = 50.5, 48.5, 36.0, 38.5

Rows = tuple[list[sources.City], list[sources.OldCity]]


@contextmanager
def small_world(saved: Path | None = None) -> Iterator[None]:
    """Let builds inside the block know no settlements but those around Kharkiv; ``saved`` is what save_world wrote."""
    cities, old = json.loads(saved.read_text(encoding="utf-8")) if saved else _around_kharkiv()
    with (
        patch.object(sources, "load_cities", lambda: cities),
        patch.object(sources, "read_old_cities", lambda: iter(old)),
    ):
        yield


def save_world(path: Path) -> Path:
    """Write the small world for other processes, so that each need not read the whole one."""
    path.write_text(json.dumps(_around_kharkiv()), encoding="utf-8")
    return path


def open_small(folder: Path) -> Gazetteer:
    """Open the gazetteer of the small world."""
    with small_world():
        return Gazetteer.open(folder)


@cache
def _around_kharkiv() -> Rows:
    cities = [city for city in sources.load_cities() if _is_inside(city)]
    return cities, [row for row in sources.read_old_cities() if row["cc"] == "UA"]


def _is_inside(city: sources.City) -> bool:
    return SOUTH < city["latitude"] < NORTH and WEST < city["longitude"] < EAST
