"""Days: what the words for time mean, resolved against the day of publication.

Coding rule 'Days' of docs/claims.md.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from fogline.extract.lexicon import Lexicon
from fogline.model import DayRange, Span


@dataclass(frozen=True, slots=True)
class DayMention:
    """Words for a day or days, and what they mean."""

    span: Span
    days: DayRange


Resolve = Callable[[re.Match[str], date], DayRange | None]


def find_days(text: str, span: Span, published: date | None, lexicon: Lexicon) -> list[DayMention]:
    """Give the days named in a stretch of text, in order; relative ones only when the publication day is known."""
    found: list[DayMention] = []
    if not _hint(lexicon).search(text, span.start, span.end):
        return found
    for pattern, resolve in _patterns(lexicon):
        for match in pattern.finditer(text, span.start, span.end):
            here = Span(match.start(), match.end())
            if any(here.start < m.span.end and m.span.start < here.end for m in found):
                continue
            try:
                days = resolve(match, published) if published else resolve(match, _NO_DAY)
            except (ValueError, OverflowError):
                continue
            if days and days.start <= days.end and (published or days.start.year > 1):
                found.append(DayMention(here, days))
    return _join_ranges(text, sorted(found, key=lambda m: m.span))


def _join_ranges(text: str, found: list[DayMention]) -> list[DayMention]:
    """Give one mention for 'from 27 February to 10 September' in place of two."""
    joined: list[DayMention] = []
    for mention in found:
        last = joined[-1] if joined else None
        between = text[last.span.end : mention.span.start].strip() if last else ""
        if last and between in ("to", "until", "till", "through", "–", "-") and last.days.start <= mention.days.end:
            joined[-1] = DayMention(
                Span(last.span.start, mention.span.end), DayRange(last.days.start, mention.days.end)
            )
        else:
            joined.append(mention)
    return joined


_NO_DAY = date(1, 6, 15)


@cache
def _compiled(
    months: tuple[str, ...], weekdays: tuple[str, ...], relative: tuple[str, ...], spans: tuple[str, ...]
) -> dict[str, re.Pattern[str]]:
    m, w = "|".join(sorted(months, key=len, reverse=True)), "|".join(weekdays)
    r = "|".join(map(re.escape, sorted(relative, key=len, reverse=True)))
    s = "|".join(sorted(spans, key=len, reverse=True))
    number = r"(?:\d{1,3}|few|two|three|four|five|six|seven|eight|ten|couple of)"
    flags = re.IGNORECASE
    return {
        "iso": re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b"),
        "dotted": re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b"),
        "range": re.compile(
            rf"\b(?:between\s+)?(\d{{1,2}})(?:st|nd|rd|th)?\s*(?:-|–|—|to|and)\s*(\d{{1,2}})(?:st|nd|rd|th)?\s+({m})\b\.?(?:,?\s+(\d{{4}}))?",
            flags,
        ),
        "month_range": re.compile(rf"\bbetween\s+({m})\s+and\s+({m})\b(?:,?\s+(\d{{4}}))?", flags),
        "day_month": re.compile(
            rf"\b(?:(night of|evening of)\s+)?(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({m})\b\.?(?:,?\s+(\d{{4}}))?",
            flags,
        ),
        "month_day": re.compile(
            rf"\b({m})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?(?:\s*(?:-|–|to)\s*(\d{{1,2}})(?:st|nd|rd|th)?)?\b(?!:)(?:,?\s+(\d{{4}}))?",
            flags,
        ),
        "past": re.compile(
            rf"\b(?:(?:in|over|during|for|within)\s+)?(?:the\s+)?(?:past|last|previous)\s+({number})?\s*({s})\b", flags
        ),
        "ago": re.compile(rf"\b({number}|a|an)\s+({s})\s+(?:ago|earlier)\b", flags),
        "by": re.compile(
            rf"\b(?:by|until|before)\s+(?:the\s+)?(?:end of\s+)?(?:(\d{{1,2}})\s+)?({m})\b(?:,?\s+(\d{{4}}))?", flags
        ),
        "since": re.compile(rf"\bsince\s+({m})\b(?:\s+(\d{{4}}))?", flags),
        "weekday": re.compile(
            r"\b(last|next|this|since|until|late on|early on|late|early)?\s*(?:on\s+)?"
            rf"({w})\b(?:\s+(night|evening|morning))?",
            flags,
        ),
        "relative": re.compile(rf"\b({r})\b", flags),
        "month": re.compile(
            rf"\b(?:in|by the end of|during|throughout|late|early|mid-?|of|last)\s+({m})\b(?:,?\s+(\d{{4}}))?", flags
        ),
    }


@cache
def _hint(lexicon: Lexicon) -> re.Pattern[str]:
    """Give what every expression of time holds one of: a figure, or a word of time.toml."""
    table = lexicon.table["time"]
    words = {word for section in ("months", "weekdays", "relative", "spans") for word in table[section]}
    return re.compile(rf"\d|\b(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})", re.IGNORECASE)


@cache
def _patterns(lexicon: Lexicon) -> list[tuple[re.Pattern[str], Resolve]]:
    table = lexicon.table["time"]
    months: dict[str, int] = table["months"]
    weekdays: dict[str, int] = table["weekdays"]
    relative: dict[str, object] = table["relative"]
    spans: dict[str, int] = table["spans"]
    compiled = _compiled(tuple(months), tuple(weekdays), tuple(relative), tuple(spans))

    def month(word: str) -> int:
        return months[word.lower().rstrip(".")]

    resolvers: dict[str, Resolve] = {
        "by": lambda m, day: _until(day, month(m[2]), m[1], m[3]),
        "iso": lambda m, _: _one(date(int(m[1]), int(m[2]), int(m[3]))),
        "dotted": lambda m, _: _one(date(int(m[3]), int(m[2]), int(m[1]))),
        "range": lambda m, day: DayRange(
            _dated(day, month(m[3]), int(m[1]), m[4]), _dated(day, month(m[3]), int(m[2]), m[4])
        ),
        "month_range": lambda m, day: DayRange(
            _month(day, month(m[1]), m[3]).start, _month(day, month(m[2]), m[3]).end
        ),
        "day_month": lambda m, day: _evening(_dated(day, month(m[3]), int(m[2]), m[4]), m[1]),
        "month_day": lambda m, day: DayRange(
            _dated(day, month(m[1]), int(m[2]), m[4]), _dated(day, month(m[1]), int(m[3] or m[2]), m[4])
        ),
        "past": lambda m, day: _past(day, m[1], spans[m[2].lower()], m[2].lower()),
        "ago": lambda m, day: _ago(day, m[1], spans[m[2].lower()]),
        "since": lambda m, day: DayRange(_month(day, month(m[1]), m[2]).start, day),
        "weekday": lambda m, day: _weekday(day, weekdays[m[2].lower()], (m[1] or "").lower(), m[3]),
        "relative": lambda m, day: _relative(day, relative[m[1].lower()]),
        "month": lambda m, day: _month(day, month(m[1]), m[2]),
    }
    return [(compiled[name], resolve) for name, resolve in resolvers.items()]


def _one(day: date) -> DayRange:
    return DayRange(day, day)


def _evening(day: date, part: str | None) -> DayRange:
    return DayRange(day, day + timedelta(days=1)) if part else _one(day)


def _dated(day: date, month: int, number: int, year: str | None) -> date:
    """Give a day and month in its year: the one named, else the latest that is not past publication by a month."""
    if year:
        return date(int(year), month, number)
    here = date(day.year, month, number)
    if here > day + timedelta(days=45):
        return date(day.year - 1, month, number) if day.year > 1 else here
    return here


def _month(day: date, month: int, year: str | None) -> DayRange:
    start = _dated(day, month, 1, year)
    return DayRange(start, start.replace(day=calendar.monthrange(start.year, month)[1]))


def _until(day: date, month: int, number: str | None, year: str | None) -> DayRange:
    """Give the days from publication to a limit ahead: 'by the end of June'."""
    year_of = int(year) if year else day.year + (month < day.month)
    last = int(number) if number else calendar.monthrange(year_of, month)[1]
    limit = date(year_of, month, last)
    return DayRange(day, limit) if limit >= day else _one(limit)


def _number(word: str | None) -> int:
    words = {
        "few": 3,
        "couple of": 2,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "ten": 10,
    }
    if not word:
        return 1
    return int(word) if word.isdigit() else words.get(word.lower(), 1)


def _past(day: date, number: str | None, unit: int, word: str) -> DayRange:
    if word.startswith("hour"):
        return DayRange(day - timedelta(days=-(-_number(number or "24") // 24)), day)
    return DayRange(day - timedelta(days=_number(number) * unit), day)


def _ago(day: date, number: str, unit: int) -> DayRange | None:
    return _one(day - timedelta(days=_number(number) * unit)) if unit else None


def _weekday(day: date, weekday: int, which: str, part: str | None) -> DayRange:
    back = (day.weekday() - weekday) % 7
    if which == "next":
        return _one(day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1))
    if which == "until":
        return DayRange(day, day + timedelta(days=(weekday - day.weekday()) % 7))
    there = day - timedelta(days=back or (7 if which == "last" else 0))
    if which == "since":
        return DayRange(there, day)
    return _evening(there, part if part and part.lower() == "night" else None)


def _relative(day: date, meaning: object) -> DayRange | None:
    if isinstance(meaning, list):
        return DayRange(day + timedelta(days=meaning[0]), day + timedelta(days=meaning[1]))
    if meaning == "weekend":
        saturday = day - timedelta(days=(day.weekday() - 5) % 7)
        return DayRange(saturday, min(saturday + timedelta(days=1), max(day, saturday)))
    if meaning == "next week":
        monday = day + timedelta(days=7 - day.weekday())
        return DayRange(monday, monday + timedelta(days=6))
    first = day.replace(day=1)
    if meaning == "this month":
        return DayRange(first, day)
    last = first - timedelta(days=1)
    return DayRange(last.replace(day=1), last)
