"""Grade: the Admiralty scale, reliability of the source A–F and credibility of the information 1–6.

The scale stands in NATO AJP-2.1 and UK JDP 2-00: A completely reliable … E unreliable, F cannot be judged;
1 confirmed by other sources … 5 improbable, 6 truth cannot be judged.
"""

from __future__ import annotations

from collections.abc import Sequence

from fogline.model import Origin
from fogline.weigh.parameters import Parameters
from fogline.weigh.voices import UNNAMED_PUBLISHER

UNVERIFIABLE = "F6"


def grade_of(
    probability: float, support: float, against: float, origins: Sequence[Origin], parameters: Parameters
) -> str:
    """Give the Admiralty grade; ``F6`` where the evidence is too thin to judge."""
    if support + against < parameters.grade.thin:
        return UNVERIFIABLE
    supporting = [origin for origin in origins if origin.log_odds > 0]
    judged = supporting or [origin for origin in origins if origin.log_odds < 0]
    return f"{_letter(judged, parameters)}{_digit(probability, supporting, parameters)}"


def _letter(origins: Sequence[Origin], parameters: Parameters) -> str:
    known = [origin.kind for origin in origins if origin.speaker != UNNAMED_PUBLISHER and origin.kind != "other"]
    if not known:
        return "F"
    best = max(parameters.reliability[kind] for kind in known)
    return min(letter for letter, floor in parameters.grade.letters.items() if best >= floor)


def _digit(probability: float, supporting: Sequence[Origin], parameters: Parameters) -> int:
    limits = parameters.grade
    if probability >= limits.confirmed and has_two_sides(supporting):
        return 1
    floors = (limits.probably, limits.possibly, limits.doubtful)
    return next((digit for digit, floor in zip((2, 3, 4), floors, strict=True) if probability >= floor), 5)


def has_two_sides(supporting: Sequence[Origin]) -> bool:
    """Tell whether support comes from two sides, or from two speakers of which at least one is of no side."""
    return len(supporting) > 1 and (
        len({origin.side for origin in supporting}) > 1 or any(origin.side is None for origin in supporting)
    )
