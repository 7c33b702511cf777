from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.link import cluster_claims, link_claims
from fogline.model import Judgement, Link

from .scenes import AT, all_scenes, scene_of

ROW = {"p": "2022-09-10", "t": "control.captured", "by": "UA", "at": "Izium", "say": "troops took Izium"}


def claims_of(*changes: dict[str, str]):
    return scene_of("clusters", [ROW | {"d": str(nth)} | change for nth, change in enumerate(changes)]).claims


def link(a, b, score=0.95, judgement=Judgement.SAME, by="links-1", at=AT):
    left, right = sorted((a.id, b.id))
    return Link(left, right, judgement, score, (), by, at)


def groups(event_of: dict[str, str]) -> set[frozenset[str]]:
    return {frozenset(k for k, v in event_of.items() if v == event) for event in set(event_of.values())}


def test_every_claim_has_an_event_even_alone():
    a, b = claims_of({}, {})
    event_of = cluster_claims([a, b], [])
    assert len(set(event_of.values())) == 2


def test_a_person_joins_what_the_model_keeps_apart():
    a, b = claims_of({}, {"at": "Goma", "mod": "future"})
    event_of = cluster_claims([a, b], [link(a, b, by="person:editor")])
    assert event_of[a.id] == event_of[b.id]


def test_a_person_parts_what_the_model_joins_also_through_a_third():
    a, b, c = claims_of({}, {}, {})
    model = [link(a, b), link(b, c), link(a, c)]
    event_of = cluster_claims([a, b, c], [*model, link(a, c, 0.0, Judgement.DIFFERENT, "person:editor")])
    assert event_of[a.id] != event_of[c.id]
    assert event_of[b.id] in (event_of[a.id], event_of[c.id])


def test_the_newest_judgement_of_people_counts():
    a, b = claims_of({}, {})
    apart = link(a, b, 0.0, Judgement.DIFFERENT, "person:one", AT)
    together = link(a, b, 1.0, Judgement.SAME, "person:two", AT + timedelta(hours=1))
    assert len(groups(cluster_claims([a, b], [together, apart]))) == 1


def test_deleted_links_leave_no_trace():
    a, b = claims_of({}, {})
    gone = replace(link(a, b), deleted_at=AT)
    assert cluster_claims([a, b], [gone]) == cluster_claims([a, b], [])


def test_unsure_pairs_are_not_joined():
    a, b = claims_of({}, {})
    assert len(groups(cluster_claims([a, b], [link(a, b, 0.4, Judgement.UNSURE)]))) == 2


def test_distant_places_are_cut_though_linked():
    a, b = claims_of({}, {"at": "Kupiansk"})
    assert len(groups(cluster_claims([a, b], [link(a, b)]))) == 2


def test_claims_of_the_same_two_distant_places_are_one_event():
    counted = {"at": "Izium, Kupiansk", "q": "4-4 tank"}
    a, b, c = claims_of(counted, counted, {"at": "Lyman"})
    links = [link(a, b), link(b, c), link(a, c)]
    assert groups(cluster_claims([a, b, c], links)) == {frozenset({a.id, b.id}), frozenset({c.id})}


def test_distant_days_are_cut_though_linked():
    a, b = claims_of({"when": "2022-04-01"}, {"when": "2022-09-10"})
    assert len(groups(cluster_claims([a, b], [link(a, b)]))) == 2


def test_a_chain_of_resemblances_is_cut():
    chain = claims_of(*({} for _ in range(9)))
    links = [link(a, b, 0.9) for a, b in pairwise(chain)]
    assert max(len(group) for group in groups(cluster_claims(chain, links))) <= 3


def test_a_new_claim_keeps_the_id_unless_it_is_the_smallest():
    claims = sorted(claims_of({}, {}, {}), key=lambda claim: claim.id)
    links = [link(a, b) for a in claims for b in claims if a.id < b.id]
    with_two = cluster_claims(claims[:2], links)
    with_three = cluster_claims(claims, links)
    assert with_two[claims[0].id] == with_three[claims[0].id]


def test_links_to_unknown_claims_are_passed_over():
    a, b = claims_of({}, {})
    assert cluster_claims([a], [link(a, b)]) == cluster_claims([a], [])


@pytest.fixture(scope="module")
def linked():
    scenes = all_scenes()[:6]
    claims = [claim for scene in scenes for claim in scene.claims]
    documents = {key: document for scene in scenes for key, document in scene.documents.items()}
    return claims, link_claims(claims, documents, at=AT)


@given(chance=st.randoms(use_true_random=False))
def test_order_of_claims_and_links_changes_nothing(linked, chance):
    claims, links = linked
    expected = cluster_claims(claims, links)
    claims, links = list(claims), list(links)
    chance.shuffle(claims)
    chance.shuffle(links)
    assert cluster_claims(claims, links) == expected
