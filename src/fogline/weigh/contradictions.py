"""Contradictions: what two origins of one event say that cannot both hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from fogline.model import Claim, Contradiction, DayRange, Quantity, place_key
from fogline.weigh.testimony import Testimony

Heard = tuple[Claim, str]
"""One claim that speaks for its origin, and its stance."""


def find_contradictions(heard: Sequence[Heard], testimony: Testimony) -> tuple[Contradiction, ...]:
    """Give the contradictions between origins, one claim each, sorted by claim ids."""
    ordered = sorted(heard, key=lambda one: testimony.order_of(one[0]))
    found = [each for a, b in combinations(ordered, 2) for each in _between(a, b, testimony)]
    return tuple(sorted(found, key=lambda each: (each.kind, each.left, each.right)))


def _between(a: Heard, b: Heard, testimony: Testimony) -> Iterator[Contradiction]:
    (left, left_stance), (right, right_stance) = a, b
    names = testimony.voices[left.id].name, testimony.voices[right.id].name
    if left_stance != right_stance:
        text = f"{names[0]}: “{_short(left)}”; {names[1]}: “{_short(right)}”"
        yield Contradiction("opposite", left.id, right.id, text)
        return
    differences = (
        ("count", _different_counts(left, right)),
        ("day", _different_days(left.time, right.time)),
        ("place", _different_places(left, right)),
    )
    for kind, told in differences:
        if told:
            yield Contradiction(kind, left.id, right.id, f"{names[0]}: {told[0]}; {names[1]}: {told[1]}")


def _different_counts(left: Claim, right: Claim) -> tuple[str, str] | None:
    if left.type is not right.type:
        return None
    for a in left.quantities:
        for b in right.quantities:
            if a.unit == b.unit and (_bounds(a)[0] > _bounds(b)[1] or _bounds(b)[0] > _bounds(a)[1]):
                return _count(a), _count(b)
    return None


def _different_days(a: DayRange | None, b: DayRange | None) -> tuple[str, str] | None:
    if a is None or b is None or (a.start <= b.end and b.start <= a.end):
        return None
    return _days(a), _days(b)


def _different_places(left: Claim, right: Claim) -> tuple[str, str] | None:
    a, b = ({place_key(p): p.name for p in c.places if p.precision == "settlement"} for c in (left, right))
    if not a or not b or a.keys() & b.keys():
        return None
    return ", ".join(sorted(a.values())), ", ".join(sorted(b.values()))


def _bounds(quantity: Quantity) -> tuple[float, float]:
    return quantity.low if quantity.low is not None else 0.0, quantity.high if quantity.high is not None else 1e18


def _count(quantity: Quantity) -> str:
    low, high = quantity.low, quantity.high
    if low is None or high is None:
        number = f"at least {low:,.0f}" if low is not None else f"up to {high:,.0f}"
    else:
        number = f"{low:,.0f}" if low == high else f"{low:,.0f} to {high:,.0f}"
    return f"{number} {quantity.of or quantity.unit}"


def _days(days: DayRange) -> str:
    return f"{days.start}" if days.start == days.end else f"{days.start} to {days.end}"


def _short(claim: Claim, most: int = 140) -> str:
    text = " ".join(claim.content_text.split())
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + " …"
