"""A run that is killed goes on where it was: nothing is lost, nothing is there twice."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from fogline.run.steps import BATCH
from fogline.store import Ledger

from . import child
from .pictures import claims, documents, speakers

STORIES = 3 * BATCH + 5
PLACES = ("Izium", "Kupiansk", "Balakliia", "Vovchansk", "Lyman")
ROOT = Path(child.__file__).parents[2]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Many short reports, enough for several batches."""
    path = tmp_path_factory.mktemp("corpus") / "posts.jsonl"
    with path.open("w", encoding="utf-8") as lines:
        for nth in range(STORIES):
            place = PLACES[nth % len(PLACES)]
            words = (
                f"Ukrainian forces entered {place}, Captain Petro Ivanenko{nth} said. Russian units shelled the town."
            )
            lines.write(json.dumps({"id": f"post {nth}", "text": words, "published": "2022-09-10", "language": "en"}))
            lines.write("\n")
    return path


@pytest.fixture(scope="module")
def undisturbed(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of a run that nobody killed."""
    path = tmp_path_factory.mktemp("undisturbed") / "war.fogline"
    with started(path, corpus) as process:
        process.communicate()
    assert process.returncode == 0
    assert len(claims(path)) >= STORIES
    return path


@contextmanager
def started(path: Path, corpus: Path, moment: str = "") -> Iterator[subprocess.Popen[str]]:
    """Start :mod:`child` on a ledger."""
    command = [sys.executable, "-m", child.__name__, str(path), str(corpus), moment]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        yield process


def kill_in_the_middle(path: Path, corpus: Path, done: int) -> None:
    """Kill a run from outside when it has told that so many documents are extracted and is at the next ones."""
    with started(path, corpus) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith(f"extract {done} "):
                process.send_signal(signal.SIGKILL)
                break
    assert process.returncode == -signal.SIGKILL


def finish(path: Path, corpus: Path) -> None:
    """Run again, to the end."""
    with started(path, corpus) as process:
        process.communicate()
    assert process.returncode == 0


def assert_same(path: Path, undisturbed: Path) -> None:
    """Compare all that extraction writes."""
    assert claims(path) == claims(undisturbed)
    assert documents(path).keys() == documents(undisturbed).keys()
    assert speakers(path) == speakers(undisturbed)
    with Ledger.open(path) as ledger:
        assert ledger.verify().ok
        assert [run.result for run in ledger.runs() if run.step == "extract"][-1] == "done"


def test_a_run_killed_while_it_extracts_goes_on_there(corpus: Path, undisturbed: Path, tmp_path: Path) -> None:
    path = tmp_path / "war.fogline"
    kill_in_the_middle(path, corpus, BATCH)
    assert 0 < len(claims(path)) < len(claims(undisturbed))
    with Ledger.open(path) as ledger:
        assert [run.result for run in ledger.runs() if run.step == "extract"] == ["running"]
    finish(path, corpus)
    assert_same(path, undisturbed)


def test_a_run_killed_again_and_again_ends_the_same(corpus: Path, undisturbed: Path, tmp_path: Path) -> None:
    path = tmp_path / "war.fogline"
    for _ in range(2):
        kill_in_the_middle(path, corpus, BATCH)
    finish(path, corpus)
    assert_same(path, undisturbed)


@pytest.mark.parametrize("moment", ["append_documents:2", "append_claims:2", "append_speakers:2", "finish_run:2"])
def test_a_run_killed_between_two_writes_loses_nothing(
    moment: str, corpus: Path, undisturbed: Path, tmp_path: Path
) -> None:
    path = tmp_path / "war.fogline"
    with started(path, corpus, moment) as process:
        process.communicate()
    assert process.returncode == -signal.SIGKILL
    finish(path, corpus)
    assert_same(path, undisturbed)
