"""Link: a judgement whether two claims speak of the same event. Links are never erased, only superseded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Judgement(StrEnum):
    """What is held of a pair of claims."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Link:
    """A judged pair of claims; ``left`` < ``right`` by id. Clusters are a pure function of the live links."""

    left: str
    right: str
    judgement: Judgement
    score: float
    """Probability (0..1) that both speak of one event."""
    reasons: tuple[str, ...]
    by: str
    """The model version or the person who judged."""
    created_at: datetime
    deleted_at: datetime | None = None
