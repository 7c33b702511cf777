"""The map: to scale, labels apart, tints by probability, events as symbols."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.brief.map.cells import cell_paths
from fogline.brief.map.draw import draw_maps
from fogline.brief.map.frame import fit_frame, scale_bar
from fogline.brief.map.labels import CHARACTER, Box, Label, Wanted, place_labels
from fogline.infer import Area
from fogline.places import distance_km

from .scene import Scene, kharkiv

AREA = Area(49.0, 36.5, 50.0, 38.0, "Izium")


def box_of(label: Label) -> Box:
    wide = len(label.text) * label.size * CHARACTER
    left = {"start": label.x, "end": label.x - wide, "middle": label.x - wide / 2}[label.anchor]
    return Box(left, label.y - label.size * 0.8, left + wide, label.y + label.size * 0.2)


def test_north_is_up_and_the_scale_bar_is_true() -> None:
    frame = fit_frame(AREA, 960, (0.5, 0.72))
    assert frame.xy(50.0, 37.0)[1] < frame.xy(49.0, 37.0)[1]
    km, px = scale_bar(frame, 200)
    (x1, y1), (x2, y2) = frame.xy(49.5, 37.0), frame.xy(49.5, 37.4)
    assert y1 == y2
    assert (x2 - x1) / px * km == pytest.approx(distance_km(49.5, 37.0, 49.5, 37.4), rel=0.02)


@pytest.mark.parametrize("area", [AREA, Area(49, 37, 49.01, 39, "wide"), Area(40, 37, 50, 37.1, "tall")])
def test_any_area_fits_the_page(area: Area) -> None:
    frame = fit_frame(area, 960, (0.5, 0.72))
    assert 0.49 <= frame.height / frame.width <= 0.73


NAMED_POINTS = st.tuples(st.floats(0, 400), st.floats(0, 300), st.text("abcdef", min_size=3, max_size=12))


@given(st.lists(NAMED_POINTS, max_size=40))
def test_labels_never_overlap_and_stay_inside(points) -> None:  # type: ignore[no-untyped-def]
    frame = fit_frame(AREA, 400, (0.8, 1.2))
    labels = place_labels(frame, [Wanted(text, x, y, 5, 12, "strong") for x, y, text in points], [])
    for one, two in combinations(map(box_of, labels), 2):
        assert not one.meets(two)
    for box in map(box_of, labels):
        assert frame.holds(box.left, box.top)
        assert frame.holds(box.right, box.bottom)


def test_cells_of_one_two_or_the_same_points() -> None:
    frame = fit_frame(AREA, 400, (0.8, 1.2))
    assert cell_paths(frame, []) == []
    one, two, in_line = [(50.0, 50.0)], [(50.0, 50.0), (90.0, 60.0)], [(10.0, 10.0), (20.0, 10.0), (30.0, 10.0)]
    for points in (one, one * 2, two, in_line):
        assert all(path.startswith("M") for path in cell_paths(frame, points))


def test_both_drawings_show_places_symbols_river_and_days() -> None:
    maps = draw_maps(kharkiv().writer())
    assert maps is not None
    assert [view.name for view in maps.views] == ["wide", "narrow"]
    assert [name for name, _ in maps.sides] == ["Russia", "Ukraine"]
    for view in maps.views:
        assert {"Izium", "Kupiansk"} <= {label.text for label in view.labels}
        assert {symbol.family for symbol in view.symbols} == {"control", "losses"}
        assert [water.name for water in view.waters] == ["Oskil River"]
        izium = next(spot for spot in view.spots if spot.name == "Izium")
        assert len(izium.codes) == 2 * len(maps.days)
        assert izium.codes[:2] != izium.codes[-2:]
        assert any("taken" in symbol.title and "%" in symbol.title for symbol in view.symbols)


def test_no_place_no_map() -> None:
    assert draw_maps(Scene().writer()) is None
