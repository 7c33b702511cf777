from __future__ import annotations

import pytest

from fogline.model import Said
from fogline.weigh.voices import UNNAMED_PUBLISHER

from .scenes import BLOGGER, MINISTRY, WIRE, B, Scene


def voice(who, **more):
    scene = Scene()
    claim = scene.say(who, "Izium was taken", **more)
    return scene.hear().voices[claim.id]


def test_a_claim_without_a_speaker_is_the_publishers():
    own = voice(None)
    assert (own.name, own.kind, own.own, own.key) == (WIRE.name, "media", True, f"speaker:{WIRE.id}")


def test_a_speaker_that_is_the_paper_itself_is_the_publishers_voice():
    assert voice(Said("World wire", "media", None, None)).own


def test_a_ministry_that_publishes_itself_still_speaks():
    assert not voice(MINISTRY, publisher=MINISTRY.name).own


def test_a_text_without_a_publisher_is_anonymous():
    nobody = voice(None, publisher=None)
    assert (nobody.name, nobody.kind, nobody.anonymous) == (UNNAMED_PUBLISHER, "other", True)


def test_an_unknown_publisher_is_what_its_name_says():
    assert voice(None, publisher="Daily Courier").kind == "media"
    assert voice(None, publisher="Vovchansk district administration").kind == "official"


@pytest.mark.parametrize("name", ["residents", "a security source", "several officials", "Russian military bloggers"])
def test_crowds_and_sources_are_anonymous_and_each_papers_own(name):
    said = Said(name, "other", None, None)
    one, other = voice(said, publisher="Paper 1"), voice(said, publisher="Paper 2")
    assert one.anonymous
    assert one.key != other.key


def test_a_named_person_is_one_speaker_everywhere():
    said = Said("Carla Gamma", "analyst", None, None)
    one, other = voice(said, publisher="Paper 1"), voice(said, publisher="Paper 2")
    assert one.key == other.key
    assert not one.anonymous


def test_the_register_knows_kind_side_and_owner():
    known = voice(BLOGGER)
    assert (known.kind, known.side, known.known) == ("blogger", B, True)


@pytest.mark.parametrize("name", ["captured prisoner", "Ukrainian POWs", "пленный"])
def test_prisoners_speak_in_captivity(name):
    assert voice(Said(name, "other", None, None)).captive


def test_the_official_is_the_official_who_spoke_before_in_the_same_text():
    scene = Scene()
    scene.say(MINISTRY, "Izium is held", document="d", type="control.held", by=B)
    claim = scene.say(Said("official", "official", None, None), "Lyman is held", document="d")
    assert scene.hear().voices[claim.id].name == MINISTRY.name
