"""``fogline run`` on the example corpus: the whole way, once, twice, and step by step."""

from __future__ import annotations

import csv
import shutil
from collections import Counter
from pathlib import Path

import pytest

from tests.terminal import EXAMPLE, fogline

from .pictures import claims, counts, documents, events, lines, links, tables

STEPS = ("extract", "link", "weigh", "infer")


def test_the_report_and_its_records_are_written(whole: Path) -> None:
    assert {path.name for path in whole.iterdir()} == {
        "report.html",
        "report.md",
        "claims.jsonl",
        "events.jsonl",
        "control.csv",
        "ledger.fogline",
    }
    assert len(documents(whole / "ledger.fogline")) == len(list(EXAMPLE.iterdir()))


def test_every_claims_words_stand_in_its_document(whole: Path) -> None:
    by_id = documents(whole / "ledger.fogline")
    found = claims(whole / "ledger.fogline")
    assert len(found) > 100
    for claim in found:
        text = by_id[claim.document_id].text
        assert claim.content.of(text) == claim.content_text
        assert claim.sentence.start <= claim.trigger.start < claim.trigger.end <= claim.sentence.end
        assert claim.trigger.of(text).strip()


def test_every_claim_is_in_an_event_for_each_of_its_places(whole: Path) -> None:
    held = Counter(claim for event in events(whole / "ledger.fogline") for claim in event.claims)
    for claim in claims(whole / "ledger.fogline"):
        assert 1 <= held.pop(claim.id) <= max(1, len(claim.places))
    assert not held


def test_probabilities_are_probabilities(whole: Path) -> None:
    for event in events(whole / "ledger.fogline"):
        low, high = event.interval
        assert 0 <= low <= event.probability <= high <= 1
        assert 0 <= event.independent_origins <= len(event.origins)
    with (whole / "control.csv").open(encoding="utf-8") as rows:
        assert sum(1 for _ in csv.DictReader(rows)) == counts(whole / "ledger.fogline")["control"]


def test_what_leaves_the_program_is_in_the_ledger(whole: Path) -> None:
    names = {document.name for document in documents(whole / "ledger.fogline").values()}
    assert {str(line["doc"]) for line in lines(whole, "claims.jsonl")} <= names


def test_the_ledger_verifies(whole: Path) -> None:
    outcome = fogline("verify", "--ledger", whole / "ledger.fogline")
    assert outcome.code == 0
    assert "unchanged" in outcome.out


def test_a_second_run_adds_nothing_and_shows_the_same(whole: Path, tmp_path: Path) -> None:
    shutil.copytree(whole, tmp_path / "again")
    ledger = tmp_path / "again" / "ledger.fogline"
    assert fogline("run", EXAMPLE, "--out", tmp_path / "again").code == 0
    before, after = counts(whole / "ledger.fogline"), counts(ledger)
    assert after.pop("runs") == before.pop("runs") + len(STEPS) + 2
    assert after == before
    assert tables(tmp_path / "again") == tables(whole)


def test_each_step_alone_gives_what_run_gives(whole: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "war.fogline"
    assert fogline("read", EXAMPLE, "--ledger", ledger).code == 0
    for step in STEPS:
        assert fogline(step, "--ledger", ledger).code == 0
    assert fogline("brief", "--ledger", ledger, "--out", tmp_path / "out").code == 0
    assert claims(ledger) == claims(whole / "ledger.fogline")
    assert links(ledger) == links(whole / "ledger.fogline")
    assert tables(tmp_path / "out") == tables(whole)


def test_the_order_in_which_files_are_given_changes_nothing(whole: Path, tmp_path: Path) -> None:
    backwards = sorted(EXAMPLE.iterdir(), reverse=True)
    assert fogline("run", *backwards, "--out", tmp_path).code == 0
    assert claims(tmp_path / "ledger.fogline") == claims(whole / "ledger.fogline")
    assert tables(tmp_path) == tables(whole)


def test_reading_in_two_portions_gives_what_one_gives(whole: Path, tmp_path: Path) -> None:
    files = sorted(EXAMPLE.iterdir())
    assert fogline("run", *files[::2], "--out", tmp_path).code == 0
    assert fogline("run", *files[1::2], "--out", tmp_path).code == 0
    assert claims(tmp_path / "ledger.fogline") == claims(whole / "ledger.fogline")
    assert links(tmp_path / "ledger.fogline") == links(whole / "ledger.fogline")
    assert tables(tmp_path) == tables(whole)


@pytest.mark.parametrize("area", ["Kharkiv Oblast", "48.5,36,50.5,38.5"])
def test_an_area_narrows_control_to_itself(area: str, whole: Path, tmp_path: Path) -> None:
    shutil.copytree(whole, tmp_path / "area")
    assert fogline("run", EXAMPLE, "--out", tmp_path / "area", "--area", area).code == 0
    with (tmp_path / "area" / "control.csv").open(encoding="utf-8") as rows:
        places = [(row["place"], float(row["lat"]), float(row["lon"])) for row in csv.DictReader(rows)]
    assert places
    assert all(48 <= lat <= 51 and 34 <= lon <= 39 for _, lat, lon in places)


def test_claims_of_a_ledger_print_in_the_public_format(whole: Path, tmp_path: Path) -> None:
    shutil.copy(whole / "ledger.fogline", tmp_path / "war.fogline")
    outcome = fogline("extract", "--ledger", tmp_path / "war.fogline", "--format", "jsonl")
    assert len(outcome.out.splitlines()) == len(claims(whole / "ledger.fogline"))
