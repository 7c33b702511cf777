"""Dates of publication: what is understood, in which zone, and what is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from fogline.errors import InputError

_UNIX_SECONDS = re.compile(r"\d{9,10}(\.\d+)?|\d{13}")
_END_OF_DAY = time(23, 59, 59)
_FOUR_DIGIT_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_YEAR_FIRST = re.compile(r"\d{4}[-/.]")
_DAY_FIRST = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
_CLOCK = re.compile(r"\d:\d\d")
_MONTH_WORD = re.compile(r"[^\W\d_]{3}")
_LONGEST_DATE = 80
_MILLISECOND_DIGITS = 13


@dataclass(frozen=True, slots=True)
class Published:
    """A publication date: the moment (UTC) and the calendar day in the publisher's own zone."""

    at: datetime
    day: date


def published_on(moment: datetime | date) -> Published:
    """Give the publication date of a day or a moment; a moment without a zone is taken as UTC.

    A day without a time of day gives its last second, so that nothing is known too early.
    """
    if not isinstance(moment, datetime):
        return Published(datetime.combine(moment, _END_OF_DAY, UTC), moment)
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return Published(zoned.astimezone(UTC), zoned.date())


def parse_published(text: str, now: datetime) -> Published:
    """Give the publication date that a text names.

    Understood: ISO 8601, year first with slashes, day first with dots, RFC 2822, Unix seconds, and dates in
    English, Russian or Ukrainian words. ``05/06/2022`` is refused, for it is two different days, and so is
    all that has no year. Raises InputError where it is not understood or more than a day after ``now``.
    """
    stripped = text.strip()
    moment = _from_seconds(stripped) or _from_iso(stripped) or _from_words(stripped)
    shown = stripped if len(stripped) <= _LONGEST_DATE else f"{stripped[:_LONGEST_DATE]}…"
    if moment is None:
        raise InputError(f"published not understood: '{shown}' (write 2022-09-06 or 2022-09-06T18:00+03:00)")
    try:
        future = is_future(moment, now)
        published = published_on(moment)
    except OverflowError as error:
        raise InputError(f"published not understood: '{shown}' is outside the calendar") from error
    if future:
        raise InputError(f"published in the future: '{shown}'")
    return published


def is_future(moment: datetime | date, now: datetime) -> bool:
    """Tell whether a moment, or the beginning of a day, is more than a day after ``now``.

    Less than that is explained by time zones.
    """
    begin = moment if isinstance(moment, datetime) else datetime.combine(moment, time(), UTC)
    zoned = begin if begin.tzinfo else begin.replace(tzinfo=UTC)
    return zoned > now + timedelta(days=1)


def _from_seconds(text: str) -> datetime | None:
    if not _UNIX_SECONDS.fullmatch(text):
        return None
    seconds = float(text) / 1000 if len(text) == _MILLISECOND_DIGITS else float(text)
    return datetime.fromtimestamp(seconds, UTC)


def _from_iso(text: str) -> datetime | date | None:
    for parse in (date.fromisoformat, datetime.fromisoformat):
        try:
            return parse(text)
        except ValueError:
            continue
    return None


def _from_words(text: str) -> datetime | date | None:
    """Parse what stands in no fixed form, if its day, month and year are beyond doubt."""
    year_first = _YEAR_FIRST.match(text) is not None
    unambiguous = year_first or _DAY_FIRST.match(text) or _MONTH_WORD.search(text)
    if len(text) > _LONGEST_DATE or not unambiguous or not _FOUR_DIGIT_YEAR.search(text):
        return None
    import dateparser

    order = "YMD" if year_first else "DMY"
    settings = {"STRICT_PARSING": True, "PARSERS": ["absolute-time"], "DATE_ORDER": order}
    moment: datetime | None = dateparser.parse(
        text.replace("МСК", "MSK"), languages=["en", "ru", "uk"], settings=settings
    )
    if moment is None:
        return None
    return moment if moment.time() != time() or _CLOCK.search(text) else moment.date()
