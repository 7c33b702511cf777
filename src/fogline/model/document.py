"""Document: one version of one story as a publisher printed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from fogline.model.ids import hash_id, sha256_text


@dataclass(frozen=True, slots=True)
class Document:
    """One version of one story. An edited article is a new version: same ``story_id``, other ``id``.

    ``published_day`` is the calendar day in the publisher's own time zone, against which 'on Tuesday'
    is resolved; ``published_at`` is the moment (UTC) at which it could be known. A date without a time
    of day gives the last second of that day, so that ``--as-of`` never shows a report too early.
    """

    id: str
    story_id: str
    name: str
    """The id that its source gave it: a JSONL ``id``, else its path."""
    publisher: str | None
    url: str | None
    published_at: datetime | None
    published_day: date | None
    first_seen: datetime
    """When fogline first read it (UTC)."""
    language: str | None
    """ISO 639-1 code, None when unknown."""
    title: str | None
    text: str
    sha256: str
    """Of the bytes it was read from (the line's bytes for JSONL)."""
    origin: str
    """Where it was read: path, with ``#line`` inside a container."""

    @property
    def known_at(self) -> datetime:
        """When it could be known: its publication, or the first reading where that is unknown."""
        return self.published_at or self.first_seen


def story_id_of(publisher: str | None, url: str | None, name: str) -> str:
    """Give the id of a story: publisher and canonical URL, or the source's own name where it has no URL."""
    return hash_id("story", publisher, url or name)


def document_id_of(story_id: str, title: str | None, text: str) -> str:
    """Give the id of one version of a story: the story and the hash of its words."""
    return hash_id("document", story_id, title, sha256_text(text))
