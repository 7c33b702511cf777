"""Changes: which places changed hands, day by day, with probability before and after and who says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from fogline.brief.page import Block, Note, Row, Section, Table
from fogline.brief.sentences import Writer
from fogline.brief.voices import voices_of
from fogline.brief.words import join_names, say_day, say_likelihood, say_percent, say_undated, side_name
from fogline.model import ControlDay, Event

HEAD = ("Place", "Before", "After", "Who says so", "Origins")
WIDTHS = (17, 22, 22, 30, 9)
NEWS_TYPES = ("control.", "force.collapsed")


def write_changes(writer: Writer) -> Section:
    """Give one table for each day on which a place that reports name changed hands."""
    days: dict[str, list[Row]] = {}
    silent = 0
    for before, after in _flips(writer.desk.picture.control):
        row = _row(writer, before, after)
        if row:
            days.setdefault(say_day(after.day), []).append(row)
        else:
            silent += 1
    blocks: list[Block] = [Table(day, HEAD, tuple(rows), (4,), WIDTHS) for day, rows in days.items()]
    undated = len(writer.desk.undated_changes)
    if undated:
        blocks.append(Note(say_undated(undated)))
    elif not blocks:
        blocks = [Note("As far as these reports say, no place that they name changed hands on these days.")]
    if silent:
        blocks.append(
            Note(
                f"On the map {silent} more change{'s' * (silent > 1)} of settlements that no report names "
                f"{'are' if silent > 1 else 'is'} inferred from their neighbours alone."
            )
        )
    return Section(
        "changes", "What changed, day by day", tuple(blocks), "Who held a place is inferred from the claims."
    )


def _flips(control: Sequence[ControlDay]) -> Iterator[tuple[ControlDay, ControlDay]]:
    flips = []
    ordered = sorted(control, key=lambda row: (row.place, row.day))
    for _, rows in groupby(ordered, key=lambda row: row.place):
        known: ControlDay | None = None
        for before, after in pairwise(rows):
            known = before if before.holder != "unknown" else known
            settled = after.holder != "unknown"
            if settled and after.holder != before.holder and (known is None or known.holder != after.holder):
                flips.append((before, after))
    return iter(sorted(flips, key=lambda pair: (pair[1].day, pair[1].name, pair[1].place)))


def _row(writer: Writer, before: ControlDay, after: ControlDay) -> Row | None:
    events = _moving(writer, after)
    claims = [id_ for e in events for v in voices_of(e, writer.desk, writer.screen) for id_ in v.claims]
    if not claims:
        return None
    names = [v.name for e in events for v in voices_of(e, writer.desk, writer.screen) if not v.denies]
    origins = max(event.independent_origins for event in events)
    cells = (
        after.name,
        _state(before, writer),
        _state(after, writer),
        join_names(list(dict.fromkeys(names)) or ["nobody"]),
        f"{origins:.1f}",
    )
    return Row(cells, tuple(dict.fromkeys(claims)))


def _moving(writer: Writer, row: ControlDay) -> list[Event]:
    """Give the events at the place that moved it: those that end nearest to the day."""
    events = [writer.desk.event_by_id[id_] for id_ in row.events if id_ in writer.desk.event_by_id]
    telling = [e for e in events if e.type.value.startswith(NEWS_TYPES)] or events
    near = [e for e in telling if e.days and (row.day - e.days.end).days <= 1]
    return near or telling[-1:]


def _state(row: ControlDay, writer: Writer) -> str:
    p = {**dict(row.p_by_side), "contested": row.p_contested}
    if row.holder == "unknown":
        return "not known"
    name = "contested" if row.holder == "contested" else side_name(row.holder, writer.gazetteer)
    return f"{name}, {say_likelihood(p[row.holder])} ({say_percent(p[row.holder])})"
