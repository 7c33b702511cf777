"""Claim parts: a claim of several places ('took A and B') speaks of one event at each of them."""

from __future__ import annotations

from dataclasses import replace

from fogline.model.claim import Claim, PlaceMention

_SHARED_OUT = ("control", "combat", "infrastructure")


def claim_parts(claim: Claim) -> dict[str, Claim]:
    """Give what a claim says place by place: part id -> the claim narrowed to that place.

    The first part has the claim's own id, further ones ``id@place``; the claim inside keeps its id. A
    claim with a count stays whole (nobody says how the count divides), and so does one of areas or of
    both ends of a road (``near``), where the places together say where one event was.
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
    for place in claim.places:
        if place.precision == "settlement":
            found.setdefault(place_key(place), place)
    return found
