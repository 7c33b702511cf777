from __future__ import annotations

import pytest

from .scenes import BLOGGER, MINISTRY, MONITOR, STAFF, A, B, Scene


def grade(*said, **more) -> str:
    scene = Scene()
    for nth, (who, extra) in enumerate(said):
        scene.say(who, f"report number {nth} on Izium", **({"hours": nth} | extra | more))
    return scene.weigh().grade


def test_confirmed_only_by_two_sides():
    one_sided = [(MINISTRY, {"upon": B}), (BLOGGER, {"upon": B})]
    assert grade(*one_sided)[1] == "2"
    assert grade(*one_sided, (MONITOR, {}), (STAFF, {"upon": B})) == "B1"


@pytest.mark.parametrize(("who", "letter"), [(MONITOR, "B"), (STAFF, "C"), (BLOGGER, "D")])
def test_the_letter_is_the_kind_of_source(who, letter):
    assert grade((who, {"type": "combat.clash"}))[0] == letter


@pytest.mark.parametrize("who", [None, "several officials"])
def test_nobody_in_particular_is_unverifiable(who):
    assert grade((who, {"publisher": None, "certainty": "probable"})) == "F6"


def test_a_denied_event_is_doubtful_or_improbable():
    assert grade((MONITOR, {"polarity": "denied"}))[1] == "5"
    assert grade((STAFF, {"upon": B}), (MINISTRY, {"upon": B, "polarity": "denied"}))[1] in "45"


def test_a_boast_of_one_side_is_no_more_than_possible():
    assert grade((STAFF, {"by": A, "upon": B})) == "C3"
