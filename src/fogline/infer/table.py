"""The table of what events say about control, read from ``evidence.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import resources

from fogline.errors import LexiconError
from fogline.model import EventType

ROLES = frozenset({"agent", "target", "contested"})


@dataclass(frozen=True, slots=True)
class Saying:
    """What one type of event says about the place: the state it moves to, and the states it speaks for."""

    reason: str
    moves: float = 0.0
    to: Mapping[str, float] = field(default_factory=dict)
    before: Mapping[str, float] = field(default_factory=dict)
    now: Mapping[str, float] = field(default_factory=dict)
    alone: str = "target"

    def __post_init__(self) -> None:
        unknown = {*self.to, *self.before, *self.now} - ROLES
        if unknown:
            raise LexiconError(f"infer/evidence.toml: unknown role {sorted(unknown)}; use {sorted(ROLES)}")


@dataclass(frozen=True, slots=True)
class EvidenceTable:
    """All numbers of the step; their reasons stand beside them in the file."""

    events: Mapping[EventType, Saying]
    held_to_contested: float
    held_to_other: float
    contested_to_held: float
    p_contested_at_start: float
    floor: float
    most_log_odds: float
    near: float
    reach_km: float
    neighbours_within_km: float
    share: float
    pull: float
    sweeps: int
    most_certain: float
    unmentioned_within_km: float
    min_population: int
    most_places: int
    answer_floor: float


def read_evidence_table() -> EvidenceTable:
    """Give the table that ships with fogline; raises ``LexiconError`` on an unknown role."""
    raw = tomllib.loads(resources.files("fogline.infer").joinpath("evidence.toml").read_text(encoding="utf-8"))
    weight, neighbours, unmentioned = raw["weight"], raw["neighbours"], raw["unmentioned"]
    return EvidenceTable(
        events={EventType(name): Saying(**row) for name, row in raw["events"].items()},
        held_to_contested=raw["rates"]["held_to_contested"],
        held_to_other=raw["rates"]["held_to_other"],
        contested_to_held=raw["rates"]["contested_to_held"],
        p_contested_at_start=raw["start"]["p_contested"],
        floor=weight["floor"],
        most_log_odds=weight["most_log_odds"],
        near=weight["near"],
        reach_km=neighbours["reach_km"],
        neighbours_within_km=neighbours["within_km"],
        share=neighbours["share"],
        pull=neighbours["pull"],
        sweeps=neighbours["sweeps"],
        most_certain=neighbours["most_certain"],
        unmentioned_within_km=unmentioned["within_km"],
        min_population=unmentioned["min_population"],
        most_places=unmentioned["most_places"],
        answer_floor=raw["answer"]["floor"],
    )
