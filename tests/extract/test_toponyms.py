"""Names on the map: which place is meant, and where it stands in the sentence."""

import pytest

from fogline.extract import Extractor
from fogline.places import distance_km

from .texts import place_words, read


@pytest.mark.parametrize("name", ["Izium", "Izyum"])
def test_a_place_is_the_same_under_each_spelling(extractor: Extractor, name: str) -> None:
    (place,) = read(extractor, f"Ukrainian forces entered {name}.")[0].places
    assert place.lat is not None
    assert place.lon is not None
    assert distance_km(place.lat, place.lon, 49.21, 37.26) < 10
    assert place.precision == "settlement"


def test_the_document_decides_between_places_of_one_name(extractor: Extractor) -> None:
    (place,) = read(extractor, "Congolese soldiers fought rebels in Goma. Shelling hit Bukavu in Congo.")[0].places
    assert place.lat is not None
    assert abs(place.lat + 1.68) < 0.5


@pytest.mark.parametrize("words", ["near Izium", "south of Izium", "outside Izium"])
def test_near_is_not_in(extractor: Extractor, words: str) -> None:
    (place,) = read(extractor, f"Ukrainian forces fought Russian troops {words}.")[0].places
    assert place.precision == "near"


def test_a_region_is_an_area(extractor: Extractor) -> None:
    (place,) = read(extractor, "Russian artillery shelled the Kharkiv region.")[0].places
    assert place.precision == "area"


def test_a_place_that_names_a_body_is_not_where_it_happened(extractor: Extractor) -> None:
    claims = read(extractor, "Russian artillery shelled Nikopol, the Kyiv city council said.")
    assert [place.name for claim in claims for place in claim.places] == ["Nikopol"]


def test_there_leads_back(extractor: Extractor) -> None:
    claims = read(extractor, "Ukrainian forces entered Kupiansk. Two soldiers were killed there.")
    (first,), (second,) = (claim.places for claim in claims)
    assert first.geonameid == second.geonameid


def test_a_move_is_where_it_ends(extractor: Extractor) -> None:
    advance = "Ukrainian forces advanced from Balakliia to Kupiansk."
    assert place_words(advance, read(extractor, advance)) == [["Kupiansk"]]
