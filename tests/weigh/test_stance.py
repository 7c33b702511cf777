from __future__ import annotations

import pytest

from fogline.model import EventType
from fogline.weigh.stance import AGAINST, FOR, direction_of, stance_of, type_of_event

from .scenes import MONITOR, REPORTER, STAFF, A, B, Scene


@pytest.mark.parametrize(
    ("kind", "polarity", "event_type", "stance"),
    [
        ("control.captured", "affirmed", EventType.CAPTURED, FOR),
        ("control.captured", "denied", EventType.CAPTURED, AGAINST),
        ("control.withdrew", "affirmed", EventType.CAPTURED, FOR),
        ("control.held", "affirmed", EventType.CAPTURED, AGAINST),
        ("control.held", "denied", EventType.CAPTURED, FOR),
        ("control.captured", "affirmed", EventType.HELD, AGAINST),
        ("control.held", "affirmed", EventType.HELD, FOR),
    ],
)
def test_holding_denies_taking_and_leaving(kind, polarity, event_type, stance):
    claim = Scene().say(STAFF, "Izium", type=kind, polarity=polarity)
    assert stance_of(claim, event_type) == stance


def test_direction_turns_only_between_holding_and_the_rest():
    assert direction_of(EventType.HELD, EventType.HELD) == 1
    assert direction_of(EventType.CAPTURED, EventType.WITHDREW) == 1
    assert direction_of(EventType.HELD, EventType.WITHDREW) == -1


def test_the_type_is_what_most_voices_say():
    scene = Scene()
    scene.say(STAFF, "we took it")
    scene.say(STAFF, "we took it, we repeat")
    scene.say(REPORTER, "we left it", type="control.withdrew", by=B)
    scene.say(MONITOR, "they left it", type="control.withdrew", by=B)
    assert type_of_event(scene.claims, scene.hear()) is EventType.WITHDREW


def test_on_a_tie_the_change_of_hands_goes_before_the_holding():
    scene = Scene()
    scene.say(STAFF, "we took it", by=A)
    scene.say(REPORTER, "we hold it", type="control.held", by=B)
    assert type_of_event(scene.claims, scene.hear()) is EventType.CAPTURED
