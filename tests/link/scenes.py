"""Claims from compact rows, for the labelled pairs and the other link tests."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from fogline.model import (
    Actor,
    Certainty,
    Claim,
    DayRange,
    Document,
    EventType,
    Modality,
    PlaceMention,
    Polarity,
    Quantity,
    Span,
    hash_id,
    sha256_text,
)

AT = datetime(2026, 1, 1, tzinfo=UTC)
_FILE = tomllib.loads(Path(__file__).with_name("pairs.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Scene:
    name: str
    claims: list[Claim]
    documents: dict[str, Document]
    event_of: dict[str, str]

    def pairs(self) -> list[tuple[str, str, bool]]:
        ids = sorted(self.event_of)
        return [
            (left, right, self.event_of[left] == self.event_of[right])
            for i, left in enumerate(ids)
            for right in ids[i + 1 :]
        ]


def all_scenes() -> list[Scene]:
    return [scene_of(row["name"], row["claims"]) for row in _FILE["scene"]]


def scene_of(name: str, rows: list[dict[str, str]]) -> Scene:
    claims = [claim_of(row, name, nth) for nth, row in enumerate(rows)]
    documents = {document_key(name, row): document_of(document_key(name, row), row["p"]) for row in rows}
    return Scene(name, claims, documents, {c.id: row.get("e", "a") for c, row in zip(claims, rows, strict=True)})


def document_key(scene: str, row: dict[str, str]) -> str:
    return hash_id("document", scene, row.get("d", "1"))


def document_of(key: str, published: str) -> Document:
    day = date.fromisoformat(published)
    at = datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=23)
    return Document(key, key, key, "Test Wire", None, at, day, at, "en", None, "", sha256_text(""), "test")


def claim_of(row: dict[str, str], scene: str = "", nth: int = 0) -> Claim:
    say = row["say"]
    span = Span(0, len(say))
    return Claim(
        id=hash_id("claim", scene, nth, say),
        document_id=document_key(scene, row),
        content=span,
        content_text=say,
        sentence=span,
        speaker=None,
        via=(),
        type=EventType(row["t"]),
        trigger=span,
        actors=actors_of(row),
        places=tuple(place_of(name.strip()) for name in row.get("at", "").split(",") if name.strip()),
        time=days_of(row.get("when")),
        quantities=quantities_of(row.get("q")),
        polarity=Polarity(row.get("pol", "affirmed")),
        certainty=Certainty.CERTAIN,
        modality=Modality(row.get("mod", "actual")),
        extractor="test",
    )


def actors_of(row: dict[str, str]) -> tuple[Actor, ...]:
    by, on, who = row.get("by"), row.get("on"), row.get("who")
    agents = [Actor(who or f"forces of {by}", by, "agent", row.get("u") if not on else None)] if by or who else []
    targets = [Actor(f"forces of {on}", on, "target", row.get("u"))] if on else []
    return (*agents, *targets)


def place_of(name: str) -> PlaceMention:
    values: list[Any] = _FILE["places"][name]
    lat, lon, number = values[:3]
    return PlaceMention(name, lat, lon, Span(0, 1), number, values[3] if len(values) > 3 else "settlement")


def days_of(when: str | None) -> DayRange | None:
    if not when:
        return None
    first, _, last = when.partition("..")
    return DayRange(date.fromisoformat(first), date.fromisoformat(last or first))


def quantities_of(text: str | None) -> tuple[Quantity, ...]:
    if not text:
        return ()
    numbers, unit = text.split(" ", 1)
    low, high = (float(number) if number else None for number in numbers.split("-"))
    return (Quantity(low, high, unit, unit),)
