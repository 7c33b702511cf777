"""Topics: logistics, civilians, politics, and the fighting that stands in no section above."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from fogline.brief.page import Group, Section
from fogline.brief.sentences import Writer
from fogline.brief.words import say_day
from fogline.model import Event, EventType

FIGHTING = ("control", "combat", "force", "losses", "other")


def write_logistics(writer: Writer) -> Section | None:
    """Give damage to infrastructure and what is said of supply."""
    return _section(
        writer,
        "logistics",
        "Infrastructure and supply",
        lambda e: e.type.family == "infrastructure" or e.type is EventType.SUPPLIED,
    )


def write_civilians(writer: Writer) -> Section | None:
    """Give what is said of civilians; places of refuge are never mapped."""
    return _section(writer, "civilians", "Civilians", lambda e: e.type.family == "civilians")


def write_politics(writer: Writer) -> Section | None:
    """Give demands, agreements and decisions."""
    return _section(writer, "politics", "Politics", lambda e: e.type.family == "politics")


def write_fighting(writer: Writer) -> Section | None:
    """Give all further events by day: control, fighting, forces, losses."""
    return _section(
        writer,
        "fighting",
        "All that is said of the fighting",
        lambda e: e.type.family in FIGHTING and e.type is not EventType.SUPPLIED,
    )


def _section(writer: Writer, id_: str, title: str, belongs: Callable[[Event], bool]) -> Section | None:
    """Give events as sentences, by day; the day is that of the event, or of the report where none is said."""
    days: dict[date, list[Event]] = {}
    for event in writer.desk.events:
        if belongs(event):
            days.setdefault(writer.desk.days_of(event)[1], []).append(event)
    groups = []
    for day in sorted(days):
        sentences = tuple(s for s in (writer.tell(e, silence=False) for e in days[day]) if s)
        if sentences:
            groups.append(Group(say_day(day), sentences))
    return Section(id_, title, tuple(groups)) if groups else None
