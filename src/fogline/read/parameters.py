"""The numbers and lists of ``reading.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Limits:
    """How much the slower formats may hold."""

    page_characters: int
    markdown_bytes: int


@dataclass(frozen=True, slots=True)
class LanguageParameters:
    """When a language counts as recognised, and which are considered (ISO 639-1)."""

    min_letters: int
    min_confidence: float
    sample_characters: int
    considered: tuple[str, ...]
    telling_letters: Mapping[str, str]
    """Lower-case letters that few other languages have, by language."""


@dataclass(frozen=True, slots=True)
class UrlParameters:
    """Query parameters that do not belong to the address of a story."""

    tracking_prefixes: tuple[str, ...]
    tracking: frozenset[str]
    tracking_at: Mapping[str, frozenset[str]]
    """By host."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """All of ``reading.toml``."""

    limits: Limits
    guessed_encodings: tuple[str, ...]
    language: LanguageParameters
    urls: UrlParameters


@cache
def reading_parameters() -> Parameters:
    """Give the parameters of reading, from the file beside this module."""
    table = tomllib.loads(files(__package__).joinpath("reading.toml").read_text(encoding="utf-8"))
    language, urls = table["language"], table["urls"]
    return Parameters(
        limits=Limits(**table["limits"]),
        guessed_encodings=tuple(table["encodings"]["guessed"]),
        language=LanguageParameters(**language | {"considered": tuple(language["considered"])}),
        urls=UrlParameters(
            tracking_prefixes=tuple(urls["tracking_prefixes"]),
            tracking=frozenset(urls["tracking"]),
            tracking_at={host: frozenset(names) for host, names in urls["tracking_at"].items()},
        ),
    )
