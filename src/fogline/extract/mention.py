"""Mentions: an event and a saying as the words of a sentence name them. All positions are token indexes."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.model import EventType


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event as a sentence names it."""

    type: EventType
    trigger: int
    trigger_last: int
    """The last token of the trigger words (particle, compound)."""
    verb: bool
    agent: int | None
    target: int | None
    denied: bool
    """The words themselves say that it did not come about."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A stretch of a sentence that somebody says."""

    cue: int
    base: str
    """The base form of the verb, noun or phrase of saying."""
    classes: frozenset[str]
    """What the cue does to its content: say, think, deny, ask, intend; ``rumour`` when no source is named."""
    source: int | None
    """The head of who says it; None when nobody is named."""
    content: frozenset[int]
    """What is said; empty when it stands elsewhere (a quotation, another sentence)."""
    relay: bool = False
    """The source is cited by another speaker of the same content, who relays it."""
