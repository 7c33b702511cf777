"""Claim parts: a claim of several places ('took A and B') speaks of one event at each of them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from fogline.model.claim import Claim, EventType, PlaceMention, Span

_DASH = re.compile(r"[-–—]")
_SHARED_OUT = ("control", "combat", "infrastructure")


def claim_parts(claim: Claim) -> dict[str, Claim]:
    """Give what a claim says place by place: part id -> the claim narrowed to that place.

    The first part has the claim's own id, further ones ``id@place``; the claim inside keeps its id. A
    claim with a count stays whole (nobody says how the count divides), and so does one of areas or of
    both ends of a road (``near``), where the places together say where one event was. But who leaves
    'positions near X and Y' leaves both.
    """
    settlements = _distinct(claim)
    divides = claim.type.family in _SHARED_OUT and not claim.quantities
    if not divides or len(settlements) < 2:
        return {claim.id: claim}
    ids = [claim.id, *(f"{claim.id}@{key}" for key in list(settlements)[1:])]
    return {part: replace(claim, places=(place,)) for part, place in zip(ids, settlements.values(), strict=True)}


def place_key(place: PlaceMention) -> str:
    """Give what identifies a place: its GeoNames id, else its name in lower case."""
    return f"g{place.geonameid}" if place.geonameid is not None else place.name.casefold()


def _distinct(claim: Claim) -> dict[str, PlaceMention]:
    found: dict[str, PlaceMention] = {}
    kinds = ("settlement", "near") if _lists_surroundings(claim) else ("settlement",)
    for place in claim.places:
        if place.precision in kinds:
            found.setdefault(place_key(place), place)
    return found


def _lists_surroundings(claim: Claim) -> bool:
    """Tell whether a claim of a change of hands lists places near which it was, and not the ends of one stretch."""
    if claim.type not in (EventType.CAPTURED, EventType.WITHDREW):
        return False
    near = sorted((place for place in claim.places if place.precision == "near"), key=lambda place: place.span)
    gaps = [Span(a.span.end, b.span.start) for a, b in pairwise(near)]
    inside = all(claim.content.start <= gap.start < gap.end <= claim.content.end for gap in gaps)
    return inside and not any(_DASH.search(_words(claim, gap)) for gap in gaps)


def _words(claim: Claim, span: Span) -> str:
    return claim.content_text[span.start - claim.content.start : span.end - claim.content.start]
