import pytest

from fogline.store import Ledger

from .records import EXTRACTOR, claim, document, reject, speaker


def test_a_run_is_running_until_it_is_finished(ledger: Ledger) -> None:
    run_id = ledger.start_run("extract", "1.0", "abc", ["en 3.8", "gazetteer 3"])
    [running] = ledger.runs()
    assert (running.result, running.ended_at, running.models) == ("running", None, ("en 3.8", "gazetteer 3"))
    ledger.finish_run(run_id, items_in=10, items_out=31, rejected=2, result="done")
    [done] = ledger.runs()
    assert (done.items_in, done.items_out, done.rejected, done.result) == (10, 31, 2, "done")
    assert done.ended_at is not None
    assert done.ended_at >= done.started_at == running.started_at


def test_runs_have_their_own_ids_and_come_oldest_first(ledger: Ledger) -> None:
    ids = [ledger.start_run(step, "1.0", "abc", []) for step in ("read", "extract", "link")]
    assert [run.id for run in ledger.runs()] == ids


def test_a_run_that_was_not_started_cannot_be_finished(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="no run r0"):
        ledger.finish_run("r0", items_in=0, items_out=0, rejected=0, result="done")


def test_a_reject_is_kept_once(ledger: Ledger) -> None:
    assert ledger.append_rejects([reject("a", 2), reject("b", 1), reject("a", 3)]) == 2
    assert ledger.append_rejects([reject("a", 9)]) == 0
    assert list(ledger.rejects()) == [reject("b", 1), reject("a", 2)]


def test_the_newest_record_of_a_speaker_is_in_force(ledger: Ledger) -> None:
    assert ledger.append_speakers([speaker("Ministry"), speaker("Adviser")]) == 2
    assert ledger.append_speakers([speaker("Ministry", "MoD"), speaker("Adviser")]) == 1
    assert set(ledger.speakers()) == {speaker("Ministry", "MoD"), speaker("Adviser")}
    assert ledger.append_speakers([speaker("Ministry")]) == 1
    assert set(ledger.speakers()) == {speaker("Ministry"), speaker("Adviser")}


def test_a_note_takes_the_place_of_the_one_before(ledger: Ledger) -> None:
    assert ledger.noted("linked claims") is None
    ledger.note("linked claims", "abc")
    ledger.note("linked claims", "def")
    assert ledger.noted("linked claims") == "def"


def test_counts_tell_what_stands(ledger: Ledger) -> None:
    assert set(ledger.counts().values()) == {0}
    old, new = document("a", published=0), document("a", "Nothing is known.", published=1)
    ledger.append_documents([old, new])
    ledger.append_claims([old, new], [claim(old), claim(old, "The town"), claim(new, "Nothing")], EXTRACTOR)
    counts = ledger.counts()
    assert (counts["documents"], counts["stories"], counts["claims"], counts["batches"]) == (2, 1, 1, 3)
