"""Attribution: a stretch of a sentence that somebody says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attribution:
    """A stretch of a sentence that somebody says. All positions are token indexes."""

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
