"""Laws of control by day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.infer import Area, area_of, infer_control
from fogline.model import Actor, ControlDay, DayRange, Event, EventPlace, EventType
from fogline.places import Place, PlaceKind, distance_km

IZIUM = EventPlace(1, "Izium", 49.21, 37.25, "settlement")
KUPIANSK = EventPlace(2, "Kupiansk", 49.71, 37.62, "settlement")
MOSCOW = EventPlace(3, "Moscow", 55.75, 37.62, "settlement")
VILLAGE = Place(4, "Kapytolivka", PlaceKind.SETTLEMENT, 49.18, 37.32, "UA", "Kharkiv Oblast", 1500, 0.0)
FAR_VILLAGE = Place(5, "Far", PlaceKind.SETTLEMENT, 49.11, 37.31, "UA", "Kharkiv Oblast", 1500, 0.0)
SEPTEMBER = DayRange(date(2022, 9, 1), date(2022, 9, 14))


class Villages:
    """A gazetteer of two villages near Izium."""

    def near(self, lat: float, lon: float, km: float, min_population: int = 0) -> list[tuple[Place, float]]:
        found = [(v, distance_km(lat, lon, v.lat, v.lon)) for v in (VILLAGE, FAR_VILLAGE)]
        return sorted(((v, d) for v, d in found if d <= km), key=lambda pair: pair[1])


def event(
    type_: EventType, day: int, side: str | None, *, p: float = 0.95, place: EventPlace = IZIUM, **fields: object
) -> Event:
    actors = (Actor("forces", side, "agent", None),) if side else ()
    moment = date(2022, 9, day)
    made = Event(
        id=f"e{type_}{day}{side}{place.name}{p}",
        type=type_,
        place=place,
        days=DayRange(moment, moment),
        actors=actors,
        modality="actual",
        claims=("c1",),
        documents=("d1",),
        origins=(),
        independent_origins=2.0,
        support=1.0,
        against=0.0,
        probability=p,
        interval=(p - 0.05, p + 0.02),
        grade="B2",
        silences=(),
        contradictions=(),
        reasons=(),
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def infer(*events: Event, forward_only: bool = False, area: Area | None = None) -> list[ControlDay]:
    return infer_control(events, Villages(), area=area, days=SEPTEMBER, forward_only=forward_only)  # type: ignore[arg-type]


def on(rows: Sequence[ControlDay], day: int, place: int = 1) -> ControlDay:
    return next(row for row in rows if row.place == place and row.day == date(2022, 9, day))


def p_of(row: ControlDay, side: str) -> float:
    return dict(row.p_by_side)[side]


TAKEN = event(EventType.CAPTURED, 10, "UA")
OTHER_SIDE = event(EventType.HELD, 2, "RU", place=KUPIANSK)


def test_a_place_taken_is_the_takers_after_and_not_before() -> None:
    rows = infer(TAKEN, OTHER_SIDE)
    assert on(rows, 11).holder == "UA"
    assert on(rows, 10).holder == "UA"
    assert on(rows, 9).holder == "RU"
    assert p_of(on(rows, 8), "UA") < 0.2


def test_as_of_never_uses_a_later_event() -> None:
    later = event(EventType.CAPTURED, 12, "RU")
    short, long = infer(TAKEN, OTHER_SIDE, forward_only=True), infer(TAKEN, OTHER_SIDE, later, forward_only=True)
    for day in range(1, 12):
        assert p_of(on(short, day), "UA") == pytest.approx(p_of(on(long, day), "UA"))
    assert on(long, 9).holder == "unknown"
    assert on(long, 12).holder == "RU"


def test_a_withdrawal_and_a_capture_agree() -> None:
    left = event(EventType.WITHDREW, 10, "RU")
    there = (OTHER_SIDE, event(EventType.CLASH, 3, "UA", p=0.6, place=KUPIANSK))
    taken, gone, both = infer(TAKEN, *there), infer(left, *there), infer(TAKEN, left, *there)
    assert on(gone, 11).holder == on(taken, 11).holder == "UA"
    assert on(gone, 9).holder == on(taken, 9).holder == "RU"
    assert p_of(on(both, 9), "RU") >= p_of(on(gone, 9), "RU")


def test_a_denied_capture_changes_little() -> None:
    believed = event(EventType.HELD, 2, "RU")
    denied = event(EventType.CAPTURED, 10, "UA", p=0.15)
    with_, without = (
        infer(believed, denied, OTHER_SIDE),
        infer(believed, OTHER_SIDE, event(EventType.CLASH, 1, "UA", p=0.1)),
    )
    assert on(with_, 11).holder == "RU"
    assert abs(p_of(on(with_, 11), "RU") - p_of(on(without, 11), "RU")) < 0.05


def test_a_neighbour_follows_with_less_certainty_and_less_with_distance() -> None:
    rows = infer(TAKEN, OTHER_SIDE)
    home, near, far = (p_of(on(rows, 11, place), "UA") for place in (1, VILLAGE.id, FAR_VILLAGE.id))
    assert home > near > far > 0.4
    assert on(rows, 11, VILLAGE.id).last_evidence is None
    assert on(rows, 11, VILLAGE.id).events == ()


def test_a_later_report_of_the_same_taking_does_not_move_its_day() -> None:
    rows = infer(TAKEN, event(EventType.CAPTURED, 13, "UA"), OTHER_SIDE)
    assert on(rows, 11).holder == on(rows, 12).holder == "UA"


def test_a_place_that_changes_hands_twice() -> None:
    rows = infer(event(EventType.CAPTURED, 5, "RU"), event(EventType.CAPTURED, 11, "UA"))
    assert [on(rows, d).holder for d in (3, 7, 12)] == ["UA", "RU", "UA"]


def test_fighting_makes_a_place_contested_or_less_sure() -> None:
    calm = infer(event(EventType.HELD, 2, "RU"), OTHER_SIDE, event(EventType.CLASH, 2, "UA", place=KUPIANSK))
    fight = infer(event(EventType.HELD, 2, "RU"), OTHER_SIDE, *(event(EventType.CLASH, d, "UA") for d in (8, 9, 10)))
    assert on(fight, 10).p_contested > on(calm, 10).p_contested + 0.2


def test_only_actual_events_count() -> None:
    feared = event(EventType.CAPTURED, 10, "UA", modality="future", place=KUPIANSK)
    assert all(row.place != KUPIANSK.geonameid for row in infer(TAKEN, feared))


def test_no_events_give_no_rows() -> None:
    assert infer() == []
    assert infer(event(EventType.CLASH, 3, None)) == []


def test_one_known_side_alone() -> None:
    rows = infer(event(EventType.WITHDREW, 10, "RU"))
    assert on(rows, 9).holder == "RU"
    assert p_of(on(rows, 10), "RU") < 0.35


def test_events_before_the_first_day_do_not_break() -> None:
    rows = infer(event(EventType.CAPTURED, 1, "UA"), event(EventType.CAPTURED, 14, "RU"))
    assert len([r for r in rows if r.place == 1]) == 14


def test_known_events_grow_by_day() -> None:
    rows = infer(TAKEN, event(EventType.HELD, 12, "UA"), OTHER_SIDE)
    assert [len(on(rows, d).events) for d in (9, 10, 12)] == [0, 1, 2]
    assert on(rows, 11).last_evidence == date(2022, 9, 10)


def test_a_capture_by_nobody_named_says_nothing() -> None:
    believed = event(EventType.HELD, 2, "RU")
    there = (believed, OTHER_SIDE, event(EventType.CLASH, 2, "UA", p=0.6, place=KUPIANSK))
    with_, without = infer(*there, event(EventType.CAPTURED, 10, None)), infer(*there)
    assert p_of(on(with_, 12), "RU") == pytest.approx(p_of(on(without, 12), "RU"), abs=0.06)


def test_a_side_named_in_both_roles_says_nothing() -> None:
    torn = (Actor("forces", "UA", "agent", None), Actor("forces", "UA", "target", None))
    there = (event(EventType.HELD, 2, "RU"), OTHER_SIDE, event(EventType.CLASH, 2, "UA", p=0.6, place=KUPIANSK))
    rows = infer(*there, event(EventType.CAPTURED, 10, "UA", actors=torn))
    assert on(rows, 12).holder == "RU"


def test_who_is_pulled_back_is_who_leaves() -> None:
    pulled = event(EventType.WITHDREW, 10, None, actors=(Actor("forces", "RU", "target", None),))
    rows = infer(pulled, OTHER_SIDE, event(EventType.CLASH, 2, "UA", p=0.6, place=KUPIANSK))
    assert on(rows, 9).holder == "RU"
    assert on(rows, 11).holder == "UA"


TYPES = [EventType.CAPTURED, EventType.WITHDREW, EventType.HELD, EventType.ADVANCED, EventType.CLASH]
EVENTS = st.lists(
    st.builds(
        event,
        st.sampled_from([*TYPES, EventType.SHELLING, EventType.ENCIRCLED, EventType.COLLAPSED]),
        st.integers(1, 14),
        st.sampled_from(["UA", "RU", "XX", None]),
        p=st.floats(0.01, 0.99),
        place=st.sampled_from([IZIUM, KUPIANSK]),
    ),
    max_size=8,
    unique_by=lambda e: e.id,
)


@settings(max_examples=30, deadline=None)
@given(EVENTS, st.booleans(), st.randoms(use_true_random=False))
def test_probabilities_sum_to_one_and_order_changes_nothing(events, forward_only, random) -> None:  # type: ignore[no-untyped-def]
    rows = infer(*events, forward_only=forward_only)
    for row in rows:
        assert sum(p for _, p in row.p_by_side) + row.p_contested == pytest.approx(1.0)
        assert all(p >= 0 for _, p in row.p_by_side)
    random.shuffle(events)
    assert infer(*events, forward_only=forward_only) == rows


def test_the_area_leaves_out_a_far_capital() -> None:
    area = area_of([TAKEN, OTHER_SIDE, event(EventType.DECIDED, 10, "RU", place=MOSCOW)])
    assert area is not None
    assert area.holds(IZIUM.lat, IZIUM.lon)
    assert area.holds(KUPIANSK.lat, KUPIANSK.lon)
    assert not area.holds(MOSCOW.lat, MOSCOW.lon)
    assert area.name == "Izium and Kupiansk"
    assert area_of([]) is None
    assert area_of([replace(TAKEN, place=replace(IZIUM, precision="area"))]) is None


def test_the_area_leaves_out_a_straggler_of_the_same_war() -> None:
    donetsk = EventPlace(6, "Donetsk", 48.0, 37.8, "settlement")
    near = [event(EventType.CLASH, d, "UA", place=place) for d in (8, 9) for place in (IZIUM, KUPIANSK)]
    area = area_of([*near, event(EventType.SHELLING, 10, "RU", place=donetsk)])
    assert area is not None
    assert area.holds(IZIUM.lat, IZIUM.lon)
    assert area.holds(KUPIANSK.lat, KUPIANSK.lon)
    assert not area.holds(donetsk.lat, donetsk.lon)


def test_events_outside_the_area_are_left_out() -> None:
    area = Area(49.0, 37.0, 49.4, 37.5, "Izium")
    assert {row.place for row in infer(TAKEN, OTHER_SIDE, area=area)} == {1, VILLAGE.id, FAR_VILLAGE.id}


def test_a_hundred_places_and_a_month_take_little_time() -> None:
    places = [EventPlace(100 + i, f"P{i}", 49 + i / 100, 37 + (i % 7) / 10, "settlement") for i in range(100)]
    events = [event(EventType.CAPTURED, 1 + i % 14, "UA" if i % 2 else "RU", place=p) for i, p in enumerate(places)]
    days = DayRange(SEPTEMBER.start, SEPTEMBER.start + timedelta(days=29))
    rows = infer_control(events, Villages(), area=None, days=days)  # type: ignore[arg-type]
    assert len(rows) >= 3000
