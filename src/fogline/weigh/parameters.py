"""The numbers of weighing, read from ``parameters.toml`` and ``valence.toml``."""

from __future__ import annotations

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
    """Which bodies are expected to speak, of how large a loss, and how a report of silence finds its event."""

    bodies: tuple[str, ...]
    details: tuple[str, ...]
    large_loss: float
    reach: int


@dataclass(frozen=True, slots=True)
class Parameters:
    """All parameters of weighing; log-odds in nats."""

    prior: Mapping[str, float]
    reliability: Mapping[str, float]
    interest: Mapping[str, Mapping[str, float]]
    """Factor by interest (serves, neutral, hurts) and polarity."""
    certainty: Mapping[str, float]
    relay: float
    diminishing: float
    interval_own: float
    interval_per_origin: float
    grade: GradeLimits
    sentence_copies: Shingling
    document_copies: Shingling
    captive: tuple[str, ...]
    nameless: frozenset[str]
    silence: SilenceRules
    valence: Mapping[str, Mapping[str, int]]
    """Gain (1) or loss (-1) by event type and role."""


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
    return Parameters(
        prior=numbers["prior"],
        reliability=numbers["reliability"],
        interest=numbers["interest"],
        certainty=numbers["certainty"],
        relay=numbers["relay"]["each"],
        diminishing=numbers["camp"]["diminishing"],
        interval_own=numbers["interval"]["own"],
        interval_per_origin=numbers["interval"]["per_origin"],
        grade=GradeLimits(**numbers["grade"]),
        sentence_copies=Shingling(**numbers["copies"]["sentence"]),
        document_copies=Shingling(**numbers["copies"]["document"]),
        captive=tuple(numbers["voices"]["captive"]),
        nameless=frozenset(numbers["voices"]["nameless"]),
        silence=SilenceRules(
            tuple(silence["bodies"]), tuple(silence["details"]), silence["large_loss"], silence["reach"]
        ),
        valence={
            kind.value: {role: int(valence[kind.value][role]) for role in ("agent", "target")} for kind in EventType
        },
    )
