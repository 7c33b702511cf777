"""Accounts: the origins of a case with what each adds and who speaks for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fogline.model import Claim, Origin
from fogline.weigh.cases import Case
from fogline.weigh.interest import Opponents, interest_of
from fogline.weigh.origins import ClaimGroup, find_origins
from fogline.weigh.stance import AGAINST, FOR
from fogline.weigh.testimony import Testimony
from fogline.weigh.voices import Voice
from fogline.weigh.weight import Weighed, camp_factors, weigh_claim


@dataclass(frozen=True, slots=True)
class Account:
    """The origins of one case, strongest first, by which factor each counts, and who speaks for each."""

    origins: tuple[Origin, ...]
    factors: Mapping[Origin, float]
    leading: Mapping[Origin, Claim]
    """The claim that gives each origin its weight."""
    voices: Mapping[Origin, Voice]

    def saying(self, stance: str) -> list[Origin]:
        """Give the origins for or against."""
        return [origin for origin in self.origins if origin.stance == stance]


def open_account(case: Case, opponents: Opponents, testimony: Testimony) -> Account:
    """Give the origins of a case and what each adds."""
    leading: dict[Origin, Claim] = {}
    factors: dict[Origin, float] = {}
    taken_back = _taken_back(case, testimony)
    for stance in (FOR, AGAINST):
        groups = find_origins(case.saying(stance), testimony)
        told = [_origin(group, stance, case, opponents, taken_back, testimony) for group in groups]
        leading |= dict(told)
        factors |= camp_factors([origin for origin, _ in told], testimony.parameters)
    ordered = sorted(leading, key=lambda origin: (origin.stance == AGAINST, -abs(origin.log_odds), origin.claims))
    voices = {origin: testimony.voices[claim.id] for origin, claim in leading.items()}
    return Account(tuple(ordered), factors, leading, voices)


def _origin(
    group: ClaimGroup,
    stance: str,
    case: Case,
    opponents: Opponents,
    taken_back: frozenset[str],
    testimony: Testimony,
) -> tuple[Origin, Claim]:
    """Give an origin and its leading claim: the weightiest of those that are not mere repetition."""
    weighed: dict[str, Weighed] = {}
    for claim in group.spoken:
        voice = testimony.voices[claim.id]
        interest = interest_of(voice.side, stance, case.gains, opponents)
        weighed[claim.id] = weigh_claim(claim, voice, stance, interest, testimony.parameters)
        if claim.id in taken_back:
            weighed[claim.id] = Weighed(0.0, f"{voice.name} said the opposite later: weighs nothing")
    lead = min(group.spoken, key=lambda claim: (-weighed[claim.id].log_odds, testimony.order_of(claim)))
    voice = testimony.voices[lead.id]
    origin = Origin(
        speaker=voice.name,
        kind=voice.kind,
        side=voice.side,
        claims=tuple(claim.id for claim in group.claims),
        stance=stance,
        log_odds=weighed[lead.id].log_odds * (1 if stance == FOR else -1),
        reasons=(*group.reasons, weighed[lead.id].reason),
    )
    return origin, lead


def _taken_back(case: Case, testimony: Testimony) -> frozenset[str]:
    """Give the claims whose speaker says the opposite in a later text."""
    found = set()
    for stance, other in ((FOR, AGAINST), (AGAINST, FOR)):
        latest = {testimony.voices[claim.id].key: testimony.document_of(claim).known_at for claim in case.saying(other)}
        for claim in case.saying(stance):
            later = latest.get(testimony.voices[claim.id].key)
            if later and later > testimony.document_of(claim).known_at:
                found.add(claim.id)
    return frozenset(found)
