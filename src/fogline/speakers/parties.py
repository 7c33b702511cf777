"""Parties to conflicts: which side a name belongs to, and what the side's forces are called."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from fogline.speakers.names import fold_name


@dataclass(frozen=True, slots=True)
class Party:
    """A side of a conflict under its usual English name."""

    side: str
    name: str


class Parties:
    """Finds the party that words name: a known group, a demonym ('Ukrainian'), a country, a seat of power.

    ``demonym`` and ``country`` give the ISO 3166 code of an adjective or people, and of a country's name.
    """

    def __init__(self, demonym: Callable[[str], str | None], country: Callable[[str], str | None]) -> None:
        table = _table()
        self._demonym, self._country = demonym, country
        self._state: dict[str, str] = table["state"]
        self._names: dict[str, str] = table["names"]
        self._armies: dict[str, str] = table["armies"]
        self._metonyms: dict[str, str] = {fold_name(k): v for k, v in table["metonyms"].items()}
        self._groups: dict[str, Party] = {}
        for row in table["party"]:
            party = Party(row["side"], row["name"])
            for alias in (row["name"], *row["aliases"]):
                self._groups.setdefault(fold_name(alias), party)
        self._first_words = {alias.split()[0] for alias in self._groups}
        self._longest = max(len(alias.split()) for alias in self._groups)

    def group(self, words: Sequence[str]) -> Party | None:
        """Give the armed group or named force whose name stands in these words; the longest name wins."""
        folded = [word for word in (fold_name(word) for word in words) if word]
        starts = [n for n, word in enumerate(folded) if word in self._first_words]
        for length in range(self._longest, 0, -1):
            for start in starts:
                party = self._groups.get(" ".join(folded[start : start + length]))
                if party and start + length <= len(folded):
                    return party
        return None

    def state(self, words: Sequence[str]) -> str | None:
        """Give the side of the first demonym, country or seat of power in these words."""
        for word in words:
            bare = word.removesuffix("'s").removesuffix("’s")
            side = self._metonyms.get(fold_name(bare)) or self._demonym(bare) or self._named_country(bare)
            if side:
                return self._state.get(side, side)
        return None

    def _named_country(self, word: str) -> str | None:
        return self._country(word) if word[:1].isupper() else None

    def side(self, words: Sequence[str]) -> str | None:
        """Give the side that these words name, by group first and by state second."""
        party = self.group(words)
        return party.side if party else self.state(words)

    def seats(self, side: str) -> list[str]:
        """Give the seats of power that stand for a side, folded: 'moscow' and 'kremlin' for RU."""
        return [name for name, code in self._metonyms.items() if code == side]

    def army_at(self, code: str) -> str:
        """Give the country whose army is meant by 'the army' in a country; both by ISO 3166 code."""
        return self._armies.get(code, code)

    def forces(self, side: str, demonym: str | None = None) -> str:
        """Give the usual English name of a side's forces."""
        if side in self._names:
            return self._names[side]
        return f"{demonym} Armed Forces" if demonym else side


@cache
def _table() -> dict[str, Any]:
    file = resources.files("fogline.speakers").joinpath("data/parties.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def _kinds() -> dict[str, frozenset[str]]:
    file = resources.files("fogline.speakers").joinpath("data/kinds.toml")
    return {kind: frozenset(words) for kind, words in tomllib.loads(file.read_text(encoding="utf-8")).items()}


def kind_of(description: str) -> str:
    """Give the kind of speaker that a description such as 'a Malian military blogger' names, else ``other``."""
    folded = fold_name(description)
    words = set(folded.split()) | {folded}
    for kind, markers in _kinds().items():
        if words & markers:
            return kind.partition("-")[0]
    return "other"
