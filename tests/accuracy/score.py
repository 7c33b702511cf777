"""Scores found claims against annotated ones.

A found claim may match an annotated one of the same document when their words overlap by 30 % (intersection over
union), or when its trigger lies in the annotated words and the family of the event is the same. Matching is one to one
and maximises overlap and agreement. ``claims`` counts matches; ``strict`` counts those that agree in type, speaker,
places, polarity, certainty and modality; a slot's share is over the matches whose annotation scores that slot.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import linear_sum_assignment

from .agreement import SLOTS, agreeing_slots
from .records import ClaimRecord, Extent, GoldClaim, Slot

STRICT: frozenset[Slot] = frozenset({"type", "speaker", "places", "polarity", "certainty", "modality"})
LEAST_OVERLAP = 0.3


@dataclass(slots=True)
class Score:
    """Counts over a set of documents."""

    gold: int = 0
    found: int = 0
    matched: int = 0
    strict: int = 0
    asked: Counter[Slot] = field(default_factory=Counter)
    right: Counter[Slot] = field(default_factory=Counter)

    def f1(self, hits: int) -> float:
        """Give the harmonic mean of precision and recall for a number of hits."""
        return 2 * hits / (self.gold + self.found) if hits else 0.0

    def measures(self) -> dict[str, float]:
        """Give every measure by its name, rounded to three digits."""
        shares = {slot: self.right[slot] / self.asked[slot] if self.asked[slot] else 0.0 for slot in SLOTS}
        whole = {"claims_f1": self.f1(self.matched), "strict_f1": self.f1(self.strict)}
        return {name: round(value, 3) for name, value in (whole | shares).items()}


def score_claims(gold: Iterable[GoldClaim], found: Iterable[ClaimRecord]) -> Score:
    """Score the found claims of any number of documents."""
    golds: defaultdict[str, list[GoldClaim]] = defaultdict(list)
    founds: defaultdict[str, list[ClaimRecord]] = defaultdict(list)
    for wanted in gold:
        golds[wanted.doc].append(wanted)
    for claim in found:
        founds[claim.doc].append(claim)
    score = Score()
    for doc in golds.keys() | founds.keys():
        _score_document(score, golds[doc], founds[doc])
    return score


def match(gold: Sequence[GoldClaim], found: Sequence[ClaimRecord]) -> Iterator[tuple[GoldClaim, ClaimRecord]]:
    """Give the pairs of the best one-to-one matching within one document."""
    if not gold or not found:
        return
    closeness = np.array([[_closeness(a, b) for b in found] for a in gold])
    for row, column in zip(*linear_sum_assignment(closeness, maximize=True), strict=True):
        if closeness[row, column] > 0:
            yield gold[row], found[column]


def _score_document(score: Score, gold: Sequence[GoldClaim], found: Sequence[ClaimRecord]) -> None:
    score.gold += len(gold)
    score.found += len(found)
    for wanted, claim in match(gold, found):
        asked = frozenset(SLOTS) - frozenset(wanted.skip)
        right = agreeing_slots(wanted, claim) & asked
        score.matched += 1
        score.strict += STRICT & asked <= right
        score.asked.update(asked)
        score.right.update(right)


def _closeness(gold: GoldClaim, found: ClaimRecord) -> float:
    """Give how well two claims go together; 0 where they cannot match."""
    agreeing = agreeing_slots(gold, found)
    shared = overlap(gold.content, found.content)
    inside = gold.content.start <= found.event.start < gold.content.end
    if shared < LEAST_OVERLAP and not (inside and "family" in agreeing):
        return 0.0
    return shared + len(STRICT & agreeing) / len(STRICT) + ("family" in agreeing)


def overlap(left: Extent, right: Extent) -> float:
    """Give the intersection over the union of two stretches, counting a gap between them as part of the union."""
    shared = min(left.end, right.end) - max(left.start, right.start)
    return max(0, shared) / (max(left.end, right.end) - min(left.start, right.start))
