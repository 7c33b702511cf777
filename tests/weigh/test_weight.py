from __future__ import annotations

from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.model import Origin
from fogline.weigh.interest import HURTS, NEUTRAL, SERVES
from fogline.weigh.parameters import load_parameters
from fogline.weigh.stance import AGAINST, FOR
from fogline.weigh.weight import (
    camp_factors,
    effective_number,
    interval_of,
    probability_of,
    sum_of,
    weigh_claim,
)

from .scenes import MONITOR, STAFF, A, B, Scene

P = load_parameters()


def weighed(who=MONITOR, words="Izium was taken", interest=NEUTRAL, stance=FOR, **more):
    scene = Scene()
    claim = scene.say(who, words, **more)
    return weigh_claim(claim, scene.hear().voices[claim.id], stance, interest, P)


def origin(log_odds: float, side: str | None, name: str = "a") -> Origin:
    return Origin(name, "media", side, (name,), FOR, log_odds, ())


def test_a_neutral_first_hand_certain_claim_is_worth_its_speakers_reliability():
    p = P.reliability["ngo"]
    assert weighed().log_odds == pytest.approx(log(p / (1 - p)))


@pytest.mark.parametrize(
    "change", [{"certainty": "probable"}, {"certainty": "possible"}, {"via": ("X",)}, {"modality": "future"}]
)
def test_doubt_relays_and_expectation_make_it_less(change):
    assert 0 < weighed(**change).log_odds < weighed().log_odds


def test_each_relay_costs():
    assert weighed(via=("X", "Y")).log_odds < weighed(via=("X",)).log_odds


def test_anonymous_speakers_weigh_less():
    assert weighed("several observers").log_odds < weighed("Oscar Observer").log_odds


def test_an_admission_is_more_and_a_boast_is_less():
    assert weighed(STAFF, interest=SERVES).log_odds < weighed(STAFF).log_odds < weighed(STAFF, interest=HURTS).log_odds


def test_no_voice_adds_more_than_the_limit():
    heavy = weighed(MONITOR, interest=HURTS)
    assert heavy.log_odds == P.most
    assert "one voice adds 2" in heavy.reason


@pytest.mark.parametrize("words", ["no flag was raised there yet", "they hold the eastern part of Izium"])
def test_not_yet_and_not_all_leave_room(words):
    flat = weighed(words="nothing was taken", stance=AGAINST, polarity="denied")
    assert weighed(words=words, stance=AGAINST, polarity="denied").log_odds < flat.log_odds


def test_the_reason_holds_every_step_and_the_result():
    told = weighed(STAFF, interest=SERVES, certainty="probable", via=("World Wire",)).reason
    for part in ("military", "it serves UA", "probable", "through World Wire", "= 0.2"):
        assert part in told


def test_factors_fall_within_a_side_and_not_among_the_neutral():
    ours = [origin(2.0, A, "a"), origin(1.0, A, "b"), origin(0.5, A, "c")]
    factors = camp_factors([*ours, origin(1.0, None, "d"), origin(1.0, None, "e"), origin(1.0, B, "f")], P)
    assert [factors[one] for one in ours] == [1.0, P.diminishing, P.diminishing**2]
    assert sum(factor == 1.0 for factor in factors.values()) == 4


def test_voices_that_weigh_nothing_take_no_place_in_the_queue():
    silent, loud = origin(0.0, A, "a"), origin(1.0, A, "b")
    factors = camp_factors([silent, loud], P)
    assert factors[loud] == 1.0
    assert effective_number([silent, loud], factors) == 1.0


origins = st.lists(st.tuples(st.floats(0, 2), st.sampled_from([A, B, None])), max_size=8)


@given(before=origins, more=st.tuples(st.floats(0, 2), st.sampled_from([A, B, None])))
def test_one_more_origin_never_lowers_the_sum(before, more):
    some = [origin(weight, side, str(nth)) for nth, (weight, side) in enumerate(before)]
    all_of_them = [*some, origin(*more, "new")]
    assert sum_of(all_of_them, camp_factors(all_of_them, P)) >= sum_of(some, camp_factors(some, P)) - 1e-9


@given(st.floats(-50, 50))
def test_probability_stays_within_the_limit_and_grows(log_odds):
    low, high = probability_of(-P.limit, P.limit), probability_of(P.limit, P.limit)
    assert low <= probability_of(log_odds, P.limit) <= probability_of(log_odds + 0.1, P.limit) <= high
    assert 0.01 < low < high < 0.99


@given(p=st.floats(0.02, 0.98), n=st.floats(0, 10))
def test_the_interval_holds_the_probability_and_narrows_with_evidence(p, n):
    low, high = interval_of(p, n, P)
    closer = interval_of(p, n + 5, P)
    assert 0 <= low <= p <= high <= 1
    assert closer[1] - closer[0] <= high - low + 1e-9
