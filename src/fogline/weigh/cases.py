"""Cases: the claims of one event brought together, with its type and what it is for each side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fogline.model import Claim, EventType, claim_parts, stakes_of
from fogline.weigh.interest import Gains, gains_of_event
from fogline.weigh.stance import stance_of, type_of_event
from fogline.weigh.testimony import Testimony


@dataclass(frozen=True, slots=True)
class Case:
    """One event before it is weighed; claims earliest known first, narrowed to the place of this event."""

    id: str
    type: EventType
    claims: tuple[Claim, ...]
    gains: Gains

    def saying(self, stance: str) -> list[Claim]:
        """Give the claims for or against the event."""
        return [claim for claim in self.claims if stance_of(claim, self.type) == stance]


def open_cases(clusters: Mapping[str, str], testimony: Testimony) -> list[Case]:
    """Give the cases of all events of which a claim is heard, sorted by id; claims without an event are left out."""
    by_event: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in testimony.claims:
        for part, narrowed in claim_parts(claim).items():
            if part in clusters:
                members = by_event[clusters[part]]
                # Two places of one claim can meet in one event: then the claim counts once, undivided.
                members[claim.id] = claim if claim.id in members else narrowed
    return [_case(event, tuple(members.values()), testimony) for event, members in sorted(by_event.items())]


def _case(event: str, claims: tuple[Claim, ...], testimony: Testimony) -> Case:
    kind = type_of_event(claims, testimony)
    return Case(event, kind, claims, gains_of_event(_once_each(claims, testimony), kind, testimony.parameters))


def _once_each(claims: Sequence[Claim], testimony: Testimony) -> list[Claim]:
    """Give one claim for each that a source says of the sides, so that copies do not outvote."""
    return list({(testimony.source_of(claim), stakes_of(claim)): claim for claim in claims}.values())
