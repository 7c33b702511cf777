"""The ledger: one DuckDB file that keeps everything fogline has read, found and judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from fogline.errors import LedgerError, LedgerFull
from fogline.model.claim import Claim
from fogline.model.control import ControlDay
from fogline.model.document import Document
from fogline.model.event import Event
from fogline.model.journal import Reject, Run
from fogline.model.link import Link
from fogline.model.speaker import Speaker
from fogline.store.claims import append_claims, read_all_claims, read_claim_times, read_claims
from fogline.store.database import Database
from fogline.store.documents import append_documents, count_pending, read_documents, read_pending
from fogline.store.journal import (
    append_rejects,
    count_rows,
    finish_run,
    read_note,
    read_rejects,
    read_runs,
    start_run,
    write_note,
)
from fogline.store.links import append_links, delete_links, read_links
from fogline.store.speakers import append_speakers, read_speakers
from fogline.store.upgrade import migrate, read_migrations
from fogline.store.verify import VerifyReport, verify
from fogline.store.views import read_control, read_events, replace_control, replace_events


class Ledger:
    """Everything known, in one file; a context manager.

    Documents, claims, links, speakers and rejects are only ever appended, each append in one transaction
    and one hashed batch; events and control are rebuilt whole. ``as_of`` hides what could not be known by
    that moment. Readers stream, ordered and from one snapshot, and may be open while the ledger is written.
    Moments are time-zone-aware; a naive one raises ValueError. Any method raises LedgerFull when the disk
    is full, after which the ledger holds what it held before.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Self:
        """Give the ledger at a path, made or brought up to date if need be.

        Raises LedgerLocked while another process has it open, LedgerTooNew for one of a newer fogline, and
        LedgerError for a file that is no ledger, is damaged, or is missing where it is only to be read.
        """
        _check_path(path, read_only)
        is_new = not path.exists()
        try:
            return cls(_open_database(path, read_only))
        except LedgerFull:
            if is_new:  # half a header would be taken for a foreign file the next time
                path.unlink(missing_ok=True)
                path.with_name(f"{path.name}.wal").unlink(missing_ok=True)
            raise

    def close(self) -> None:
        """Let go of the file; readers that are still open end with an error."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def append_documents(self, documents: Sequence[Document]) -> int:
        """Write the documents whose ids are not there yet and give how many they are."""
        return append_documents(self._database, documents)

    def append_claims(self, documents: Sequence[Document], claims: Sequence[Claim], extractor: str) -> int:
        """Write, in one transaction, claims and the mark that the extractor is done with their documents.

        Documents that it is done with already are passed over. Gives how many claims are new; raises
        ValueError for a claim whose document is not given, and for a document that the ledger has not.
        """
        return append_claims(self._database, documents, claims, extractor)

    def append_links(self, links: Sequence[Link]) -> int:
        """Write the links that say something new of their pair and give how many they are."""
        return append_links(self._database, links)

    def delete_links(self, pairs: Iterable[tuple[str, str]], at: datetime, *, by: str | None = None) -> int:
        """Mark the live links of the pairs as deleted, of one judge or of all, and give how many they are."""
        return delete_links(self._database, pairs, at, by)

    def append_speakers(self, speakers: Sequence[Speaker]) -> int:
        """Write the speakers that are new or have changed and give how many they are."""
        return append_speakers(self._database, speakers)

    def replace_events(self, events: Iterable[Event], as_of: datetime | None) -> None:
        """Put these events in place of the view of a moment (None: everything known)."""
        replace_events(self._database, events, as_of)

    def replace_control(self, days: Iterable[ControlDay], as_of: datetime | None) -> None:
        """Put these days in place of the view of a moment (None: everything known)."""
        replace_control(self._database, days, as_of)

    def documents(self, as_of: datetime | None = None) -> Iterator[Document]:
        """Give the documents that could be known, by the moment from which each could be, then id."""
        return read_documents(self._database, as_of)

    def pending_documents(self, extractor: str) -> Iterator[Document]:
        """Give the documents that an extractor is not done with, in the order of :meth:`documents`."""
        return read_pending(self._database, extractor)

    def count_pending(self, extractor: str) -> int:
        """Give how many documents an extractor is not done with."""
        return count_pending(self._database, extractor)

    def claims(self, as_of: datetime | None = None) -> Iterator[Claim]:
        """Give the claims that stand, by id: those of the newest version of each story that could be known.

        They are those of the newest extraction of that version. A story whose newest version is still
        pending has none.
        """
        return read_claims(self._database, as_of)

    def all_claims(self, as_of: datetime | None = None) -> Iterator[Claim]:
        """Give the claims of superseded versions too, each once, from the newest version that holds it."""
        return read_all_claims(self._database, as_of)

    def claim_times(self, as_of: datetime | None = None) -> dict[str, tuple[datetime, datetime]]:
        """Give for each of :meth:`all_claims` when the first and the last version with it could be known."""
        return read_claim_times(self._database, as_of)

    def links(self, as_of: datetime | None = None) -> Iterator[Link]:
        """Give the links that hold, between claims that could be known; by pair, then judge."""
        return read_links(self._database, as_of)

    def speakers(self) -> Iterator[Speaker]:
        """Give the speakers, by id."""
        return read_speakers(self._database)

    def events(self, as_of: datetime | None = None) -> Iterator[Event]:
        """Give the events of the view of a moment, by id; none where that view was never made."""
        return read_events(self._database, as_of)

    def control(self, as_of: datetime | None = None) -> Iterator[ControlDay]:
        """Give the days of the view of a moment, by day, then place; none where that view was never made."""
        return read_control(self._database, as_of)

    def start_run(self, step: str, version: str, settings_hash: str, models: Sequence[str]) -> str:
        """Write that a run begins and give its id, which sorts by time."""
        return start_run(self._database, step, version, settings_hash, models)

    def finish_run(self, run_id: str, *, items_in: int, items_out: int, rejected: int, result: str) -> None:
        """Write how a run ended; raises ValueError for an id that :meth:`start_run` did not give."""
        finish_run(self._database, run_id, items_in=items_in, items_out=items_out, rejected=rejected, result=result)

    def append_rejects(self, rejects: Sequence[Reject]) -> int:
        """Write what was dropped, each item and reason of a step once, and give how many are new."""
        return append_rejects(self._database, rejects)

    def runs(self) -> Iterator[Run]:
        """Give the runs, oldest first."""
        return read_runs(self._database)

    def rejects(self) -> Iterator[Reject]:
        """Give what was dropped, by time."""
        return read_rejects(self._database)

    def counts(self) -> dict[str, int]:
        """Give how many there are of each kind of record, as they stand now with everything known."""
        return count_rows(self._database)

    def verify(self) -> VerifyReport:
        """Hash every batch again, walk the chain, and give what does not hold."""
        return verify(self._database)

    def note(self, key: str, value: str) -> None:
        """Keep a small value, such as the hash of what a step last worked on, in place of the one before."""
        write_note(self._database, key, value)

    def noted(self, key: str) -> str | None:
        """Give the value kept under a key, None where there is none."""
        return read_note(self._database, key)


def _open_database(path: Path, read_only: bool) -> Database:
    database = Database.open(path, read_only=read_only)
    try:
        migrate(database, read_migrations(), read_only=read_only)
    except BaseException:
        database.close()
        raise
    return database


def _check_path(path: Path, read_only: bool) -> None:
    if read_only and not path.exists():
        raise LedgerError(f"There is no ledger at {path}. Make one: fogline read FILES")
    if not path.parent.is_dir():
        raise LedgerError(
            f"There is no folder {path.parent} for the ledger {path.name}. Make it, or give another path."
        )
