from __future__ import annotations

from fogline.weigh.repeats import find_repeats

from .scenes import STAFF, Scene

LONG = "units have raised the flag over the town hall of Izium this morning and residents were celebrating"


def repeats(scene: Scene):
    testimony = scene.hear()
    return find_repeats(sorted(scene.claims, key=testimony.order_of), testimony)


def test_a_headline_over_a_quotation_adds_nothing():
    scene = Scene()
    headline = scene.say(None, "Izium is taken", document="d")
    quoted = scene.say(STAFF, "our soldiers are in Izium", document="d")
    found = repeats(scene)
    assert found[headline.id].of == quoted.id
    assert "prints the words of General Staff of A" in found[headline.id].why


def test_a_paper_that_prints_a_speakers_words_as_its_own_adds_nothing():
    scene = Scene()
    quoted = scene.say(STAFF, LONG)
    copied = scene.say(None, LONG, publisher="Another Paper", hours=1)
    assert repeats(scene)[copied.id].of == quoted.id


def test_a_copy_of_a_headline_leads_back_to_the_speaker_too():
    scene = Scene()
    scene.say(None, LONG, document="d")
    quoted = scene.say(STAFF, "our soldiers are in Izium", document="d")
    copied = scene.say(None, LONG, publisher="Another Paper", hours=1)
    assert repeats(scene)[copied.id].of == quoted.id


def test_what_a_paper_says_without_quoting_anybody_is_its_own():
    scene = Scene()
    scene.say(None, "our correspondent saw the flag over Izium")
    assert not repeats(scene)


def test_the_words_of_a_prisoner_are_no_source():
    scene = Scene()
    scene.say(None, "Izium is taken", document="d")
    scene.say("captured prisoner", "we fled from Izium", document="d")
    assert not repeats(scene)
