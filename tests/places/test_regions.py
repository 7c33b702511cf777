import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.places.entry import Entry
from fogline.places.place import PlaceKind
from fogline.places.regions import match_old_cities
from fogline.places.sources import OldCity

# Many lie on a half of a hundredth of a degree, and few apart.
POINTS = st.tuples(st.sampled_from(["UA", "RU"]), st.integers(-20, 20), st.integers(-20, 20))


def town(country: str, lat: float, lon: float) -> Entry:
    return Entry(1, "Zoria", PlaceKind.SETTLEMENT, lat, lon, country, None, 900, 0.0, ["Zoria"])


@given(st.lists(POINTS), st.lists(POINTS, min_size=1))
def test_settlements_match_older_rows_of_the_same_hundredths_of_a_degree(
    points: list[tuple[str, int, int]], older: list[tuple[str, int, int]]
) -> None:
    towns = [town(country, 42.5 + lat * 0.005, -1.5 + lon * 0.005) for country, lat, lon in points]
    old = [
        OldCity(str(42.5 + lat * 0.005), str(-1.5 + lon * 0.005), str(number), "", "", country)
        for number, (country, lat, lon) in enumerate(older)
    ]
    by_point = {(row.cc, round(float(row.lat), 2), round(float(row.lon), 2)): row for row in old}
    expected = [by_point.get((entry.country or "", round(entry.lat, 2), round(entry.lon, 2))) for entry in towns]
    assert match_old_cities(towns, old) == expected


def test_settlements_of_other_countries_match_nothing() -> None:
    old = [OldCity("49.5", "37.0", "Zoria", "", "", "UA")]
    assert match_old_cities([town("RU", 49.5, 37.0), town("UA", 49.51, 37.0)], old) == [None, None]


@pytest.mark.parametrize(("lat", "lon"), [(-89.999, 179.999), (89.999, -179.999), (0.0, -0.0)])
def test_settlements_match_at_the_ends_of_the_earth(lat: float, lon: float) -> None:
    old = [OldCity(str(lat), str(lon), "Zoria", "", "", "UA")]
    assert match_old_cities([town("UA", lat, lon)], old) == old
