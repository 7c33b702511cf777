"""Telling: the account of an event in words, line by line, so that an editor can add it up by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fogline.model import Origin
from fogline.weigh.accounts import Account
from fogline.weigh.grade import UNVERIFIABLE
from fogline.weigh.stance import FOR
from fogline.weigh.support import has_two_sides, sides_of

_LETTERS = {
    "A": "completely reliable source",
    "B": "usually reliable source",
    "C": "fairly reliable source",
    "D": "source not usually reliable",
    "E": "unreliable source",
    "F": "source cannot be judged",
}
_DIGITS = {
    "1": "confirmed by others",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
}


@dataclass(frozen=True, slots=True)
class Sum:
    """The numbers of an account: log-odds before, for and against, what follows from them, and the grade."""

    prior: float
    support: float
    against: float
    limit: float
    independent: float
    probability: float
    interval: tuple[float, float]
    grade: str


def tell_account(account: Account, modality: str, total: Sum) -> tuple[str, ...]:
    """Give the account line by line: what each origin adds, the sum, the probability, the grade, the sides."""
    low, high = total.interval
    log_odds = total.prior + total.support - total.against
    return (
        f"{total.prior:+.2f} before anybody is heard ({modality} event; log-odds in nats)",
        *(_tell_origin(origin, account.factors[origin]) for origin in account.origins),
        f"= {log_odds:+.2f}: {total.prior:+.2f} and {total.support:.2f} for it and {total.against:.2f} against it"
        + (f"; counts as {total.limit:.2f} at most, for all may be misread" if abs(log_odds) > total.limit else ""),
        f"Probability {total.probability:.0%}, 90 % interval {low:.0%} to {high:.0%}, from effectively "
        f"{total.independent:.1f} independent origins for it.",
        _tell_grade(total.grade),
        _tell_support(account.saying(FOR)),
    )


def _tell_origin(origin: Origin, factor: float) -> str:
    who = f"{origin.speaker} ({origin.side})" if origin.side else origin.speaker
    less = f", counted x {factor:.2f} beside stronger voices of {origin.side}" if factor < 1 else ""
    return f"{origin.log_odds * factor:+.2f} {who}: {origin.reasons[-1]}{less}"


def _tell_support(supporting: Sequence[Origin]) -> str:
    """Give in words whether more than one side speaks for it: if not, it may only be told as what somebody says."""
    heard = [origin for origin in supporting if origin.log_odds > 0]
    if not heard:
        return "Nobody whose words weigh anything speaks for it."
    sides = sorted(sides_of(heard)) or ["nobody of a known side"]
    if has_two_sides(heard):
        return f"{len(heard)} independent origins speak for it, of {' and '.join(sides)}."
    return f"Only {' and '.join(sides)} speaks for it: to be told as what {heard[0].speaker} says."


def _tell_grade(grade: str) -> str:
    if grade == UNVERIFIABLE:
        return "Grade F6: unverifiable, the evidence is too thin to judge."
    return f"Grade {grade}: {_LETTERS[grade[0]]}, {_DIGITS[grade[1]]}."
