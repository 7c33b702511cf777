from collections.abc import Iterator
from pathlib import Path

import pytest

from fogline.store import Ledger


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a ledger may be made."""
    return tmp_path / "war.fogline"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    """A new ledger, open for writing."""
    with Ledger.open(path) as ledger:
        yield ledger
