"""Repeats: words that one document prints again and again are one claim to link, not a square of pairs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from fogline.model import Claim, Judgement, Link, claim_parts, place_key

REASON = "the same words in the same document"


def fold_repeats(claims: Sequence[Claim]) -> tuple[list[Claim], list[tuple[Claim, Claim]]]:
    """Give the claims to compare, and each claim that only repeats one of them, paired with it.

    Two claims repeat each other when all but their position in the document is equal. The one with the
    smallest id stands for all, so that the order of the claims changes nothing.
    """
    first: dict[tuple[object, ...], Claim] = {}
    repeats: list[tuple[Claim, Claim]] = []
    for claim in sorted(claims, key=lambda c: c.id):
        shown = first.setdefault(_wording(claim), claim)
        if shown is not claim:
            repeats.append((shown, claim))
    return list(first.values()), repeats


def parts_repeated(repeats: Sequence[tuple[Claim, Claim]]) -> dict[str, str]:
    """Give by id of each repeating claim part the id of the part it repeats."""
    return {
        other: one
        for shown, claim in repeats
        for one, other in zip(claim_parts(shown), claim_parts(claim), strict=True)
    }


def link_repeats(repeats: Sequence[tuple[Claim, Claim]], by: str, at: datetime) -> list[Link]:
    """Give the links that hold repeats to what they repeat, part by part."""
    pairs = [sorted(pair) for pair in parts_repeated(repeats).items()]
    return [Link(left, right, Judgement.SAME, 1.0, (REASON,), by, at) for left, right in pairs]


def _wording(claim: Claim) -> tuple[object, ...]:
    speaker = claim.speaker.name if claim.speaker else None
    put = (claim.polarity, claim.certainty, claim.modality, claim.time, claim.quantities)
    places = tuple((place_key(place), place.precision) for place in claim.places)
    words = (claim.document_id, claim.content_text, claim.type, len(claim_parts(claim)))
    return (*words, speaker, claim.via, claim.actors, places, *put)
