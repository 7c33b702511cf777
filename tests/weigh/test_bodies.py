from __future__ import annotations

import pytest

from fogline.model import Actor, Said
from fogline.weigh.bodies import is_command, name_of_body, speaks_for_its_side

from .scenes import BLOGGER, MINISTRY, PRESIDENT, REPORTER, STAFF, WIRE, A, B, Scene


def heard(who):
    scene = Scene()
    claim = scene.say(who, "Izium was taken")
    testimony = scene.hear()
    return testimony.voices[claim.id], testimony


@pytest.mark.parametrize(("who", "speaks"), [(STAFF, True), (PRESIDENT, True), (BLOGGER, False), (REPORTER, False)])
def test_officials_and_soldiers_speak_for_their_side_bloggers_and_papers_do_not(who, speaks):
    assert speaks_for_its_side(heard(who)[0]) is speaks


@pytest.mark.parametrize(
    ("who", "command"),
    [
        (STAFF, True),
        (MINISTRY, True),
        (PRESIDENT, False),
        (Said("map in the latest briefing of the eastern defence ministry", "official", B, None), False),
    ],
)
def test_ministries_and_staffs_report_on_the_war(who, command):
    assert is_command(*heard(who)) is command


@pytest.mark.parametrize(
    ("name", "side", "shown"),
    [
        ("B's Defence Ministry", None, MINISTRY.name),
        ("Kremlin", B, "Kremlin"),
        ("government of X", None, "government of X"),
        (WIRE.name, None, WIRE.name),
        ("specific progress of the war", None, None),
    ],
)
def test_bodies_are_named_as_the_register_or_the_text_has_them(name, side, shown):
    scene = Scene()
    claim = scene.say(None, "nothing was said", type="information.silent")
    assert name_of_body(Actor(name, side, "agent", None), claim, scene.hear()) == shown


def test_a_sides_actor_is_a_body_of_it():
    scene = Scene()
    claim = scene.say(None, "nothing was said", type="information.silent", publisher=BLOGGER.name)
    assert name_of_body(Actor("Ukraine", A, "agent", None), claim, scene.hear()) == "Ukraine"
