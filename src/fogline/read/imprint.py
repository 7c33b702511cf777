"""Imprint: what a file says about its own story. Draft: a story before it has become a Document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fogline.read.encoding import normalise_text

Drop = Callable[[str, str], None]
"""Told of an item that is dropped, or kept with a flaw: where it stands, and why."""


def kept(reason: str) -> str:
    """Give the reason of a reject row that only warns: the document itself goes on."""
    return f"{reason}; the document is kept"


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a source says about itself, as it says it: nothing here is parsed or checked yet."""

    name: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """One story as a format's reader gives it: normalised text, imprint, and where it stands."""

    text: str
    imprint: Imprint
    sha256: str
    origin: str


def imprint_of(record: Mapping[str, object]) -> Imprint:
    """Give the imprint that stands in the fields of a JSON object or of front matter; other fields are ignored."""
    return Imprint(
        name=one_line(record.get("id")),
        title=one_line(record.get("title")),
        publisher=one_line(record.get("publisher")),
        published=one_line(record.get("published")) or one_line(record.get("date")),
        url=one_line(record.get("url")),
        language=one_line(record.get("language")),
    )


def one_line(value: object) -> str | None:
    """Give a field's value as one line of text, None where it is empty or neither text nor number."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return " ".join(normalise_text(str(value)).split()) or None
