"""What a finished run leaves, in a form in which two runs can be compared."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from fogline.model import Claim, Document, Event, Link, Speaker
from fogline.store import Ledger

TABLES = ("claims.jsonl", "events.jsonl", "control.csv")


def tables(out: Path) -> dict[str, str]:
    """Give the records beside the report; they carry no time of making."""
    return {name: (out / name).read_text(encoding="utf-8") for name in TABLES}


def lines(out: Path, name: str) -> list[dict[str, object]]:
    """Give the lines of one of the JSONL files of a report."""
    return [json.loads(line) for line in (out / name).read_text(encoding="utf-8").splitlines()]


def documents(ledger: Path) -> dict[str, Document]:
    """Give the documents of a ledger by id."""
    with Ledger.open(ledger, read_only=True) as book:
        return {document.id: document for document in book.documents()}


def claims(ledger: Path) -> list[Claim]:
    """Give the claims of a ledger."""
    with Ledger.open(ledger, read_only=True) as book:
        return list(book.claims())


def links(ledger: Path) -> set[tuple[object, ...]]:
    """Give the links of a ledger without the moment at which they were made."""
    with Ledger.open(ledger, read_only=True) as book:
        return {_timeless(link) for link in book.links()}


def speakers(ledger: Path) -> list[Speaker]:
    """Give the speakers that a ledger has learned."""
    with Ledger.open(ledger, read_only=True) as book:
        return list(book.speakers())


def events(ledger: Path, as_of: datetime | None = None) -> list[Event]:
    """Give the events of a ledger."""
    with Ledger.open(ledger, read_only=True) as book:
        return list(book.events(as_of))


def counts(ledger: Path) -> dict[str, int]:
    """Give how many records of each kind a ledger has."""
    with Ledger.open(ledger, read_only=True) as book:
        return book.counts()


def _timeless(link: Link) -> tuple[object, ...]:
    return link.left, link.right, link.judgement, link.score, link.reasons, link.by
