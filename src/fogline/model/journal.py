"""Run and Reject: the ledger's own journal of what was done and what was dropped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Run:
    """One run of one step: with which code, settings and models, and with what result."""

    id: str
    step: str
    started_at: datetime
    ended_at: datetime | None
    version: str
    settings_hash: str
    models: tuple[str, ...]
    items_in: int
    items_out: int
    rejected: int
    result: str
    """``done``, ``failed`` or ``running`` (which, once the process is gone, means killed)."""


@dataclass(frozen=True, slots=True)
class Reject:
    """Something that a step dropped, and why."""

    step: str
    item: str
    reason: str
    at: datetime
