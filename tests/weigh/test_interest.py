from __future__ import annotations

import pytest

from fogline.model import EventType
from fogline.weigh.interest import HURTS, NEUTRAL, SERVES, UNCLEAR, find_opponents, gains_of_event, interest_of
from fogline.weigh.parameters import load_parameters
from fogline.weigh.stance import AGAINST, FOR

from .scenes import STAFF, A, B, Scene


def gains(kind: str, **roles: str | None):
    claim = Scene().say(STAFF, "it happened", type=kind, **({"by": None} | roles))
    return gains_of_event([claim], EventType(kind), load_parameters())


WAR = find_opponents([gains("control.captured", by=A, upon=B)])


@pytest.mark.parametrize(
    ("kind", "roles", "side", "expected"),
    [
        ("control.captured", {"by": A}, A, SERVES),
        ("control.captured", {"by": A}, B, HURTS),
        ("control.captured", {"by": A}, None, NEUTRAL),
        ("control.captured", {"by": A}, "GB", NEUTRAL),
        ("control.withdrew", {"by": B}, B, HURTS),
        ("control.withdrew", {"by": B}, A, SERVES),
        ("control.withdrew", {"by": A, "upon": B}, A, SERVES),
        ("control.withdrew", {"upon": B}, B, HURTS),
        ("control.held", {"by": B}, B, SERVES),
        ("control.held", {"by": B}, A, HURTS),
        ("losses.killed", {"upon": B}, A, SERVES),
        ("losses.killed", {"upon": B}, B, HURTS),
        ("losses.killed", {"by": B}, A, NEUTRAL),
        ("force.collapsed", {"by": B}, A, SERVES),
        ("combat.shelling", {"by": A}, A, SERVES),
        ("combat.shelling", {"by": A}, B, NEUTRAL),
        ("combat.airstrike", {"upon": B}, A, SERVES),
        ("infrastructure.damaged", {"by": A}, A, HURTS),
        ("infrastructure.damaged", {"by": A}, B, SERVES),
        ("combat.clash", {"by": A}, A, NEUTRAL),
        ("control.captured", {}, A, UNCLEAR),
        ("control.captured", {}, None, NEUTRAL),
    ],
)
def test_what_a_claim_does_for_who_makes_it(kind, roles, side, expected):
    assert interest_of(side, FOR, gains(kind, **roles), WAR) == expected


def test_speaking_against_it_does_the_opposite():
    taken = gains("control.captured", by=A)
    assert interest_of(A, AGAINST, taken, WAR) == HURTS
    assert interest_of(B, AGAINST, taken, WAR) == SERVES


def test_two_sides_in_all_are_opponents_even_if_never_named_together():
    pairs = find_opponents([gains("control.captured", by=A), gains("control.captured", by=B)])
    assert pairs == {(A, B), (B, A)}


def test_of_three_sides_only_those_that_meet_are_opponents():
    events = [gains("control.captured", by=A, upon=B), gains("control.captured", by="XX")]
    assert find_opponents(events) == {(A, B), (B, A)}


def test_a_side_that_is_as_often_doer_as_sufferer_is_neither():
    scene = Scene()
    claims = [scene.say(STAFF, "took it", by=A), scene.say(STAFF, "lost it", by=None, upon=A)]
    assert not gains_of_event(claims, EventType.CAPTURED, load_parameters()).sides
