"""Left out: what is not shown or not used, how much of it, and why (do-no-harm rule 16)."""

from __future__ import annotations

from collections import Counter

from fogline.brief.harm import CAPTIVE, GRAVE, PERSON, UNIT
from fogline.brief.page import Block, Ledger, Note, Section
from fogline.brief.sentences import Writer
from fogline.brief.voices import short_title
from fogline.brief.words import join_names

WHY = {
    UNIT: "claims that put a unit at a place, held back until 72 hours after the event",
    PERSON: "names of private persons, of the dead, the wounded and the captured, withheld wherever they stand",
    CAPTIVE: "claims spoken in captivity: they are not shown and weigh nothing",
    GRAVE: "claims of sexual violence, held back until two reviewers release them",
}


def write_left_out(writer: Writer) -> Section:
    """Give counts of what was held back, dropped, undated or without an event, and the overrides in force."""
    picture = writer.desk.picture
    rows = [("Do no harm", WHY[why], str(n)) for why, n in sorted(writer.screen.counts().items())]
    dropped = Counter((r.step, writer.screen.clean(r.reason)) for r in picture.rejects)
    rows += [(f"Dropped in “{step}”", reason, str(n)) for (step, reason), n in sorted(dropped.items())]
    loose = sum(1 for id_ in picture.claims if id_ not in writer.desk.events_of_claim)
    if loose:
        rows.append(("Claims", "belong to no event that was weighed; they stand in the documents below", str(loose)))
    blocks: list[Block] = []
    if rows:
        blocks.append(
            Ledger(
                "What was left out, and why",
                ("Where", "What and why", "How many"),
                tuple(rows),
                numbers=(2,),
                widths=(24, 62, 14),
            )
        )
    undated = [short_title(d, writer.screen) for d in picture.documents.values() if d.published_at is None]
    if undated:
        blocks.append(
            Note(f"Without a date of publication: {join_names(sorted(undated), 6)}. Its days are not resolved.")
        )
    for override in picture.overrides:
        blocks.append(Note(f"Override in force: {override}"))
    if not blocks:
        blocks.append(Note("Nothing was dropped or held back."))
    return Section("left-out", "What was left out, and why", tuple(blocks))
