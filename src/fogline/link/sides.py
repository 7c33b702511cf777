"""Who gains and who loses by an event, as one side each, so that two claims can be compared."""

from __future__ import annotations

from collections.abc import Set

from fogline.link.weights import LinkWeights
from fogline.model import Claim, stakes_of


def by_and_upon(claim: Claim, weights: LinkWeights) -> tuple[str | None, str | None]:
    """Give the side that does it to another and the side that suffers it; None where unsaid or not one side."""
    if claim.type.value in weights.both_do:
        return None, None
    stakes = stakes_of(claim)
    return _one_side(stakes.by), _one_side(stakes.upon)


def _one_side(sides: Set[str]) -> str | None:
    return next(iter(sides)) if len(sides) == 1 else None
