"""The journal of a step: a row in ``runs`` from its start, closed with its counts and result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from fogline.model import Reject
from fogline.store import Ledger


@dataclass(slots=True)
class Tally:
    """What one run of a step took in, put out and dropped."""

    items_in: int = 0
    items_out: int = 0
    rejected: int = 0


@contextmanager
def journal(
    ledger: Ledger, step: str, *, version: str, settings_hash: str = "", models: Sequence[str] = ()
) -> Iterator[Tally]:
    """Write a run of a step into the journal: ``done`` when it ends, ``failed`` when it raises.

    A run that stays ``running`` was killed; whatever it had appended is whole, and the next run goes on there.
    """
    tally = Tally()
    run_id = ledger.start_run(step, version, settings_hash, models)
    try:
        yield tally
    except BaseException:
        _finish(ledger, run_id, tally, "failed")
        raise
    _finish(ledger, run_id, tally, "done")


def _finish(ledger: Ledger, run_id: str, tally: Tally, result: str) -> None:
    ledger.finish_run(
        run_id, items_in=tally.items_in, items_out=tally.items_out, rejected=tally.rejected, result=result
    )


def keep_rejects(ledger: Ledger, rejects: Sequence[Reject], tally: Tally) -> None:
    """Write rejects into the ledger and count those that were not there."""
    tally.rejected += ledger.append_rejects(rejects) if rejects else 0
