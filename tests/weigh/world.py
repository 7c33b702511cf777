"""A simulated war whose truth is known: two camps of unequal size that boast, deny and sometimes admit; a few neutrals.

The rates are set apart from those behind ``parameters.toml`` and differ from them, so that the check is not
the model looking at itself. Each camp has a line for each event that its voices follow or not, papers copy
their own camp, and the camp with more papers is not the truer one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from fogline.model import Speaker

from .scenes import A, B, Scene, speaker

SYLLABLES = ("ba", "ko", "ri", "tu", "me", "sha", "lo", "vi", "dar", "zen", "po", "ny")


@dataclass(frozen=True)
class Rates:
    """How often a camp has a line, its voices follow it or own up, and neutrals speak; by whether it is true."""

    boast_line: tuple[float, float] = (0.95, 0.55)
    denial_line: tuple[float, float] = (0.50, 0.80)
    follow: float = 0.6
    own_up: tuple[float, float] = (0.20, 0.015)
    neutral: tuple[float, float] = (0.25, 0.06)
    neutral_denial: float = 0.10


@dataclass(frozen=True)
class World:
    """What happened and what was said of it: truth and claims by event id."""

    scene: Scene
    truth: dict[str, bool]
    event_of: dict[str, str]


def make_world(seed: int, events: int, rates: Rates | None = None) -> World:
    """Give a world with so many events that may or may not have happened; the camp of A has three times the papers."""
    chance, scene = Random(seed), Scene()
    truth: dict[str, bool] = {}
    event_of: dict[str, str] = {}
    for nth in range(events):
        event, taker = f"event {nth:04}", chance.choice([A, B])
        truth[event] = chance.random() < 0.45
        for who, polarity in _speaking(taker, truth[event], chance, rates or Rates()):
            for claim_id in _print(scene, who, polarity, taker, nth, chance):
                event_of[claim_id] = event
    told = set(event_of.values())
    return World(scene, {event: is_true for event, is_true in truth.items() if event in told}, event_of)


def camp(side: str) -> list[Speaker]:
    """Give the voices of a side: A has seven, B has three."""
    if side == B:
        names = {"Beta General Staff": "military", "Beta Governor": "official", "Beta Blogger": "blogger"}
    else:
        names = {"Alpha General Staff": "military", "Alpha Governor": "official", "Alpha Blogger": "blogger"}
        names |= {"Alpha Correspondent": "media", "Alpha Cabinet": "official", "Alpha Radio": "media"}
        names |= {"Alpha Chronicler": "blogger"}
    return [speaker(name, kind, side) for name, kind in names.items()]


NEUTRALS = [
    speaker("World Agency", "media", None),
    speaker("Rights Watch", "ngo", None),
    speaker("Institute", "analyst", None),
]


def _speaking(taker: str, is_true: bool, chance: Random, rates: Rates) -> Iterator[tuple[Speaker, str]]:
    """Give who says what: the taker's camp by its line, the loser's by its line or against it, and the neutrals."""
    when = 0 if is_true else 1
    boasts, denies = chance.random() < rates.boast_line[when], chance.random() < rates.denial_line[when]
    for who in camp(taker):
        if boasts and chance.random() < rates.follow:
            yield who, "affirmed"
    for who in camp(B if taker == A else A):
        if chance.random() < rates.own_up[when]:
            yield who, "affirmed"
        elif denies and chance.random() < rates.follow:
            yield who, "denied"
    for who in NEUTRALS:
        if chance.random() < rates.neutral[when]:
            yield who, "affirmed"
        elif not is_true and chance.random() < rates.neutral_denial:
            yield who, "denied"


def _print(scene: Scene, who: Speaker, polarity: str, taker: str, nth: int, chance: Random) -> Iterator[str]:
    """Print a claim once, and again in the papers of its camp, which say it in their own voice."""
    words = " ".join("".join(chance.choices(SYLLABLES, k=3)) for _ in range(12))
    copies = chance.randrange(0, {A: 7, B: 3, None: 2}[who.side])
    roles = {"by": taker, "upon": B if taker == A else A, "polarity": polarity}
    hours = chance.randrange(48)
    yield scene.say(who, words, document=f"{nth} {who.name}", hours=hours, publisher="World Wire", **roles).id
    for copy in range(copies):
        paper, document = f"Paper {who.side} {copy}", f"{nth} {who.name} {copy}"
        yield scene.say(None, words, document=document, hours=hours + 1 + copy, publisher=paper, **roles).id
