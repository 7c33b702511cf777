"""``--as-of``: nothing that was published later shows anywhere, and nothing of it is felt."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from fogline.model import Document
from tests.terminal import EXAMPLE, fogline

from .pictures import documents, events, lines, tables

MOMENT = "2022-09-10T12:00"
AT = datetime.fromisoformat(MOMENT).replace(tzinfo=UTC)


@pytest.fixture(scope="module")
def hindsight(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run that has read everything and is asked what could be known at the moment."""
    out = tmp_path_factory.mktemp("hindsight")
    assert fogline("run", EXAMPLE, "--out", out, "--as-of", MOMENT).code == 0
    return out


@pytest.fixture(scope="module")
def later(hindsight: Path) -> list[Document]:
    """The documents that could not be known."""
    found = [d for d in documents(hindsight / "ledger.fogline").values() if d.known_at > AT]
    assert len(found) > 10
    return found


def test_no_event_rests_on_a_later_document(hindsight: Path, later: list[Document]) -> None:
    view = events(hindsight / "ledger.fogline", AT)
    assert view
    assert {d for event in view for d in event.documents}.isdisjoint(d.id for d in later)


def test_no_record_beside_the_report_comes_from_a_later_document(hindsight: Path, later: list[Document]) -> None:
    printed = lines(hindsight, "claims.jsonl")
    assert printed
    assert {line["doc"] for line in printed}.isdisjoint(d.name for d in later)


def test_the_report_does_not_know_the_later_documents(hindsight: Path, later: list[Document]) -> None:
    page = (hindsight / "report.html").read_text(encoding="utf-8")
    prose = (hindsight / "report.md").read_text(encoding="utf-8")
    for document in later:
        assert Path(document.name).stem not in page
        longest = max(document.text.splitlines(), key=len)[:60]
        assert longest not in page
        assert longest not in prose


def test_control_ends_with_the_day_of_the_moment(hindsight: Path) -> None:
    with (hindsight / "control.csv").open(encoding="utf-8") as rows:
        days = [date.fromisoformat(row["day"]) for row in csv.DictReader(rows)]
    assert max(days) == AT.date()


def test_hindsight_equals_what_was_known_then(hindsight: Path, later: list[Document], tmp_path: Path) -> None:
    unknown = {Path(d.name).name for d in later}
    known = [path for path in EXAMPLE.iterdir() if path.name not in unknown]
    assert fogline("run", *known, "--out", tmp_path, "--as-of", MOMENT).code == 0
    assert tables(tmp_path) == tables(hindsight)


def test_before_the_first_document_there_is_nothing(tmp_path: Path) -> None:
    assert fogline("run", EXAMPLE, "--out", tmp_path, "--as-of", "2022-01-01").code == 0
    assert lines(tmp_path, "claims.jsonl") == []
    assert lines(tmp_path, "events.jsonl") == []
