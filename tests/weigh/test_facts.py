from __future__ import annotations

from datetime import date

from fogline.model import DayRange, EventType

from .scenes import MINISTRY, MONITOR, REPORTER, STAFF, A, B, Scene


def roles(event) -> set[tuple[str, str | None]]:
    return {(actor.role, actor.side) for actor in event.actors}


def test_who_left_is_target_of_the_taking_and_never_its_agent():
    scene = Scene()
    scene.say(STAFF, "our soldiers have taken Izium")
    scene.say(MONITOR, "armed men of A have taken Izium", hours=1)
    scene.say(REPORTER, "our troops have left Izium", type="control.withdrew", by=B, hours=2)
    event = scene.weigh()
    assert event.type is EventType.CAPTURED
    assert roles(event) == {("agent", A), ("target", B)}


def test_who_took_it_is_target_of_the_leaving():
    scene = Scene()
    scene.say(REPORTER, "our troops have left Izium", type="control.withdrew", by=B)
    scene.say(MINISTRY, "the troops were regrouped", type="control.withdrew", by=None, upon=B, hours=1)
    scene.say(STAFF, "our soldiers have taken Izium", hours=2)
    event = scene.weigh()
    assert event.type is EventType.WITHDREW
    assert roles(event) == {("agent", B), ("target", A)}


def test_who_drives_another_out_does_not_withdraw():
    scene = Scene()
    scene.say(STAFF, "our defenders drove the enemy out", type="control.withdrew", by=A, upon=B)
    assert roles(scene.weigh()) == {("agent", B), ("target", A)}


def test_a_side_has_one_role_that_of_the_majority():
    scene = Scene()
    scene.say(STAFF, "we have taken Izium")
    scene.say(MONITOR, "they have taken Izium", hours=1)
    scene.say(None, "they have lost Izium", by=None, upon=A, hours=2, publisher="Careless Paper")
    assert roles(scene.weigh()) == {("agent", A)}


def test_a_side_named_as_doer_and_sufferer_is_left_out():
    scene = Scene()
    scene.say(MINISTRY, "aviation struck their units", type="combat.airstrike", by=A, upon=A)
    assert not scene.weigh().actors


def test_units_stand_for_their_side():
    scene = Scene()
    scene.say(STAFF, "the 92nd Brigade took Izium", unit="92nd Brigade")
    scene.say(MONITOR, "they have taken Izium", hours=1)
    assert [actor.unit for actor in scene.weigh().actors] == ["92nd Brigade"]


def test_actors_without_a_side_keep_their_role():
    scene = Scene()
    scene.say(MONITOR, "the gang took Izium", named="the gang", by=None)
    assert [(actor.name, actor.role) for actor in scene.weigh().actors] == [("the gang", "agent")]


def test_the_place_is_the_one_most_voices_name():
    scene = Scene()
    scene.say(STAFF, "in Izium", at="Izium")
    scene.say(MONITOR, "in Izium", at="Izium", hours=1)
    scene.say(None, "in Lyman", at="Lyman", hours=2)
    assert scene.weigh().place.name == "Izium"


def test_a_position_is_needed_for_a_place():
    scene = Scene()
    scene.say(STAFF, "somewhere", at="")
    assert scene.weigh().place is None


def test_stated_days_come_before_the_day_of_printing():
    scene = Scene()
    scene.say(STAFF, "on Wednesday", when="2022-09-07")
    scene.say(MONITOR, "it happened", hours=1)
    assert scene.weigh().days == DayRange(date(2022, 9, 7), date(2022, 9, 7))


def test_without_a_stated_day_it_is_the_day_of_the_first_print_and_the_one_before():
    scene = Scene()
    scene.say(STAFF, "it happened")
    scene.say(MONITOR, "it happened", hours=60)
    assert scene.weigh().days == DayRange(date(2022, 9, 7), date(2022, 9, 8))


def test_copies_do_not_outvote_two_voices():
    scene = Scene()
    for nth in range(5):
        scene.say(
            None,
            "the town of Lyman was taken by storm on Monday, all agencies report today",
            at="Lyman",
            publisher=f"Paper {nth}",
        )
    scene.say(STAFF, "in Izium")
    scene.say(MONITOR, "in Izium, as we saw")
    assert scene.weigh().place.name == "Izium"


def test_an_event_is_actual_unless_no_claim_of_it_is():
    scene = Scene()
    scene.say(STAFF, "we shall take Izium", modality="future")
    assert scene.weigh().modality == "future"
    scene.say(MONITOR, "they have taken Izium")
    assert scene.weigh().modality == "actual"
