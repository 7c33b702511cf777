"""A ledger that cannot be used: the command says why and what to do, and leaves the ledger as it was."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from fogline.store import Ledger
from tests.terminal import fogline, fogline_process, write_report

WORDS = "Russian troops withdrew from Izium, the ministry said."
HOLD = """
import pathlib, sys
from fogline.store import Ledger
with Ledger.open(pathlib.Path(sys.argv[1])):
    print(flush=True)
    input()
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger with one document."""
    path = tmp_path / "war.fogline"
    assert fogline("read", write_report(tmp_path / "in", "a.txt", WORDS), "--ledger", path).code == 0
    return path


@contextmanager
def held(path: Path) -> Iterator[int]:
    """Have another process hold the ledger open."""
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        yield holder.pid
        holder.communicate("\n")


@pytest.mark.parametrize("command", ["extract", "link", "weigh", "brief", "verify", "status"])
def test_a_ledger_that_another_process_writes_is_told_with_its_process(ledger: Path, command: str) -> None:
    with held(ledger) as process:
        outcome = fogline(command, "--ledger", ledger)
    assert outcome.code == 3
    assert f"PID {process}" in outcome.told


@pytest.mark.parametrize("command", ["extract", "verify"])
def test_a_ledger_of_a_newer_version_asks_for_it(ledger: Path, command: str) -> None:
    with duckdb.connect(str(ledger)) as raw:
        raw.execute("INSERT INTO schema_version VALUES (99, 'future', now())")
    before = hashlib.sha256(ledger.read_bytes()).digest()
    outcome = fogline(command, "--ledger", ledger)
    assert outcome.code == 3
    assert "pip install --upgrade fogline" in outcome.told
    assert hashlib.sha256(ledger.read_bytes()).digest() == before


@pytest.mark.parametrize("size", [0, 100, 20_000])
def test_a_ledger_that_was_cut_off_is_told(ledger: Path, size: int) -> None:
    ledger.write_bytes(ledger.read_bytes()[:size])
    outcome = fogline("extract", "--ledger", ledger)
    assert outcome.code == 3
    assert str(ledger) in outcome.told


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    outcome = fogline("extract", "--ledger", tmp_path)
    assert outcome.code == 3


@pytest.mark.parametrize("room", [0, 100_000, 1_500_000])
def test_a_full_disk_is_told_and_what_was_there_stays(tmp_path: Path, room: int) -> None:
    path = tmp_path / "war.fogline"
    with (tmp_path / "posts.jsonl").open("w", encoding="utf-8") as posts:
        for nth in range(60):
            noise = " ".join(hashlib.sha256(f"{nth} {k}".encode()).hexdigest() for k in range(600))
            posts.write(f'{{"id": "post {nth}", "text": "{WORDS} {noise}", "published": "2024-03-05"}}\n')
    outcome = fogline_process("read", tmp_path / "posts.jsonl", "--ledger", path, file_size=room)
    assert outcome.code == 3, outcome.told
    assert "full" in outcome.told
    assert "Traceback" not in outcome.told
    assert fogline("read", tmp_path / "posts.jsonl", "--ledger", path).code == 0
    with Ledger.open(path, read_only=True) as book:
        assert book.counts()["documents"] == 60
        assert book.verify().ok


def test_a_full_disk_under_the_report_is_told(ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "report.html").symlink_to("/dev/full")
    outcome = fogline("brief", "--ledger", ledger, "--out", tmp_path / "out")
    assert outcome.code == 2
    assert "No space left" in outcome.told


@pytest.mark.parametrize("command", ["brief", "run"])
def test_a_report_folder_that_is_a_file_is_told(ledger: Path, tmp_path: Path, command: str) -> None:
    (tmp_path / "out").write_text("a file")
    paths = [tmp_path / "in"] if command == "run" else []
    outcome = fogline(command, *paths, "--ledger", ledger, "--out", tmp_path / "out")
    assert outcome.code == 2
    assert "another folder" in outcome.told
    outcome = fogline("run", tmp_path / "in", "--out", tmp_path / "out")
    assert outcome.code == 2
    assert "Cannot make the folder" in outcome.told
