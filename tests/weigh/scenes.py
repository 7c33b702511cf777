"""A small war of two sides to weigh in: claims, documents and a register, built in a line each."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from fogline.model import (
    Actor,
    Certainty,
    Claim,
    DayRange,
    Document,
    Event,
    EventType,
    Modality,
    PlaceMention,
    Polarity,
    Quantity,
    Said,
    Span,
    Speaker,
    hash_id,
    sha256_text,
)
from fogline.speakers import SpeakerRegistry
from fogline.weigh import weigh_events
from fogline.weigh.parameters import Parameters, load_parameters
from fogline.weigh.testimony import Testimony, hear

A, B = "UA", "RU"
START = datetime(2022, 9, 8, 6, tzinfo=UTC)
PLACES = {"Izium": (49.21, 37.25, 707753), "Kupiansk": (49.71, 37.61, 703847), "Lyman": (48.99, 37.81, 702320)}


def speaker(name: str, kind: str, side: str | None, owner: str | None = None, *aliases: str) -> Speaker:
    return Speaker(hash_id("person", name, kind), name, kind, side, owner, aliases or (f"alias of {name}",))


STAFF = speaker("General Staff of A", "military", A, None, "General Staff of the Forces of A")
PRESIDENT = speaker("Anna Alpha", "official", A)
MINISTRY = speaker("B Ministry of Defence", "official", B, None, "B's Defence Ministry", "Ministry of Defence of B")
SPOKESMAN = speaker("Boris Beta", "official", B, MINISTRY.name)
BLOGGER = speaker("Bravo", "blogger", B)
REPORTER = speaker("Bela Beta", "media", B)
WIRE = speaker("World Wire", "media", None)
MONITOR = speaker("Rights Monitor", "ngo", None)
REGISTRY = SpeakerRegistry.of([STAFF, PRESIDENT, MINISTRY, SPOKESMAN, BLOGGER, REPORTER, WIRE, MONITOR])


@dataclass
class Scene:
    """Claims and their documents while they grow; every claim gets a text of its own unless one is named."""

    claims: list[Claim] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)

    def say(self, who: Speaker | Said | str | None, words: str, **more: Any) -> Claim:
        """Add a claim: who says it (None: the publisher itself), its words, and what else is not the usual."""
        document = self._document(more.pop("document", f"text {len(self.documents)}"), words, more)
        said = Said(who.name, who.kind, who.side, None) if isinstance(who, Speaker) else who
        start = document.text.index(words)
        span = Span(start, start + len(words))
        claim = Claim(
            id=hash_id("claim", document.id, words, len(self.claims)),
            document_id=document.id,
            content=span,
            content_text=words,
            sentence=span,
            speaker=Said(said, "other", None, None) if isinstance(said, str) else said,
            via=more.pop("via", ()),
            type=EventType(more.pop("type", "control.captured")),
            trigger=span,
            actors=_actors(more),
            places=tuple(place(name) for name in more.pop("at", "Izium").split(", ") if name),
            time=days(more.pop("when", None)),
            quantities=tuple(Quantity(n, n, "person", "men") for n in [more.pop("count", None)] if n),
            polarity=Polarity(more.pop("polarity", "affirmed")),
            certainty=Certainty(more.pop("certainty", "certain")),
            modality=Modality(more.pop("modality", "actual")),
            extractor="test",
        )
        assert not more, more
        self.claims.append(claim)
        return claim

    def _document(self, name: str, words: str, more: dict[str, Any]) -> Document:
        publisher, hours = more.pop("publisher", "World Wire"), more.pop("hours", 0)
        text = more.pop("text", None)
        earlier = self.documents.get(hash_id("document", name))
        if earlier:
            text = f"{earlier.text} {words}."
            self.documents[earlier.id] = replace(earlier, text=text)
            return self.documents[earlier.id]
        text = text or f"{words}."
        at = START + timedelta(hours=hours)
        key = hash_id("document", name)
        day = at.date()
        made = Document(key, key, name, publisher, None, at, day, at, "en", None, text, sha256_text(text), "test")
        self.documents[key] = made
        return made

    def weigh(self, **more: Any) -> Event:
        """Give the one event that all claims speak of."""
        (event,) = self.weigh_apart({claim.id: "event" for claim in self.claims}, **more)
        return event

    def weigh_apart(self, clusters: dict[str, str], **more: Any) -> list[Event]:
        """Give the events of the given clusters."""
        return weigh_events(clusters, self.claims, self.documents, more.pop("registry", REGISTRY), **more)

    def hear(self, parameters: Parameters | None = None) -> Testimony:
        """Give all claims with their voices."""
        return hear(self.claims, self.documents, REGISTRY, parameters or load_parameters(), None)


def _actors(more: dict[str, Any]) -> tuple[Actor, ...]:
    by, upon, unit, who = more.pop("by", A), more.pop("upon", None), more.pop("unit", None), more.pop("named", None)
    agents = [Actor(who or f"forces of {by}", None if who else by, "agent", unit)] if by or who else []
    return (*agents, *([Actor(f"forces of {upon}", upon, "target", None)] if upon else []))


def place(name: str) -> PlaceMention:
    lat, lon, number = PLACES[name]
    return PlaceMention(name, lat, lon, Span(0, 1), number, "settlement")


def days(text: str | None) -> DayRange | None:
    if text is None:
        return None
    first, _, last = text.partition("..")
    return DayRange(date.fromisoformat(first), date.fromisoformat(last or first))
