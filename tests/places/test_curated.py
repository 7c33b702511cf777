import math
from itertools import pairwise

import pytest

from fogline.errors import GazetteerError
from fogline.places import curated, distance_km
from fogline.places.place import PlaceKind


def all_places() -> list[curated.CuratedPlace]:
    return [*curated.waters(), *curated.areas(), *curated.missing_settlements()]


def test_every_curated_place_lies_on_earth_in_known_countries() -> None:
    for place in all_places():
        assert -90 <= place.lat <= 90, place.key
        assert -180 <= place.lon <= 180, place.key
        assert all(len(code) == 2 and code.isupper() for code in place.countries), place.key


def test_settlements_have_one_country_and_a_part_in_brackets_is_no_name() -> None:
    for place in curated.missing_settlements():
        assert len(place.countries) == 1, place.key
        assert "(" not in place.name, place.key
        assert place.population >= 0, place.key


def test_settlements_near_each_other_are_not_listed_twice() -> None:
    by_name: dict[tuple[str, str], list[curated.CuratedPlace]] = {}
    for place in curated.missing_settlements():
        by_name.setdefault((place.countries[0], place.name), []).append(place)
    for namesakes in by_name.values():
        for one, other in pairwise(sorted(namesakes, key=lambda place: (place.lat, place.lon))):
            assert distance_km(one.lat, one.lon, other.lat, other.lon) > 10, one.key


def test_courses_of_rivers_run_without_gaps() -> None:
    for river in curated.waters():
        for one, other in pairwise(river.path):
            assert distance_km(*one, *other) < 260, river.key
            assert not math.isclose(one[0], other[0]) or not math.isclose(one[1], other[1]), river.key


def test_usual_names_are_written_in_plain_latin() -> None:
    assert all(name.isascii() or name in {"Andéramboukane"} for name in curated.usual_names().values())


def test_an_unknown_key_is_named() -> None:
    with pytest.raises(GazetteerError, match="Atlantis: unknown key depth"):
        curated._place("Atlantis", PlaceKind.SEA, {"lat": 0, "lon": 0, "depth": 9})
