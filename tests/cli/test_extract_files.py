"""``fogline extract FILE``: claims straight from files, without a ledger."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.accuracy.records import ClaimRecord
from tests.terminal import EXAMPLE, Outcome, fogline, fogline_process, write_report

WORDS = "Ukrainian forces captured Balakliia on Tuesday, the General Staff said. Two soldiers were killed there."


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def records(outcome: Outcome) -> list[ClaimRecord]:
    """Give the claims that a command printed, each field checked against the format."""
    assert outcome.code == 0, outcome.told
    return [ClaimRecord.model_validate_json(line) for line in outcome.out.splitlines()]


def test_every_line_is_a_claim_of_the_public_format() -> None:
    printed = records(fogline("extract", EXAMPLE, "--format", "jsonl"))
    assert len(printed) > 100
    assert {claim.doc for claim in printed} <= {path.as_posix() for path in EXAMPLE.iterdir()}


def test_offsets_lead_to_the_words_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "post.txt"
    path.write_text(WORDS, encoding="utf-8")
    printed = records(fogline("extract", path, "--published", "2022-09-08", "--format", "jsonl"))
    assert [claim.event.type for claim in printed] == ["control.captured", "losses.killed"]
    for claim in printed:
        assert WORDS[claim.content.start : claim.content.end] == claim.content.text
        assert claim.content.start <= claim.event.start < claim.event.end <= claim.content.end
    assert [WORDS[place.start : place.end] for place in printed[0].places] == ["Balakliia"]


def test_a_weekday_needs_the_day_of_publication(tmp_path: Path) -> None:
    path = tmp_path / "post.txt"
    path.write_text(WORDS, encoding="utf-8")
    dated = records(fogline("extract", path, "--published", "2022-09-08", "--format", "jsonl"))[0]
    assert dated.time
    assert (dated.time.start.isoformat(), dated.time.end.isoformat()) == ("2022-09-06", "2022-09-06")
    outcome = fogline("extract", path, "--format", "jsonl")
    assert records(outcome)[0].time is None
    assert "date of publication unknown" in outcome.err


def test_a_table_is_for_people(tmp_path: Path) -> None:
    told = fogline("extract", write_report(tmp_path, "a.txt", WORDS)).told
    assert "control.captured" in told
    assert "Balakliia" in told


def test_standard_input_is_read_in_a_pipe() -> None:
    outcome = fogline_process("extract", "-", "--format", "jsonl", "--published", "2022-09-08", stdin=WORDS.encode())
    assert [claim.event.type for claim in records(outcome)] == ["control.captured", "losses.killed"]


def test_a_reader_who_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    path = write_report(tmp_path, "a.txt", f"{WORDS}\n\n" * 400)
    command = [sys.executable, "-m", "fogline.cli", "extract", str(path), "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout
        assert program.stderr
        assert program.stdout.readline().startswith(b"{")
        program.stdout.close()
        told = program.stderr.read()
        assert program.wait(timeout=120) == 0
    assert b"Traceback" not in told


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    path = write_report(tmp_path, "a.txt", WORDS)
    fogline("extract", path, "--format", "jsonl")
    assert list(tmp_path.iterdir()) == [path]


def test_a_document_without_events_prints_nothing(tmp_path: Path) -> None:
    path = write_report(tmp_path, "a.txt", "The museum opens at nine. Tickets are sold at the door.")
    assert records(fogline("extract", path, "--format", "jsonl")) == []
