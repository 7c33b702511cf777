"""Lines of a stream, in bounded memory however long a line is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

_CHUNK_BYTES = 65_536


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a stream, counted from 1, with its line end; ``raw`` is None where it is over the limit."""

    number: int
    raw: bytes | None
    size: int
    """In bytes."""


def bounded_lines(stream: BinaryIO, limit: int) -> Iterator[Line]:
    """Give the lines of a stream; of one longer than ``limit`` bytes only the size, never held whole."""
    number = 0
    while raw := stream.readline(limit + 1):
        number += 1
        if len(raw) <= limit:
            yield Line(number, raw, len(raw))
        else:
            yield Line(number, None, len(raw) + (0 if raw.endswith(b"\n") else _skip_line(stream)))


def in_megabytes(size: int) -> str:
    """Give a number of bytes in words: ``20 MB``, ``0.3 MB``."""
    return f"{size / 1_000_000:.1f}".removesuffix(".0") + " MB" if size >= 100_000 else f"{size:,} bytes"


def _skip_line(stream: BinaryIO) -> int:
    """Go to the end of the line and give the number of bytes that it still had."""
    skipped = 0
    while chunk := stream.readline(_CHUNK_BYTES):
        skipped += len(chunk)
        if chunk.endswith(b"\n"):
            break
    return skipped
