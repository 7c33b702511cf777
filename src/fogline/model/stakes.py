"""Stakes: which side does it to which in a claim, told alike for 'took it', 'left it' and 'still holds it'."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from fogline.model.claim import Actor, Claim, EventType

_MIRRORED = (EventType.WITHDREW, EventType.HELD)
"""Types whose agent is the side that loses the place, or would lose it."""


@dataclass(frozen=True, slots=True)
class Stakes:
    """The sides that do it and those that suffer it; a side that is named as both is in neither."""

    by: frozenset[str]
    upon: frozenset[str]


def stakes_of(claim: Claim) -> Stakes:
    """Give who does it to whom: 'A took it', 'B left it', 'A drove B out' and 'B still holds it' all have A, B.

    In a claim that a place is held, ``by`` is who would have taken it. A side that stands alone as the
    target of a withdrawal ('B was pulled back') is who leaves, and so is either role of a collapse.
    """
    agents, targets = _sides(claim, "agent"), _sides(claim, "target")
    both = agents & targets
    if claim.type is EventType.WITHDREW:
        by, upon = (agents - both, targets) if targets else (targets, agents)
    elif claim.type is EventType.COLLAPSED:
        by, upon = frozenset[str](), agents | targets
    elif claim.type is EventType.HELD:
        by, upon = targets - both, agents
    elif claim.type is EventType.CAPTURED and (both or not agents) and _regains(claim):
        by, upon = agents | targets, frozenset[str]()
    else:
        by, upon = agents - both, targets - both
    return Stakes(by, upon)


def role_in(event_type: EventType, actor: Actor, claim: Claim) -> str:
    """Give the role that an actor of a claim has in an event of another type: who left a place is target of its taking.

    Actors without a side keep their role, or change it where the two types mirror each other.
    """
    stakes = stakes_of(claim)
    mirrored = (claim.type in _MIRRORED) != (event_type in _MIRRORED)
    if actor.side in stakes.by or actor.side in stakes.upon:
        does = actor.side in stakes.by
        return "agent" if does != (event_type in _MIRRORED) else "target"
    return {"agent": "target", "target": "agent"}.get(actor.role, actor.role) if mirrored else actor.role


def _sides(claim: Claim, role: str) -> frozenset[str]:
    return frozenset(actor.side for actor in claim.actors if actor.role == role and actor.side)


def _regains(claim: Claim) -> bool:
    text = claim.content_text.casefold()
    return any(word in text for word in _words_of_regaining())


@cache
def _words_of_regaining() -> tuple[str, ...]:
    text = files("fogline.model").joinpath("stakes.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["regain"])
