"""A process that is killed while it appends, or whose disk fills up, loses and doubles nothing."""

import signal
from pathlib import Path

from fogline.model import Claim, Document
from fogline.store import Ledger

from .child import CLAIMS_PER_STORY, append_all, claims_of, stories
from .processes import run_each
from .records import EXTRACTOR

CALLS_A_ROUND = 15
"""Calls to DuckDB for one append of documents (6) and one of claims (9)."""


def content_of(ledger: Ledger) -> tuple[list[Document], list[Claim]]:
    return list(ledger.documents()), list(ledger.claims())


def check_whole_batches(ledger: Ledger) -> None:
    """What is there is whole: the chain holds, and a document has all its claims or is pending."""
    report = ledger.verify()
    assert report.ok, report.problems
    done = ledger.counts()["documents"] - ledger.count_pending(EXTRACTOR)
    assert ledger.counts()["claims"] == done * CLAIMS_PER_STORY


def check_resumes(path: Path) -> None:
    """Going on gives what a run without interruption gives."""
    with Ledger.open(path) as ledger:
        check_whole_batches(ledger)
        append_all(ledger)
        documents = sorted(stories(), key=lambda each: (each.known_at, each.id))
        claims = sorted((claim for each in documents for claim in claims_of(each)), key=lambda each: each.id)
        assert content_of(ledger) == (documents, claims)
        assert ledger.verify().ok


def test_killed_before_any_step_of_an_append(tmp_path: Path) -> None:
    calls = range(CALLS_A_ROUND, 2 * CALLS_A_ROUND + 2)
    assert run_each("die_at_call", tmp_path, calls) == [f"ended {call} {-signal.SIGKILL}" for call in calls]
    for call in calls:
        check_resumes(tmp_path / f"{call}.fogline")


def test_the_steps_of_an_append_are_those_that_are_killed(tmp_path: Path) -> None:
    """Keeps the number of calls above honest."""
    assert run_each("die_at_call", tmp_path, [10_000])[0] == f"calls {3 * CALLS_A_ROUND}"


def test_killed_anywhere(tmp_path: Path) -> None:
    milliseconds = (5, 15, 30, 50, 80)
    assert run_each("die_after", tmp_path, milliseconds) == [f"ended {at} {-signal.SIGKILL}" for at in milliseconds]
    for at in milliseconds:
        check_resumes(tmp_path / f"{at}.fogline")


def test_a_full_disk_is_told_and_leaves_the_ledger_whole(tmp_path: Path) -> None:
    limits = (1, 4_096, 14_000, 40_000, 70_000, 90_000, 120_000)
    lines = run_each("fill", tmp_path, limits)
    assert [line.split(" is full")[0] for line in lines[::2]] == [
        f"The disk under {tmp_path / f'{limit}.fogline'}" for limit in limits
    ]
    for limit in limits:
        check_resumes(tmp_path / f"{limit}.fogline")
