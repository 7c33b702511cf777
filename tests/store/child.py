"""What other processes do to a ledger: hold it, die while writing it, fill its disk. Run as a module."""

import os
import resource
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Timer

from fogline.errors import LedgerFull
from fogline.model import Claim, Document
from fogline.store import Ledger
from fogline.store.database import Database

from .records import EXTRACTOR, claim, document

STORIES = 6
CLAIMS_PER_STORY = 40


def stories() -> list[Document]:
    return [document(f"story {nth}", f"Report {nth}. " * 50, published=nth) for nth in range(STORIES)]


def claims_of(source: Document) -> list[Claim]:
    return [claim(source, f"claim {nth}") for nth in range(CLAIMS_PER_STORY)]


def append_all(ledger: Ledger) -> None:
    """Append every story with its claims, two stories a call; done ones are passed over."""
    sources = stories()
    for start in range(0, STORIES, 2):
        pair = sources[start : start + 2]
        ledger.append_documents(pair)
        ledger.append_claims(pair, [found for source in pair for found in claims_of(source)], EXTRACTOR)


def hold(path: Path) -> None:
    with Ledger.open(path):
        print("open", flush=True)
        sys.stdin.read()


def die_at_call(path: Path, nth: int) -> None:
    """Kill this process just before its nth call to DuckDB for appending."""
    with Ledger.open(path) as ledger:
        calls = 0

        def counted(name: str) -> None:
            plain = getattr(Database, name)

            def call(*arguments: object, **named: object) -> object:
                nonlocal calls
                calls += 1
                if calls == nth:
                    os.kill(os.getpid(), signal.SIGKILL)
                return plain(*arguments, **named)

            setattr(Database, name, call)

        for name in ("run", "rows", "rows_with"):
            counted(name)
        append_all(ledger)
        print("calls", calls, flush=True)


def die_after(path: Path, milliseconds: int) -> None:
    """Kill this process from another thread, wherever in the appending it is by then."""
    with Ledger.open(path) as ledger:
        Timer(milliseconds / 1000, os.kill, (os.getpid(), signal.SIGKILL)).start()
        append_all(ledger)
        os.kill(os.getpid(), signal.SIGKILL)


def fill(path: Path, limit: int) -> None:
    """Append under a limit of the file size, which is to DuckDB what a full disk is, and say what is told."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    try:
        with Ledger.open(path) as ledger:
            append_all(ledger)
    except LedgerFull as full:
        print(full, flush=True)


def run_each(task: Callable[[Path, int], None], folder: Path, numbers: Sequence[int]) -> None:
    """Run the task once for each number, in a process and on a ledger of its own, and print how each ended.

    Forking here saves starting Python and loading DuckDB every time; no thread runs yet.
    """
    for number in numbers:
        process = os.fork()
        if not process:
            task(folder / f"{number}.fogline", number)
            os._exit(0)
        _, status = os.waitpid(process, 0)
        print("ended", number, os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    _, name, where, *given = sys.argv
    if name == "hold":
        hold(Path(where))
    else:
        run_each(
            {"die_at_call": die_at_call, "die_after": die_after, "fill": fill}[name], Path(where), [*map(int, given)]
        )
