"""The weights of the link model, read from ``weights.toml``."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from fogline.errors import LexiconError


@dataclass(frozen=True, slots=True)
class Level:
    """One outcome of a comparison; ``m`` and ``u`` None where it says nothing either way."""

    label: str
    when: str
    m: float | None = None
    u: float | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One feature in which two claims are compared; the first level that holds counts."""

    name: str
    level: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A condition under which two claims are compared at all; ``explode`` names its list columns."""

    name: str
    sql: str
    explode: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClusterLimits:
    """How far one event may stretch: km between places, days between stated days, mean score across."""

    km: float
    days: int
    mean_score: float


@dataclass(frozen=True, slots=True)
class Wording:
    """How wording is compared: words left out, letters kept, MinHash permutations and rows in a band."""

    stop: frozenset[str]
    stem: int
    permutations: int
    rows_per_band: int


@dataclass(frozen=True, slots=True)
class LinkWeights:
    """All numbers of the link model; ``name`` changes whenever any of them does."""

    name: str
    p_same: float
    same_from: float
    unsure_from: float
    cluster: ClusterLimits
    topics: Mapping[str, str]
    both_do: frozenset[str]
    wording: Wording
    blocking: tuple[Block, ...]
    comparison: tuple[Comparison, ...]


@cache
def load_link_weights() -> LinkWeights:
    """Give the weights that ship with fogline. Raises LexiconError when the file has an unknown key or value."""
    raw = files("fogline.link").joinpath("weights.toml").read_bytes()
    try:
        return _parse(raw)
    except (KeyError, TypeError, ValueError) as error:
        raise LexiconError(f"link/weights.toml cannot be used: {error}") from error


def _parse(raw: bytes) -> LinkWeights:
    table = tomllib.loads(raw.decode("utf-8"))
    pieces: dict[str, str] = table["sql"]
    wording = {**table["wording"], "stop": frozenset(table["wording"]["stop"])}
    return LinkWeights(
        name=f"links-{table['version']}-{hashlib.sha256(raw).hexdigest()[:8]}",
        p_same=float(table["p_same"]),
        same_from=float(table["same_from"]),
        unsure_from=float(table["unsure_from"]),
        cluster=ClusterLimits(**table["cluster"]),
        topics=table["topics"],
        both_do=frozenset(table["both_do"]),
        wording=Wording(**wording),
        blocking=tuple(
            Block(b["name"], _spell_out(b["sql"], pieces), tuple(b.get("explode", ()))) for b in table["blocking"]
        ),
        comparison=tuple(
            Comparison(
                c["name"], tuple(Level(**level | {"when": _spell_out(level["when"], pieces)}) for level in c["level"])
            )
            for c in table["comparison"]
        ),
    )


def _spell_out(condition: str, pieces: Mapping[str, str]) -> str:
    return re.sub(r"\b[A-Z_]{2,}\b", lambda word: pieces.get(word.group(), word.group()), condition)
