from __future__ import annotations

from fogline.model import Said
from fogline.weigh.origins import find_origins

from .scenes import MINISTRY, MONITOR, SPOKESMAN, STAFF, B, Scene

LONG = "units have raised the flag over the town hall of Izium this morning and residents were celebrating"


def origins(scene: Scene):
    return find_origins(scene.claims, scene.hear())


def test_two_speakers_are_two_origins():
    scene = Scene()
    scene.say(STAFF, "Izium is ours")
    scene.say(MONITOR, "Izium has changed hands")
    assert len(origins(scene)) == 2


def test_one_speaker_twice_is_one_origin_and_says_why():
    scene = Scene()
    scene.say(STAFF, "Izium is ours")
    scene.say(STAFF, "the town is free", publisher="Another Paper", via=("Third Paper",))
    (one,) = origins(scene)
    assert f"{STAFF.name} said it more than once" in one.reasons
    assert f"Third Paper only relayed what {STAFF.name} said" in one.reasons
    assert "2 claims in 2 texts of 2 publishers" in one.reasons


def test_a_spokesman_and_the_body_that_owns_him_are_one():
    scene = Scene()
    scene.say(SPOKESMAN, "the troops were regrouped")
    scene.say(MINISTRY, "our units left the town")
    (one,) = origins(scene)
    assert f"{SPOKESMAN.name} belongs to {MINISTRY.name}" in one.reasons


def test_copies_in_the_publishers_own_voice_are_one():
    scene = Scene()
    scene.say(None, LONG, publisher="First Paper")
    scene.say(None, LONG.replace("celebrating", "dancing"), publisher="Second Paper", hours=1)
    (one,) = origins(scene)
    assert "Second Paper prints nearly the same sentence as First Paper" in one.reasons


def test_copies_that_describe_one_unknown_speaker_differently_are_one():
    scene = Scene()
    for nth, name in enumerate(["governor of the southern region", "regional governor of the south"]):
        scene.say(Said(name, "official", B, None), LONG, publisher=f"Paper {nth}")
    assert len(origins(scene)) == 1


def test_known_speakers_stay_apart_though_they_say_the_same_words():
    scene = Scene()
    scene.say(STAFF, LONG)
    scene.say(MONITOR, LONG)
    assert len(origins(scene)) == 2


def test_residents_of_two_papers_are_not_the_same_people():
    scene = Scene()
    for nth, words in enumerate(["they saw the flag", "soldiers came in at dawn"]):
        scene.say(Said("residents", "witness", None, None), words, publisher=f"Paper {nth}")
    assert len(origins(scene)) == 2


def test_every_claim_is_in_just_one_origin():
    scene = Scene()
    for who in (STAFF, STAFF, SPOKESMAN, MINISTRY, MONITOR, None):
        scene.say(who, LONG)
    found = [claim.id for origin in origins(scene) for claim in origin.claims]
    assert sorted(found) == sorted(claim.id for claim in scene.claims)
