"""Speakers in the ledger: what is known of each, the newest record in force."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fogline.model.schema import to_table
from fogline.model.speaker import Speaker
from fogline.store.chain import SPEAKERS, append_batch
from fogline.store.database import Database

CHANGED = "SELECT id FROM (SELECT * FROM incoming EXCEPT SELECT * FROM newest_speakers)"


def append_speakers(database: Database, speakers: Sequence[Speaker]) -> int:
    """Write the speakers that are new or differ from what is known of them, and give how many they are."""
    given = {speaker.id: speaker for speaker in sorted(speakers, key=repr)}
    with database.transaction():
        changed = database.rows_with(to_table(Speaker, list(given.values())), CHANGED)
        if changed:
            append_batch(database, SPEAKERS, [given[speaker_id] for (speaker_id,) in changed])
    return len(changed)


def read_speakers(database: Database) -> Iterator[Speaker]:
    """Give the speakers, by id."""
    return database.stream(Speaker, "SELECT * FROM newest_speakers ORDER BY id")
