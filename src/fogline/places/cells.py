"""Cells: settlements by square degree, so that those near a point are found without a tree in memory.

Rows of the index are sorted by cell; ``starts[c]`` is the first row of cell c, cells run west to east, south to north.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from fogline.places.place import EARTH_RADIUS_KM, KM_PER_DEGREE

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.int64]
CELLS = 180 * 360


def cell_numbers(lat: Floats, lon: Floats) -> Rows:
    """Give the cell of each point."""
    row = np.clip(np.floor(lat) + 90, 0, 179).astype(np.int64)
    column = np.clip(np.floor(lon) + 180, 0, 359).astype(np.int64)
    cells: Rows = row * 360 + column
    return cells


def cell_starts(cells: Rows) -> npt.NDArray[np.uint32]:
    """Give the first row of every cell, and the number of rows at the end, from the sorted cells of the rows."""
    return np.searchsorted(cells, np.arange(CELLS + 1)).astype(np.uint32)


def rows_in_box(starts: npt.NDArray[np.uint32], south: float, west: float, north: float, east: float) -> Rows:
    """Give the rows of all cells that a box touches; it crosses the 180th meridian when west is east of east."""
    spans = [(west, east)] if west <= east else [(west, 180.0), (-180.0, east)]
    pieces = [np.arange(a, b) for a, b in _runs(starts, south, north, spans) if b > a]
    rows = np.concatenate(pieces) if pieces else np.empty(0, np.int64)
    return rows if len(spans) == 1 else np.unique(rows)


def box_around(lat: float, lon: float, km: float) -> tuple[float, float, float, float]:
    """Give south, west, north, east of the smallest box that holds the circle of ``km`` about a point."""
    half = km / KM_PER_DEGREE
    south, north = lat - half, lat + half
    if south <= -90 or north >= 90 or half >= 90:
        return max(south, -90.0), -180.0, min(north, 90.0), 180.0
    width = float(np.degrees(np.arcsin(min(1.0, np.sin(np.radians(half)) / np.cos(np.radians(lat))))))
    if width >= 180:
        return south, -180.0, north, 180.0
    return south, (lon - width + 180) % 360 - 180, north, (lon + width + 180) % 360 - 180


def distances_km(lat: float, lon: float, lats: Floats, lons: Floats) -> Floats:
    """Give the great-circle distance from a point to each of many (haversine formula)."""
    phi, phis = np.radians(lat), np.radians(lats)
    half_lat, half_lon = (phis - phi) / 2, np.radians(lons - lon) / 2
    h = np.sin(half_lat) ** 2 + np.cos(phi) * np.cos(phis) * np.sin(half_lon) ** 2
    distances: Floats = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(1.0, h)))
    return distances


def _runs(
    starts: npt.NDArray[np.uint32], south: float, north: float, spans: list[tuple[float, float]]
) -> Iterator[tuple[int, int]]:
    for row in range(max(0, int(np.floor(south)) + 90), min(179, int(np.floor(north)) + 90) + 1):
        for west, east in spans:
            first, last = (min(359, max(0, int(np.floor(edge)) + 180)) for edge in (west, east))
            yield int(starts[row * 360 + first]), int(starts[row * 360 + last + 1])
