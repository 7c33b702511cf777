from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.extract.days import find_days
from fogline.extract.lexicon import load_lexicon
from fogline.model import Span

THURSDAY = date(2022, 9, 8)


def days(text: str, published: date | None = THURSDAY) -> list[tuple[str, str]]:
    found = find_days(text, Span(0, len(text)), published, load_lexicon("en"))
    return [(m.days.start.isoformat(), m.days.end.isoformat()) for m in found]


def one(day: str) -> list[tuple[str, str]]:
    return [(day, day)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("on 6 September", one("2022-09-06")),
        ("on September 6", one("2022-09-06")),
        ("on September 6, 2021", one("2021-09-06")),
        ("on the 6th of September", one("2022-09-06")),
        ("on 2022-09-06", one("2022-09-06")),
        ("on 06.09.2022", one("2022-09-06")),
        ("today", one("2022-09-08")),
        ("yesterday", one("2022-09-07")),
        ("the day before yesterday", one("2022-09-06")),
        ("tomorrow", one("2022-09-09")),
        ("on Tuesday", one("2022-09-06")),
        ("on Thursday", one("2022-09-08")),
        ("last Thursday", one("2022-09-01")),
        ("on Friday", one("2022-09-02")),
        ("two days ago", one("2022-09-06")),
        ("a week ago", one("2022-09-01")),
        ("in the past 24 hours", [("2022-09-07", "2022-09-08")]),
        ("over the past week", [("2022-09-01", "2022-09-08")]),
        ("over the last three days", [("2022-09-05", "2022-09-08")]),
        ("from 1 September to 6 September", [("2022-09-01", "2022-09-06")]),
        ("on 4-6 September", [("2022-09-04", "2022-09-06")]),
        ("between 4 and 6 September", [("2022-09-04", "2022-09-06")]),
        ("in August", [("2022-08-01", "2022-08-31")]),
        ("in February 2020", [("2020-02-01", "2020-02-29")]),
        ("overnight", [("2022-09-07", "2022-09-08")]),
        ("in the coming days", []),
        ("soon", []),
        ("on 31 February", []),
        ("may be; march on", []),
    ],
)
def test_words_for_days_are_resolved_against_publication(words: str, expected: list[tuple[str, str]]) -> None:
    assert days(f"They left the town {words}") == expected


def test_a_day_without_a_year_is_the_last_one_before_publication() -> None:
    assert days("on 28 December", date(2023, 1, 3)) == one("2022-12-28")


def test_without_a_day_of_publication_only_full_dates_mean_anything() -> None:
    assert days("on Tuesday, yesterday, on 6 September and on 7 September 2022", None) == one("2022-09-07")


@given(st.text(alphabet="0123456789 .-–/", max_size=30), st.dates())
def test_no_sequence_of_figures_breaks_it(words: str, published: date) -> None:
    for start, end in days(f"on {words} September {words}", published):
        assert start <= end


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.sampled_from(["Monday", "Tuesday", "Sunday"]))
def test_a_weekday_is_within_the_week_before_publication(published: date, weekday: str) -> None:
    ((start, end),) = days(f"on {weekday}", published)
    assert start == end
    assert 0 <= (published - date.fromisoformat(start)).days < 7
    assert f"{date.fromisoformat(start):%A}" == weekday
