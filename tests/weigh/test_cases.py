from __future__ import annotations

from fogline.model import claim_parts
from fogline.weigh.cases import open_cases
from fogline.weigh.stance import AGAINST, FOR

from .scenes import MINISTRY, MONITOR, STAFF, A, B, Scene


def test_a_claim_of_two_places_speaks_in_both_cases_narrowed_to_each():
    scene = Scene()
    claim = scene.say(STAFF, "took Izium and Lyman", at="Izium, Lyman")
    parts = claim_parts(claim)
    first, second = open_cases({part: part for part in parts}, scene.hear())
    assert {case.claims[0].places[0].name for case in (first, second)} == {"Izium", "Lyman"}
    assert first.claims[0].id == second.claims[0].id == claim.id


def test_two_places_of_one_claim_in_one_event_count_once():
    scene = Scene()
    claim = scene.say(STAFF, "took Izium and Lyman", at="Izium, Lyman")
    (case,) = open_cases(dict.fromkeys(claim_parts(claim), "event"), scene.hear())
    assert [one.id for one in case.claims] == [claim.id]
    assert len(case.claims[0].places) == 2


def test_claims_are_sorted_by_when_they_could_be_known():
    scene = Scene()
    late, early = scene.say(STAFF, "it is ours", hours=9), scene.say(MONITOR, "they hold it", hours=1)
    (case,) = open_cases({late.id: "e", early.id: "e"}, scene.hear())
    assert [claim.id for claim in case.claims] == [early.id, late.id]


def test_a_case_knows_who_speaks_for_it_and_against_and_what_it_is_to_whom():
    scene = Scene()
    one = scene.say(STAFF, "it is ours", upon=B)
    other = scene.say(MINISTRY, "it is not", upon=B, polarity="denied")
    (case,) = open_cases({one.id: "e", other.id: "e"}, scene.hear())
    assert [c.id for c in case.saying(FOR)] == [one.id]
    assert [c.id for c in case.saying(AGAINST)] == [other.id]
    assert (case.gains.by, case.gains.upon) == ({A}, {B})


def test_copies_do_not_outvote_who_does_it_to_whom():
    scene = Scene()
    copy = "the town of Izium was lost by the forces of A on Monday, all of the agencies report today"
    for nth in range(4):
        scene.say(None, copy, by=None, upon=A, publisher=f"Paper {nth}")
    scene.say(STAFF, "we took it", upon=B)
    scene.say(MONITOR, "A took it", upon=B)
    (case,) = open_cases({claim.id: "e" for claim in scene.claims}, scene.hear())
    assert case.gains.by == {A}
