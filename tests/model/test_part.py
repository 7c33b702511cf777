from __future__ import annotations

from dataclasses import replace

import pytest

from fogline.model import (
    Certainty,
    Claim,
    EventType,
    Modality,
    PlaceMention,
    Polarity,
    Quantity,
    Span,
    claim_parts,
    place_key,
)


def claim(text: str, kind: EventType, *places: tuple[str, str], start: int = 40) -> Claim:
    mentions = []
    for nth, (name, precision) in enumerate(places):
        at = start + text.index(name)
        mentions.append(PlaceMention(name, 49.0, 37.0 + nth, Span(at, at + len(name)), 100 + nth, precision))
    span = Span(start, start + len(text))
    return Claim(
        id="c",
        document_id="d",
        content=span,
        content_text=text,
        sentence=span,
        speaker=None,
        via=(),
        type=kind,
        trigger=span,
        actors=(),
        places=tuple(mentions),
        time=None,
        quantities=(),
        polarity=Polarity.AFFIRMED,
        certainty=Certainty.CERTAIN,
        modality=Modality.ACTUAL,
        extractor="test",
    )


def places_of(some: Claim) -> list[list[str]]:
    return [[place.name for place in part.places] for part in claim_parts(some).values()]


TWO = (("Izium", "settlement"), ("Lyman", "settlement"))
NEAR = (("Izium", "near"), ("Lyman", "near"))


def test_a_claim_of_two_settlements_speaks_of_one_event_at_each():
    parts = claim_parts(claim("took Izium and Lyman", EventType.CAPTURED, *TWO))
    assert list(parts) == ["c", "c@g101"]
    assert all(part.id == "c" for part in parts.values())
    assert places_of(claim("took Izium and Lyman", EventType.CAPTURED, *TWO)) == [["Izium"], ["Lyman"]]


def test_a_count_is_not_divided():
    counted = replace(claim("ten tanks at Izium and Lyman", EventType.CAPTURED, *TWO), quantities=(_ten(),))
    assert places_of(counted) == [["Izium", "Lyman"]]


def _ten() -> Quantity:
    return Quantity(10, 10, "tank", "tanks")


@pytest.mark.parametrize(
    ("text", "kind", "parts"),
    [
        ("regrouped the troops near Izium and Lyman", EventType.WITHDREW, 2),
        ("shelled positions near Izium and Lyman", EventType.SHELLING, 1),
        ("took the Izium–Lyman road", EventType.CAPTURED, 1),
    ],
)
def test_who_leaves_positions_near_two_places_leaves_both_but_a_road_is_one(text, kind, parts):
    assert len(claim_parts(claim(text, kind, *NEAR))) == parts


def test_areas_stay_whole():
    assert (
        len(claim_parts(claim("took Izium and Lyman", EventType.CAPTURED, ("Izium", "area"), ("Lyman", "area")))) == 1
    )


def test_a_place_without_an_id_goes_by_its_name():
    mention = claim("took Izium", EventType.CAPTURED, ("Izium", "settlement")).places[0]
    assert place_key(mention) == "g100"
    assert place_key(replace(mention, geonameid=None)) == "izium"
