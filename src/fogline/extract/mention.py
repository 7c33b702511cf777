"""Mention: an event as the words of a sentence name it."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.model import EventType


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event as a sentence names it. All positions are token indexes."""

    type: EventType
    trigger: int
    trigger_last: int
    """The last token of the trigger words (particle, compound)."""
    verb: bool
    agent: int | None
    target: int | None
    denied: bool
    """The words themselves say that it did not come about."""
