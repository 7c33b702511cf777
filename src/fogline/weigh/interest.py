"""Interest: what an event is for each side, who is at war with whom, and whether a claim serves its speaker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from fogline.model import Claim, EventType
from fogline.weigh.parameters import Parameters
from fogline.weigh.stance import FOR, direction_of

SERVES, NEUTRAL, HURTS = "serves", "neutral", "hurts"
Gains = Mapping[str, int]
"""Side -> 1 where the event is a gain for it, -1 where it is a loss."""
Opponents = frozenset[tuple[str, str]]


def gains_of_event(claims: Sequence[Claim], event_type: EventType, parameters: Parameters) -> dict[str, int]:
    """Give for whom the event is a gain or a loss, from the roles that its claims name together."""
    total: dict[str, int] = defaultdict(int)
    for claim in claims:
        for actor in claim.actors:
            if actor.side and actor.role in ("agent", "target"):
                valence = parameters.valence[claim.type.value][actor.role]
                total[actor.side] += valence * direction_of(claim.type, event_type)
    return {side: (count > 0) - (count < 0) for side, count in total.items()}


def find_opponents(events: Iterable[Gains]) -> Opponents:
    """Give the pairs of sides of which one loses what the other gains; two sides in all are opponents anyway."""
    pairs: set[tuple[str, str]] = set()
    sides: set[str] = set()
    for gains in events:
        winners = [side for side, gain in gains.items() if gain > 0]
        losers = [side for side, gain in gains.items() if gain < 0]
        sides.update(winners, losers)
        for winner, loser in product(winners, losers):
            pairs |= {(winner, loser), (loser, winner)}
    if len(sides) == 2:
        one, other = sorted(sides)
        pairs |= {(one, other), (other, one)}
    return frozenset(pairs)


def gain_for(side: str | None, gains: Gains, opponents: Opponents) -> int:
    """Give what an event is for a side: its own gain or loss, else the opposite of its opponents', else 0."""
    if side is None:
        return 0
    if side in gains:
        return gains[side]
    others = sum(gain for other, gain in gains.items() if (side, other) in opponents)
    return (others < 0) - (others > 0)


def interest_of(side: str | None, stance: str, gains: Gains, opponents: Opponents) -> str:
    """Give whether saying it ``serves`` or ``hurts`` the side of who says it, or is ``neutral``."""
    benefit = gain_for(side, gains, opponents) * (1 if stance == FOR else -1)
    return SERVES if benefit > 0 else HURTS if benefit < 0 else NEUTRAL
