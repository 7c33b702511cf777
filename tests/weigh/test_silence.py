from __future__ import annotations

from dataclasses import replace

from fogline.model import Actor, Event, Said

from .scenes import BLOGGER, MINISTRY, SPOKESMAN, STAFF, WIRE, B, Scene


def silent(scene: Scene, words: str, name: str | None, side: str | None = None, **more):
    """Report a silence right after what was said, and give its claim."""
    claim = scene.say(None, words, type="information.silent", by=None, document="d", **more)
    if name:
        scene.claims[-1] = claim = replace(claim, actors=(Actor(name, side, "agent", None),))
    return claim


def event_of(scene: Scene) -> Event:
    told = {claim.id: "silence" if claim.type.value == "information.silent" else "event" for claim in scene.claims}
    return next(event for event in scene.weigh_apart(told) if event.id == "event")


def told_beside(words: str, name: str | None, side: str | None = None, publisher: str = "World Wire", **more):
    scene = Scene()
    scene.say(STAFF, "our soldiers are in Izium", document="d", publisher=publisher)
    silent(scene, words, name, side, at="", **more)
    return event_of(scene).silences


def test_a_ministry_that_did_not_comment_made_no_statement():
    (one,) = told_beside("B's Defence Ministry did not comment", "B's Defence Ministry", B)
    assert (one.speaker, one.side, one.kind) == (MINISTRY.name, B, "no statement")
    assert one.since is not None
    assert len(one.claims) == 1


def test_withheld_details_are_their_own_kind():
    (one,) = told_beside("the General Staff of A gave no details", STAFF.name)
    assert one.kind == "details withheld"


def test_a_paper_that_could_not_verify_is_not_silent():
    (one,) = told_beside("World Wire could not verify the reports", WIRE.name)
    assert one.kind == "unverified"


def test_the_ministry_is_the_one_that_the_text_has_named():
    scene = Scene()
    scene.say(STAFF, "our soldiers are in Izium", document="d")
    scene.say(MINISTRY, "The Ministry of Defence of B showed a convoy", document="d", type="force.moved", by=B)
    silent(scene, "the ministry has said nothing", "ministry", at="Izium")
    (one,) = event_of(scene).silences
    assert one.speaker == MINISTRY.name


def test_the_ministry_of_a_partisan_channel_is_its_own_sides():
    (one,) = told_beside("nothing from the Ministry of Defence", "Ministry of Defence", publisher=BLOGGER.name)
    assert one.speaker == MINISTRY.name


def test_what_is_no_body_keeps_no_silence():
    assert told_beside("the progress of the war is not announced", "progress of the war") == ()
    assert told_beside("there are no details", None) == ()


def test_one_body_told_silent_twice_is_silent_once():
    scene = Scene()
    scene.say(STAFF, "our soldiers are in Izium", document="d")
    silent(scene, "the ministry of B kept silent", MINISTRY.name, B, at="Izium")
    silent(scene, "still no word from Moscow", MINISTRY.name, B, at="Izium")
    (one,) = event_of(scene).silences
    assert len(one.claims) == 2


def test_a_silence_elsewhere_says_nothing_of_this_event():
    scene = Scene()
    scene.say(STAFF, "our soldiers are in Izium", document="other")
    silent(scene, "the ministry did not comment on Lyman", MINISTRY.name, B, at="Lyman")
    assert not event_of(scene).silences


def test_a_silence_of_two_days_stays_one_though_it_ended():
    scene = Scene()
    scene.say(STAFF, "our soldiers are in Izium", document="d")
    silent(scene, "no word from the ministry", MINISTRY.name, B, at="Izium")
    scene.say(SPOKESMAN, "the troops at Izium were regrouped", type="control.withdrew", by=None, upon=B, hours=48)
    assert [one.kind for one in event_of(scene).silences] == ["no statement"]


def test_who_speaks_on_the_same_day_was_only_late():
    scene = Scene()
    scene.say(STAFF, "our soldiers are in Izium", document="d")
    silent(scene, "no word from the ministry", MINISTRY.name, B, at="Izium")
    assert event_of(scene).silences
    scene.say(SPOKESMAN, "the troops at Izium were regrouped", type="control.withdrew", by=None, upon=B, hours=5)
    assert not event_of(scene).silences


def test_a_somebody_who_reports_a_silence_is_not_silent():
    scene = Scene()
    scene.say(STAFF, "our soldiers are in Izium", document="d")
    said = Said("Carla Gamma", "analyst", None, None)
    claim = scene.say(said, "no details are known", type="information.silent", by=None, document="d", at="Izium")
    assert claim.speaker
    assert not event_of(scene).silences
