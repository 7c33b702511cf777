"""Page: the report as sections of blocks, before it becomes HTML or Markdown.

A ``Sentence`` or ``Row`` says something about the war and cannot be made without claims. A ``Note`` says
something about the report itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from fogline.errors import UnsupportedSentence


@dataclass(frozen=True, slots=True)
class Sentence:
    """One statement of the report, with the claims it was made from."""

    text: str
    claims: tuple[str, ...]
    event: str | None = None
    """The event whose probability, grade and reasons stand behind it."""

    def __post_init__(self) -> None:
        if not self.claims or not self.text.strip():
            raise UnsupportedSentence(f"a sentence of the report has no claim: {self.text!r}")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, with the claims it was made from."""

    cells: tuple[str, ...]
    claims: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.claims:
            raise UnsupportedSentence(f"a row of the report has no claim: {self.cells!r}")


@dataclass(frozen=True, slots=True)
class Note:
    """A remark of the report on itself."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``numbers`` are the columns set flush right, ``widths`` those of all columns in percent."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    numbers: tuple[int, ...] = ()
    widths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """A table about the material itself (sources, what was dropped), whose rows need no claims."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()
    widths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """One side of a dispute."""

    title: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Versions that cannot all hold, to stand side by side."""

    title: str
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences under a heading of their own."""

    title: str
    sentences: tuple[Sentence, ...]
    shown: int = 10
    """How many stand open; the rest is folded."""


Block: TypeAlias = Sentence | Note | Table | Ledger | Dispute | Group


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report with its heading."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    lead: str = ""
    """What the section shows, in one remark under its heading."""


def sentences_of(sections: Sequence[Section]) -> list[Sentence]:
    """Give all sentences of a report, in order."""
    found: list[Sentence] = []
    for section in sections:
        for block in section.blocks:
            if isinstance(block, Sentence):
                found.append(block)
            elif isinstance(block, Group):
                found.extend(block.sentences)
            elif isinstance(block, Dispute):
                found.extend(s for version in block.versions for s in version.sentences)
    return found
