"""What DuckDB says went wrong, told as one of fogline's own errors."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from fogline.errors import LedgerError, LedgerFull, LedgerLocked

_FULL = tuple(os.strerror(number) for number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
"""DuckDB hands on no error number, only the words of the operating system."""


@contextmanager
def as_ledger_error(path: Path) -> Iterator[None]:
    """Turn an error of DuckDB inside the block into a LedgerError that names the ledger and the way out."""
    try:
        yield
    except (duckdb.Error, OSError) as fault:  # an error while rows stream reaches us through Arrow as OSError
        raise _ledger_error(path, str(fault)) from fault


def _ledger_error(path: Path, words: str) -> LedgerError:
    if any(full in words for full in _FULL):
        return LedgerFull(
            f"The disk under {path} is full; nothing of the last batch was kept. "
            f"Free some space and run the same command again: it goes on where it stopped."
        )
    if "Conflicting lock" in words or "different configuration" in words:
        return LedgerLocked(f"{path} is open in {_holder(words)}; let it finish or stop it, then try again.")
    if "not a valid DuckDB database" in words:
        return LedgerError(f"{path} is not a fogline ledger. Give another path: fogline will not write over it.")
    if "orrupt" in words or "Could not read" in words:
        return LedgerError(
            f"{path} is damaged: {_first_line(words)}. Put back a copy, or read the sources into a new one."
        )
    if "invalidated" in words:
        return LedgerError(f"{path} can no longer be used after an earlier error; open it again.")
    return LedgerError(f"{path} cannot be used: {_first_line(words)}")


def _holder(words: str) -> str:
    process = re.search(r"PID (\d+)", words)
    return f"another process (PID {process[1]})" if process else "this process already, in another mode"


def _first_line(words: str) -> str:
    return words.strip().splitlines()[0]
