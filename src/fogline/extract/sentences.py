"""Sentences: where they begin and end, and whether they stand as running text, heading or list item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fogline.model import Span

_BOUNDARY = re.compile(r"(?<=[.!?…])([\"”»’')\]]*)\s+(?=[\"“«‘'(\[]*[A-ZА-ЯЁЄІЇҐÀ-Þ0-9—–•-])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:gen|col|lt|maj|capt|sgt|brig|adm|cmdr|mr|mrs|ms|dr|prof|st|mt|no|gov|sen|rep|rev|pres|inc|ltd|co|corp"
    r"|vs|approx|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|hon|jr|sr|vol|art|fig|dept|rtd|ret|lieut)"
    r"|\b[A-Z]|\b(?:[A-Za-z]\.)+[A-Za-z])\.$",
    re.IGNORECASE,
)
_ITEM = re.compile(
    r"\s*(?:(?:[-–—•*‣·\u2190-\u2bff\U0001f000-\U0001faff][\uFE0F\u200d\u20e3]*)+\s*|\(?\d{1,2}[.)]\s+|\d{1,2}/\s*|\(?\d{1,2}[:.]\d{2}\)?(?:\s*(?:GMT|UTC|[ap]\.?m\.?))?\s*(?:[-–—:|]\s*)?)+"
)
_DATELINE = re.compile(
    r"\s*(?:"
    r"\([A-Z][\w .,'’-]{1,40}\)\s*[-–—]\s*(?=[A-Z\"“«])|"
    r"[A-Z][\w .,'’-]{0,40}\((?:Reuters|AFP|AP|[A-Z][\w ]{1,20})\)\s*[-–—]\s*(?=[A-Z\"“«])|"
    r"[A-ZÀ-Þ][A-ZÀ-Þ'’./ -]+(?:,\s+[^—–\n]{0,40}?)?(?:\s*\([^)]{2,30}\))?\s*(?:—|–|--|\s-\s)\s*(?=[A-Z\"“«]))"
)
_LONGEST = 2_000
"""Code points; a longer 'sentence' is no prose and is cut at spaces."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span in the document, its paragraph (line), and its place in the layout."""

    span: Span
    paragraph: int
    """The number of its line in the document, from 0."""
    first: bool
    """It opens its paragraph."""
    heading: bool
    """It stands alone on its line without a full stop, or ends with a colon."""
    item: bool
    """Its line is an item of a list or of a live blog."""


def split_sentences(text: str) -> Iterator[Sentence]:
    """Give the sentences of a text, line by line; sentences never run across a line break."""
    offset = 0
    for paragraph, line in enumerate(text.split("\n")):
        if line.strip():
            yield from _split_line(line, offset, paragraph)
        offset += len(line) + 1


def _split_line(line: str, offset: int, paragraph: int) -> Iterator[Sentence]:
    marker = _ITEM.match(line)
    item = bool(marker and marker.end() and line[marker.end() :].strip())
    dateline = _DATELINE.match(line)
    spans = list(_cut(line, dateline.end() if dateline else marker.end() if marker and item else 0))
    alone = len(spans) == 1
    for n, (start, end) in enumerate(spans):
        words = line[start:end]
        heading = words.endswith(":") or (alone and len(words) < 120 and words[-1] not in '.!?…"”»;,')
        yield Sentence(Span(offset + start, offset + end), paragraph, n == 0, heading, item)


def _cut(line: str, start: int) -> Iterator[tuple[int, int]]:
    for boundary in _BOUNDARY.finditer(line, start):
        end = boundary.end(1)
        if not _ABBREVIATION.search(line, max(start, boundary.start() - 12), boundary.start()):
            yield from _trim(line, start, end)
            start = boundary.end()
    yield from _trim(line, start, len(line))


def _trim(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        cut = line.rfind(" ", start, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        yield from _trim(line, start, cut)
        start = cut
    while start < end and line[start].isspace():
        start += 1
    while end > start and line[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
