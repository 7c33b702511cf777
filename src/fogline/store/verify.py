"""Verification: every batch is hashed again from its rows, and the chain is walked from its first link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from fogline.errors import LedgerTampered
from fogline.store.chain import CHAINED, CHAINED_BY_NAME, Batch, BatchHash, Chained
from fogline.store.database import Database


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the ledger that is not as it was written."""

    table: str
    batch: int
    rows: int
    """How many rows the batch was written with."""
    found: int
    """How many it has now."""
    what: str
    """What does not hold, in words."""

    def __str__(self) -> str:
        return f"{self.table}, batch {self.batch}: {self.what} ({self.rows} rows written, {self.found} found)"


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What a verification went through and what it found."""

    batches: int
    rows: int
    head: str
    """Hash of the last batch; noted outside the ledger, it proves later that nothing was cut off."""
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        """Tell whether everything is as it was written."""
        return not self.problems


def verify(database: Database) -> VerifyReport:
    """Hash every batch again and give what does not hold; reads the ledger once, one batch at a time."""
    batches = list(database.stream(Batch, "SELECT * FROM batches ORDER BY seq, sha256"))
    found = [_count_rows(database, batch) for batch in batches]
    problems = (
        *_check_chain(batches, found),
        *_check_content(database, batches, found),
        *(stray for table in CHAINED for stray in _find_strays(database, table)),
    )
    return VerifyReport(len(batches), sum(found), batches[-1].sha256 if batches else "", problems)


def _count_rows(database: Database, batch: Batch) -> int:
    if batch.table not in CHAINED_BY_NAME:
        return 0
    count = f"SELECT count(*) FROM {batch.table} WHERE batch = $batch"  # noqa: S608 (a name of chain.py)
    [(found,)] = database.rows(count, {"batch": batch.seq})
    return int(found)


def _check_chain(batches: Sequence[Batch], found: Sequence[int]) -> Iterator[Problem]:
    """Give the batches that do not follow the one before them."""
    expected, previous = 1, ""
    for batch, rows in zip(batches, found, strict=True):
        if batch.seq != expected:
            yield _problem(batch, rows, f"batch {expected} should stand here; a batch was removed or renumbered")
        elif batch.previous != previous:
            yield _problem(batch, rows, "it does not carry the hash of the batch before")
        expected, previous = batch.seq + 1, batch.sha256


def _check_content(database: Database, batches: Sequence[Batch], found: Sequence[int]) -> Iterator[Problem]:
    """Give the batches whose rows are not those that were hashed."""
    for batch, rows in zip(batches, found, strict=True):
        if rows < batch.rows:
            yield _problem(batch, rows, "rows were removed")
        elif rows > batch.rows:
            yield _problem(batch, rows, "rows were added")
        elif _hash_again(database, batch) != batch.sha256:
            yield _problem(batch, rows, "its content was changed")


def _hash_again(database: Database, batch: Batch) -> str | None:
    """Give the hash of a batch as it is now, None where it holds values that no record can have."""
    table = CHAINED_BY_NAME.get(batch.table)
    if table is None:
        return None
    hashed = BatchHash(batch.seq, batch.table, batch.rows, batch.previous)
    order = ", ".join(f'"{column}"' for column in table.key)
    rows = f"SELECT * FROM {table.name} WHERE batch = $batch ORDER BY {order}"  # noqa: S608 (names of chain.py)
    try:
        hashed.add(database.stream(table.record, rows, {"batch": batch.seq}))
    except LedgerTampered:
        return None
    return hashed.hexdigest()


def _find_strays(database: Database, table: Chained[Any]) -> Iterator[Problem]:
    """Give the batches of rows that the chain does not know."""
    strays = f"""
        SELECT batch, count(*) FROM {table.name}
        WHERE batch NOT IN (SELECT seq FROM batches WHERE "table" = $table) GROUP BY batch ORDER BY batch
    """  # noqa: S608 (a name of chain.py)
    for batch, rows in database.rows(strays, {"table": table.name}):
        yield Problem(table.name, batch, 0, rows, "the chain knows no such batch of this table")


def _problem(batch: Batch, found: int, what: str) -> Problem:
    return Problem(batch.table, batch.seq, batch.rows, found, what)
