"""Documents made of a sentence or two, and what is read from them."""

from __future__ import annotations

from datetime import UTC, date, datetime

from fogline.extract import Extractor
from fogline.model import Claim, Document, document_id_of, story_id_of

DAY = date(2022, 9, 8)
"""A Thursday."""


def document(text: str, *, day: date | None = DAY, publisher: str | None = None, name: str = "a") -> Document:
    """Give a document in English of these words."""
    story = story_id_of(publisher, None, name)
    return Document(
        id=document_id_of(story, None, text),
        story_id=story,
        name=name,
        publisher=publisher,
        url=None,
        published_at=None,
        published_day=day,
        first_seen=datetime(2022, 9, 8, tzinfo=UTC),
        language="en",
        title=None,
        text=text,
        sha256="",
        origin=name,
    )


def read(extractor: Extractor, text: str, *, day: date | None = DAY, publisher: str | None = None) -> list[Claim]:
    """Give the claims of a text."""
    return extractor.claims(document(text, day=day, publisher=publisher))


def types(claims: list[Claim]) -> list[str]:
    """Give the types of claims."""
    return [claim.type.value for claim in claims]


def place_words(text: str, claims: list[Claim]) -> list[list[str]]:
    """Give the words of the text that name the places of each claim."""
    return [[place.span.of(text) for place in claim.places] for claim in claims]


def only(claims: list[Claim]) -> Claim:
    """Give the single claim that there must be."""
    assert len(claims) == 1, [(c.type.value, c.content_text) for c in claims]
    return claims[0]
