"""A scene to report on: documents, claims found by their words, events made by hand, and a small atlas."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from fogline.brief import Picture
from fogline.brief.harm import Screen, make_screen
from fogline.brief.picture import Desk
from fogline.brief.sentences import Writer
from fogline.infer import area_of, infer_control
from fogline.model import (
    Actor,
    Certainty,
    Claim,
    Contradiction,
    DayRange,
    Document,
    Event,
    EventPlace,
    EventType,
    Modality,
    Origin,
    PlaceMention,
    Polarity,
    Quantity,
    Reject,
    Said,
    Silence,
    Span,
    document_id_of,
    hash_id,
    sha256_text,
    story_id_of,
)
from fogline.places import Place, PlaceKind, River, distance_km

UA = Actor("Armed Forces of Ukraine", "UA", "agent", None)
RU = Actor("Russian Armed Forces", "RU", "agent", None)
RU_TARGET = replace(RU, role="target")
UA_TARGET = replace(UA, role="target")
PLACES = {
    "Izium": (707292, 49.2088, 37.2485, "settlement"),
    "Kupiansk": (703656, 49.7064, 37.6167, "settlement"),
    "Balakliia": (712926, 49.4627, 36.8595, "settlement"),
    "Oskil River": (-1, 49.75, 37.65, "area"),
}
MINISTRY = ("Russian Ministry of Defence", "official", "RU")
BLOGGER = ("Rybar", "blogger", "RU")
STAFF = ("General Staff of Ukraine", "military", "UA")


class Atlas:
    """A gazetteer of a few villages, one river and two countries."""

    version = "test"
    villages = tuple(
        Place(
            10 + i, f"Village {i}", PlaceKind.SETTLEMENT, 49.15 + 0.04 * i, 37.2 + 0.05 * i, "UA", "Kharkiv", 900, 0.0
        )
        for i in range(6)
    )

    def near(self, lat: float, lon: float, km: float, min_population: int = 0) -> list[tuple[Place, float]]:
        found = [(v, distance_km(lat, lon, v.lat, v.lon)) for v in self.villages]
        return sorted(((v, d) for v, d in found if d <= km), key=lambda pair: pair[1])

    def within(self, south: float, west: float, north: float, east: float, min_population: int = 0) -> list[Place]:
        return []

    def find(self, name: str) -> list[Place]:
        return [self.villages[0]] if name in PLACES else []

    def demonym(self, word: str) -> str | None:
        return {"russian": "RU", "ukrainian": "UA"}.get(word.casefold())

    def country(self, code: str) -> Place | None:
        name = {"RU": "Russia", "UA": "Ukraine"}.get(code)
        return Place(0, name, PlaceKind.COUNTRY, 0, 0, code, None, 0, 0) if name else None

    def rivers(self) -> list[River]:
        place = Place(-1, "Oskil River", PlaceKind.RIVER, 49.5, 37.6, "UA", None, 0, 100)
        return [River(place, ((50.2, 37.8), (49.7, 37.6), (49.4, 37.6), (49.1, 37.4)))]

    def is_common_word(self, name: str) -> bool:
        return name.casefold() in {"yesterday", "many", "the"}


@dataclass
class Scene:
    """Collects records and gives a picture of them."""

    documents: dict[str, Document] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)

    def document(
        self, text: str, publisher: str | None = "Wire", day: date | None = date(2022, 9, 10), **fields: object
    ) -> Document:
        name = f"d{len(self.documents)}"
        story = story_id_of(publisher, None, name)
        at = datetime.combine(day, time(23, 59, 59), UTC) if day else None
        seen = datetime(2022, 9, 20, tzinfo=UTC)
        id_ = document_id_of(story, None, text)
        made = Document(
            id_, story, name, publisher, None, at, day, seen, "en", f"Title {name}", text, sha256_text(text), name
        )
        self.documents[id_] = replace(made, **fields)  # type: ignore[arg-type]
        return self.documents[id_]

    def claim(  # noqa: PLR0917 (a claim has many parts)
        self,
        document: Document,
        words: str,
        type_: EventType,
        speaker: tuple[str, str, str | None] | None = None,
        place: str | None = None,
        actors: Sequence[Actor] = (),
        quantities: Sequence[Quantity] = (),
        polarity: Polarity = Polarity.AFFIRMED,
        modality: Modality = Modality.ACTUAL,
        certainty: Certainty = Certainty.CERTAIN,
        via: Sequence[str] = (),
        on: date | None = None,
    ) -> Claim:
        start = document.text.index(words)
        content = Span(start, start + len(words))
        before = [m.end() for m in re.finditer(r"[.!?]\s+|\n", document.text[:start])]
        after = re.search(r"[.!?](\s|$)|\n", document.text[content.end :])
        sentence = Span(before[-1] if before else 0, content.end + (after.start() + 1 if after else 0))
        mentions = ()
        if place:
            id_, lat, lon, precision = PLACES[place]
            at = max(document.text.find(place), 0)
            mentions = (PlaceMention(place, lat, lon, Span(at, at + len(place)), id_, precision),)
        claim = Claim(
            id=hash_id("claim", document.id, words, type_, len(self.claims)),
            document_id=document.id,
            content=content,
            content_text=words,
            sentence=sentence,
            speaker=Said(*speaker, None) if speaker else None,
            via=tuple(via),
            type=type_,
            trigger=content,
            actors=tuple(actors),
            places=mentions,
            time=DayRange(on, on) if on else None,
            quantities=tuple(quantities),
            polarity=polarity,
            certainty=certainty,
            modality=modality,
            extractor="test",
        )
        self.claims[claim.id] = claim
        return claim

    def event(
        self,
        *claims: Claim,
        p: float = 0.8,
        silences: Sequence[Silence] = (),
        contradictions: Sequence[Contradiction] = (),
        origins: Sequence[Origin] | None = None,
    ) -> Event:
        first = claims[0]
        place = first.places[0] if first.places else None
        day = max((c.time.end for c in claims if c.time), default=date(2022, 9, 10))
        made = [
            Origin(
                c.speaker.name if c.speaker else "Wire",
                "media",
                c.speaker.side if c.speaker else None,
                (c.id,),
                s,
                1.0,
                (),
            )
            for c in claims
            if (s := "for" if c.polarity is Polarity.AFFIRMED else "against")
        ]
        event = Event(
            id=hash_id("event", first.id),
            type=first.type,
            place=EventPlace(place.geonameid, place.name, place.lat or 0, place.lon or 0, place.precision)
            if place
            else None,
            days=DayRange(day, day),
            actors=first.actors,
            modality=first.modality.value,
            claims=tuple(c.id for c in claims),
            documents=tuple({c.document_id for c in claims}),
            origins=tuple(made if origins is None else origins),
            independent_origins=float(len(claims)),
            support=1.0,
            against=0.0,
            probability=p,
            interval=(max(0.0, p - 0.2), min(1.0, p + 0.1)),
            grade="C3",
            silences=tuple(silences),
            contradictions=tuple(contradictions),
            reasons=("+1.00 for a reason",),
        )
        self.events.append(event)
        return event

    def picture(self, **fields: object) -> Picture:
        area = area_of(self.events)
        days = DayRange(date(2022, 9, 8), date(2022, 9, 11))
        control = infer_control(self.events, Atlas(), area=area, days=days)  # type: ignore[arg-type]
        made_at = datetime(2022, 9, 30, 12, tzinfo=UTC)
        picture = Picture(self.documents, self.claims, self.events, control, area, None, made_at, "0.1.0", ())
        return replace(picture, **fields)  # type: ignore[arg-type]

    def writer(self, **fields: object) -> Writer:
        desk = Desk(self.picture(**fields))
        return Writer(desk, self.screen(**fields), Atlas())  # type: ignore[arg-type]

    def screen(self, **fields: object) -> Screen:
        return make_screen(Desk(self.picture(**fields)), Atlas())  # type: ignore[arg-type]


def kharkiv() -> Scene:
    """Give a scene with a taking, an admission, a denial, a silence, losses, a feared ring, politics and civilians."""
    scene = Scene()
    wire = scene.document(
        "Ukraine's general staff said its troops took Izium on Saturday. The Russian Ministry of Defence denied that "
        "Izium was lost. Rybar wrote that Russian troops left Izium. The ministry has not commented on Kupiansk.\n"
        "An encirclement of Izium would be a disaster, Rybar added. The 92nd Mechanised Brigade entered Kupiansk.\n"
        "At least 20 Russian soldiers were killed near Balakliia, where an arsenal can store 150,000 tons of shells.",
        publisher="Wire",
        url="https://wire.example/1",
    )
    taken = scene.claim(wire, "its troops took Izium", EventType.CAPTURED, STAFF, "Izium", [UA])
    left = scene.claim(wire, "Russian troops left Izium", EventType.WITHDREW, BLOGGER, "Izium", [RU], via=["Radio"])
    denied = scene.claim(
        wire, "Izium was lost", EventType.CAPTURED, MINISTRY, "Izium", [RU_TARGET], polarity=Polarity.DENIED
    )
    silent = scene.claim(wire, "has not commented on Kupiansk", EventType.SILENT, None, None, [RU])
    silence = Silence("Russian Ministry of Defence", "RU", "no statement", (silent.id,), None)
    scene.event(taken, left, denied, p=0.86)
    entered = scene.claim(
        wire,
        "The 92nd Mechanised Brigade entered Kupiansk",
        EventType.ADVANCED,
        None,
        "Kupiansk",
        [replace(UA, unit="92nd Mechanised Brigade")],
    )
    scene.event(entered, silences=[silence], p=0.6)
    ring = scene.claim(
        wire, "An encirclement of Izium would be a disaster", EventType.ENCIRCLED, BLOGGER, "Izium", [RU_TARGET],
        modality=Modality.HYPOTHETICAL,
    )  # fmt: skip
    scene.event(ring, p=0.5)
    killed = scene.claim(
        wire, "At least 20 Russian soldiers were killed near Balakliia", EventType.KILLED, STAFF, "Balakliia",
        [RU_TARGET], [Quantity(20, None, "person", "soldiers")],
    )  # fmt: skip
    scene.event(killed, p=0.55)
    return scene


def a_reject() -> Reject:
    return Reject("read", "photo.jpg", "no text in it", datetime(2022, 9, 11, tzinfo=UTC))


def hours_after(day: date, hours: int) -> datetime:
    return datetime.combine(day, time(), UTC) + timedelta(days=1, hours=hours)
