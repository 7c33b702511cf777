from __future__ import annotations

from .scenes import MINISTRY, MONITOR, REPORTER, STAFF, B, Scene


def kinds(scene: Scene) -> list[str]:
    return [one.kind for one in scene.weigh().contradictions]


def test_a_denial_contradicts_and_both_are_named():
    scene = Scene()
    scene.say(STAFF, "we took it")
    scene.say(MINISTRY, "they did not", polarity="denied", hours=1)
    (one,) = scene.weigh().contradictions
    assert one.kind == "opposite"
    assert one.text == f"{STAFF.name}: “we took it”; {MINISTRY.name}: “they did not”"


def test_counts_that_cannot_both_hold():
    scene = Scene()
    scene.say(MINISTRY, "4,000 fell", type="losses.killed", count=4000)
    scene.say(MONITOR, "300 fell", type="losses.killed", count=300)
    (one,) = scene.weigh().contradictions
    assert one.kind == "count"
    assert "4,000 men" in one.text
    assert "300 men" in one.text


def test_counts_that_agree_do_not_contradict():
    scene = Scene()
    scene.say(MINISTRY, "300 fell", type="losses.killed", count=300)
    scene.say(MONITOR, "300 fell, we counted", type="losses.killed", count=300)
    assert not kinds(scene)


def test_different_days():
    scene = Scene()
    scene.say(STAFF, "on Monday", when="2022-09-05")
    scene.say(MONITOR, "on Wednesday", when="2022-09-07")
    assert kinds(scene) == ["day"]


def test_different_places():
    scene = Scene()
    scene.say(STAFF, "in Izium", at="Izium")
    scene.say(MONITOR, "in Lyman", at="Lyman")
    assert kinds(scene) == ["place"]


def test_taking_and_leaving_agree():
    scene = Scene()
    scene.say(STAFF, "we took it", upon=B)
    scene.say(REPORTER, "we left it", type="control.withdrew", by=B)
    assert not kinds(scene)


def test_repetitions_are_no_contradictions():
    scene = Scene()
    scene.say(STAFF, "on Monday", when="2022-09-05")
    scene.say(STAFF, "on Wednesday", when="2022-09-07", hours=1)
    assert not kinds(scene)
