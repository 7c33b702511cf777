"""Interest: what an event is for each side, who is at war with whom, and whether a claim serves its speaker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from fogline.model import Claim, EventType, stakes_of
from fogline.weigh.parameters import Parameters, Worth
from fogline.weigh.stance import FOR

SERVES, NEUTRAL, HURTS, UNCLEAR = "serves", "neutral", "hurts", "unclear"
Opponents = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Gains:
    """Which sides do an event to which, and what an event of its type is worth to them."""

    by: frozenset[str]
    upon: frozenset[str]
    worth_by: Worth
    worth_upon: Worth

    @property
    def sides(self) -> frozenset[str]:
        """All sides that are named in it."""
        return self.by | self.upon

    @property
    def is_partisan(self) -> bool:
        """Whether events of this type are a gain or a loss for anybody."""
        return any((self.worth_by.own, self.worth_by.foe, self.worth_upon.own, self.worth_upon.foe))


def gains_of_event(claims: Sequence[Claim], event_type: EventType, parameters: Parameters) -> Gains:
    """Give who does it to whom by the majority of claims; a side that is as often the one as the other is neither."""
    votes: dict[str, int] = defaultdict(int)
    for claim in claims:
        stakes = stakes_of(claim)
        for side in stakes.by:
            votes[side] += 1
        for side in stakes.upon:
            votes[side] -= 1
    worth_by, worth_upon = parameters.valence[event_type.value]
    by = frozenset(side for side, count in votes.items() if count > 0)
    upon = frozenset(side for side, count in votes.items() if count < 0)
    return Gains(by, upon, worth_by, worth_upon)


def find_opponents(events: Iterable[Gains]) -> Opponents:
    """Give the pairs of sides of which one does to the other what is a gain; two sides in all are opponents anyway."""
    pairs: set[tuple[str, str]] = set()
    sides: set[str] = set()
    for gains in events:
        if gains.is_partisan:
            sides |= gains.sides
            for one, other in product(gains.by, gains.upon):
                pairs |= {(one, other), (other, one)}
    if len(sides) == 2:
        one, other = sorted(sides)
        pairs |= {(one, other), (other, one)}
    return frozenset(pairs)


def gain_for(side: str | None, gains: Gains, opponents: Opponents) -> int:
    """Give what an event is for a side: its own gain or loss, else what its enemies' part in it is for it, else 0."""
    if side is None:
        return 0
    if side in gains.sides:
        return gains.worth_by.own if side in gains.by else gains.worth_upon.own
    through = sum(gains.worth_by.foe for other in gains.by if (side, other) in opponents)
    through += sum(gains.worth_upon.foe for other in gains.upon if (side, other) in opponents)
    return (through > 0) - (through < 0)


def interest_of(side: str | None, stance: str, gains: Gains, opponents: Opponents) -> str:
    """Give whether saying it ``serves`` or ``hurts`` the side of who says it, or is ``neutral``.

    ``unclear`` is what a side at war says of gains or losses without naming whose they are.
    """
    if gains.is_partisan and not gains.sides and any(side == one for one, _ in opponents):
        return UNCLEAR
    benefit = gain_for(side, gains, opponents) * (1 if stance == FOR else -1)
    return SERVES if benefit > 0 else HURTS if benefit < 0 else NEUTRAL
