"""Frame: from WGS 84 degrees to the coordinates of a drawing."""

from __future__ import annotations

import math
from dataclasses import dataclass

from fogline.infer import Area

KM_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Frame:
    """An equirectangular projection, true to scale at the middle of the area; y runs down."""

    area: Area
    width: float
    height: float

    @property
    def px_per_km(self) -> float:
        """Pixels of the drawing for each kilometre."""
        return self.height / ((self.area.north - self.area.south) * KM_PER_DEGREE)

    def xy(self, lat: float, lon: float) -> tuple[float, float]:
        """Give the point of a position in the drawing."""
        x = (lon - self.area.west) / (self.area.east - self.area.west) * self.width
        y = (self.area.north - lat) / (self.area.north - self.area.south) * self.height
        return round(x, 1), round(y, 1)

    def holds(self, x: float, y: float, margin: float = 0.0) -> bool:
        """Tell whether a point lies in the drawing, ``margin`` pixels from its edge."""
        return margin <= x <= self.width - margin and margin <= y <= self.height - margin


def fit_frame(area: Area, width: float, ratios: tuple[float, float]) -> Frame:
    """Give a frame of a width; the area is widened where its shape leaves the allowed ratios of height to width."""
    low, high = ratios
    narrow = max(0.05, math.cos(math.radians((area.south + area.north) / 2)))
    tall = (area.north - area.south) * KM_PER_DEGREE
    wide = (area.east - area.west) * KM_PER_DEGREE * narrow
    extra_wide, extra_tall = max(0.0, tall / high - wide), max(0.0, wide * low - tall)
    side, up = extra_wide / 2 / KM_PER_DEGREE / narrow, extra_tall / 2 / KM_PER_DEGREE
    grown = Area(area.south - up, area.west - side, area.north + up, area.east + side, area.name)
    ratio = (tall + extra_tall) / (wide + extra_wide)
    return Frame(grown, width, round(width * ratio, 1))


def scale_bar(frame: Frame, most_px: float) -> tuple[int, float]:
    """Give the length of the scale bar in km (1, 2 or 5 times a power of ten) and in pixels."""
    lengths = [m * 10**e for e in range(4) for m in (1, 2, 5)]
    fitting = [km for km in lengths if km * frame.px_per_km <= most_px] or [1]
    return fitting[-1], round(fitting[-1] * frame.px_per_km, 1)
