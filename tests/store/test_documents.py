from dataclasses import replace
from itertools import islice
from random import Random

import pytest

from fogline.store import Ledger

from .records import EXTRACTOR, at, claim, document


def test_documents_come_back_as_they_were(ledger: Ledger) -> None:
    known, unknown_day = document("a", published=2), document("b", published=None, seen=1)
    assert ledger.append_documents([known, unknown_day]) == 2
    assert list(ledger.documents()) == [unknown_day, known]


def test_a_document_is_written_once_whatever_its_origin(ledger: Ledger) -> None:
    first = document("a")
    ledger.append_documents([first])
    assert ledger.append_documents([replace(first, origin="elsewhere.txt", first_seen=at(200))]) == 0
    assert list(ledger.documents()) == [first]


def test_of_equal_ids_in_one_call_the_one_seen_first_is_kept(ledger: Ledger) -> None:
    first = document("a", seen=5)
    assert ledger.append_documents([replace(first, first_seen=at(6), origin="0.txt"), first]) == 1
    assert list(ledger.documents()) == [first]


def test_nothing_to_append_leaves_no_batch(ledger: Ledger) -> None:
    assert ledger.append_documents([]) == 0
    assert ledger.counts()["batches"] == 0


def test_as_of_hides_what_was_published_later(ledger: Ledger) -> None:
    early, late = document("a", published=0), document("b", published=2)
    ledger.append_documents([early, late])
    assert list(ledger.documents(at(1))) == [early]
    assert list(ledger.documents(at(2))) == [early, late]


def test_without_a_publication_the_first_reading_counts(ledger: Ledger) -> None:
    ledger.append_documents([document("a", published=None, seen=3)])
    assert not list(ledger.documents(at(2)))
    assert len(list(ledger.documents(at(3)))) == 1


def test_the_order_of_input_changes_nothing(ledger: Ledger) -> None:
    given = [document(f"story {nth}", published=nth % 5) for nth in range(30)]
    shuffled = Random(7).sample(given, len(given))
    ledger.append_documents(shuffled[:17])
    ledger.append_documents(shuffled[17:])
    assert list(ledger.documents()) == sorted(given, key=lambda each: (each.known_at, each.id))


def test_pending_are_those_the_extractor_is_not_done_with(ledger: Ledger) -> None:
    done, pending = document("a"), document("b")
    ledger.append_documents([done, pending])
    ledger.append_claims([done], [], EXTRACTOR)
    assert list(ledger.pending_documents(EXTRACTOR)) == [pending]
    assert ledger.count_pending(EXTRACTOR) == 1
    assert ledger.count_pending("rules 2") == 2


def test_documents_may_be_extracted_while_they_are_streamed(ledger: Ledger) -> None:
    ledger.append_documents([document(f"story {nth}") for nth in range(5)])
    for pending in ledger.pending_documents(EXTRACTOR):
        ledger.append_claims([pending], [claim(pending)], EXTRACTOR)
    assert ledger.count_pending(EXTRACTOR) == 0
    assert len(list(ledger.claims())) == 5


def test_a_stream_that_is_left_early_does_not_hold_the_ledger(ledger: Ledger) -> None:
    ledger.append_documents([document(f"story {nth}") for nth in range(5)])
    assert len(list(islice(ledger.documents(), 2))) == 2
    assert ledger.append_documents([document("one more")]) == 1


def test_a_moment_without_a_time_zone_is_refused(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match=r"as_of .* has no time zone"):
        list(ledger.documents(at(0).replace(tzinfo=None)))
