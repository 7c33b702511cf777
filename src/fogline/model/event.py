"""Event: what a cluster of claims speaks of, with its weight and the reasons for it. Rebuilt, never patched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from fogline.model.claim import Actor, DayRange, EventType


@dataclass(frozen=True, slots=True)
class EventPlace:
    """Where an event is: one resolved place."""

    geonameid: int | None
    name: str
    lat: float
    lon: float
    precision: str


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent source of an event: all claims that go back to the same first report."""

    speaker: str
    kind: str
    side: str | None
    claims: tuple[str, ...]
    """Claim ids, earliest known first."""
    stance: str
    """``for`` or ``against`` the event."""
    log_odds: float
    """What it adds (natural logarithm of odds), signed, before diminishing within its camp."""
    reasons: tuple[str, ...]
    """Why these claims are one origin, and why it weighs what it weighs."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two claims of one event that cannot both hold."""

    kind: str
    """``opposite``, ``count``, ``day`` or ``place``."""
    left: str
    right: str
    text: str
    """In words, with both speakers named."""


@dataclass(frozen=True, slots=True)
class Silence:
    """A body from which a statement was to be expected and did not come."""

    speaker: str
    side: str | None
    kind: str
    """``no statement``, ``details withheld``, ``omits``, ``unverified`` or ``not collected``."""
    claims: tuple[str, ...]
    """The claims that report the silence, or the briefings that leave the event out."""
    since: datetime | None


@dataclass(frozen=True, slots=True)
class Event:
    """An event as far as the ledger knows it: who says so, how independently, and how far it can be believed."""

    id: str
    type: EventType
    place: EventPlace | None
    days: DayRange | None
    actors: tuple[Actor, ...]
    modality: str
    """``actual`` unless every claim of it is future, hypothetical or demanded."""
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    origins: tuple[Origin, ...]
    independent_origins: float
    """Effective number of independent origins that support it (one story in forty outlets is 1)."""
    support: float
    against: float
    """Sums of log-odds (nats) for and against, after diminishing within each camp; both >= 0."""
    probability: float
    interval: tuple[float, float]
    """90 % interval of the probability."""
    grade: str
    """Admiralty grade, reliability A–F and credibility 1–6, such as ``B2``."""
    silences: tuple[Silence, ...]
    contradictions: tuple[Contradiction, ...]
    reasons: tuple[str, ...]
    """The account in words, one step a line, with its numbers."""
