"""Draw: the layers of the map as plain values that the template turns into SVG."""

from __future__ import annotations

import math
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import resources

from fogline.brief.map.cells import cell_paths
from fogline.brief.map.frame import Frame, fit_frame, scale_bar
from fogline.brief.map.labels import Box, Label, Wanted, place_labels
from fogline.brief.map.layers import Spot, Symbol, find_spots, find_symbols
from fogline.brief.map.waters import Water, draw_waters
from fogline.brief.picture import all_days
from fogline.brief.sentences import Writer
from fogline.brief.words import say_day, side_name
from fogline.infer import area_of

WIDE, NARROW = 960.0, 400.0
TOWN = 25_000
SUBURB_PX = 42.0
UNKNOWN = "u0"


@dataclass(frozen=True, slots=True)
class MapView:
    """One drawing of the map; ``codes`` of cells and spots have two letters for each day."""

    name: str
    width: float
    height: float
    cells: tuple[tuple[str, str], ...]
    """(path, codes): the tint of each settlement's ground."""
    veils: tuple[tuple[str, str], ...]
    """(path, codes): hatching, for ground that is weakly held or contested on some day."""
    towns: tuple[tuple[float, float], ...]
    """Dots of larger towns that no report names."""
    spots: tuple[Spot, ...]
    symbols: tuple[Symbol, ...]
    waters: tuple[Water, ...]
    labels: tuple[Label, ...]
    scale: tuple[int, float]


@dataclass(frozen=True, slots=True)
class Maps:
    """The drawings with what they share: days, sides with names and colours, and a description in words."""

    views: tuple[MapView, ...]
    days: tuple[str, ...]
    sides: tuple[tuple[str, str], ...]
    """(name, colour)."""
    contested: bool
    families: tuple[str, ...]
    description: str


def draw_maps(writer: Writer) -> Maps | None:
    """Give the map for wide and for narrow screens, None when no event has a place."""
    picture = writer.desk.picture
    area = picture.area or area_of(picture.events)
    if area is None or not (picture.control or any(e.place for e in writer.desk.events)):
        return None
    days = all_days(*writer.desk.period) if writer.desk.period else []
    sides = _sides(writer)
    views = []
    for name, width, ratios, sizes in (
        ("wide", WIDE, (0.5, 0.72), (14.0, 12.0)),
        ("narrow", NARROW, (0.8, 1.25), (13.0, 11.0)),
    ):
        views.append(_view(writer, fit_frame(area, width, ratios), name, days, [s for s, _ in sides], sizes))
    names = tuple((side_name(side, writer.gazetteer), colour) for side, colour in sides)
    contested = any(row.holder == "contested" for row in picture.control)
    families = tuple(dict.fromkeys(symbol.family for symbol in views[0].symbols))
    shown = tuple(say_day(day) for day in days)
    return Maps(tuple(views), shown, names, contested, families, _describe(writer, days))


def _view(
    writer: Writer, frame: Frame, name: str, days: Sequence[date], sides: Sequence[str], sizes: tuple[float, float]
) -> MapView:
    spots = find_spots(writer, frame, days, sides)
    symbols = find_symbols(writer, frame, days)
    waters = draw_waters(writer.gazetteer, frame)
    paths = cell_paths(frame, [(s.x, s.y) for s in spots if s.codes])
    cells = [(path, s.codes) for path, s in zip(paths, [s for s in spots if s.codes], strict=True) if path]
    taken = [Box(s.x - s.radius, s.y - s.radius, s.x + s.radius, s.y + s.radius) for s in spots if s.mentions]
    taken += [Box(s.x - 7, s.y - 7, s.x + 7, s.y + 7) for s in symbols]
    furniture = [Box(0, frame.height - 40, 170, frame.height), Box(frame.width - 44, 0, frame.width, 54)]
    below = Counter(symbol.place for symbol in symbols)
    wanted = [_wanted(spot, sizes, below=bool(below[spot.name])) for spot in spots if spot.mentions]
    context = _towns(writer, frame, spots, sizes)
    rivers = [Wanted(w.name, w.x, w.y, 3, sizes[1], "water-name") for w in waters if w.name]
    labels = place_labels(frame, [*wanted, *rivers, *context], [*taken, *furniture])
    return MapView(
        name,
        frame.width,
        frame.height,
        tuple(cells),
        tuple((path, codes) for path, codes in cells if _is_hatched(codes)),
        tuple((town.x, town.y) for town in context),
        tuple(spots),
        tuple(symbols),
        tuple(waters),
        tuple(labels),
        scale_bar(frame, frame.width * 0.22),
    )


def _is_hatched(codes: str) -> bool:
    days = [codes[i : i + 2] for i in range(0, len(codes), 2)]
    return any(code == "c0" or code[1] == "1" for code in days)


def _wanted(spot: Spot, sizes: tuple[float, float], *, below: bool) -> Wanted:
    return Wanted(spot.name, spot.x, spot.y, spot.radius + 4, sizes[0], "strong", below=16.0 if below else 0.0)


def _towns(writer: Writer, frame: Frame, spots: Sequence[Spot], sizes: tuple[float, float]) -> list[Wanted]:
    area, named = frame.area, [(spot.x, spot.y) for spot in spots if spot.mentions]
    towns = writer.gazetteer.within(area.south, area.west, area.north, area.east, TOWN)
    ordered = sorted(towns, key=lambda p: (-p.population, p.id))[:12]
    wanted = [Wanted(p.name, *frame.xy(p.lat, p.lon), 6, sizes[1], "town") for p in ordered]
    return [w for w in wanted if all(math.dist((w.x, w.y), point) > SUBURB_PX for point in named)]


def _sides(writer: Writer) -> list[tuple[str, str]]:
    """Give the sides of the control table with their colours; customary ones first, the rest by the palette."""
    raw = tomllib.loads(resources.files("fogline.brief").joinpath("palette.toml").read_text(encoding="utf-8"))
    customary: Mapping[str, str] = raw["customary"]
    sides = sorted({side for row in writer.desk.picture.control for side, _ in row.p_by_side})
    used = {customary[side] for side in sides if side in customary}
    free = [colour for colour in raw["sides"] if colour not in used]
    colours = {side: customary[side] if side in customary else (free.pop(0) if free else "#4a5568") for side in sides}
    return [(side, colours[side]) for side in sides]


def _describe(writer: Writer, days: Sequence[date]) -> str:
    if not writer.desk.picture.control or not days:
        return "Places that reports name. Nothing is known of who holds them."
    last = [row for row in writer.desk.picture.control if row.day == days[-1]]
    held = Counter(row.holder for row in last)
    names = {"contested": "contested", "unknown": "not known"}
    parts = [f"{names.get(h) or side_name(h, writer.gazetteer)}: {n}" for h, n in sorted(held.items())]
    return f"Settlements by who is inferred to hold them on {say_day(days[-1])}. {', '.join(parts)}."
