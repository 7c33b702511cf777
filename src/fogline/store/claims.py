"""Claims in the ledger, the marks of what is extracted, and when each claim could be known."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import pyarrow as pa

from fogline.model.claim import Claim
from fogline.model.document import Document
from fogline.store.chain import CLAIMS, EXTRACTIONS, Extraction, append_batch
from fogline.store.database import Database

STANDING = "SELECT * FROM claims_known($as_of) ORDER BY id"
EVERY = """
    SELECT * FROM claims_printed($as_of)
    QUALIFY row_number() OVER (PARTITION BY id ORDER BY known_at DESC, first_seen DESC, document_id DESC) = 1
    ORDER BY id
"""
TIMES = """
    SELECT id, min(known_at) AS first_seen, max(known_at) AS last_seen
    FROM claims_printed($as_of) GROUP BY id ORDER BY id
"""
STATE = """
    SELECT incoming.id,
        incoming.id IN (SELECT id FROM documents) AS known,
        incoming.id IN (SELECT document_id FROM extractions WHERE extractor = $extractor) AS done
    FROM incoming
"""


@dataclass(frozen=True, slots=True)
class _ClaimTime:
    id: str
    first_seen: datetime
    last_seen: datetime


def append_claims(database: Database, documents: Sequence[Document], claims: Sequence[Claim], extractor: str) -> int:
    """Write the claims of documents together with the mark that the extractor is done with these documents.

    Documents that it is done with already are passed over with their claims. Gives how many claims are
    new. Raises ValueError for a claim of a document that is not given, and for a document that the ledger
    has not.
    """
    given = {document.id for document in documents}
    if foreign := {claim.document_id for claim in claims} - given:
        raise ValueError(f"claims of documents that are not given: {sorted(foreign)[:3]}")
    with database.transaction():
        pending = _find_pending(database, given, extractor)
        fresh = _once(claim for claim in claims if claim.document_id in pending)
        batch = append_batch(database, CLAIMS, fresh) if fresh else None
        if pending:
            append_batch(database, EXTRACTIONS, [Extraction(document_id, extractor, batch) for document_id in pending])
    return len(fresh)


def read_claims(database: Database, as_of: datetime | None) -> Iterator[Claim]:
    """Give the claims that stand: those of the newest version of each story that could be known; by id."""
    return database.stream(Claim, STANDING, {"as_of": as_of})


def read_all_claims(database: Database, as_of: datetime | None) -> Iterator[Claim]:
    """Give the claims of superseded versions too, each once, as the newest version that holds it has it; by id."""
    return database.stream(Claim, EVERY, {"as_of": as_of})


def read_claim_times(database: Database, as_of: datetime | None) -> dict[str, tuple[datetime, datetime]]:
    """Give for each claim when the first and the last version that holds it could be known."""
    times = database.stream(_ClaimTime, TIMES, {"as_of": as_of})
    return {time.id: (time.first_seen, time.last_seen) for time in times}


def _find_pending(database: Database, ids: Collection[str], extractor: str) -> set[str]:
    incoming = pa.table({"id": list(ids)}, schema=pa.schema([("id", pa.string())]))
    states = database.rows_with(incoming, STATE, {"extractor": extractor})
    if unknown := sorted(document_id for document_id, known, _ in states if not known):
        raise ValueError(f"documents that the ledger has not: {unknown[:3]}; append them first")
    return {document_id for document_id, _, done in states if not done}


def _once(claims: Iterator[Claim]) -> list[Claim]:
    """Give the claims without doubles; of equal ids in one document the one that stands first is kept."""
    last_first = sorted(claims, key=lambda claim: (claim.content, claim.trigger), reverse=True)
    return list({(claim.document_id, claim.id): claim for claim in last_first}.values())
