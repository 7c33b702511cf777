"""Who gains and who loses by an event, told alike for 'took it', 'left it' and 'still holds it'."""

from __future__ import annotations

from collections.abc import Iterable

from fogline.link.weights import LinkWeights
from fogline.model import Claim


def by_and_upon(claim: Claim, weights: LinkWeights) -> tuple[str | None, str | None]:
    """Give the side that does it to another and the side that suffers it; None where unsaid or not one side.

    'B withdrew' and 'B held' have B in the second place, so that both can be compared with 'A captured'.
    """
    agent = _one_side(a.side for a in claim.actors if a.role == "agent")
    target = _one_side(a.side for a in claim.actors if a.role == "target")
    if claim.type.value in weights.both_do:
        return None, None
    if claim.type.value in weights.loses_either:
        return None, agent or target
    if claim.type.value in weights.loses_agent:
        return target, agent
    return (agent, target) if agent != target else (None, target)


def _one_side(sides: Iterable[str | None]) -> str | None:
    found = {side for side in sides if side}
    return found.pop() if len(found) == 1 else None
