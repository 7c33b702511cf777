"""Documents in the ledger: every version of every story, once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

import pyarrow as pa

from fogline.model.document import Document
from fogline.store.chain import DOCUMENTS, append_batch
from fogline.store.database import Database

KNOWN = "SELECT * FROM documents_known($as_of) ORDER BY known_at, id"
PENDING = """
    SELECT * FROM documents_known(NULL)
    WHERE id NOT IN (SELECT document_id FROM extractions WHERE extractor = $extractor)
    ORDER BY known_at, id
"""
COUNT_PENDING = """
    SELECT count(*) FROM documents
    WHERE id NOT IN (SELECT document_id FROM extractions WHERE extractor = $extractor)
"""


def append_documents(database: Database, documents: Sequence[Document]) -> int:
    """Write the documents whose ids are not there yet and give how many they are.

    Of equal ids in one call the one that was seen first is kept, so that the order of reading does not matter.
    """
    latest_first = sorted(documents, key=lambda document: (document.first_seen, document.origin), reverse=True)
    given = {document.id: document for document in latest_first}
    with database.transaction():
        ids = pa.table({"id": list(given)}, schema=pa.schema([("id", pa.string())]))
        unknown = database.rows_with(ids, "SELECT id FROM incoming ANTI JOIN documents USING (id)")
        if unknown:
            append_batch(database, DOCUMENTS, [given[document_id] for (document_id,) in unknown])
    return len(unknown)


def read_documents(database: Database, as_of: datetime | None) -> Iterator[Document]:
    """Give the documents that could be known by a moment, by the moment from which each could be, then id."""
    return database.stream(Document, KNOWN, {"as_of": as_of})


def read_pending(database: Database, extractor: str) -> Iterator[Document]:
    """Give the documents that an extractor is not done with, in the same order."""
    return database.stream(Document, PENDING, {"extractor": extractor})


def count_pending(database: Database, extractor: str) -> int:
    """Give how many documents an extractor is not done with."""
    [(count,)] = database.rows(COUNT_PENDING, {"extractor": extractor})
    return int(count)
