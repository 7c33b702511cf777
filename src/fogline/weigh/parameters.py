"""The numbers of weighing, read from ``parameters.toml`` and ``valence.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from fogline.errors import LexiconError
from fogline.model import EventType


@dataclass(frozen=True, slots=True)
class Shingling:
    """From which share of common shingles two texts are copies, shingle length and shortest text in words."""

    share: float
    words: int
    shortest: int


@dataclass(frozen=True, slots=True)
class GradeLimits:
    """Where the letters and digits of the Admiralty scale begin."""

    letters: Mapping[str, float]
    confirmed: float
    probably: float
    possibly: float
    doubtful: float
    thin: float


@dataclass(frozen=True, slots=True)
class SilenceRules:
    """Which bodies are expected to speak, of what and when, and how a report of silence finds its event."""

    bodies: tuple[str, ...]
    details: tuple[str, ...]
    large_loss: float
    reach: int
    briefing: int
    hours: int


@dataclass(frozen=True, slots=True)
class Worth:
    """What an event is for a side in it (``own``) and for who is at war with that side (``foe``): 1, 0 or -1."""

    own: int
    foe: int


@dataclass(frozen=True, slots=True)
class Parameters:
    """All parameters of weighing; log-odds in nats."""

    prior: Mapping[str, float]
    reliability: Mapping[str, float]
    interest: Mapping[str, Mapping[str, float]]
    """Factor by interest (serves, neutral, hurts, unclear) and polarity."""
    certainty: Mapping[str, float]
    modality: Mapping[str, float]
    relay: float
    anonymous: float
    diminishing: float
    most: float
    """Log-odds that one origin can add at most."""
    limit: float
    """Log-odds beyond which no event is held likely or unlikely."""
    interval_own: float
    interval_per_origin: float
    grade: GradeLimits
    sentence_copies: Shingling
    document_copies: Shingling
    partial: float
    partial_words: frozenset[str]
    captive: tuple[str, ...]
    nameless: frozenset[str]
    crowd: frozenset[str]
    silence: SilenceRules
    valence: Mapping[str, tuple[Worth, Worth]]
    """By event type: what it is for who does it and for who suffers it."""

    def is_partial(self, text: str) -> bool:
        """Tell whether a denial says no more than 'not yet' or 'not all of it'."""
        return not self.partial_words.isdisjoint(re.findall(r"\w+", text.casefold()))


@cache
def load_parameters() -> Parameters:
    """Give the parameters that ship with fogline. Raises LexiconError on an unknown or missing key."""
    folder = files("fogline.weigh")
    numbers = tomllib.loads(folder.joinpath("parameters.toml").read_text(encoding="utf-8"))
    valence = tomllib.loads(folder.joinpath("valence.toml").read_text(encoding="utf-8"))
    try:
        return _parse(numbers, valence)
    except (KeyError, TypeError, ValueError) as error:
        raise LexiconError(f"weigh/parameters.toml or valence.toml cannot be used: {error}") from error


def _parse(numbers: dict[str, Any], valence: dict[str, Any]) -> Parameters:
    silence = numbers["silence"]
    listed = {key: tuple(silence[key]) for key in ("bodies", "details")}
    return Parameters(
        prior=numbers["prior"],
        reliability=numbers["reliability"],
        interest=numbers["interest"],
        certainty=numbers["certainty"],
        modality=numbers["modality"],
        relay=numbers["relay"]["each"],
        anonymous=numbers["relay"]["anonymous"],
        diminishing=numbers["camp"]["diminishing"],
        most=numbers["camp"]["most"],
        limit=numbers["limit"]["log_odds"],
        interval_own=numbers["interval"]["own"],
        interval_per_origin=numbers["interval"]["per_origin"],
        grade=GradeLimits(**numbers["grade"]),
        sentence_copies=Shingling(**numbers["copies"]["sentence"]),
        document_copies=Shingling(**numbers["copies"]["document"]),
        partial=numbers["partial"]["counts"],
        partial_words=frozenset(numbers["partial"]["words"]),
        captive=tuple(numbers["voices"]["captive"]),
        nameless=frozenset(numbers["voices"]["nameless"]),
        crowd=frozenset(numbers["voices"]["crowd"]),
        silence=SilenceRules(**(silence | listed)),
        valence={
            kind.value: (Worth(**valence[kind.value]["by"]), Worth(**valence[kind.value]["upon"])) for kind in EventType
        },
    )
