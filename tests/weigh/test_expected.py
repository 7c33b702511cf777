from __future__ import annotations

from fogline.weigh.expected import find_briefings

from .scenes import MINISTRY, MONITOR, PRESIDENT, REPORTER, STAFF, A, B, Scene

ELSEWHERE = ("three attacks were repelled", "two depots were hit", "a drone was shot down")


def brief(scene: Scene, hours: int, at: str = "Lyman", who=MINISTRY, claims=ELSEWHERE) -> None:
    for nth, words in enumerate(claims):
        scene.say(who, f"{words} {hours} {nth}", type="combat.clash", document=f"briefing {hours}", hours=hours, at=at)


def silences(scene: Scene, **taken):
    event = scene.say(MONITOR, "armed men of A hold the town hall", upon=B, **taken)
    told = {claim.id: claim.id for claim in scene.claims}
    return next(e for e in scene.weigh_apart(told) if e.id == event.id).silences


def kinds(scene: Scene, **taken) -> list[tuple[str, str]]:
    return [(one.speaker, one.kind) for one in silences(scene, **taken)]


def test_a_briefing_after_the_news_that_speaks_of_other_places_leaves_it_out():
    scene = Scene()
    brief(scene, 10)
    (one,) = silences(scene)
    assert (one.speaker, one.side, one.kind) == (MINISTRY.name, B, "omits")
    assert len(one.claims) == 3


def test_a_briefing_before_the_news_leaves_nothing_out():
    scene = Scene()
    brief(scene, 0)
    assert kinds(scene, hours=5) == []


def test_a_briefing_days_later_is_no_omission_but_nobody_listened():
    scene = Scene()
    brief(scene, 24 * 6)
    assert kinds(scene) == [(MINISTRY.name, "not collected")]


def test_a_briefing_that_speaks_of_the_place_leaves_nothing_out():
    scene = Scene()
    brief(scene, 10, at="Izium")
    assert kinds(scene) == []


def test_two_remarks_are_no_briefing():
    scene = Scene()
    brief(scene, 10, claims=ELSEWHERE[:2])
    assert find_briefings(scene.hear()) == []
    assert kinds(scene) == []


def test_a_side_whose_president_has_spoken_is_not_silent():
    scene = Scene()
    brief(scene, 10, who=STAFF)
    assert kinds(scene) == [(STAFF.name, "omits")]
    event = scene.claims[-1]
    word = scene.say(PRESIDENT, "our flag flies over Izium", hours=1)
    told = {claim.id: claim.id for claim in scene.claims} | {word.id: event.id}
    assert not next(e for e in scene.weigh_apart(told) if e.id == event.id).silences


def test_a_sides_papers_do_not_speak_for_it():
    scene = Scene()
    brief(scene, 10)
    event = scene.say(REPORTER, "our troops have left Izium", type="control.withdrew", by=B)
    (found,) = scene.weigh_apart({event.id: "event"})
    assert [one.kind for one in found.silences] == ["omits"]


def test_where_no_body_of_a_side_is_known_nothing_is_said():
    assert kinds(Scene()) == []


def test_only_changes_of_hands_and_large_losses_call_for_a_statement():
    for extra in ({"type": "combat.clash"}, {"type": "losses.killed", "count": 3}, {"modality": "future"}, {"at": ""}):
        scene = Scene()
        brief(scene, 10)
        assert kinds(scene, **extra) == [], extra
    scene = Scene()
    brief(scene, 10)
    assert kinds(scene, type="losses.killed", count=300, by=A) == [(MINISTRY.name, "omits")]
