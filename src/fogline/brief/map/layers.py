"""Layers: the settlements with their state by day, and the events as symbols."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fogline.brief.harm import may_map
from fogline.brief.map.frame import Frame
from fogline.brief.sentences import Writer
from fogline.brief.words import say_days, say_likelihood, say_percent
from fogline.model import ControlDay, Event, EventType

FAMILIES = ("control", "combat", "force", "losses", "infrastructure")
STEP_PX = 15.0
FAIR, SURE = 0.72, 0.88
"""Below the first a tint is hatched, from the second on it is full."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A settlement: its dot, and two letters for its state on each day."""

    name: str
    x: float
    y: float
    radius: float
    mentions: int
    codes: str
    title: str


@dataclass(frozen=True, slots=True)
class Symbol:
    """All events of one family at one place."""

    family: str
    place: str
    x: float
    y: float
    first: int
    """Index of the first day."""
    last: int
    title: str


def find_spots(writer: Writer, frame: Frame, days: Sequence[date], sides: Sequence[str]) -> list[Spot]:
    """Give the settlements inside the frame, those named most first."""
    rows: dict[int, dict[date, ControlDay]] = defaultdict(dict)
    for row in writer.desk.picture.control:
        rows[row.place][row.day] = row
    mentions: dict[str, int] = defaultdict(int)
    for event in mapped_events(writer):
        if event.place and event.place.precision == "settlement":
            mentions[event.place.name] += len(event.claims)
    spots = [_spot(by_day, frame, days, sides, mentions) for by_day in rows.values()]
    held = {spot.name for spot in spots}
    for event in mapped_events(writer):
        if event.place and event.place.precision == "settlement" and event.place.name not in held:
            held.add(event.place.name)
            x, y = frame.xy(event.place.lat, event.place.lon)
            spots.append(Spot(event.place.name, x, y, 4.5, mentions[event.place.name], "", event.place.name))
    inside = [spot for spot in spots if frame.holds(spot.x, spot.y)]
    return sorted(inside, key=lambda s: (-s.mentions, s.name, s.x))


def _spot(
    by_day: dict[date, ControlDay],
    frame: Frame,
    days: Sequence[date],
    sides: Sequence[str],
    mentions: dict[str, int],
) -> Spot:
    row = by_day[max(by_day)]
    x, y = frame.xy(row.lat, row.lon)
    codes = "".join(_code(by_day.get(day), sides) for day in days)
    n = mentions.get(row.name, 0)
    p = max([p for _, p in row.p_by_side] + [row.p_contested])
    state = "not known who holds it" if row.holder == "unknown" else f"{row.holder}, {say_percent(p)}"
    return Spot(row.name, x, y, 4.5 if n else 2.2, n, codes, f"{row.name}: {state}")


def _code(row: ControlDay | None, sides: Sequence[str]) -> str:
    if row is None or row.holder == "unknown":
        return "u0"
    if row.holder == "contested":
        return "c0"
    p = dict(row.p_by_side)[row.holder]
    level = 3 if p >= SURE else 2 if p >= FAIR else 1
    return f"{sides.index(row.holder) % 10}{level}"


def mapped_events(writer: Writer) -> list[Event]:
    """Give the events that may stand on the map: placed, actual, shown, and not held back by a rule."""
    found = []
    for event in writer.desk.events:
        claims = [c for c in writer.desk.claims_of(event) if c.id not in writer.screen.hidden]
        placed = event.place is not None and event.place.precision != "area"
        if claims and placed and event.type is not EventType.MOVED and may_map(event, claims):
            found.append(event)
    return found


def find_symbols(writer: Writer, frame: Frame, days: Sequence[date]) -> list[Symbol]:
    """Give one symbol for each family of events at a place, in a row below its dot."""
    groups: dict[str, dict[str, list[Event]]] = defaultdict(lambda: defaultdict(list))
    for event in mapped_events(writer):
        if event.place and event.type.family in FAMILIES:
            groups[event.place.name][event.type.family].append(event)
    symbols = []
    for place, families in sorted(groups.items()):
        shown = [family for family in FAMILIES if family in families]
        for i, family in enumerate(shown):
            events = families[family]
            spot = events[0].place
            if spot is None or not frame.holds(*frame.xy(spot.lat, spot.lon), 4):
                continue
            x, y = frame.xy(spot.lat, spot.lon)
            at = x + (i - (len(shown) - 1) / 2) * STEP_PX
            symbols.append(_symbol(writer, family, place, events, (round(at, 1), round(y + 14, 1)), days))
    return symbols


def _symbol(
    writer: Writer, family: str, place: str, events: Sequence[Event], at: tuple[float, float], days: Sequence[date]
) -> Symbol:
    spans = [writer.desk.days_of(event) for event in events]
    index = {day: i for i, day in enumerate(days)}
    first, last = min(a for a, _ in spans), max(b for _, b in spans)
    lines = [_line(writer, event) for event in events[:6]]
    more = [f"and {len(events) - 6} more"] if len(events) > 6 else []
    title = "\n".join([place, *lines, *more])
    latest = max(0, len(days) - 1)
    return Symbol(family, place, *at, index.get(first, 0), index.get(last, latest), title)


def _line(writer: Writer, event: Event) -> str:
    when = say_days(*writer.desk.days_of(event))
    return f"{writer.label(event)}, {when}: {say_likelihood(event.probability)} ({say_percent(event.probability)})"
