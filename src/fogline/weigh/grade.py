"""Grade: the Admiralty scale, reliability of the source A–F and credibility of the information 1–6.

The scale stands in NATO AJP-2.1 and UK JDP 2-00: A completely reliable … E unreliable, F cannot be judged;
1 confirmed by other sources … 5 improbable, 6 truth cannot be judged.
"""

from __future__ import annotations

from collections.abc import Sequence

from fogline.model import Origin
from fogline.weigh.accounts import Account
from fogline.weigh.parameters import Parameters
from fogline.weigh.support import has_two_sides

UNVERIFIABLE = "F6"


def grade_of(probability: float, support: float, against: float, account: Account, parameters: Parameters) -> str:
    """Give the Admiralty grade; ``F6`` where the evidence is too thin to judge."""
    if support + against < parameters.grade.thin:
        return UNVERIFIABLE
    supporting = [origin for origin in account.origins if origin.log_odds > 0]
    judged = supporting or [origin for origin in account.origins if origin.log_odds < 0]
    named = [origin for origin in judged if not account.voices[origin].anonymous]
    return f"{_letter(named, parameters)}{_digit(probability, supporting, parameters)}"


def _letter(named: Sequence[Origin], parameters: Parameters) -> str:
    """Give the letter of the most reliable kind of named source; ``F`` where nobody knows what kind of source it is."""
    best = max((parameters.reliability[origin.kind] for origin in named if origin.kind != "other"), default=None)
    if best is None:
        return "F"
    return min(letter for letter, floor in parameters.grade.letters.items() if best >= floor)


def _digit(probability: float, supporting: Sequence[Origin], parameters: Parameters) -> int:
    limits = parameters.grade
    if probability >= limits.confirmed and has_two_sides(supporting):
        return 1
    floors = (limits.probably, limits.possibly, limits.doubtful)
    return next((digit for digit, floor in zip((2, 3, 4), floors, strict=True) if probability >= floor), 5)
