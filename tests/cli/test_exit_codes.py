"""Exit codes are for scripts: each documented one, with a message that says what to do."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from fogline.store import Ledger
from tests.terminal import fogline, write_report

WORDS = "Russian troops withdrew from Izium, the ministry said."


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["run", "nowhere"], "nowhere"),
        (["run", "*.jsonl"], "*.jsonl"),
        (["run", ".", "--published", "last week"], "2022-09-10"),
        (["run", ".", "--published", "2999-01-01"], "future"),
        (["run", ".", "--language", "klingon"], "klingon"),
        (["run", ".", "--as-of", "yesterday"], "2022-09-09T18:00"),
        (["run", ".", "--area", "Qwghlm"], "Qwghlm"),
        (["run", ".", "--area", "50,36,49,35"], "50,36,49,35"),
        (["extract", "a.txt", "--format", "xml"], "xml"),
        (["places", "add", "nowhere.csv"], "nowhere.csv"),
    ],
)
def test_a_wrong_input_or_option_gives_2(tmp_path: Path, arguments: list[str], told: str) -> None:
    write_report(tmp_path, "a.txt", WORDS)
    outcome = fogline(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert told in outcome.told
    assert "Traceback" not in outcome.told


def test_a_missing_ledger_gives_3_for_commands_that_only_look(tmp_path: Path) -> None:
    for command in ("verify", "status"):
        outcome = fogline(command, "--ledger", tmp_path / "war.fogline")
        assert outcome.code == 3
        assert "no ledger" in outcome.told
    assert not (tmp_path / "war.fogline").exists()


def test_a_file_that_is_no_ledger_gives_3(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("not a ledger")
    outcome = fogline("read", write_report(tmp_path / "in", "a.txt", WORDS), "--ledger", "notes.txt")
    assert outcome.code == 3
    assert "not a fogline ledger" in outcome.told
    assert (tmp_path / "notes.txt").read_text() == "not a ledger"


def test_tampering_gives_4_and_says_where(tmp_path: Path) -> None:
    ledger = tmp_path / "war.fogline"
    assert fogline("read", write_report(tmp_path, "a.txt", WORDS), "--ledger", ledger).code == 0
    assert fogline("verify", "--ledger", ledger).code == 0
    with duckdb.connect(str(ledger)) as raw:
        raw.execute("UPDATE documents SET text = replace(text, 'withdrew', 'advanced')")
    outcome = fogline("verify", "--ledger", ledger)
    assert outcome.code == 4
    assert "CHANGED" in outcome.out
    assert "documents, batch 1" in outcome.told


def test_input_of_which_nothing_can_be_read_gives_5(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    outcome = fogline("run", tmp_path, "--out", tmp_path / "out")
    assert outcome.code == 5
    assert "empty" in outcome.told


def test_what_was_left_out_is_listed_by_status(tmp_path: Path) -> None:
    write_report(tmp_path / "in", "a.txt", WORDS)
    (tmp_path / "in" / "b.txt").write_bytes(b"")
    ledger = tmp_path / "war.fogline"
    assert fogline("read", tmp_path / "in", "--ledger", ledger).code == 0
    with Ledger.open(ledger, read_only=True) as book:
        assert [(r.step, Path(r.item).name) for r in book.rejects()] == [("read", "b.txt")]
    assert "b.txt" in fogline("status", "--ledger", ledger, "--rejects").out


def test_settings_stand_in_for_options(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOGLINE_LEDGER", str(tmp_path / "set.fogline"))
    assert fogline("read", write_report(tmp_path, "a.txt", WORDS)).code == 0
    assert (tmp_path / "set.fogline").exists()


def test_a_setting_that_makes_no_sense_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOGLINE_MAX_BYTES", "plenty")
    outcome = fogline("read", write_report(tmp_path, "a.txt", WORDS))
    assert outcome.code == 2
    assert "FOGLINE_MAX_BYTES" in outcome.told
