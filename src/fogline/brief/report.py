"""Report: the whole report as values, before it is written as HTML or Markdown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from fogline.brief.evidence import ClaimView, DocumentView, show_claim, show_document
from fogline.brief.harm import make_screen
from fogline.brief.map import Maps, draw_maps
from fogline.brief.page import Section
from fogline.brief.picture import Desk, Picture
from fogline.brief.sections import SECTIONS
from fogline.brief.sentences import Writer
from fogline.brief.voices import is_supported_across_sides
from fogline.brief.words import say_days, say_likelihood, say_percent
from fogline.model import Claim, Event, Modality
from fogline.places import Gazetteer


@dataclass(frozen=True, slots=True)
class EventView:
    """What stands beside a sentence on an event: how likely, how graded, from how many sides, and why."""

    words: str
    percent: str
    width: int
    """The same as a whole number, for the bar."""
    interval: str
    grade: str
    sides: str
    origins: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All that the templates need."""

    title: str
    dateline: tuple[str, ...]
    sections: tuple[Section, ...]
    maps: Maps | None
    claims: Mapping[str, ClaimView]
    events: Mapping[str, EventView]
    documents: tuple[DocumentView, ...]
    language: str = "en"


def make_report(picture: Picture, gazetteer: Gazetteer) -> tuple[Report, Writer]:
    """Give the report on a picture, and the writer that holds what was held back."""
    desk = Desk(picture)
    screen = make_screen(desk, gazetteer)
    writer = Writer(desk, screen, gazetteer)
    written = (write(writer) for write in SECTIONS)
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(picture.claims.values(), key=desk.order_of):
        by_document[claim.document_id].append(claim)
    documents = sorted(picture.documents.values(), key=lambda d: (d.known_at, d.id))
    report = Report(
        title=picture.area.name if picture.area else "Situation report",
        dateline=_dateline(desk),
        sections=tuple(section for section in written if section),
        maps=draw_maps(writer),
        claims={
            c.id: show_claim(c, desk, screen, gazetteer) for c in picture.claims.values() if c.id not in screen.hidden
        },
        events={e.id: _show_event(e, writer) for e in desk.events if e.modality == Modality.ACTUAL},
        documents=tuple(show_document(d, by_document[d.id], screen) for d in documents),
    )
    return report, writer


def _show_event(event: Event, writer: Writer) -> EventView:
    n = event.independent_origins
    low, high = event.interval
    return EventView(
        words=say_likelihood(event.probability),
        percent=say_percent(event.probability),
        width=round(100 * event.probability),
        interval=f"{say_percent(low)} to {say_percent(high)}",
        grade=event.grade,
        sides="several sides" if is_supported_across_sides(event) else "one side",
        origins=f"{n:.1f} independent origin{'s' * (n != 1)}",
        reasons=tuple(writer.screen.clean(reason) for reason in event.reasons),
    )


def _dateline(desk: Desk) -> tuple[str, ...]:
    picture = desk.picture
    parts = [say_days(*desk.period)] if desk.period else []
    if picture.as_of:
        parts.append(f"as of {picture.as_of:%Y-%m-%d %H:%M} UTC")
    counts = (
        (len(picture.documents), "document"),
        (len(picture.claims), "claim"),
        (len(desk.events), "event"),
    )
    parts.append(", ".join(f"{n} {noun}{'s' * (n != 1)}" for n, noun in counts))
    return tuple(parts)
