"""The DuckDB file under the ledger: transactions, bound queries, records in and out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import Any, TypeVar

import duckdb
import pyarrow as pa

from fogline.errors import LedgerTampered
from fogline.model.schema import from_batch
from fogline.store.faults import as_ledger_error

Record = TypeVar("Record")
Parameters = Mapping[str, object]

BATCH_ROWS = 2_000
"""Records in memory at a time while streaming: about 10 MB of articles."""

_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,  # with more, DuckDB 2.0 does not spill a sort of long texts and runs out of memory
    "autoinstall_known_extensions": False,  # nothing is ever fetched from the network
}


class Database:
    """One open DuckDB file, for any number of threads. Every fault of it comes out as a LedgerError."""

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection) -> None:
        self.path = path
        self._connection = connection
        self._turn = RLock()

    @classmethod
    def open(cls, path: Path, *, read_only: bool) -> Database:
        """Give the database at a path, made if need be; raises LedgerError and LedgerLocked."""
        with as_ledger_error(path):
            return cls(path, duckdb.connect(path, read_only=read_only, config=_CONFIG))

    def close(self) -> None:
        """Let go of the file."""
        with as_ledger_error(self.path):
            self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all that the block writes, or nothing of it; other threads that write wait for its end."""
        with self._turn:
            self.run("BEGIN")
            try:
                yield
                self.run("COMMIT")
            except BaseException:
                with suppress(duckdb.Error):  # a failed commit, or a full disk, has ended it already
                    self._connection.execute("ROLLBACK")
                raise

    def run(self, sql: str, parameters: Parameters | None = None) -> None:
        """Execute statements that give no rows."""
        with self._turn, as_ledger_error(self.path):
            self._connection.execute(sql, _checked(parameters))

    def rows(self, sql: str, parameters: Parameters | None = None) -> list[tuple[Any, ...]]:
        """Give the rows of a small result, inside the current transaction."""
        with self._turn, as_ledger_error(self.path):
            return self._connection.execute(sql, _checked(parameters)).fetchall()

    def rows_with(self, incoming: pa.Table, sql: str, parameters: Parameters | None = None) -> list[tuple[Any, ...]]:
        """Give the rows of a statement that can name an Arrow table as ``incoming``."""
        with self._turn, as_ledger_error(self.path):
            self._connection.register("incoming", incoming)
            try:
                return self._connection.execute(sql, _checked(parameters)).fetchall()
            finally:
                with suppress(duckdb.Error):  # an aborted transaction takes the name with it
                    self._connection.unregister("incoming")

    def insert(self, table: str, rows: pa.Table, **marks: object) -> None:
        """Write Arrow rows into a table by column name; each mark is one more column, the same for all rows."""
        columns = ", ".join(["*", *(f"${mark} AS {mark}" for mark in marks)])
        # Table and marks are names in this package's code; values are bound.
        self.rows_with(rows, f"INSERT INTO {table} BY NAME SELECT {columns} FROM incoming", marks)  # noqa: S608

    def stream(self, record_type: type[Record], sql: str, parameters: Parameters | None = None) -> Iterator[Record]:
        """Give the records of a query as they are read: a snapshot of what was committed when it began."""
        with as_ledger_error(self.path), self._connection.cursor() as cursor:
            for batch in cursor.sql(sql, params=_checked(parameters)).to_arrow_reader(BATCH_ROWS):
                yield from self._decode(record_type, batch)

    def _decode(self, record_type: type[Record], batch: pa.RecordBatch) -> list[Record]:
        try:
            return from_batch(record_type, batch)
        except ValueError as fault:
            raise LedgerTampered(
                f"{self.path} holds a value that fogline did not write ({fault}): fogline verify"
            ) from fault


def _checked(parameters: Parameters | None) -> Parameters | None:
    """Give the parameters as they are; raises ValueError for a moment without a time zone."""
    for name, value in (parameters or {}).items():
        if isinstance(value, datetime) and value.tzinfo is None:
            raise ValueError(f"{name} = {value.isoformat()} has no time zone; give it in UTC")
    return parameters
