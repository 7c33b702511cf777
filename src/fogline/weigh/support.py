"""Support: whether more than one side speaks for an event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fogline.model import Origin


def sides_of(origins: Iterable[Origin]) -> set[str]:
    """Give the sides among origins; somebody of whom neither side nor kind is known counts for none."""
    return {origin.side or "no side" for origin in origins if origin.side or origin.kind != "other"}


def has_two_sides(supporting: Sequence[Origin]) -> bool:
    """Tell whether support comes from two sides, or from two speakers of no side."""
    neutral = [origin for origin in supporting if origin.side is None and origin.kind != "other"]
    return len(sides_of(supporting)) > 1 or len(neutral) > 1
