"""Claim: one statement about one event or state, by one speaker, in one document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from fogline.model.ids import hash_id


class EventType(StrEnum):
    """What a claim is about; the table stands in the claim contract (``docs/claims.md``)."""

    CAPTURED = "control.captured"
    WITHDREW = "control.withdrew"
    ENCIRCLED = "control.encircled"
    HELD = "control.held"
    ADVANCED = "control.advanced"
    CLASH = "combat.clash"
    SHELLING = "combat.shelling"
    AIRSTRIKE = "combat.airstrike"
    EXPLOSION = "combat.explosion"
    KILLED = "losses.killed"
    WOUNDED = "losses.wounded"
    PRISONERS = "losses.prisoners"
    EQUIPMENT = "losses.equipment"
    COLLAPSED = "force.collapsed"
    MOVED = "force.moved"
    SUPPLIED = "force.supplied"
    DAMAGED = "infrastructure.damaged"
    DISPLACED = "civilians.displaced"
    DETAINED = "civilians.detained"
    AIDED = "civilians.aided"
    DEMANDED = "politics.demanded"
    AGREED = "politics.agreed"
    DECIDED = "politics.decided"
    SILENT = "information.silent"
    OTHER = "other"

    @property
    def family(self) -> str:
        """The part before the dot: control, combat, losses, …"""
        return self.value.split(".")[0]


class Polarity(StrEnum):
    """Whether the speaker says that it happened or that it did not."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Certainty(StrEnum):
    """How sure the SPEAKER sounds; being quoted by somebody does not lower it."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"


class Modality(StrEnum):
    """Whether the event is said to have happened, to be coming, to be imagined or to be asked for."""

    ACTUAL = "actual"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    DEMANDED = "demanded"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text in Unicode code points, end exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Give the words of the span."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Said:
    """The speaker as one claim shows it: normalised name, kind, side, and where it stands in the text."""

    name: str
    kind: str
    side: str | None
    span: Span | None


@dataclass(frozen=True, slots=True)
class Actor:
    """A party to an event: ``agent`` does it, ``target`` suffers it."""

    name: str
    side: str | None
    role: str
    unit: str | None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place where the event is said to be: resolved position (WGS 84 degrees) and the words that name it."""

    name: str
    lat: float | None
    lon: float | None
    span: Span
    geonameid: int | None
    precision: str
    """``settlement``, ``near`` or ``area``."""


@dataclass(frozen=True, slots=True)
class DayRange:
    """Whole days, inclusive."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count or measure: ``unit`` in singular English, ``of`` the text's narrower words; an open bound is None."""

    low: float | None
    high: float | None
    unit: str
    of: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement about one event or state, by one speaker, found in one document.

    ``content`` holds the words that state the event; ``text[content.start:content.end] == content_text``
    for the document's text, always. ``speaker`` None is the document's own voice.
    """

    id: str
    document_id: str
    content: Span
    content_text: str
    sentence: Span
    speaker: Said | None
    via: tuple[str, ...]
    """Who relays it, innermost first."""
    type: EventType
    trigger: Span
    actors: tuple[Actor, ...]
    places: tuple[PlaceMention, ...]
    time: DayRange | None
    quantities: tuple[Quantity, ...]
    polarity: Polarity
    certainty: Certainty
    modality: Modality
    extractor: str
    """Name and version of what made it."""


def claim_id_of(story_id: str, claim: Claim, trigger_text: str, nth: int) -> str:
    """Give the id of a claim: a hash of what is asserted, never of what is resolved from it.

    ``nth`` counts claims of the same words in one document, so that a sentence printed twice is two
    claims. Offsets, coordinates and days stay out: an edit elsewhere in the story keeps the id.
    """
    speaker = claim.speaker.name if claim.speaker else None
    asserted = [claim.type.value, claim.polarity.value, claim.certainty.value, claim.modality.value]
    return hash_id("claim", story_id, claim.content_text, speaker, list(claim.via), asserted, trigger_text, nth)


def claim_record(claim: Claim, document_name: str) -> dict[str, Any]:
    """Give a claim in the public claim format (one JSON object), ``doc`` being the document's own name."""
    speaker = claim.speaker
    return {
        "doc": document_name,
        "content": {**_ends(claim.content), "text": claim.content_text},
        "speaker": speaker
        and {"name": speaker.name, "kind": speaker.kind, "side": speaker.side, **_ends(speaker.span)},
        "via": [{"name": name} for name in claim.via],
        "event": {"type": claim.type.value, **_ends(claim.trigger)},
        "actors": [{"name": a.name, "side": a.side, "role": a.role, "unit": a.unit} for a in claim.actors],
        "places": [
            {"name": p.name, "lat": p.lat, "lon": p.lon, **_ends(p.span)}
            | {"geonameid": p.geonameid, "precision": p.precision}
            for p in claim.places
        ],
        "time": claim.time and {"start": claim.time.start.isoformat(), "end": claim.time.end.isoformat()},
        "quantities": [{"low": q.low, "high": q.high, "unit": q.unit, "of": q.of} for q in claim.quantities],
        "polarity": claim.polarity.value,
        "certainty": claim.certainty.value,
        "modality": claim.modality.value,
    }


def _ends(span: Span | None) -> dict[str, int | None]:
    return {"start": span.start if span else None, "end": span.end if span else None}
