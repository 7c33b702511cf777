"""Units: which units are named where, 72 hours after the event at the earliest (do-no-harm rule 2)."""

from __future__ import annotations

from fogline.brief.harm import UNIT
from fogline.brief.page import Block, Note, Row, Section, Table
from fogline.brief.sentences import Writer
from fogline.brief.voices import voice_name
from fogline.brief.words import join_names, read_phrases, say_day, side_name
from fogline.model import Claim

HEAD = ("Unit", "Side", "In what", "Place", "Day", "Said by")
WIDTHS = (24, 12, 12, 17, 16, 19)


def write_units(writer: Writer) -> Section | None:
    """Give the units that claims name, and how many statements are still held back."""
    rows: dict[tuple[str, ...], list[Claim]] = {}
    for claim in sorted(writer.desk.picture.claims.values(), key=writer.desk.order_of):
        if claim.id not in writer.screen.hidden:
            for actor in claim.actors:
                if actor.unit:
                    key = (actor.unit, actor.side or "", read_phrases().events[claim.type].label, _where(claim))
                    rows.setdefault(key, []).append(claim)
    blocks: list[Block] = []
    if rows:
        blocks.append(Table("Units named", HEAD, tuple(_row(writer, k, rows[k]) for k in sorted(rows)), (), WIDTHS))
    held_back = sum(why == UNIT for why in writer.screen.hidden.values())
    if held_back:
        blocks.append(
            Note(
                f"{held_back} claim{'s' * (held_back > 1)} that put a unit at a place "
                f"{'are' if held_back > 1 else 'is'} held back until {writer.screen.embargo_hours} hours "
                "after the event, because such words can still lead fire to people."
            )
        )
    return Section("units", "Units named", tuple(blocks)) if blocks else None


def _where(claim: Claim) -> str:
    return join_names(list(dict.fromkeys(p.name for p in claim.places)), 3) if claim.places else "not given"


def _row(writer: Writer, key: tuple[str, ...], claims: list[Claim]) -> Row:
    unit, side, label, where = key
    names = list(dict.fromkeys(voice_name(c, writer.desk, writer.screen) for c in claims))
    day = say_day(max(writer.desk.day_of(c) for c in claims))
    cells = (unit, side_name(side or None, writer.gazetteer), label, where, day, join_names(names, 3))
    return Row(cells, tuple(dict.fromkeys(c.id for c in claims)))
