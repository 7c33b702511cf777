from dataclasses import replace

import duckdb
import pytest

from fogline.errors import LedgerError
from fogline.model import Judgement
from fogline.store import Ledger

from .records import EXTRACTOR, at, claim, document, link


def test_links_come_back_as_they_were_by_pair_and_judge(ledger: Ledger) -> None:
    given = [link("b", "c"), link("a", "c", by="Olena"), link("a", "c")]
    assert ledger.append_links(given) == 3
    assert list(ledger.links()) == [given[1], given[2], given[0]]


def test_a_link_that_says_nothing_new_is_passed_over(ledger: Ledger) -> None:
    ledger.append_links([link("a", "b")])
    assert ledger.append_links([replace(link("a", "b"), created_at=at(9))]) == 0
    assert list(ledger.links()) == [link("a", "b")]


def test_a_newer_judgement_of_the_same_judge_takes_the_place_of_the_older(ledger: Ledger) -> None:
    ledger.append_links([link("a", "b")])
    changed = replace(link("a", "b"), judgement=Judgement.DIFFERENT, created_at=at(9))
    assert ledger.append_links([changed]) == 1
    assert list(ledger.links()) == [changed]


def test_of_several_in_one_call_the_newest_is_taken(ledger: Ledger) -> None:
    newer = replace(link("a", "b", score=0.2), created_at=at(9))
    assert ledger.append_links([newer, link("a", "b")]) == 1
    assert list(ledger.links()) == [newer]


def test_a_deleted_link_is_hidden_but_kept(ledger: Ledger, path: object) -> None:
    ledger.append_links([link("a", "b"), link("a", "c")])
    assert ledger.delete_links([("a", "b")], at(5)) == 1
    assert ledger.delete_links([("a", "b")], at(6)) == 0
    assert list(ledger.links()) == [link("a", "c")]
    ledger.close()
    with duckdb.connect(str(path)) as raw:
        assert raw.execute("SELECT deleted_at IS NULL FROM links WHERE \"right\" = 'b' ORDER BY batch").fetchall() == [
            (True,),
            (False,),
        ]


def test_deletion_can_be_of_one_judge_alone(ledger: Ledger) -> None:
    ledger.append_links([link("a", "b"), link("a", "b", by="Olena")])
    assert ledger.delete_links([("a", "b")], at(5), by="weights 1") == 1
    assert [each.by for each in ledger.links()] == ["Olena"]


def test_a_deleted_link_can_be_made_again(ledger: Ledger) -> None:
    ledger.append_links([link("a", "b")])
    ledger.delete_links([("a", "b")], at(5))
    assert ledger.append_links([link("a", "b")]) == 1
    assert list(ledger.links()) == [link("a", "b")]


def test_as_of_hides_links_of_claims_that_could_not_be_known(ledger: Ledger) -> None:
    early, late = document("a", published=0), document("b", published=5)
    ledger.append_documents([early, late])
    ledger.append_claims([early, late], [claim(early), claim(early, "The town"), claim(late)], EXTRACTOR)
    within = sorted([claim(early).id, claim(early, "The town").id])
    across = sorted([claim(early).id, claim(late).id])
    ledger.append_links([link(*within), link(*across)])
    assert [(each.left, each.right) for each in ledger.links(at(1))] == [tuple(within)]
    assert len(list(ledger.links(at(5)))) == 2


def test_a_pair_in_the_wrong_order_is_refused(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match='"left" < "right"'):
        ledger.append_links([link("b", "a")])
