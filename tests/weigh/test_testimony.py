from __future__ import annotations

from datetime import timedelta

from fogline.weigh.parameters import load_parameters
from fogline.weigh.testimony import hear

from .scenes import BLOGGER, REGISTRY, STAFF, START, Scene

LONG = "units have raised the flag over the town hall of Izium this morning and residents were celebrating"


def test_only_what_was_published_by_then_is_heard():
    scene = Scene()
    early, _ = scene.say(STAFF, "it is ours"), scene.say(STAFF, "it is still ours", hours=30)
    heard = hear(scene.claims, scene.documents, REGISTRY, load_parameters(), START + timedelta(hours=1))
    assert [claim.id for claim in heard.claims] == [early.id]
    assert set(heard.documents) == {early.document_id}


def test_copies_and_repetitions_have_one_source():
    scene = Scene()
    one = scene.say(None, LONG, publisher="Paper 1")
    copy = scene.say(None, LONG, publisher="Paper 2")
    other = scene.say(STAFF, "it is ours")
    again = scene.say(STAFF, "as we said, it is ours", hours=1)
    testimony = scene.hear()
    assert testimony.source_of(one) == testimony.source_of(copy)
    assert testimony.source_of(other) == testimony.source_of(again) != testimony.source_of(one)


def test_the_side_of_a_publisher_is_the_registers():
    scene = Scene()
    claim = scene.say(None, "it is ours", publisher=BLOGGER.name)
    other = scene.say(None, "it is ours", publisher=None)
    testimony = scene.hear()
    assert testimony.publisher_side(claim) == BLOGGER.side
    assert testimony.publisher_side(other) is None


def test_the_claims_of_a_document_are_found():
    scene = Scene()
    one, two = scene.say(STAFF, "it is ours", document="d"), scene.say(STAFF, "all of it", document="d")
    assert {claim.id for claim in scene.hear().in_document(one.document_id)} == {one.id, two.id}
