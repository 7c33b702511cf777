"""Holders: who is inferred to hold each place that reports name, on the last day; the words of the map."""

from __future__ import annotations

from fogline.brief.page import Block, Note, Row, Section, Table
from fogline.brief.sentences import Writer
from fogline.brief.words import say_day, say_likelihood, say_percent, say_undated, side_name
from fogline.model import ControlDay

HEAD = ("Place", "Held by", "Probability", "Last evidence", "Origins")
MOST = 40


def write_holders(writer: Writer) -> Section:
    """Give the state of the named places on the last day, with probability, day of knowledge and origins (rule 12)."""
    control = writer.desk.picture.control
    if not control:
        undated = len(writer.desk.undated_changes)
        note = say_undated(undated) if undated else "Nothing here says who holds a place."
        return Section("map", "Who holds what", (Note(note),))
    last = max(row.day for row in control)
    today = [row for row in control if row.day == last]
    named = sorted((r for r in today if r.events), key=lambda r: (-len(r.events), r.name))
    rows = tuple(row for row in (_row(writer, r) for r in named[:MOST]) if row)
    blocks: list[Block] = (
        [Table(f"Named places on {say_day(last)}", HEAD, rows, numbers=(4,), widths=(22, 17, 27, 23, 11))]
        if rows
        else []
    )
    others = len(today) - len(rows)
    if others:
        blocks.append(
            Note(
                f"{others} more settlement{'s' * (others > 1)} on the map {'take' if others > 1 else 'takes'} "
                "their state from neighbours, or from earlier days, with less certainty."
            )
        )
    lead = "Inferred from the claims, not seen. Tints grow with probability; hatching is weak, blank is not known."
    return Section("map", "Who holds what", tuple(blocks), lead)


def _row(writer: Writer, row: ControlDay) -> Row | None:
    events = [writer.desk.event_by_id[id_] for id_ in row.events if id_ in writer.desk.event_by_id]
    claims = [c.id for e in events for c in writer.desk.claims_of(e) if c.id not in writer.screen.hidden]
    if not claims:
        return None
    p = {**dict(row.p_by_side), "contested": row.p_contested}
    known = row.holder != "unknown"
    holder = row.holder if row.holder in ("contested", "unknown") else side_name(row.holder, writer.gazetteer)
    best = max(p.values())
    likely = f"{say_likelihood(best)}, {say_percent(best)}" if known else f"no side above {say_percent(best)}"
    day = say_day(row.last_evidence) if row.last_evidence else "none"
    cells = (row.name, "not known" if not known else holder, likely, day, f"{row.independent_origins:.1f}")
    return Row(cells, tuple(dict.fromkeys(claims)))
