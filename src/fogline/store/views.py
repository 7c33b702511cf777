"""Rebuilt tables: events and control, one whole view for each moment of knowledge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import TypeVar

from fogline.model.control import ControlDay
from fogline.model.event import Event
from fogline.model.schema import to_table
from fogline.store.database import BATCH_ROWS, Database

Record = TypeVar("Record")

EVENTS = "SELECT * FROM events WHERE as_of IS NOT DISTINCT FROM $as_of::TIMESTAMPTZ ORDER BY id"
CONTROL = 'SELECT * FROM control WHERE as_of IS NOT DISTINCT FROM $as_of::TIMESTAMPTZ ORDER BY "day", place'
CLEAR_EVENTS = "DELETE FROM events WHERE as_of IS NOT DISTINCT FROM $as_of::TIMESTAMPTZ"
CLEAR_CONTROL = "DELETE FROM control WHERE as_of IS NOT DISTINCT FROM $as_of::TIMESTAMPTZ"


def replace_events(database: Database, events: Iterable[Event], as_of: datetime | None) -> None:
    """Put these events in place of all that the view of a moment held."""
    with database.transaction():
        database.run(CLEAR_EVENTS, {"as_of": as_of})
        _insert(database, "events", Event, events, as_of)


def replace_control(database: Database, days: Iterable[ControlDay], as_of: datetime | None) -> None:
    """Put these days in place of all that the view of a moment held."""
    with database.transaction():
        database.run(CLEAR_CONTROL, {"as_of": as_of})
        _insert(database, "control", ControlDay, days, as_of)


def read_events(database: Database, as_of: datetime | None) -> Iterator[Event]:
    """Give the events of the view of a moment, by id."""
    return database.stream(Event, EVENTS, {"as_of": as_of})


def read_control(database: Database, as_of: datetime | None) -> Iterator[ControlDay]:
    """Give the days of the view of a moment, by day, then place."""
    return database.stream(ControlDay, CONTROL, {"as_of": as_of})


def _insert(
    database: Database, table: str, record_type: type[Record], records: Iterable[Record], as_of: datetime | None
) -> None:
    waiting = iter(records)
    while chunk := list(islice(waiting, BATCH_ROWS)):
        database.insert(table, to_table(record_type, chunk), as_of=as_of)
