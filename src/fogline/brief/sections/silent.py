"""Silent: who says nothing, since when, on what."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.brief.page import Block, Note, Row, Section, Table
from fogline.brief.sentences import Writer
from fogline.brief.voices import voice_name
from fogline.brief.words import join_names, say_day
from fogline.model import Claim, Event, EventType, Silence

HEAD = ("Who", "How", "Known since", "On what", "Told by")
KINDS = {
    "no statement": "no statement",
    "details withheld": "no details given",
    "omits": "leaves it out of its reports",
    "unverified": "could not verify it",
}


def write_silent(writer: Writer) -> Section:
    """Give the silences that events carry, and claims of silence that belong to no other event."""
    rows = [row for event in writer.desk.events for row in _of_event(writer, event)]
    told = {claim for row in rows for claim in row.claims}
    loose = [c for c in writer.desk.picture.claims.values() if c.type is EventType.SILENT and c.id not in told]
    rows += [_of_claim(writer, c) for c in sorted(loose, key=writer.desk.order_of) if c.id not in writer.screen.hidden]
    blocks: list[Block] = []
    if rows:
        blocks.append(Table("Who is silent", HEAD, tuple(_merged(rows)), widths=(20, 16, 17, 27, 20)))
    absent = sorted({writer.screen.clean(s.speaker) for e in writer.desk.events for s in e.silences if _absent(s)})
    if absent:
        blocks.append(
            Note(
                f"Nothing of {join_names(absent, 8)} is among the documents read for these days; "
                "that is a gap in the material and no silence."
            )
        )
    if not blocks:
        blocks.append(Note("No body from which a statement was to be expected is known to have kept silent."))
    return Section("silent", "Who is silent", tuple(blocks))


def _absent(silence: Silence) -> bool:
    return silence.kind == "not collected"


def _of_event(writer: Writer, event: Event) -> list[Row]:
    rows = []
    for silence in event.silences:
        shown = [c for c in writer.desk.claims_by_id(silence.claims) if c.id not in writer.screen.hidden]
        if shown and not _absent(silence):
            since = say_day(silence.since.date()) if silence.since else say_day(writer.desk.day_of(shown[0]))
            who = writer.screen.clean(silence.speaker)
            cells = (
                who,
                KINDS.get(silence.kind, silence.kind),
                since,
                _topic(writer, event, shown),
                _tellers(writer, shown),
            )
            rows.append(Row(cells, tuple(c.id for c in shown)))
    return rows


def _topic(writer: Writer, event: Event, claims: Sequence[Claim]) -> str:
    if event.type is EventType.SILENT:
        return writer.quote(claims[0])
    return writer.noun(event)


def _of_claim(writer: Writer, claim: Claim) -> Row:
    who = join_names([writer.screen.clean(a.name) for a in claim.actors] or ["not named"])
    since = say_day(writer.desk.day_of(claim))
    return Row(
        (who, "as reported", since, writer.quote(claim), voice_name(claim, writer.desk, writer.screen)), (claim.id,)
    )


def _tellers(writer: Writer, claims: Sequence[Claim]) -> str:
    return join_names(list(dict.fromkeys(voice_name(c, writer.desk, writer.screen) for c in claims)))


def _merged(rows: Sequence[Row]) -> list[Row]:
    """Give one row for each body, kind and day: on several events the topics stand together."""
    found: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        found.setdefault(row.cells[:3], []).append(row)
    merged = []
    for key, group in found.items():
        topics = join_names(list(dict.fromkeys(row.cells[3] for row in group)))
        tellers = join_names(list(dict.fromkeys(row.cells[4] for row in group)))
        merged.append(Row((*key, topics, tellers), tuple(dict.fromkeys(c for row in group for c in row.claims))))
    return merged
