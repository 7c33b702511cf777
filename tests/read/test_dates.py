"""Dates of publication: forms, zones, refusals."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.errors import InputError
from fogline.read import Published, parse_published, published_on

NOW = datetime(2022, 9, 12, 12, tzinfo=UTC)
DAY = date(2022, 9, 6)
END_OF_DAY = datetime(2022, 9, 6, 23, 59, 59, tzinfo=UTC)


def at(hour: int, minute: int = 0, day: int = 6) -> datetime:
    return datetime(2022, 9, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2022-09-06",
        "20220906",
        "2022/09/06",
        "2022/9/6",
        "06.09.2022",
        "6 September 2022",
        "September 6, 2022",
        "Tuesday, 6 Sept. 2022",
        "6 сентября 2022",
        "6 сентября 2022 года",
        "6 вересня 2022",
        "6 вересня 2022 року",
    ],
)
def test_a_day_is_known_at_its_end(text: str) -> None:
    assert parse_published(text, NOW) == Published(END_OF_DAY, DAY)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2022-09-06T18:15", at(18, 15)),
        ("2022-09-06 18:15:00Z", at(18, 15)),
        ("2022-09-06T18:15:00+03:00", at(15, 15)),
        ("2022/09/06 18:15", at(18, 15)),
        ("06.09.2022 18:15", at(18, 15)),
        ("Tue, 06 Sep 2022 18:15:00 +0300", at(15, 15)),
        ("Tue, 06 Sep 2022 18:15:00 GMT", at(18, 15)),
        ("Sept. 6, 2022 6:15 PM", at(18, 15)),
        ("6 September 2022 00:00", at(0)),
        ("6 сентября 2022 г., 18:15", at(18, 15)),
        ("вторник, 6 сентября 2022 18:15 МСК", at(15, 15)),
        ("6 вересня 2022 року о 18:15", at(18, 15)),
        ("1662488100", at(18, 15)),
        ("1662488100.0", at(18, 15)),
        ("1662488100000", at(18, 15)),
    ],
)
def test_a_time_of_day_is_kept_in_utc(text: str, moment: datetime) -> None:
    assert parse_published(text, NOW) == Published(moment, DAY)


def test_the_day_is_that_of_the_publishers_own_zone() -> None:
    assert parse_published("2022-09-07T01:30:00+03:00", NOW) == Published(at(22, 30), date(2022, 9, 7))


@pytest.mark.parametrize(
    "text",
    [
        "13 Smarch 2022",
        "31 February 2022",
        "2022-02-30",
        "05/06/2022",
        "yesterday",
        "вчера",
        "September 2022",
        "2022",
        "6 September",
        "6 sept 22",
        "5 minutes ago",
        "18:15",
        "x" * 500,
        "0001-01-01T00:00:00+14:00",
        "99999999999999999999",
        "2022-09-06T25:00",
        "\u0661\u0662",
    ],
)
def test_what_is_in_doubt_is_refused_with_a_way_out(text: str) -> None:
    with pytest.raises(InputError, match="published not understood"):
        parse_published(text, NOW)


def test_long_values_are_cut_in_messages() -> None:
    with pytest.raises(InputError) as caught:
        parse_published("y" * 10_000, NOW)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("text", ["2022-09-14", "2022-09-13T12:00:01+00:00", "1 января 2030", "1900000000"])
def test_more_than_a_day_ahead_is_the_future(text: str) -> None:
    with pytest.raises(InputError, match=f"published in the future: '{text[:10]}"):
        parse_published(text, NOW)


@pytest.mark.parametrize("text", ["2022-09-13", "2022-09-13T11:59:59Z"])
def test_less_than_a_day_ahead_is_a_time_zone(text: str) -> None:
    assert parse_published(text, NOW).day == date(2022, 9, 13)


FIRST, LAST = datetime(1990, 1, 1), datetime(2022, 9, 10)  # noqa: DTZ001 (hypothesis adds the zone)
zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(st.datetimes(FIRST, LAST, timezones=zones))
def test_any_moment_comes_back_from_its_iso_form(moment: datetime) -> None:
    published = parse_published(moment.isoformat(), NOW)
    assert published == published_on(moment) == Published(moment.astimezone(UTC), moment.date())
