from __future__ import annotations

import re

import pytest

from .scenes import MINISTRY, MONITOR, REPORTER, STAFF, B, Scene


@pytest.fixture
def event():
    scene = Scene()
    scene.say(STAFF, "our flag flies over Izium", upon=B)
    scene.say(MINISTRY, "Izium is in our hands", polarity="denied", hours=1, certainty="probable")
    scene.say(REPORTER, "our troops have left Izium", type="control.withdrew", by=B, hours=2)
    scene.say(MONITOR, "armed men of the other side patrol Izium", hours=3)
    return scene.weigh()


def test_the_lines_add_up_by_hand(event):
    numbers = [float(line.split()[0]) for line in event.reasons if re.match(r"[+-]\d", line)]
    total = float(re.match(r"= ([+-][\d.]+)", next(r for r in event.reasons if r.startswith("= ")))[1])
    assert sum(numbers) == pytest.approx(total, abs=0.02)
    assert len(numbers) == 1 + len(event.origins)


def test_probability_interval_and_grade_are_told(event):
    told = " ".join(event.reasons)
    assert f"Probability {event.probability:.0%}" in told
    assert f"Grade {event.grade}: usually reliable source" in told


def test_every_origin_is_named(event):
    told = " ".join(event.reasons)
    assert all(origin.speaker in told for origin in event.origins)


def test_support_of_one_side_is_told_as_what_somebody_says():
    scene = Scene()
    scene.say(STAFF, "our flag flies over Izium", upon=B)
    assert scene.weigh().reasons[-1] == "Only UA speaks for it: to be told as what General Staff of A says."


def test_a_lone_denial_has_nobody_for_it():
    scene = Scene()
    scene.say(STAFF, "nothing has happened", polarity="denied")
    assert scene.weigh().reasons[-1] == "Nobody whose words weigh anything speaks for it."


def test_what_goes_beyond_the_limit_is_said_to_be_cut():
    scene = Scene()
    for nth in range(6):
        scene.say(None, f"correspondent {nth} saw it", publisher=f"Paper {nth}")
    assert any("counts as 3.90 at most" in line for line in scene.weigh().reasons)
