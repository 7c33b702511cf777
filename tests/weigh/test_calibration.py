"""Weighing against the vote in simulated wars whose truth is known.

Measured on five worlds of 200 events each, with more and with fewer neutrals: docs/decisions/0005-weighing.md.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from statistics import fmean

import pytest

from fogline.speakers import SpeakerRegistry
from fogline.weigh.parameters import load_parameters

from .scenes import A, B
from .world import NEUTRALS, Rates, World, camp, make_world

REGISTRY = SpeakerRegistry.of([*camp(A), *camp(B), *NEUTRALS])


FEW_NEUTRALS = Rates(neutral=(0.08, 0.02), neutral_denial=0.03)


@pytest.fixture(scope="module")
def worlds() -> list[World]:
    return [make_world(seed, 120, rates) for seed in (1, 2) for rates in (Rates(), FEW_NEUTRALS)]


def weighed(world: World) -> dict[str, float]:
    events = world.scene.weigh_apart(world.event_of, registry=REGISTRY)
    return {event.id: event.probability for event in events}


def voted(world: World) -> dict[str, float]:
    """Give the share of reports that affirm each event: each report has one vote."""
    votes = defaultdict(list)
    for claim in world.scene.claims:
        votes[world.event_of[claim.id]].append(float(claim.polarity.value == "affirmed"))
    return {event: fmean(some) for event, some in votes.items()}


def accuracy(world: World, p: dict[str, float]) -> float:
    return fmean((p[event] >= 0.5) == is_true for event, is_true in world.truth.items())


def brier(world: World, p: dict[str, float]) -> float:
    return fmean((p[event] - is_true) ** 2 for event, is_true in world.truth.items())


def scores(worlds: list[World], judge) -> tuple[float, float]:
    """Give mean accuracy and mean Brier score."""
    judged = [(world, judge(world)) for world in worlds]
    return fmean(accuracy(w, p) for w, p in judged), fmean(brier(w, p) for w, p in judged)


def test_weighing_beats_the_vote_in_accuracy_and_brier(worlds):
    (right, error), (vote_right, vote_error) = scores(worlds, weighed), scores(worlds, voted)
    assert right >= vote_right + 0.08
    assert error <= vote_error - 0.06


def test_interest_helps_where_camps_are_uneven(worlds, monkeypatch):
    right, error = scores(worlds, weighed)
    known = load_parameters()
    blind = replace(known, interest=dict.fromkeys(known.interest, known.interest["neutral"]))
    monkeypatch.setattr("fogline.weigh.events.load_parameters", lambda: blind)
    blind_right, blind_error = scores(worlds, weighed)
    assert right > blind_right
    assert error < blind_error


def test_what_is_held_for_likely_is_true_more_often(worlds):
    found = [(p, world.truth[event]) for world in worlds for event, p in weighed(world).items()]
    unlikely = [is_true for p, is_true in found if p < 0.3]
    even = [is_true for p, is_true in found if 0.3 <= p < 0.7]
    likely = [is_true for p, is_true in found if p >= 0.7]
    assert fmean(unlikely) < fmean(even) < fmean(likely)
    assert fmean(unlikely) < 0.3
    assert fmean(likely) > 0.7
