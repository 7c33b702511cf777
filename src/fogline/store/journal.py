"""The journal: which runs were made, what they dropped, and the small notes that a step leaves itself."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from fogline.model.journal import Reject, Run
from fogline.model.schema import to_table
from fogline.store.chain import REJECTS, append_batch
from fogline.store.database import Database

FINISH = """
    UPDATE runs SET ended_at = $ended_at, items_in = $items_in, items_out = $items_out,
        rejected = $rejected, result = $result
    WHERE id = $id
    RETURNING id
"""
UNKNOWN_REJECTS = "SELECT step, item, reason FROM incoming ANTI JOIN rejects USING (step, item, reason)"
NOTE = """
    INSERT INTO notes VALUES ($key, $value) ON CONFLICT ("key") DO UPDATE SET "value" = excluded."value"
"""
COUNTS = """
    UNPIVOT (
        SELECT
            (SELECT count(*) FROM documents) AS documents,
            (SELECT count(DISTINCT story_id) FROM documents) AS stories,
            (SELECT count(*) FROM claims_known(NULL)) AS claims,
            (SELECT count(*) FROM links_known(NULL)) AS links,
            (SELECT count(*) FROM newest_speakers) AS speakers,
            (SELECT count(*) FROM events WHERE as_of IS NULL) AS events,
            (SELECT count(*) FROM control WHERE as_of IS NULL) AS control,
            (SELECT count(*) FROM runs) AS runs,
            (SELECT count(*) FROM rejects) AS rejects,
            (SELECT count(*) FROM batches) AS batches
    ) ON COLUMNS(*)
"""


def start_run(database: Database, step: str, version: str, settings_hash: str, models: Sequence[str]) -> str:
    """Write that a run begins and give its id, which sorts by time."""
    started_at = datetime.now(UTC)
    run_id = f"r{started_at:%Y%m%dT%H%M%S%f}-{secrets.token_hex(4)}"
    run = Run(run_id, step, started_at, None, version, settings_hash, tuple(models), 0, 0, 0, "running")
    database.insert("runs", to_table(Run, [run]))
    return run_id


def finish_run(database: Database, run_id: str, *, items_in: int, items_out: int, rejected: int, result: str) -> None:
    """Write how a run ended; raises ValueError for an id that :func:`start_run` did not give."""
    outcome = {"items_in": items_in, "items_out": items_out, "rejected": rejected, "result": result}
    if not database.rows(FINISH, {"id": run_id, "ended_at": datetime.now(UTC), **outcome}):
        raise ValueError(f"no run {run_id} was started")


def read_runs(database: Database) -> Iterator[Run]:
    """Give the runs, oldest first."""
    return database.stream(Run, "SELECT * FROM runs ORDER BY started_at, id")


def append_rejects(database: Database, rejects: Sequence[Reject]) -> int:
    """Write what was dropped, each item and reason of a step once, and give how many are new."""
    latest_first = sorted(rejects, key=lambda reject: reject.at, reverse=True)
    given = {(reject.step, reject.item, reject.reason): reject for reject in latest_first}
    with database.transaction():
        unknown = database.rows_with(to_table(Reject, list(given.values())), UNKNOWN_REJECTS)
        if unknown:
            append_batch(database, REJECTS, [given[key] for key in unknown])
    return len(unknown)


def read_rejects(database: Database) -> Iterator[Reject]:
    """Give what was dropped, by time, then step and item."""
    return database.stream(Reject, 'SELECT * FROM rejects ORDER BY "at", step, item, reason')


def write_note(database: Database, key: str, value: str) -> None:
    """Keep a small value under a key, in place of the one before."""
    database.run(NOTE, {"key": key, "value": value})


def read_note(database: Database, key: str) -> str | None:
    """Give the value kept under a key, None where there is none."""
    rows = database.rows('SELECT "value" FROM notes WHERE "key" = $key', {"key": key})
    return str(rows[0][0]) if rows else None


def count_rows(database: Database) -> dict[str, int]:
    """Give how many there are of each kind of record, as they stand now with everything known."""
    return {name: int(count) for name, count in database.rows(COUNTS)}
