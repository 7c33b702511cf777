"""The accuracy gate, once within the tests; and the gate itself."""

from datetime import date
from pathlib import Path

import pytest

from fogline.extract import Extractor

from .floors import HALVES, Floors, Lowered, lower_floors, measure, raise_floors, read_floors, table_lines, write_floors

REASON = 'the "old" coding of \\ silence was wrong'


@pytest.mark.accuracy
@pytest.mark.parametrize("half", HALVES)
def test_extraction_is_as_accurate_as_it_was(half: str, extractor: Extractor) -> None:
    measured, floors = measure(half, extractor), read_floors()
    assert floors.missed(half, measured) == [], "\n".join(table_lines({half: measured}, floors))


def test_raising_never_lowers() -> None:
    floors = Floors({"tune": {"claims_f1": 0.8, "type": 0.7}})
    raised = raise_floors(floors, {"tune": {"claims_f1": 0.9, "type": 0.6}})
    assert raised.by_half == {"tune": {"claims_f1": 0.89, "type": 0.7}}


def test_lowering_touches_only_what_is_missed_and_keeps_the_reason() -> None:
    floors = Floors({"tune": {"claims_f1": 0.8, "type": 0.7}})
    lowered = lower_floors(floors, {"tune": {"claims_f1": 0.85, "type": 0.6}}, "a reason", date(2026, 1, 2))
    assert lowered.by_half == {"tune": {"claims_f1": 0.8, "type": 0.59}}
    assert lowered.lowered == (Lowered("tune", "type", 0.7, 0.59, date(2026, 1, 2), "a reason"),)


def test_floors_come_back_as_they_were_written(tmp_path: Path) -> None:
    history = (Lowered("tune", "type", 0.7, 0.59, date(2026, 1, 2), REASON),)
    floors = Floors({"tune": {"claims_f1": 0.8, "type": 0.59}, "held": {"type": 0.5}}, history)
    write_floors(floors, tmp_path / "floors.toml")
    assert read_floors(tmp_path / "floors.toml") == floors


def test_every_measure_of_both_halves_has_a_floor() -> None:
    floors = read_floors().by_half
    assert set(floors) == set(HALVES)
    assert set(floors["tune"]) == set(floors["held"])
    assert len(floors["tune"]) == 13
