"""Joining things into groups, with the reason for each joining kept."""

from __future__ import annotations

from collections.abc import Iterable


class Groups:
    """Disjoint groups of ids; each group is named by its smallest id, so that order changes nothing."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._above = {one: one for one in ids}
        self._why: dict[str, set[str]] = {one: set() for one in self._above}

    def name_of(self, one: str) -> str:
        """Give the name of the group that holds an id."""
        while self._above[one] != one:
            self._above[one] = self._above[self._above[one]]
            one = self._above[one]
        return one

    def join(self, a: str, b: str, why: str = "") -> None:
        """Make one group of two, for the reason given."""
        first, second = sorted((self.name_of(a), self.name_of(b)))
        if first != second:
            self._above[second] = first
            self._why[first] |= self._why.pop(second)
        if why:
            self._why[first].add(why)

    def reasons_of(self, one: str) -> list[str]:
        """Give why the group of an id is one."""
        return sorted(self._why[self.name_of(one)])

    def members(self) -> dict[str, list[str]]:
        """Give the groups by name, members sorted."""
        found: dict[str, list[str]] = {}
        for one in sorted(self._above):
            found.setdefault(self.name_of(one), []).append(one)
        return found
