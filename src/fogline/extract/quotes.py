"""Quotations: stretches between quotation marks, also across sentences and paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fogline.model import Span

_CLOSING = {"“": "”", "«": "»", "„": "“”", '"': '"', "‘": "’", "``": "''"}
_MARK = re.compile(r"[“”«»„\"]|(?<![\w])‘|’(?![\w])")
_SHORTEST = 4
"""Words; a shorter quotation is a word held with tongs, not a statement."""
_LONGEST = 3_000
"""Code points; beyond that a mark was forgotten."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: the span between its marks, and whether it is long enough to be a statement."""

    span: Span
    statement: bool


def find_quotes(text: str) -> list[Quote]:
    """Give the quotations of a text in order; an unclosed mark ends with its paragraph."""
    found: list[Quote] = []
    position = 0
    while (opening := _MARK.search(text, position)) is not None:
        closing = _CLOSING.get(opening.group())
        if closing is None:
            position = opening.end()
            continue
        end = _find_end(text, opening.end(), closing)
        span = Span(opening.end(), end)
        found.append(Quote(span, len(span.of(text).split()) >= _SHORTEST))
        position = end + 1
    return found


def _find_end(text: str, start: int, closing: str) -> int:
    paragraph = text.find("\n", start)
    limit = min(start + _LONGEST, paragraph if paragraph >= 0 else len(text))
    for match in _MARK.finditer(text, start, limit):
        if match.group() in closing:
            return match.start()
    return limit


def quote_at(quotes: list[Quote], position: int) -> Quote | None:
    """Give the quotation of statement length in which a position (code point) of the text lies."""
    for quote in quotes:
        if quote.span.start <= position < quote.span.end:
            return quote if quote.statement else None
    return None
