from dataclasses import replace

import pytest

from fogline.model import Document
from fogline.store import Ledger

from .records import EXTRACTOR, at, claim, document

OLD_TEXT = "The town was taken. Two tanks burned."
NEW_TEXT = "The town was taken. The bridge is gone."


@pytest.fixture
def versions(ledger: Ledger) -> tuple[Document, Document]:
    """A story and its edited version: one claim stays, one goes, one comes."""
    old, new = document("story", OLD_TEXT, published=0), document("story", NEW_TEXT, published=4)
    ledger.append_documents([old, new])
    found = [claim(old), claim(old, "tanks burned"), claim(new), claim(new, "bridge is gone")]
    ledger.append_claims([old, new], found, EXTRACTOR)
    return old, new


def words(claims: object) -> set[str]:
    return {each.content_text for each in claims}  # type: ignore[attr-defined]


def test_claims_come_back_as_they_were_by_id(ledger: Ledger) -> None:
    source = document("a", OLD_TEXT)
    found = [claim(source), replace(claim(source, "Two tanks"), speaker=None, via=(), places=(), time=None)]
    ledger.append_documents([source])
    assert ledger.append_claims([source], found, EXTRACTOR) == 2
    assert list(ledger.claims()) == sorted(found, key=lambda each: each.id)


def test_documents_that_are_done_are_passed_over(ledger: Ledger) -> None:
    done, fresh = document("a"), document("b")
    ledger.append_documents([done, fresh])
    ledger.append_claims([done], [claim(done)], EXTRACTOR)
    before = ledger.counts()["batches"]
    assert ledger.append_claims([done], [claim(done, "town")], EXTRACTOR) == 0
    assert ledger.counts()["batches"] == before
    assert ledger.append_claims([done, fresh], [claim(done), claim(fresh)], EXTRACTOR) == 1
    assert {each.document_id for each in ledger.claims()} == {done.id, fresh.id}


def test_a_claim_given_twice_comes_once(ledger: Ledger) -> None:
    source = document("a")
    ledger.append_documents([source])
    assert ledger.append_claims([source], [claim(source), claim(source)], EXTRACTOR) == 1


def test_a_claim_of_a_document_that_is_not_given_is_refused(ledger: Ledger) -> None:
    source, other = document("a"), document("b")
    ledger.append_documents([source, other])
    with pytest.raises(ValueError, match="not given"):
        ledger.append_claims([source], [claim(other)], EXTRACTOR)


def test_a_document_that_the_ledger_has_not_is_refused_and_nothing_kept(ledger: Ledger) -> None:
    known, unknown = document("a"), document("b")
    ledger.append_documents([known])
    with pytest.raises(ValueError, match="append them first"):
        ledger.append_claims([known, unknown], [claim(known)], EXTRACTOR)
    assert ledger.count_pending(EXTRACTOR) == 1
    assert not list(ledger.claims())


def test_an_edited_story_shows_its_newest_version(ledger: Ledger, versions: tuple[Document, Document]) -> None:
    assert words(ledger.claims()) == {"was taken", "bridge is gone"}
    assert {each.document_id for each in ledger.claims()} == {versions[1].id}


def test_as_of_shows_the_version_of_that_time(ledger: Ledger, versions: tuple[Document, Document]) -> None:
    assert words(ledger.claims(at(3))) == {"was taken", "tanks burned"}
    assert not list(ledger.claims(at(-1)))


def test_all_claims_has_superseded_ones_and_each_once(ledger: Ledger, versions: tuple[Document, Document]) -> None:
    old, new = versions
    where = {each.content_text: each.document_id for each in ledger.all_claims()}
    assert where == {"was taken": new.id, "tanks burned": old.id, "bridge is gone": new.id}
    assert len(list(ledger.all_claims())) == 3
    assert words(ledger.all_claims(at(3))) == {"was taken", "tanks burned"}


def test_claim_times_span_the_versions_that_hold_a_claim(ledger: Ledger, versions: tuple[Document, Document]) -> None:
    times = ledger.claim_times()
    old, new = versions
    assert times[claim(old).id] == (at(0), at(4))
    assert times[claim(old, "tanks burned").id] == (at(0), at(0))
    assert times[claim(new, "bridge is gone").id] == (at(4), at(4))
    assert ledger.claim_times(at(3))[claim(old).id] == (at(0), at(0))


def test_first_seen_never_moves(ledger: Ledger, versions: tuple[Document, Document]) -> None:
    before = ledger.claim_times()
    third = document("story", OLD_TEXT + " More.", published=9)
    ledger.append_documents([third])
    ledger.append_claims([third], [claim(third)], EXTRACTOR)
    after = ledger.claim_times()
    assert all(after[claim_id][0] == first for claim_id, (first, _) in before.items())
    assert after[claim(third).id] == (at(0), at(9))


def test_an_edit_under_the_old_date_is_told_by_when_it_was_read(ledger: Ledger) -> None:
    read_later = document("story", NEW_TEXT, published=0, seen=50)
    read_first = document("story", OLD_TEXT, published=0, seen=20)
    ledger.append_documents([read_later, read_first])
    ledger.append_claims([read_later, read_first], [claim(read_first, "tanks burned")], EXTRACTOR)
    assert not list(ledger.claims())
    assert words(ledger.all_claims()) == {"tanks burned"}


def test_the_newest_extraction_of_a_document_counts(ledger: Ledger) -> None:
    source = document("a", OLD_TEXT)
    ledger.append_documents([source])
    ledger.append_claims([source], [claim(source), claim(source, "tanks burned")], "rules 1")
    ledger.append_claims([source], [claim(source, extractor="rules 2")], "rules 2")
    assert [(each.content_text, each.extractor) for each in ledger.claims()] == [("was taken", "rules 2")]
    assert len(list(ledger.all_claims())) == 1


def test_an_extraction_that_found_nothing_counts_too(ledger: Ledger) -> None:
    source = document("a")
    ledger.append_documents([source])
    ledger.append_claims([source], [claim(source)], "rules 1")
    ledger.append_claims([source], [], "rules 2")
    assert not list(ledger.claims())


def test_the_order_of_input_changes_nothing(ledger: Ledger) -> None:
    sources = [document(f"story {nth}", published=nth) for nth in range(6)]
    found = [claim(source, part) for source in sources for part in ("was taken", "The town")]
    ledger.append_documents(sources)
    ledger.append_claims(sources[::-1], found[::-1], EXTRACTOR)
    assert list(ledger.claims()) == sorted(found, key=lambda each: each.id)
