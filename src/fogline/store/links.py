"""Links in the ledger: never erased, only superseded by a newer row of the same pair and judge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from fogline.model.link import Link
from fogline.model.schema import to_table
from fogline.store.chain import LINKS, append_batch
from fogline.store.database import Database

LIVE = """SELECT * FROM links_known($as_of) ORDER BY "left", "right", "by" """
CHANGED = """
    SELECT "left", "right", "by" FROM (
        SELECT "left", "right", "by", judgement, score, reasons, deleted_at IS NULL FROM incoming
        EXCEPT
        SELECT "left", "right", "by", judgement, score, reasons, deleted_at IS NULL FROM newest_links
    )
"""


def append_links(database: Database, links: Sequence[Link]) -> int:
    """Write the links that say something new of their pair and give how many they are.

    A link that only repeats what its judge holds of the pair already is passed over, whatever its
    ``created_at``. Of several for one pair and judge in one call the newest is taken.
    """
    oldest_first = sorted(links, key=lambda link: (link.created_at, link.judgement, link.score, link.reasons))
    given = {(link.left, link.right, link.by): link for link in oldest_first}
    with database.transaction():
        changed = database.rows_with(to_table(Link, list(given.values())), CHANGED)
        if changed:
            append_batch(database, LINKS, [given[key] for key in changed])
    return len(changed)


def delete_links(database: Database, pairs: Iterable[tuple[str, str]], at: datetime, by: str | None) -> int:
    """Write the live links of the pairs again, as deleted, and give how many they are; ``by`` None: of every judge."""
    wanted = set(pairs)
    live = [link for link in read_links(database, None) if (link.left, link.right) in wanted and by in (None, link.by)]
    return append_links(database, [replace(link, deleted_at=at) for link in live])


def read_links(database: Database, as_of: datetime | None) -> Iterator[Link]:
    """Give the links that hold, of claims that could be known by a moment; by pair, then judge."""
    return database.stream(Link, LIVE, {"as_of": as_of})
