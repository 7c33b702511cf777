"""Records to Arrow and back: the identity for every record type."""

from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.model import Claim, ControlDay, Document, Event, Judgement, Link, Reject, Run, Span, Speaker
from fogline.model.schema import from_batch, from_table, schema_of, to_table

RECORDS = (Claim, ControlDay, Document, Event, Link, Reject, Run, Speaker)
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    int: st.integers(-(2**63), 2**63 - 1),
    float: st.floats(allow_nan=False),
    bool: st.booleans(),
    date: st.dates(),
    datetime: st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=-3))])).filter(
        lambda moment: moment.year < 9999
    ),
}


def values_of(hint: Any) -> st.SearchStrategy[Any]:
    """Any value that a field of this type may hold."""
    kinds = get_args(hint)
    if hint in PLAIN:
        return PLAIN[hint]
    if get_origin(hint) is tuple:
        is_open = kinds[-1] is Ellipsis
        return st.lists(values_of(kinds[0]), max_size=3).map(tuple) if is_open else st.tuples(*map(values_of, kinds))
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        return st.builds(hint, **{field.name: values_of(hints[field.name]) for field in fields(hint)})
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    return st.one_of(st.none() if kind is NoneType else values_of(kind) for kind in kinds)


@pytest.mark.parametrize("record_type", RECORDS, ids=lambda record_type: record_type.__name__)
def test_round_trip_is_the_identity(record_type: type) -> None:
    @given(st.lists(values_of(record_type), max_size=4))
    @settings(max_examples=60, deadline=None)
    def holds(records: list[Any]) -> None:
        assert list(from_table(record_type, to_table(record_type, records))) == records

    holds()


@given(st.lists(values_of(Claim), min_size=3, max_size=8), st.integers(0, 3), st.integers(0, 4))
@settings(max_examples=60, deadline=None)
def test_a_slice_gives_its_own_records(claims: list[Claim], start: int, length: int) -> None:
    table = to_table(Claim, claims).slice(start, length)
    assert list(from_table(Claim, table)) == claims[start : start + length]


@pytest.mark.parametrize("record_type", RECORDS, ids=lambda record_type: record_type.__name__)
def test_schema_has_one_column_for_each_field(record_type: type) -> None:
    names = [field.name for field in fields(record_type)]
    assert schema_of(record_type).names == names
    assert to_table(record_type, []).schema == schema_of(record_type)


def test_moments_come_back_in_utc() -> None:
    reject = Reject("read", "a", "b", datetime(2022, 9, 8, 9, tzinfo=timezone(timedelta(hours=3))))
    [back] = from_table(Reject, to_table(Reject, [reject]))
    assert back.at.tzinfo is UTC
    assert back.at.hour == 6


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        to_table(Reject, [Reject("read", "a", "b", datetime(2022, 9, 8, tzinfo=UTC).replace(tzinfo=None))])


def test_an_unknown_enumeration_value_is_refused() -> None:
    link = Link("a", "b", Judgement.SAME, 1.0, (), "x", datetime(2022, 9, 8, tzinfo=UTC))
    table = to_table(Link, [link])
    table = table.set_column(2, "judgement", pa.array(["maybe"]))
    with pytest.raises(ValueError, match="'maybe' is no Judgement"):
        list(from_table(Link, table))


def test_columns_that_the_record_has_not_are_left_aside() -> None:
    batch = pa.record_batch({"batch": [7], "end": [2], "start": [1]})
    assert from_batch(Span, batch) == [Span(1, 2)]


def test_a_field_of_no_arrow_type_is_refused() -> None:
    @dataclass(frozen=True)
    class Odd:
        field: dict[str, int]

    with pytest.raises(TypeError, match="no Arrow type"):
        schema_of(Odd)
