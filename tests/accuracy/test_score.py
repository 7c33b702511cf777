"""The measures, on claims small enough to score by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .agreement import SLOTS, same_days, same_places, same_quantities, same_relays, same_speaker
from .records import Amount, ClaimRecord, Days, Extent, GoldClaim, GoldPlace, GoldVoice, PlaceRecord, Relay, Voice
from .score import overlap, score_claims

PLAIN = {
    "doc": "a",
    "content": {"start": 10, "end": 30, "text": "x" * 20},
    "speaker": None,
    "via": [],
    "event": {"type": "control.captured", "start": 12, "end": 16},
    "actors": [],
    "places": [],
    "time": None,
    "quantities": [],
    "polarity": "affirmed",
    "certainty": "certain",
    "modality": "actual",
}
STAFF = {"name": "General Staff of Ukraine", "kind": "military", "side": "UA", "start": 0, "end": 17}


def found(**changes: object) -> ClaimRecord:
    return ClaimRecord.model_validate(PLAIN | changes, strict=False)


def gold(**changes: object) -> GoldClaim:
    fields = {**PLAIN, "skip": [], **changes}
    fields["event"] = {"also": [], **dict(fields["event"])}
    return GoldClaim.model_validate(fields, strict=False)


def at(start: int, end: int) -> dict[str, object]:
    return {"start": start, "end": end, "text": "x" * (end - start)}


def test_equal_claims_score_full_marks() -> None:
    assert set(score_claims([gold()], [found()]).measures().values()) == {1.0}


def test_nothing_found_scores_nothing() -> None:
    assert set(score_claims([gold()], []).measures().values()) == {0.0}


def test_a_claim_elsewhere_in_the_document_is_a_miss_and_a_false_find() -> None:
    elsewhere = found(content=at(100, 120), event={"type": "combat.clash", "start": 101, "end": 105})
    score = score_claims([gold()], [elsewhere])
    assert (score.gold, score.found, score.matched) == (1, 1, 0)


def test_documents_do_not_mix() -> None:
    assert score_claims([gold()], [found(doc="b")]).matched == 0


def test_a_trigger_inside_matches_only_within_the_family() -> None:
    wide = gold(content=at(0, 200))
    inside = {"content": at(12, 16)}
    assert score_claims([wide], [found(**inside)]).matched == 1
    other = found(**inside, event={"type": "losses.killed", "start": 12, "end": 16})
    assert score_claims([wide], [other]).matched == 0


def test_matching_is_one_to_one_and_prefers_agreement() -> None:
    denied = {"polarity": "denied"}
    score = score_claims([gold(), gold(**denied)], [found(**denied), found(), found()])
    assert (score.matched, score.strict) == (2, 2)
    assert score.measures()["claims_f1"] == 0.8


def test_skipped_slots_are_not_scored_and_cost_nothing() -> None:
    score = score_claims([gold(skip=["polarity"])], [found(polarity="denied")])
    assert score.strict == 1
    assert "polarity" not in score.asked


def test_a_type_that_is_as_good_counts() -> None:
    either = gold(event={"type": "combat.clash", "also": ["control.captured"], "start": 12, "end": 16})
    assert score_claims([either], [found()]).measures()["type"] == 1.0


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("the General Staff of Ukraine", True),
        ("Ukraine's General Staff", True),
        ("Russian General Staff", False),
        ("the ministry", False),
        ("Petro Ivanenko", False),
    ],
)
def test_speakers_are_compared_by_telling_words(name: str, same: bool) -> None:
    wanted = GoldVoice(name="General Staff of Ukraine", kind="military", side="UA")
    assert same_speaker(wanted, Voice(name=name, kind="military", side=None, start=None, end=None)) is same


def test_the_documents_own_voice_is_only_itself() -> None:
    assert same_speaker(None, None)
    assert not same_speaker(None, Voice.model_validate(STAFF))
    assert not same_speaker(GoldVoice(name="x", kind="other"), None)


def test_relays_agree_in_order() -> None:
    local, wire = Relay(name="local radio"), Relay(name="the wire")
    assert same_relays([local, wire], [local, wire])
    assert not same_relays([local, wire], [wire, local])
    assert not same_relays([local], [])


def test_places_agree_within_25_km_or_the_radius() -> None:
    def place(lat: float) -> PlaceRecord:
        return PlaceRecord(name="p", lat=lat, lon=36.0, start=0, end=1, geonameid=None, precision="settlement")

    wanted = GoldPlace(name="p", lat=50.0, lon=36.0, precision="settlement")
    assert same_places([wanted], [place(50.2)])
    assert not same_places([wanted], [place(50.3)])
    assert not same_places([wanted], [place(50.0), place(55.0)])
    assert same_places([wanted.model_copy(update={"radius_km": 40.0})], [place(50.3)])
    assert same_places([], []) and not same_places([], [place(50.0)])


def test_days_agree_when_they_meet_and_are_not_much_longer() -> None:
    def days(start: str, end: str) -> Days:
        return Days.model_validate({"start": start, "end": end}, strict=False)

    one = days("2022-09-08", "2022-09-08")
    assert same_days(one, days("2022-09-07", "2022-09-09"))
    assert same_days(one, days("2022-09-05", "2022-09-12"))
    assert not same_days(one, days("2022-09-01", "2022-09-30"))
    assert not same_days(one, days("2022-09-09", "2022-09-09"))
    assert not same_days(one, None)


def test_quantities_agree_in_their_numbers() -> None:
    twenty = Amount(low=20, high=20, unit="person", of=None)
    assert same_quantities([twenty], [twenty.model_copy(update={"unit": "soldier"})])
    assert not same_quantities([twenty], [twenty.model_copy(update={"high": None})])


extents = st.tuples(st.integers(0, 50), st.integers(1, 50)).map(lambda p: Extent(start=p[0], end=p[0] + p[1]))


@given(extents, extents)
def test_overlap_is_a_symmetric_share(left: Extent, right: Extent) -> None:
    assert 0 <= overlap(left, right) == overlap(right, left) <= 1
    assert overlap(left, left) == 1


def test_every_slot_is_measured() -> None:
    assert set(SLOTS) < set(score_claims([gold()], [found()]).measures())
