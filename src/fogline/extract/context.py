"""What extraction knows while it reads one document: the text, its date, and what was mentioned so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from fogline.extract.lexicon import Lexicon
from fogline.model import Document, PlaceMention, Said
from fogline.places import Gazetteer, Place, PlaceKind
from fogline.speakers import Parties, SpeakerRegistry

if TYPE_CHECKING:
    from fogline.extract.silence import SilenceRule


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What does not change from document to document."""

    lexicon: Lexicon
    gazetteer: Gazetteer
    parties: Parties
    registry: SpeakerRegistry
    silences: Mapping[str, Sequence[SilenceRule]]
    """Rules of silence by the word that fires them."""


@dataclass(slots=True)
class Reading:
    """What has been understood of one document so far; later sentences refer back to it."""

    document: Document
    knowledge: Knowledge
    country: str | None = None
    """Country (ISO code) that the document is mostly about."""
    sides: tuple[str, ...] = ()
    """The parties that the document names, most often named first."""
    located: frozenset[str] = frozenset()
    """Names that no gazetteer knows but that the text places: 'in X', 'the village of X'."""
    own_side: str | None = None
    """The side that says 'we' in the document's own voice: its publisher's, or its briefing body's."""
    last_person: Said | None = None
    last_body: Said | None = None
    last_speaker: Said | None = None
    known: dict[str, Said] = field(default_factory=dict)
    """Folded short name → speaker named in full before."""
    last_group: Said | None = None
    """The armed group named last: what 'the group' means."""
    last_agent: str | None = None
    """The side that did something last: whom 'they' may mean."""
    sole_country: bool = False
    """The document speaks of one state far more than of any other: its bare 'defence ministry' is that state's."""
    settlements: tuple[tuple[float, float], ...] = ()
    """Positions of the settlements that the document names."""
    mentions: Counter[tuple[float, float]] = field(default_factory=Counter)
    """How often the document names each place, by its position."""
    recent: list[PlaceMention] = field(default_factory=list)
    """The settlements named last, the latest at the end: what 'the city' may mean."""
    last_settlement: PlaceMention | None = None
    named_after: dict[str, PlaceMention] = field(default_factory=dict)
    """Last word of a place's name → the place: 'the dam' after 'Tishrin Dam'."""
    last_people: frozenset[str] = frozenset()
    """Noun classes of the last group of people: what 'they' may stand for."""

    @property
    def day(self) -> date | None:
        """The day of publication in the publisher's own time zone."""
        return self.document.published_day

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text


def enemy_side(reading: Reading, side: str | None = None) -> str | None:
    """Give whom a side (by default the document's own) calls the enemy: the party it speaks of most besides itself."""
    own = side or reading.own_side
    return next((other for other in reading.sides if own and other != own), None)


def side_of_country(knowledge: Knowledge, code: str | None) -> str | None:
    """Give the side of the state with this ISO 3166 code; None where it is unknown or takes no side."""
    country = knowledge.gazetteer.country(code) if code else None
    return knowledge.parties.state([country.name]) if country else None


def seat_of(knowledge: Knowledge, code: str) -> Place | None:
    """Give the capital of the country with this ISO 3166 code; None where none is known."""
    for name in knowledge.parties.seats(side_of_country(knowledge, code) or code):
        place = next(iter(knowledge.gazetteer.find(name)), None)
        if place and place.kind is PlaceKind.SETTLEMENT and place.country == code:
            return place
    return None
