"""The chain: every appended batch carries the hash of its rows and of the batch before it.

The hash of a batch is SHA-256 over lines of JSON: a header ``[seq, table, rows, previous]``, then one
array for each row in the order of the table's key. Whoever changes, removes or adds a row, or moves one
between batches, changes a hash; whoever mends the hash breaks the batch after it. Only the last batches
could be cut off unseen: note :attr:`VerifyReport.head` outside the ledger to prove that too.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime
from functools import cache
from operator import attrgetter
from typing import Any, Generic, TypeVar

from fogline.model.claim import Claim
from fogline.model.document import Document
from fogline.model.journal import Reject
from fogline.model.link import Link
from fogline.model.schema import from_table, to_table
from fogline.model.speaker import Speaker
from fogline.store.database import BATCH_ROWS, Database

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Extraction:
    """The mark that an extractor is done with a document, and the batch that holds the claims it found."""

    document_id: str
    extractor: str
    claims_batch: int | None


@dataclass(frozen=True, slots=True)
class Chained(Generic[Record]):
    """An append-only table: its records, and the key that is unique within a batch and orders its rows."""

    name: str
    record: type[Record]
    key: tuple[str, ...]


DOCUMENTS = Chained("documents", Document, ("id",))
CLAIMS = Chained("claims", Claim, ("document_id", "id"))
EXTRACTIONS = Chained("extractions", Extraction, ("document_id", "extractor"))
LINKS = Chained("links", Link, ("left", "right", "by"))
SPEAKERS = Chained("speakers", Speaker, ("id",))
REJECTS = Chained("rejects", Reject, ("step", "item", "reason"))
CHAINED: tuple[Chained[Any], ...] = (DOCUMENTS, CLAIMS, EXTRACTIONS, LINKS, SPEAKERS, REJECTS)
CHAINED_BY_NAME = {table.name: table for table in CHAINED}


@dataclass(frozen=True, slots=True)
class Batch:
    """One link of the chain: what was written, and the hash over it and over the batch before."""

    seq: int
    table: str
    rows: int
    previous: str
    """Hash of the batch before, empty for the first."""
    sha256: str


class BatchHash:
    """The growing hash of one batch, and the number of rows that it has taken in."""

    def __init__(self, seq: int, table: str, rows: int, previous: str) -> None:
        self._digest = hashlib.sha256(_line([seq, table, rows, previous]))
        self.rows = 0

    def add(self, records: Iterable[object]) -> None:
        """Take in the records, in the order of the table's key."""
        for record in records:
            self._digest.update(_line(record))
            self.rows += 1

    def hexdigest(self) -> str:
        """Give the hash of header and rows so far."""
        return self._digest.hexdigest()


def append_batch(database: Database, table: Chained[Record], records: Sequence[Record]) -> int:
    """Write the records as the next batch of a table, inside the caller's transaction, and give its number.

    The rows are hashed as they come back from Arrow, so that what is hashed is what is stored.
    """
    seq, previous = _next_link(database)
    digest = BatchHash(seq, table.name, len(records), previous)
    ordered = sorted(records, key=attrgetter(*table.key))
    for start in range(0, len(ordered), BATCH_ROWS):
        rows = to_table(table.record, ordered[start : start + BATCH_ROWS])
        digest.add(from_table(table.record, rows))
        database.insert(table.name, rows, batch=seq)
    link = Batch(seq, table.name, len(records), previous, digest.hexdigest())
    database.insert("batches", to_table(Batch, [link]))
    return seq


def _next_link(database: Database) -> tuple[int, str]:
    last = database.rows("SELECT seq, sha256 FROM batches ORDER BY seq DESC LIMIT 1")
    return (last[0][0] + 1, last[0][1]) if last else (1, "")


def _line(record: object) -> bytes:
    """Give the canonical line of a record: a JSON array of its fields, records inside it as arrays too."""
    return f"{_CANONICAL.encode(record)}\n".encode()


def _plain(value: object) -> object:
    if is_dataclass(value):
        record_type: Any = type(value)
        return _fields_of(record_type)(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no canonical form for {value!r}")


@cache
def _fields_of(record_type: Any) -> Callable[[object], tuple[object, ...]]:
    names = [field.name for field in fields(record_type)]
    return lambda record: tuple([getattr(record, name) for name in names])


_CANONICAL = json.JSONEncoder(default=_plain, ensure_ascii=False, separators=(",", ":"))
