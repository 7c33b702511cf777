"""Watch: how a step tells its progress to whoever looks on."""

from __future__ import annotations

from typing import Protocol


class Watch(Protocol):
    """Is told how far a step has come."""

    def __call__(self, step: str, done: int, total: int | None) -> None:
        """Take note that ``done`` items of ``total`` (None when unknown) are done."""


def silent_watch(step: str, done: int, total: int | None) -> None:
    """Look on without a word."""
