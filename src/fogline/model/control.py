"""ControlDay: who holds a place on a day, as probabilities."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ControlDay:
    """The state of one place on one day. ``p_by_side`` values and ``p_contested`` sum to 1."""

    place: int
    """GeoNames id (or the id under which ``fogline places add`` took it in)."""
    name: str
    lat: float
    lon: float
    day: date
    p_by_side: tuple[tuple[str, float], ...]
    """(side, probability), by side code."""
    p_contested: float
    holder: str
    """A side, ``contested``, or ``unknown`` below the floor."""
    last_evidence: date | None
    """Day of the newest event at the place itself, None when inferred from neighbours alone."""
    events: tuple[str, ...]
    """Ids of the events at the place that moved it, up to this day."""
    independent_origins: float
