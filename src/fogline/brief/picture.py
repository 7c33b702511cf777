"""Picture: all that a report is made from, and quick ways through it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from pathlib import Path

from fogline.infer import Area
from fogline.model import Claim, ControlDay, Document, Event, EventType, Reject


@dataclass(frozen=True, slots=True)
class Picture:
    """What is known at one moment: documents, claims, events, control, and what was left out."""

    documents: Mapping[str, Document]
    claims: Mapping[str, Claim]
    events: Sequence[Event]
    control: Sequence[ControlDay]
    area: Area | None
    as_of: datetime | None
    made_at: datetime
    version: str
    rejects: Sequence[Reject]
    overrides: Sequence[str] = ()
    """Do-no-harm overrides in force ('rule 2: who, when, why'); shown in the report."""

    @property
    def moment(self) -> datetime:
        """The moment for which the report speaks: ``as_of``, else when it was made."""
        return self.as_of or self.made_at


@dataclass(frozen=True, slots=True)
class BriefFiles:
    """Where a brief was written."""

    html: Path
    markdown: Path
    claims: Path
    events: Path
    control: Path


class Desk:
    """A picture laid out for writing: claims by event, events by claim, days and publishers of both."""

    def __init__(self, picture: Picture) -> None:
        self.picture = picture

    @cached_property
    def events(self) -> list[Event]:
        """All events that still have a claim, likeliest and best supported first."""
        kept = [e for e in self.picture.events if self.claims_of(e)]
        return sorted(kept, key=lambda e: (-e.probability, -e.independent_origins, e.id))

    @cached_property
    def undated_changes(self) -> list[Event]:
        """Changes of hands, said to have happened, whose day the documents do not give."""
        changes = (EventType.CAPTURED, EventType.WITHDREW)
        return [e for e in self.events if e.type in changes and e.place and not e.days and e.modality == "actual"]

    @cached_property
    def event_by_id(self) -> dict[str, Event]:
        """Events by id."""
        return {event.id: event for event in self.picture.events}

    @cached_property
    def events_of_claim(self) -> dict[str, list[Event]]:
        """The events that each claim speaks of; a claim of two places may speak of two."""
        found: dict[str, list[Event]] = defaultdict(list)
        for event in self.events:
            for claim in self.claims_of(event):
                found[claim.id].append(event)
        return dict(found)

    def claims_of(self, event: Event) -> list[Claim]:
        """Give the claims of an event, earliest known first."""
        return self.claims_by_id(event.claims)

    def claims_by_id(self, ids: Sequence[str]) -> list[Claim]:
        """Give claims by id (``id@place`` names a part of one), each once, earliest known first."""
        names = dict.fromkeys(id_.split("@")[0] for id_ in ids)
        found = [self.picture.claims[name] for name in names if name in self.picture.claims]
        return sorted(found, key=self.order_of)

    def order_of(self, claim: Claim) -> tuple[datetime, str, int, str]:
        """Give the key that puts claims in the order in which they could be known."""
        return (self.document_of(claim).known_at, claim.document_id, claim.content.start, claim.id)

    def document_of(self, claim: Claim) -> Document:
        """Give the document in which a claim stands."""
        return self.picture.documents[claim.document_id]

    def day_of(self, claim: Claim) -> date:
        """Give the last day of which a claim speaks: its own, its event's, else that of publication."""
        if claim.time:
            return claim.time.end
        document = self.document_of(claim)
        return document.published_day or document.known_at.date()

    def days_of(self, event: Event) -> tuple[date, date]:
        """Give the first and last day of an event, from its claims where it has none of its own."""
        if event.days:
            return event.days.start, event.days.end
        days = [self.day_of(claim) for claim in self.claims_of(event)]
        return min(days), max(days)

    @cached_property
    def period(self) -> tuple[date, date] | None:
        """The days that the report covers: those of the control table, else those of publication."""
        days = [row.day for row in self.picture.control] or [
            d.published_day for d in self.picture.documents.values() if d.published_day
        ]
        return (min(days), max(days)) if days else None


def all_days(start: date, end: date) -> list[date]:
    """Give every day from start to end, both included."""
    return [start + timedelta(days=i) for i in range((end - start).days + 1)]
