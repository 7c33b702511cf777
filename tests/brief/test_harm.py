"""Do no harm: each rule holds in the sentences, the page, the Markdown and the records beside it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from fogline.brief import write_brief
from fogline.brief.harm import CAPTIVE, GRAVE, UNIT, may_map, waived_rules
from fogline.brief.map.layers import mapped_events
from fogline.model import Actor, EventType, Modality

from .scene import STAFF, UA, Atlas, Scene, hours_after, kharkiv

SATURDAY = date(2022, 9, 10)
BRIGADE = "92nd Mechanised Brigade"


def written(scene: Scene, out: Path, **fields: object) -> str:
    """Give all that leaves the program in one text."""
    files = write_brief(scene.picture(**fields), Atlas(), out)  # type: ignore[arg-type]
    return "\n".join(p.read_text() for p in (files.html, files.markdown, files.claims, files.events, files.control))


def test_a_unit_at_a_place_is_held_back_for_72_hours(tmp_path: Path) -> None:
    scene = kharkiv()
    early = written(scene, tmp_path / "a", as_of=hours_after(SATURDAY, 71))
    assert BRIGADE not in early
    assert "72 hours" in early
    assert "1 claim that put a unit at a place" in early
    assert BRIGADE in written(scene, tmp_path / "b", as_of=hours_after(SATURDAY, 73))


def test_an_override_lets_units_through_and_is_shown(tmp_path: Path) -> None:
    text = written(
        kharkiv(), tmp_path, as_of=hours_after(SATURDAY, 30), overrides=("rule 2: A. Editor, court exhibit",)
    )
    assert BRIGADE in text
    assert "Override in force: rule 2: A. Editor, court exhibit" in text
    assert waived_rules(["Rule 7: x", "8: y", "no number"]) == {7, 8}


def test_a_unit_without_a_place_is_not_held_back() -> None:
    scene = Scene()
    document = scene.document(f"The {BRIGADE} broke up.")
    claim = scene.claim(
        document, f"The {BRIGADE} broke up", EventType.COLLAPSED, STAFF, None, [replace(UA, unit=BRIGADE)]
    )
    scene.event(claim)
    assert scene.screen(as_of=hours_after(SATURDAY, 1)).hidden == {}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Petro Ivanenko was killed in the yard", "Petro Ivanenko"),
        ("Yesterday Olena Shevchenko was wounded", "Olena Shevchenko"),
        ("Private Sydorenko surrendered", "Sydorenko"),
        ("Mariia, 34, was killed by a shell", "Mariia"),
        ("Погиб Иван Петренко из села", "Иван Петренко"),
    ],
)
def test_names_of_the_dead_wounded_and_captured_are_withheld_everywhere(tmp_path: Path, words: str, name: str) -> None:
    scene = Scene()
    document = scene.document(f"It was a hard day. {words}. Friends of {name} wept.", title=f"Death of {name}")
    scene.event(scene.claim(document, words, EventType.KILLED, STAFF, "Izium"))
    text = written(scene, tmp_path)
    assert name not in text
    assert "name" in text
    assert "withheld" in text


@pytest.mark.parametrize(
    "words",
    [
        "20 soldiers of the Russian Army were killed",
        "the General Staff of Ukraine said 20 were killed",
        "Russian President Putin spoke of 20 killed",
        "people were killed in Izium",
    ],
)
def test_officials_bodies_and_places_keep_their_names(words: str) -> None:
    scene = Scene()
    document = scene.document(f"As said, {words}.")
    scene.event(scene.claim(document, words, EventType.KILLED, STAFF, "Izium"))
    assert scene.screen().private_names == ()


def test_a_speaker_who_is_an_official_keeps_his_name_beside_the_dead() -> None:
    scene = Scene()
    document = scene.document("Governor Oleh Syniehubov said two people were killed.")
    claim = scene.claim(
        document, "two people were killed", EventType.KILLED, ("Oleh Syniehubov", "official", "UA"), "Izium"
    )
    scene.event(claim)
    assert scene.screen().private_names == ()


def test_a_private_witness_has_no_name(tmp_path: Path) -> None:
    scene = Scene()
    document = scene.document("The troops left, said Hanna Koval, a resident of Izium.")
    claim = scene.claim(document, "The troops left", EventType.WITHDREW, ("Hanna Koval", "witness", None), "Izium")
    scene.event(claim)
    text = written(scene, tmp_path)
    assert "Hanna Koval" not in text
    assert "a witness (name withheld)" in text.casefold()


def test_words_from_captivity_and_of_sexual_violence_are_held_back_and_counted(tmp_path: Path) -> None:
    scene = Scene()
    document = scene.document("Our officers fled, he said in the cell. Two women were raped in the village.")
    captive = scene.claim(
        document, "Our officers fled", EventType.COLLAPSED, ("a captured Russian soldier", "witness", "RU"), "Izium"
    )
    captive = replace(captive, speaker=replace(captive.speaker, name="captured soldier"))  # type: ignore[type-var]
    scene.claims[captive.id] = captive
    grave = scene.claim(document, "Two women were raped in the village", EventType.OTHER, STAFF)
    scene.event(captive)
    scene.event(grave)
    text = written(scene, tmp_path)
    assert "Our officers fled" not in text
    assert "raped" not in text
    assert set(scene.screen().hidden.values()) == {CAPTIVE, GRAVE}


def test_hospitals_shelters_aid_and_civilians_are_never_on_the_map() -> None:
    scene = Scene()
    document = scene.document("A hospital was hit. A bridge was hit. People fled. An evacuation convoy was shelled.")
    hospital = scene.event(scene.claim(document, "A hospital was hit", EventType.DAMAGED, STAFF, "Izium"))
    bridge = scene.event(scene.claim(document, "A bridge was hit", EventType.DAMAGED, STAFF, "Izium"))
    fled = scene.event(scene.claim(document, "People fled", EventType.DISPLACED, STAFF, "Izium"))
    convoy = scene.event(scene.claim(document, "An evacuation convoy was shelled", EventType.SHELLING, STAFF, "Izium"))
    assert {e.id for e in mapped_events(scene.writer())} == {bridge.id}
    claims = scene.claims.values()
    assert not any(may_map(e, [c for c in claims if c.id in e.claims]) for e in (hospital, fled, convoy))


def test_no_forecast_and_no_movement_of_troops_is_on_the_map() -> None:
    scene = Scene()
    document = scene.document("They will take Izium. A convoy moved to Izium.")
    coming = scene.claim(document, "They will take Izium", EventType.CAPTURED, STAFF, "Izium", modality=Modality.FUTURE)
    moved = scene.claim(document, "A convoy moved to Izium", EventType.MOVED, STAFF, "Izium")
    scene.event(coming)
    scene.event(moved)
    assert mapped_events(scene.writer()) == []


def test_records_beside_the_report_hold_nothing_back_but_what_they_must(tmp_path: Path) -> None:
    scene = kharkiv()
    files = write_brief(scene.picture(as_of=hours_after(SATURDAY, 10)), Atlas(), tmp_path)  # type: ignore[arg-type]
    claims = [json.loads(line) for line in files.claims.read_text().splitlines()]
    assert len(claims) == len(scene.claims) - 1
    events = [json.loads(line) for line in files.events.read_text().splitlines()]
    assert len(events) == len(scene.events)
    assert all(actor["unit"] is None for event in events for actor in event["actors"])
    assert UNIT in scene.screen(as_of=hours_after(SATURDAY, 10)).hidden.values()
    assert Actor("x", None, "agent", None).unit is None
