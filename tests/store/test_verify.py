from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fogline.model import Reject
from fogline.store import Ledger, VerifyReport

from .records import EXTRACTOR, claim, document, link, reject, speaker

Tamper = Callable[[str], VerifyReport]
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)


@pytest.fixture
def tamper(path: Path) -> Tamper:
    """Change a filled ledger behind its back with a statement, and give what verification says."""
    sources = [document(f"story {nth}") for nth in range(3)]
    with Ledger.open(path) as ledger:
        ledger.append_documents(sources)  # batch 1
        ledger.append_claims(sources, [claim(source) for source in sources], EXTRACTOR)  # batches 2 and 3
        ledger.append_links([link("a", "b")])  # batch 4
        ledger.append_speakers([speaker("Ministry")])  # batch 5
        ledger.append_rejects([reject("a"), reject("b")])  # batch 6

    def tampered(sql: str) -> VerifyReport:
        with duckdb.connect(str(path)) as raw:
            raw.execute(sql)
        with Ledger.open(path, read_only=True) as ledger:
            return ledger.verify()

    return tampered


def places(report: VerifyReport) -> set[tuple[str, int, int, int]]:
    return {(problem.table, problem.batch, problem.rows, problem.found) for problem in report.problems}


def test_an_untouched_ledger_holds(tamper: Tamper) -> None:
    report = tamper("SELECT 1")
    assert report.ok
    assert (report.batches, report.rows) == (6, 13)
    assert len(report.head) == 64


def test_an_empty_ledger_holds(ledger: Ledger) -> None:
    assert ledger.verify() == VerifyReport(0, 0, "", ())


@pytest.mark.parametrize(
    ("sql", "place"),
    [
        ("UPDATE documents SET text = 'Nothing.' WHERE title = 'story 1'", ("documents", 1, 3, 3)),
        ("UPDATE documents SET published_at = published_at + INTERVAL 1 MICROSECOND", ("documents", 1, 3, 3)),
        ("UPDATE claims SET speaker = NULL WHERE rowid = 0", ("claims", 2, 3, 3)),
        ("UPDATE claims SET places = [] WHERE rowid = 0", ("claims", 2, 3, 3)),
        ("UPDATE claims SET certainty = 'sure' WHERE rowid = 0", ("claims", 2, 3, 3)),
        ("UPDATE extractions SET extractor = 'other' WHERE rowid = 0", ("extractions", 3, 3, 3)),
        ("UPDATE links SET score = 0.1", ("links", 4, 1, 1)),
        ("UPDATE speakers SET side = 'RU'", ("speakers", 5, 1, 1)),
        ("UPDATE rejects SET reason = 'other' WHERE item = 'a'", ("rejects", 6, 2, 2)),
    ],
)
def test_a_changed_row_is_found(tamper: Tamper, sql: str, place: tuple[str, int, int, int]) -> None:
    report = tamper(sql)
    assert not report.ok
    assert places(report) == {place}
    assert "content was changed" in str(report.problems[0])


def test_a_removed_row_is_found(tamper: Tamper) -> None:
    report = tamper("DELETE FROM documents WHERE title = 'story 1'")
    assert [str(problem) for problem in report.problems] == [
        "documents, batch 1: rows were removed (3 rows written, 2 found)"
    ]


def test_an_added_row_is_found(tamper: Tamper) -> None:
    report = tamper("INSERT INTO rejects VALUES ('read', 'c', 'no reason', now(), 6)")
    assert [str(problem) for problem in report.problems] == [
        "rejects, batch 6: rows were added (2 rows written, 3 found)"
    ]


def test_a_row_in_a_batch_of_its_own_is_found(tamper: Tamper) -> None:
    assert places(tamper("INSERT INTO rejects VALUES ('read', 'c', 'no reason', now(), 7)")) == {("rejects", 7, 0, 1)}


def test_a_row_moved_to_another_batch_is_found(tamper: Tamper) -> None:
    report = tamper("UPDATE links SET batch = 6")
    assert places(report) == {("links", 4, 1, 0), ("links", 6, 0, 1)}


def test_a_mended_hash_breaks_the_next_link(tamper: Tamper) -> None:
    report = tamper("UPDATE batches SET sha256 = repeat('0', 64) WHERE seq = 4")
    assert places(report) == {("links", 4, 1, 1), ("speakers", 5, 1, 1)}


def test_a_batch_removed_with_its_rows_is_found(tamper: Tamper) -> None:
    report = tamper("DELETE FROM links; DELETE FROM batches WHERE seq = 4")
    [problem] = report.problems
    assert "batch 4 should stand here" in problem.what


def test_cutting_off_the_end_changes_the_head(tamper: Tamper) -> None:
    before = tamper("SELECT 1").head
    report = tamper("DELETE FROM rejects; DELETE FROM batches WHERE seq = 6")
    assert report.ok
    assert report.head != before


def test_a_batch_of_a_table_that_is_not_there_is_found(tamper: Tamper) -> None:
    report = tamper("UPDATE batches SET \"table\" = 'nothing' WHERE seq = 4")
    assert places(report) == {("nothing", 4, 1, 0), ("links", 4, 0, 1)}


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=20))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_hash_to_the_same_when_read_back(ledger: Ledger, rows: list[tuple[str, str, str]]) -> None:
    at = reject("a").at
    ledger.append_rejects([Reject(*row, at) for row in rows])
    assert ledger.verify().ok
