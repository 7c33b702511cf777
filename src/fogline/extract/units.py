"""Military units: a small grammar of number, kind and echelon, in full or short."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from fogline.extract.lexicon import Lexicon
from fogline.model import Span


@dataclass(frozen=True, slots=True)
class Unit:
    """A military unit named in the text, under its normal form ('92nd Separate Mechanised Brigade')."""

    span: Span
    name: str


_ORDINAL = r"\d{1,3}(?:st|nd|rd|th|-?[а-яіїєґa-z]{1,2})?"


@cache
def _pattern(lexicon_key: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]) -> re.Pattern[str]:
    kinds, echelons, named = lexicon_key
    kind = "|".join(map(re.escape, kinds))
    echelon = "|".join(sorted(map(re.escape, echelons), key=len, reverse=True))
    name = "|".join(map(re.escape, named))
    return re.compile(rf"\b(?:{_ORDINAL}\s+(?:(?:{kind})[\s-]+)*(?:{echelon})\b|(?:{name})\b)", re.IGNORECASE)


def find_units(text: str, span: Span, lexicon: Lexicon) -> list[Unit]:
    """Give the numbered and the well-known named units of a stretch of text, in order."""
    table = lexicon.table["units"]
    pattern = _pattern((tuple(table["kinds"]), tuple(table["numbered_echelons"]), tuple(table["named"])))
    return [
        Unit(Span(m.start(), m.end()), normalise_unit(m.group())) for m in pattern.finditer(text, span.start, span.end)
    ]


def normalise_unit(words: str) -> str:
    """Give the normal form of a unit's name: ordinal in figures, capitals, British spelling kept as printed."""
    parts = re.split(r"[\s-]+", words.strip())
    return " ".join(_ordinal(p) if p[0].isdigit() else p[0].upper() + p[1:] for p in parts)


def _ordinal(word: str) -> str:
    number = int(re.sub(r"\D.*", "", word))
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
