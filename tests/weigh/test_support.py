from __future__ import annotations

from fogline.model import Origin
from fogline.weigh.support import has_two_sides, sides_of

from .scenes import A, B


def origin(side: str | None, kind: str = "media") -> Origin:
    return Origin("x", kind, side, ("c",), "for", 1.0, ())


def test_two_sides_are_two():
    assert has_two_sides([origin(A), origin(B)])
    assert has_two_sides([origin(A), origin(None)])


def test_one_side_many_times_is_one():
    assert not has_two_sides([origin(A), origin(A), origin(A)])


def test_two_neutral_voices_confirm_each_other():
    assert has_two_sides([origin(None), origin(None, "ngo")])
    assert not has_two_sides([origin(None)])


def test_somebody_of_whom_nothing_is_known_confirms_nobody():
    assert not has_two_sides([origin(A), origin(None, "other")])
    assert sides_of([origin(None, "other")]) == set()
