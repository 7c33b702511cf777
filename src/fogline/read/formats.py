"""Formats: which reader a file gets, by its suffix and its first words."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from io import BytesIO
from itertools import chain
from pathlib import PurePosixPath
from typing import BinaryIO

from fogline.read.encoding import NotTextError, decode_text
from fogline.read.front_matter import split_front_matter
from fogline.read.imprint import Draft, Drop, kept
from fogline.read.lines import Line, bounded_lines, in_megabytes
from fogline.read.markdown import strip_markdown
from fogline.read.page import declared_charset, drop_embedded_files, looks_like_page, read_page
from fogline.read.parameters import reading_parameters
from fogline.read.records import parse_json, read_json, read_json_lines
from fogline.read.sources import Source, reason_of


class Format(StrEnum):
    """What a file holds."""

    TEXT = "text"
    MARKDOWN = "Markdown"
    PAGE = "web page"
    JSON = "JSON"
    JSON_LINES = "JSON lines"


_BY_SUFFIX = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.PAGE,
    ".htm": Format.PAGE,
    ".xhtml": Format.PAGE,
    ".json": Format.JSON,
    ".jsonl": Format.JSON_LINES,
    ".ndjson": Format.JSON_LINES,
}


@dataclass(frozen=True, slots=True)
class Whole:
    """A file that has been read to its end: its bytes, their text, and whom to tell of flaws."""

    raw: bytes
    text: str
    origin: str
    drop: Drop

    @property
    def sha256(self) -> str:
        """Give the hash of the bytes."""
        return hashlib.sha256(self.raw).hexdigest()

    def warn(self, reason: str) -> None:
        """Tell of a flaw with which the document is kept."""
        self.drop(self.origin, kept(reason))


def read_drafts(source: Source, max_bytes: int, now: datetime, drop: Drop) -> Iterator[Draft]:
    """Give the drafts in one source; what cannot be read goes to ``drop`` with its reason."""
    try:
        with source.open() as stream:
            yield from _read_stream(stream, source.origin, max_bytes, now, drop)
    except OSError as error:
        drop(source.origin, reason_of(error))


def _read_stream(stream: BinaryIO, origin: str, max_bytes: int, now: datetime, drop: Drop) -> Iterator[Draft]:
    form = _BY_SUFFIX.get(PurePosixPath(origin).suffix.lower())
    lines = bounded_lines(stream, max_bytes)
    head = _first_lines(lines) if form is None else []
    if form is Format.JSON_LINES or _end_in_object(head):
        yield from read_json_lines(chain(head, lines), origin, drop)
        return
    raw = b"".join(line.raw or b"" for line in head)
    raw += stream.read(max(0, max_bytes - len(raw)) + 1)
    if len(raw) > max_bytes or any(line.raw is None for line in head):
        drop(origin, f"too large: {_size_of(stream)}more than the limit of {in_megabytes(max_bytes)}")
        return
    try:
        whole = Whole(raw, decode_text(raw, declared_charset(raw)), origin, drop)
    except NotTextError as error:
        drop(origin, str(error))
        return
    yield from _read_whole(whole, form, now)


def _first_lines(lines: Iterator[Line]) -> list[Line]:
    """Take the lines up to the first that is not blank."""
    taken = []
    for line in lines:
        taken.append(line)
        if line.raw is None or line.raw.strip():
            break
    return taken


def _end_in_object(head: list[Line]) -> bool:
    raw = head[-1].raw if head else None
    if raw is None or not raw.strip().removeprefix(b"\xef\xbb\xbf").startswith(b"{"):
        return False
    try:
        return isinstance(parse_json(decode_text(raw)), dict)
    except (NotTextError, ValueError):
        return False


def _size_of(stream: BinaryIO) -> str:
    """Give the size of a file in words; a pipe has none until it ends."""
    try:
        status = os.fstat(stream.fileno())
    except OSError:
        return ""
    return f"{in_megabytes(status.st_size)}, " if stat.S_ISREG(status.st_mode) else ""


def _read_whole(whole: Whole, form: Format | None, now: datetime) -> Iterator[Draft]:
    if form is Format.PAGE or looks_like_page(whole.text):
        yield from _page(whole, now)
    elif form is Format.JSON or (form is None and _is_json(whole.text)):
        yield from _json(whole)
    elif form is None and whole.text.lstrip().startswith(("<?xml", "<rss", "<feed")):
        whole.drop(whole.origin, "XML is not read: give the pages themselves, or JSON lines")
    else:
        yield from _text(whole, markdown=form is Format.MARKDOWN)


def _text(whole: Whole, *, markdown: bool) -> Iterator[Draft]:
    limit = reading_parameters().limits.markdown_bytes
    if markdown and len(whole.raw) > limit:
        whole.drop(whole.origin, _too_large_for(Format.MARKDOWN, len(whole.raw), limit))
        return
    imprint, text = split_front_matter(whole.text, whole.warn)
    if markdown:
        title, text = strip_markdown(text)
        imprint = replace(imprint, title=imprint.title or title)
    yield Draft(text, imprint, whole.sha256, whole.origin)


def _page(whole: Whole, now: datetime) -> Iterator[Draft]:
    markup = drop_embedded_files(whole.text)
    limit = reading_parameters().limits.page_characters
    if len(markup) > limit:
        whole.drop(whole.origin, _too_large_for(Format.PAGE, len(markup), limit))
    elif not whole.text.strip():
        whole.drop(whole.origin, "empty")
    elif found := read_page(markup, now, whole.warn):
        imprint, text = found
        yield Draft(text, imprint, whole.sha256, whole.origin)
    else:
        whole.drop(whole.origin, "no article found in the page")


def _json(whole: Whole) -> Iterator[Draft]:
    try:
        content = parse_json(whole.text)
    except ValueError as error:
        lines = bounded_lines(BytesIO(whole.raw), len(whole.raw))
        head = _first_lines(lines)
        if _end_in_object(head):  # JSON lines are often named .json
            yield from read_json_lines(chain(head, lines), whole.origin, whole.drop)
        else:
            whole.drop(whole.origin, str(error))
    else:
        yield from read_json(content, whole.sha256, whole.origin, whole.drop)


def _is_json(text: str) -> bool:
    if not text.lstrip().startswith(("[", "{")):
        return False
    try:
        return isinstance(parse_json(text), list | dict)
    except ValueError:
        return False


def _too_large_for(form: Format, size: int, limit: int) -> str:
    return f"too large: {in_megabytes(size)}, more than the {in_megabytes(limit)} that a {form} may have"
