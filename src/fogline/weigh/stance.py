"""Stance: of which type an event is, and whether a claim speaks for it or against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from fogline.model import Claim, EventType, Polarity
from fogline.weigh.testimony import Testimony

FOR, AGAINST = "for", "against"


def type_of_event(claims: Sequence[Claim], testimony: Testimony) -> EventType:
    """Give the type that most voices use, by how certain they are; on a tie the change of hands over the holding."""
    loudest: dict[tuple[str, EventType], float] = defaultdict(float)
    for claim in claims:
        voice = (testimony.source_of(claim), claim.type)
        loudest[voice] = max(loudest[voice], testimony.parameters.certainty[claim.certainty.value])
    weight: dict[EventType, float] = defaultdict(float)
    for (_, kind), certainty in loudest.items():
        weight[kind] += certainty
    return min(weight, key=lambda kind: (-round(weight[kind], 9), kind is EventType.HELD, kind.value))


def direction_of(kind: EventType, event_type: EventType) -> int:
    """Give -1 where affirming the one type denies the other ('B holds X' and 'A took X'), else 1."""
    return -1 if (kind is EventType.HELD) != (event_type is EventType.HELD) else 1


def stance_of(claim: Claim, event_type: EventType) -> str:
    """Give whether a claim speaks ``for`` or ``against`` the event."""
    says = 1 if claim.polarity is Polarity.AFFIRMED else -1
    return FOR if says * direction_of(claim.type, event_type) > 0 else AGAINST
