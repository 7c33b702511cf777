"""Small records to fill ledgers with."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from fogline.model import (
    Actor,
    Certainty,
    Claim,
    ControlDay,
    DayRange,
    Document,
    Event,
    EventPlace,
    EventType,
    Judgement,
    Link,
    Modality,
    Origin,
    PlaceMention,
    Polarity,
    Quantity,
    Reject,
    Said,
    Span,
    Speaker,
    document_id_of,
    hash_id,
    story_id_of,
)

START = datetime(2022, 9, 8, 6, 0, tzinfo=UTC)
EXTRACTOR = "rules 1"


def at(hours: float) -> datetime:
    """The moment so many hours after the start."""
    return START + timedelta(hours=hours)


def document(
    story: str, text: str = "The town was taken.", published: float | None = 0.0, seen: float = 100.0
) -> Document:
    story_id = story_id_of("Agency", None, story)
    published_at = None if published is None else at(published)
    return Document(
        id=document_id_of(story_id, story, text),
        story_id=story_id,
        name=story,
        publisher="Agency",
        url=None,
        published_at=published_at,
        published_day=published_at and published_at.date(),
        first_seen=at(seen),
        language="en",
        title=story,
        text=text,
        sha256="0" * 64,
        origin=f"{story}.txt",
    )


def claim(source: Document, words: str = "was taken", extractor: str = EXTRACTOR) -> Claim:
    start = max(source.text.find(words), 0)
    content = Span(start, start + len(words))
    return Claim(
        id=hash_id("claim", source.story_id, words),
        document_id=source.id,
        content=content,
        content_text=words,
        sentence=Span(0, len(source.text)),
        speaker=Said("General Staff", "military", "UA", None),
        via=("Radio",),
        type=EventType.CAPTURED,
        trigger=content,
        actors=(Actor("Ukraine", "UA", "agent", None),),
        places=(PlaceMention("Balakliia", 49.46, 36.85, content, 712587, "settlement"),),
        time=DayRange(date(2022, 9, 8), date(2022, 9, 8)),
        quantities=(Quantity(20, None, "person", "soldiers"),),
        polarity=Polarity.AFFIRMED,
        certainty=Certainty.CERTAIN,
        modality=Modality.ACTUAL,
        extractor=extractor,
    )


def link(left: str, right: str, by: str = "weights 1", score: float = 0.9) -> Link:
    return Link(left, right, Judgement.SAME, score, ("same place", "same day"), by, at(1))


def deleted(of: Link, hours: float) -> Link:
    return replace(of, deleted_at=at(hours))


def speaker(name: str, *aliases: str) -> Speaker:
    return Speaker(hash_id("speaker", name), name, "official", "UA", None, aliases, ("uk",))


def event(name: str) -> Event:
    return Event(
        id=hash_id("event", name),
        type=EventType.CAPTURED,
        place=EventPlace(712587, "Balakliia", 49.46, 36.85, "settlement"),
        days=None,
        actors=(),
        modality="actual",
        claims=("c1",),
        documents=("d1",),
        origins=(Origin("General Staff", "military", "UA", ("c1",), "for", 1.5, ("first report",)),),
        independent_origins=1.0,
        support=1.5,
        against=0.0,
        probability=0.8,
        interval=(0.5, 0.95),
        grade="B2",
        silences=(),
        contradictions=(),
        reasons=("one origin",),
    )


def control_day(place: int, day: date = date(2022, 9, 8)) -> ControlDay:
    sides = (("RU", 0.2), ("UA", 0.7))
    return ControlDay(place, f"place {place}", 49.0, 36.0, day, sides, 0.1, "UA", None, (), 1.0)


def reject(item: str, hours: float = 0.0) -> Reject:
    return Reject("read", item, "no text", at(hours))
