"""Cells: the ground nearest to each settlement, as far as a settlement speaks for the ground round it."""

from __future__ import annotations

from collections.abc import Sequence

import shapely
from shapely.geometry import MultiPoint, Point, Polygon, box
from shapely.geometry.base import BaseGeometry

from fogline.brief.map.frame import Frame

REACH_KM = 9.0  # half of a day's drive between villages: beyond it the map stays blank rather than guess


def cell_paths(frame: Frame, points: Sequence[tuple[float, float]]) -> list[str]:
    """Give an SVG path for each point: its Voronoi cell, cut to 9 km round it and to the drawing."""
    if not points:
        return []
    edge = box(0, 0, frame.width, frame.height)
    shapes: dict[tuple[float, float], BaseGeometry] = {}
    if len(set(points)) == 1:
        shapes[points[0]] = edge
    else:
        cells = shapely.voronoi_polygons(MultiPoint(sorted(set(points))), extend_to=edge)
        tree = shapely.STRtree(list(cells.geoms))
        for point in set(points):
            found = tree.query(Point(point), predicate="intersects")
            if len(found):
                shapes[point] = cells.geoms[int(found[0])]
    reach = REACH_KM * frame.px_per_km
    return [
        _path(shapes[p].intersection(Point(p).buffer(reach, 12)).intersection(edge)) if p in shapes else ""
        for p in points
    ]


def _path(shape: BaseGeometry) -> str:
    parts = [shape] if isinstance(shape, Polygon) else list(getattr(shape, "geoms", ()))
    return "".join(_ring(part) for part in parts if isinstance(part, Polygon) and not part.is_empty)


def _ring(polygon: Polygon) -> str:
    points = [f"{x:.1f} {y:.1f}" for x, y in polygon.exterior.coords[:-1]]
    return f"M{'L'.join(points)}Z"
