"""Words that one document prints again and again."""

from __future__ import annotations

from fogline.link import cluster_claims, link_claims
from fogline.model import Judgement

from .scenes import AT, scene_of

ROW = {"p": "2022-09-10", "t": "control.captured", "by": "UA", "at": "Izium", "say": "troops took Izium"}
MANY = 60


def scene_printing(times: int):
    return scene_of("repeats", [ROW] * times)


def test_each_repeat_is_linked_once_and_all_are_one_event():
    scene = scene_printing(MANY)
    links = link_claims(scene.claims, scene.documents, at=AT)
    assert len(links) == MANY - 1
    assert {(link.judgement, link.score) for link in links} == {(Judgement.SAME, 1.0)}
    assert len(set(cluster_claims(scene.claims, links).values())) == 1


def test_the_order_of_the_repeats_changes_nothing():
    scene = scene_printing(7)
    assert link_claims(scene.claims[::-1], scene.documents, at=AT) == link_claims(scene.claims, scene.documents, at=AT)


def test_another_document_is_compared_with_the_repeated_words_once():
    scene = scene_of("repeats", [*([ROW | {"d": "1"}] * MANY), ROW | {"d": "2"}])
    links = link_claims(scene.claims, scene.documents, at=AT)
    assert len(links) == MANY
    assert len(set(cluster_claims(scene.claims, links).values())) == 1


def test_the_same_words_denied_are_no_repeat():
    scene = scene_of("repeats", [ROW, ROW | {"pol": "denied"}])
    reasons = {reason for link in link_claims(scene.claims, scene.documents, at=AT) for reason in link.reasons}
    assert "the same words in the same document" not in reasons


def test_repeats_that_list_places_are_joined_place_by_place():
    row = ROW | {"at": "Izium, Balakliia", "say": "troops took Izium and Balakliia"}
    scene = scene_of("repeats", [row] * 3)
    links = link_claims(scene.claims, scene.documents, at=AT)
    assert len(links) == 4
    assert len(set(cluster_claims(scene.claims, links).values())) == 2
