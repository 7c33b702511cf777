from collections.abc import Iterator
from datetime import date

import pytest

from fogline.model import ControlDay
from fogline.store import Ledger

from .records import at, control_day, event


def test_events_come_back_as_they_were_by_id(ledger: Ledger) -> None:
    given = [event("a"), event("b")]
    ledger.replace_events(given, None)
    assert list(ledger.events()) == sorted(given, key=lambda each: each.id)


def test_a_view_is_replaced_whole(ledger: Ledger) -> None:
    ledger.replace_events([event("a"), event("b")], None)
    ledger.replace_events([event("c")], None)
    assert list(ledger.events()) == [event("c")]


def test_views_of_other_moments_stay(ledger: Ledger) -> None:
    ledger.replace_events([event("all")], None)
    ledger.replace_events([event("then")], at(3))
    ledger.replace_events([], at(4))
    assert list(ledger.events()) == [event("all")]
    assert list(ledger.events(at(3))) == [event("then")]
    assert not list(ledger.events(at(4)))


def test_control_is_read_by_day_then_place(ledger: Ledger) -> None:
    later = control_day(1, date(2022, 9, 9))
    ledger.replace_control(iter([later, control_day(2), control_day(1)]), at(0))
    assert list(ledger.control(at(0))) == [control_day(1), control_day(2), later]
    assert not list(ledger.control())


def test_a_rebuild_that_fails_leaves_the_view_as_it_was(ledger: Ledger) -> None:
    def breaks_off() -> Iterator[ControlDay]:
        yield from (control_day(place) for place in range(5_000))
        raise RuntimeError("inference broke off")

    ledger.replace_control([control_day(1)], None)
    with pytest.raises(RuntimeError, match="broke off"):
        ledger.replace_control(breaks_off(), None)
    assert list(ledger.control()) == [control_day(1)]
