"""Losses: what each side says of each side's losses; never summed, and background figures kept out."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.brief.background import find_background
from fogline.brief.page import Block, Group, Note, Row, Section, Sentence, Table
from fogline.brief.sentences import Writer
from fogline.brief.voices import voice_name
from fogline.brief.words import join_names, say_range, side_name
from fogline.model import Claim, EventType, Modality, Polarity

HEAD = ("Whose", "What", "Said by", "Speakers", "Figure")
WHAT = {
    EventType.KILLED: "killed",
    EventType.WOUNDED: "wounded",
    EventType.PRISONERS: "taken prisoner",
    EventType.EQUIPMENT: "destroyed or captured",
}


def write_losses(writer: Writer) -> Section | None:
    """Give a table of losses by whose they are and which side speaks, as ranges."""
    claims = [c for c in writer.desk.picture.claims.values() if c.type in WHAT and c.id not in writer.screen.hidden]
    groups: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in sorted(claims, key=writer.desk.order_of):
        groups.setdefault((_whose(writer, claim), _what(claim), _speaker_side(writer, claim)), []).append(claim)
    rows = tuple(_row(writer, key, group) for key, group in sorted(groups.items()))
    blocks: list[Block] = []
    if rows:
        blocks.append(Table("Losses, as each side gives them", HEAD, rows, (4,), (17, 28, 17, 23, 15)))
        blocks.append(
            Note("Figures of different speakers are never added up: they may count the same dead, or other days.")
        )
    background = _background(writer)
    if background:
        blocks.append(Group("Figures beside these claims that are background, not losses", background))
    lead = "Each row is what speakers of one side say, from the lowest figure to the highest."
    return Section("losses", "Losses, as each side gives them", tuple(blocks), lead) if blocks else None


def _whose(writer: Writer, claim: Claim) -> str:
    targets = sorted({a.side for a in claim.actors if a.role == "target" and a.side})
    if targets:
        return join_names([side_name(side, writer.gazetteer) for side in targets])
    agents = sorted({a.side for a in claim.actors if a.role == "agent" and a.side})
    taken = claim.type is EventType.EQUIPMENT and agents
    return (
        f"not stated (taken by {join_names([side_name(s, writer.gazetteer) for s in agents])})"
        if taken
        else "not stated"
    )


def _what(claim: Claim) -> str:
    nouns = sorted({q.of or q.unit for q in claim.quantities})
    return f"{join_names(nouns)} {WHAT[claim.type]}" if nouns else WHAT[claim.type]


def _speaker_side(writer: Writer, claim: Claim) -> str:
    if claim.speaker is None:
        return "reports themselves"
    return side_name(claim.speaker.side, writer.gazetteer) if claim.speaker.side else "neutral or unknown"


def _row(writer: Writer, key: tuple[str, str, str], claims: Sequence[Claim]) -> Row:
    whose, what, said_by = key
    names = list(dict.fromkeys(voice_name(c, writer.desk, writer.screen) for c in claims))
    cells = (whose, what, said_by, join_names(names, 3), _figure(claims))
    return Row(cells, tuple(c.id for c in claims))


def _figure(claims: Sequence[Claim]) -> str:
    said = [c for c in claims if c.polarity is Polarity.AFFIRMED and c.modality is Modality.ACTUAL]
    quantities = [q for c in said for q in c.quantities]
    if not said:
        return "denied or not said to have happened"
    if not quantities:
        return "no figure"
    lows = [q.low if q.low is not None else q.high for q in quantities]
    highs = [q.high for q in quantities]
    low = min(x for x in lows if x is not None) if any(x is not None for x in lows) else None
    high = None if None in highs else max(x for x in highs if x is not None)
    return say_range(low, high)


def _background(writer: Writer) -> tuple[Sentence, ...]:
    found = []
    for claim, words in find_background(writer.desk, writer.screen):
        name = voice_name(claim, writer.desk, writer.screen)
        verb = "said" if claim.speaker else "reported"
        found.append(Sentence(f"Beside what {name} {verb} stands, as background: “{words}”.", (claim.id,)))
    return tuple(found)
