from __future__ import annotations

from fogline.weigh.accounts import Account, open_account
from fogline.weigh.cases import open_cases
from fogline.weigh.interest import find_opponents
from fogline.weigh.stance import AGAINST, FOR

from .scenes import MINISTRY, MONITOR, STAFF, B, Scene


def account(scene: Scene) -> Account:
    testimony = scene.hear()
    (case,) = open_cases({claim.id: "e" for claim in scene.claims}, testimony)
    return open_account(case, find_opponents([case.gains]), testimony)


def test_who_speaks_for_it_stands_before_who_speaks_against_strongest_first():
    scene = Scene()
    scene.say(MINISTRY, "no", polarity="denied", upon=B)
    scene.say(STAFF, "ours", upon=B)
    scene.say(MONITOR, "theirs", upon=B)
    found = account(scene)
    assert [origin.speaker for origin in found.origins] == [MONITOR.name, STAFF.name, MINISTRY.name]
    assert [origin.stance for origin in found.origins] == [FOR, FOR, AGAINST]
    assert [origin.log_odds > 0 for origin in found.origins] == [True, True, False]


def test_the_weightiest_claim_of_an_origin_speaks_for_it():
    scene = Scene()
    scene.say(STAFF, "perhaps", certainty="possible")
    sure = scene.say(STAFF, "surely", hours=4)
    (origin,) = account(scene).origins
    assert account(scene).leading[origin].id == sure.id


def test_what_a_speaker_takes_back_later_weighs_nothing():
    scene = Scene()
    scene.say(MONITOR, "they took it")
    scene.say(MONITOR, "we correct: they did not", polarity="denied", hours=3)
    first, second = account(scene).origins
    assert first.log_odds == 0
    assert "said the opposite later" in first.reasons[-1]
    assert second.log_odds < 0
