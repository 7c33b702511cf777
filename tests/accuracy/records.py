"""The claim format as models that check every field: what is printed, what is annotated, what an annotator writes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from fogline.model import Certainty, EventType, Modality, Polarity

Kind = Literal["official", "military", "media", "blogger", "analyst", "witness", "ngo", "armed_group", "other"]
Slot = Literal[
    "family",
    "type",
    "speaker",
    "via",
    "places",
    "time",
    "polarity",
    "certainty",
    "modality",
    "quantities",
    "sides",
]


class Record(BaseModel):
    """A JSON object without unknown fields and without silent conversions."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Extent(Record):
    """Code points of a document's text, end exclusive."""

    start: int
    end: int

    @model_validator(mode="after")
    def _is_not_empty(self) -> Self:
        if not 0 <= self.start < self.end:
            raise ValueError(f"no words from {self.start} to {self.end}")
        return self


class Words(Extent):
    """A stretch of text with its words."""

    text: str


class Voice(Record):
    """Who states a claim."""

    name: str
    kind: Kind
    side: str | None
    start: int | None
    end: int | None


class Relay(Record):
    """Who passes a claim on."""

    name: str


class Trigger(Extent):
    """The type of the event and the words that name it."""

    type: EventType


class ActorRecord(Record):
    """A party to the event."""

    name: str
    side: str | None
    role: Literal["agent", "target"]
    unit: str | None


class PlaceRecord(Extent):
    """A place where the event is said to be, WGS 84 degrees."""

    name: str
    lat: float | None
    lon: float | None
    geonameid: int | None
    precision: Literal["settlement", "near", "area"]


class Days(Record):
    """Whole days, inclusive."""

    start: date
    end: date

    @model_validator(mode="after")
    def _are_in_order(self) -> Self:
        if self.start > self.end:
            raise ValueError(f"the days end before they start: {self.start} to {self.end}")
        return self


class Amount(Record):
    """A count or measure; an open bound is None."""

    low: float | None
    high: float | None
    unit: str
    of: str | None


class ClaimRecord(Record):
    """One claim as ``fogline extract --format jsonl`` prints it."""

    doc: str
    content: Words
    speaker: Voice | None
    via: list[Relay]
    event: Trigger
    actors: list[ActorRecord]
    places: list[PlaceRecord]
    time: Days | None
    quantities: list[Amount]
    polarity: Polarity
    certainty: Certainty
    modality: Modality


class GoldVoice(Record):
    """A speaker as annotated: also under other names, and with the words that name it."""

    name: str
    kind: Kind
    side: str | None = None
    aliases: list[str] = []
    start: int | None = None
    end: int | None = None
    text: str = ""


class GoldTrigger(Trigger):
    """An event as annotated; ``also`` lists other types that are as good."""

    also: list[EventType]

    @property
    def types(self) -> set[EventType]:
        """All types that count as right."""
        return {self.type, *self.also}


class GoldPlace(Record):
    """A place as annotated; within ``radius_km`` any position is right."""

    name: str
    lat: float
    lon: float
    precision: Literal["settlement", "near", "area"]
    geonameid: int | None = None
    radius_km: float = 0.0


class GoldClaim(Record):
    """One claim as it should be found; slots under ``skip`` are not scored."""

    doc: str
    content: Words
    speaker: GoldVoice | None
    via: list[Relay]
    event: GoldTrigger
    actors: list[ActorRecord]
    places: list[GoldPlace]
    time: Days | None
    quantities: list[Amount]
    polarity: Polarity
    certainty: Certainty
    modality: Modality
    skip: list[Slot]


class QuotedVoice(Record):
    """A speaker as an annotator writes it: quoting the text instead of counting characters."""

    name: str
    kind: Kind
    side: str | None = None
    aliases: list[str] = []
    quote: str = ""
    nth: int = 0


class QuotedClaim(Record):
    """One line of an annotator; ``nth`` counts the occurrences of a quotation, from 0."""

    doc: str
    quote: str
    nth: int = 0
    trigger: str
    trigger_nth: int = 0
    type: EventType
    also: list[EventType] = []
    speaker: QuotedVoice | None = None
    via: list[Relay] = []
    actors: list[ActorRecord] = []
    places: list[GoldPlace] = []
    time: Days | None = None
    quantities: list[Amount] = []
    polarity: Polarity = Polarity.AFFIRMED
    certainty: Certainty = Certainty.CERTAIN
    modality: Modality = Modality.ACTUAL
    skip: list[Slot] = []


class AnnotatedText(BaseModel):
    """The part of a document's line that annotations refer to."""

    model_config = ConfigDict(frozen=True, strict=True)

    id: str
    text: str


Line = TypeVar("Line", bound=BaseModel)


class AnnotationError(ValueError):
    """A line of an annotation file that does not hold what it should; says file, line and reason."""


def read_lines(path: Path, record: type[Line]) -> list[Line]:
    """Give the records of a JSONL file in order; raises AnnotationError."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            found.append(record.model_validate_json(line))
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"]))
            raise AnnotationError(f"{path}:{number}: {where}: {first['msg']}") from error
    return found
