from __future__ import annotations

import pytest

from fogline.model import Actor, Certainty, Claim, EventType, Modality, Polarity, Span, role_in, stakes_of

A, B = "UA", "RU"


def claim(kind: EventType, *roles: tuple[str, str], text: str = "the town") -> Claim:
    actors = tuple(Actor(f"forces of {side}", side, role, None) for role, side in roles)
    span = Span(0, len(text))
    return Claim(
        id="c",
        document_id="d",
        content=span,
        content_text=text,
        sentence=span,
        speaker=None,
        via=(),
        type=kind,
        trigger=span,
        actors=actors,
        places=(),
        time=None,
        quantities=(),
        polarity=Polarity.AFFIRMED,
        certainty=Certainty.CERTAIN,
        modality=Modality.ACTUAL,
        extractor="test",
    )


@pytest.mark.parametrize(
    "told",
    [
        claim(EventType.CAPTURED, ("agent", A), ("target", B)),
        claim(EventType.WITHDREW, ("agent", A), ("target", B)),
        claim(EventType.HELD, ("agent", B), ("target", A)),
    ],
)
def test_taking_driving_out_and_still_holding_are_told_alike(told):
    assert (stakes_of(told).by, stakes_of(told).upon) == ({A}, {B})


@pytest.mark.parametrize("role", ["agent", "target"])
def test_who_is_pulled_back_leaves_in_either_role(role):
    assert stakes_of(claim(EventType.WITHDREW, (role, B))).upon == {B}


@pytest.mark.parametrize("role", ["agent", "target"])
def test_who_breaks_up_loses_in_either_role(role):
    assert stakes_of(claim(EventType.COLLAPSED, (role, B))).upon == {B}


def test_who_gets_its_own_land_back_gains():
    freed = claim(EventType.CAPTURED, ("target", A), text="Ukrainian land was liberated")
    lost = claim(EventType.CAPTURED, ("target", A), text="Ukraine lost the village")
    assert stakes_of(freed).by == {A}
    assert stakes_of(lost).upon == {A}


def test_a_side_named_as_doer_and_sufferer_is_in_neither():
    strike = claim(EventType.AIRSTRIKE, ("agent", A), ("target", A))
    assert not stakes_of(strike).by | stakes_of(strike).upon


def test_who_left_is_target_of_the_taking():
    left = claim(EventType.WITHDREW, ("agent", B))
    assert role_in(EventType.CAPTURED, left.actors[0], left) == "target"
    assert role_in(EventType.WITHDREW, left.actors[0], left) == "agent"
    assert role_in(EventType.HELD, left.actors[0], left) == "agent"


def test_who_took_it_is_target_of_the_leaving_and_of_the_holding():
    took = claim(EventType.CAPTURED, ("agent", A))
    assert role_in(EventType.WITHDREW, took.actors[0], took) == "target"
    assert role_in(EventType.HELD, took.actors[0], took) == "target"
