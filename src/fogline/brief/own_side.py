"""Own side: whether what a speaker says serves or hurts the side that it belongs to."""

from __future__ import annotations

from collections.abc import Iterable

from fogline.model import Claim, Modality
from fogline.weigh.interest import HURTS, SERVES, find_opponents, gains_of_event, interest_of
from fogline.weigh.parameters import load_parameters
from fogline.weigh.stance import stance_of

__all__ = ["HURTS", "SERVES", "interests_of"]


def interests_of(claims: Iterable[Claim]) -> dict[str, str]:
    """Give for each claim on a fact whether it serves or hurts its speaker's side, or neither, by claim id."""
    parameters = load_parameters()
    facts = [claim for claim in claims if claim.modality is Modality.ACTUAL]
    gains = {claim.id: gains_of_event([claim], claim.type, parameters) for claim in facts}
    opponents = find_opponents(gains.values())
    return {
        claim.id: interest_of(claim.speaker.side, stance_of(claim, claim.type), gains[claim.id], opponents)
        for claim in facts
        if claim.speaker
    }
