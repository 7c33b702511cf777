import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from fogline.places import Gazetteer, Place, PlaceKind, distance_km
from tests.places.small_world import EAST, NORTH, SOUTH, WEST

LATITUDES, LONGITUDES = st.floats(-90, 90), st.floats(-180, 180)


@pytest.fixture(scope="module")
def settlements(gazetteer: Gazetteer) -> list[Place]:
    """Every settlement, found without looking at positions."""
    return [place for row in range(len(gazetteer)) if (place := gazetteer._place_at(row)).kind is PlaceKind.SETTLEMENT]


@pytest.fixture(scope="module")
def around_kharkiv(settlements: list[Place]) -> list[Place]:
    return [p for p in settlements if SOUTH - 3 < p.lat < NORTH + 3 and WEST - 4 < p.lon < EAST + 4]


@settings(max_examples=40)
@given(st.floats(SOUTH, NORTH), st.floats(WEST, EAST), st.floats(0, 150), st.sampled_from([0, 1_000, 50_000]))
def test_near_gives_what_measuring_every_distance_gives(
    gazetteer: Gazetteer, around_kharkiv: list[Place], lat: float, lon: float, km: float, least: int
) -> None:
    found = gazetteer.near(lat, lon, km, least)
    expected = {p.id for p in around_kharkiv if p.population >= least and distance_km(lat, lon, p.lat, p.lon) <= km}
    assert {place.id for place, _ in found} == expected
    assert [d for _, d in found] == sorted(d for _, d in found)
    assert all(d == pytest.approx(distance_km(lat, lon, p.lat, p.lon), abs=1e-6) for p, d in found)


@settings(max_examples=15)
@given(LATITUDES, LONGITUDES, LATITUDES, LONGITUDES)
@example(-20.0, 175.0, -10.0, -175.0)  # across the 180th meridian, by Fiji
@example(90.0, 0.0, -90.0, 0.0)
def test_within_gives_what_comparing_every_position_gives(
    gazetteer: Gazetteer, settlements: list[Place], south: float, west: float, north: float, east: float
) -> None:
    found = gazetteer.within(south, west, north, east, min_population=5_000)

    def is_inside(place: Place) -> bool:
        beside = west <= place.lon <= east if west <= east else place.lon >= west or place.lon <= east
        return beside and south <= place.lat <= north and place.population >= 5_000

    assert {place.id for place in found} == {place.id for place in settlements if is_inside(place)}
    assert [p.population for p in found] == sorted((p.population for p in found), reverse=True)


@pytest.mark.parametrize(("lat", "lon"), [(-17.8, 179.99), (-16.8, -179.99), (78.2, 15.6), (90.0, 0.0), (-90.0, 0.0)])
def test_near_holds_at_the_date_line_and_the_poles(
    gazetteer: Gazetteer, settlements: list[Place], lat: float, lon: float
) -> None:
    expected = {p.id for p in settlements if distance_km(lat, lon, p.lat, p.lon) <= 1_500}
    assert {place.id for place, _ in gazetteer.near(lat, lon, 1_500)} == expected


@given(LATITUDES, LONGITUDES, LATITUDES, LONGITUDES)
def test_distance_is_the_same_both_ways_and_at_most_half_way_round(a: float, b: float, c: float, d: float) -> None:
    assert distance_km(a, b, c, d) == pytest.approx(distance_km(c, d, a, b), abs=1e-6)
    assert 0 <= distance_km(a, b, c, d) <= 20_016
