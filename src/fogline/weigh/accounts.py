"""Accounts: the origins of a case with what each adds, and the sum in words that an editor can follow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fogline.model import Claim, Origin
from fogline.weigh.cases import Case
from fogline.weigh.grade import UNVERIFIABLE, has_two_sides
from fogline.weigh.interest import Opponents, interest_of
from fogline.weigh.origins import ClaimGroup, find_origins
from fogline.weigh.stance import AGAINST, FOR
from fogline.weigh.testimony import Testimony
from fogline.weigh.weight import Weighed, camp_factors, weigh_claim


@dataclass(frozen=True, slots=True)
class Account:
    """The origins of one case, strongest first, by which factor each counts, and the claim that speaks for each."""

    origins: tuple[Origin, ...]
    factors: Mapping[Origin, float]
    leading: Mapping[Origin, Claim]

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
    return Account(tuple(ordered), factors, leading)


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
        weighed[claim.id] = weigh_claim(claim, voice, interest, testimony.parameters)
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


def tell_origins(account: Account) -> list[str]:
    """Give one line per origin: what it adds after diminishing, and how that comes about."""
    return [_tell_origin(origin, account.factors[origin]) for origin in account.origins]


def _tell_origin(origin: Origin, factor: float) -> str:
    who = f"{origin.speaker} ({origin.side})" if origin.side else origin.speaker
    less = f", counted x {factor:.2f} beside stronger voices of {origin.side}" if factor < 1 else ""
    return f"{origin.log_odds * factor:+.2f} {who}: {origin.reasons[-1]}{less}"


def tell_support(supporting: Sequence[Origin]) -> str:
    """Give in words whether more than one side speaks for it: if not, it may only be told as what somebody says."""
    heard = [origin for origin in supporting if origin.log_odds > 0]
    if not heard:
        return "Nobody whose words weigh anything speaks for it."
    sides = sorted({origin.side or "no side" for origin in heard})
    if has_two_sides(heard):
        return f"{len(heard)} independent origins speak for it, of {' and '.join(sides)}."
    return f"Only {' and '.join(sides)} speaks for it: to be told as what {heard[0].speaker} says."


def tell_grade(grade: str) -> str:
    """Give the grade in words."""
    if grade == UNVERIFIABLE:
        return "Grade F6: unverifiable, the evidence is too thin to judge."
    letters = {
        "A": "completely reliable source",
        "B": "usually reliable source",
        "C": "fairly reliable source",
        "D": "source not usually reliable",
        "E": "unreliable source",
        "F": "source cannot be judged",
    }
    digits = {
        "1": "confirmed by others",
        "2": "probably true",
        "3": "possibly true",
        "4": "doubtful",
        "5": "improbable",
    }
    return f"Grade {grade}: {letters[grade[0]]}, {digits[grade[1]]}."
