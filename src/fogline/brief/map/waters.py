"""Waters: rivers with a known course, as smooth lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from fogline.brief.map.frame import Frame
from fogline.places import Gazetteer


@dataclass(frozen=True, slots=True)
class Water:
    """A river: its path, and its name with a point on it (empty where it only touches the drawing)."""

    path: str
    name: str
    x: float
    y: float


def draw_waters(gazetteer: Gazetteer, frame: Frame) -> list[Water]:
    """Give the rivers that cross the drawing."""
    found = []
    for river in gazetteer.rivers():
        points = [frame.xy(lat, lon) for lat, lon in river.path]
        inside = [p for p in _finer(points) if frame.holds(*p, 12)]
        if inside:
            x, y = inside[len(inside) // 2]
            found.append(Water(_curve(points), river.place.name if len(inside) > 6 else "", x, y))
    return found


def _finer(points: Sequence[tuple[float, float]], steps: int = 8) -> list[tuple[float, float]]:
    return [
        (x1 + (x2 - x1) * i / steps, y1 + (y2 - y1) * i / steps)
        for (x1, y1), (x2, y2) in pairwise(points)
        for i in range(steps)
    ]


def _curve(points: Sequence[tuple[float, float]]) -> str:
    """Give a Catmull–Rom spline through the points as cubic Bézier curves (tension 1/6)."""
    path = f"M{points[0][0]} {points[0][1]}"
    for i in range(len(points) - 1):
        before, here = points[max(0, i - 1)], points[i]
        there, after = points[i + 1], points[min(len(points) - 1, i + 2)]
        one = (here[0] + (there[0] - before[0]) / 6, here[1] + (there[1] - before[1]) / 6)
        two = (there[0] - (after[0] - here[0]) / 6, there[1] - (after[1] - here[1]) / 6)
        path += f"C{one[0]:.1f} {one[1]:.1f} {two[0]:.1f} {two[1]:.1f} {there[0]} {there[1]}"
    return path
