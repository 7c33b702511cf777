"""The example corpus, taken the whole way once for all tests of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal import EXAMPLE, fogline


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a finished ``fogline run`` over the example; only to be read."""
    out = tmp_path_factory.mktemp("whole")
    outcome = fogline("run", EXAMPLE, "--out", out)
    assert outcome.code == 0, outcome.told
    return out
