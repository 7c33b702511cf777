"""Sources: who prints, who speaks, how much of it is independent, and how often against own interest."""

from __future__ import annotations

from collections import Counter

from fogline.brief.own_side import HURTS, interests_of
from fogline.brief.page import Block, Ledger, Note, Section
from fogline.brief.sentences import Writer
from fogline.brief.voices import printer_name, voice_name
from fogline.brief.words import side_name
from fogline.model import Claim

PUBLISHERS = ("Printed by", "Documents", "Claims", "In its own voice", "Speakers carried")
SPEAKERS = ("Speaker", "Kind", "Side", "Claims", "First with", "Repeats others", "Against own side")


def write_sources(writer: Writer) -> Section:
    """Give two tables: those who print, and those who speak."""
    claims = [c for c in writer.desk.picture.claims.values() if c.id not in writer.screen.hidden]
    blocks: list[Block] = []
    if writer.desk.picture.documents:
        blocks.append(_publishers(writer, claims))
    if claims:
        blocks.append(_speakers(writer, claims))
        blocks.append(
            Note(
                "“First with” counts the events of which the speaker is an origin of its own; what it repeats from "
                "others adds nothing to their weight. Forty outlets that carry one post are one origin."
            )
        )
    return Section("sources", "Sources, and how independent they are", tuple(blocks) or (Note("None."),))


def _publishers(writer: Writer, claims: list[Claim]) -> Ledger:
    documents: Counter[str] = Counter()
    printed: Counter[str] = Counter()
    own: Counter[str] = Counter()
    carried: dict[str, set[str]] = {}
    name_of = {id_: printer_name(d, writer.desk, writer.screen) for id_, d in writer.desk.picture.documents.items()}
    documents.update(name_of.values())
    for claim in claims:
        name = name_of[claim.document_id]
        printed[name] += 1
        own[name] += claim.speaker is None
        if claim.speaker:
            carried.setdefault(name, set()).add(voice_name(claim, writer.desk, writer.screen))
    order = sorted(documents, key=lambda n: (-printed[n], n))
    rows = tuple((n, str(documents[n]), str(printed[n]), str(own[n]), str(len(carried.get(n, ())))) for n in order)
    return Ledger("Who prints", PUBLISHERS, rows, numbers=(1, 2, 3, 4), widths=(40, 15, 15, 15, 15))


def _speakers(writer: Writer, claims: list[Claim]) -> Ledger:
    by_name: dict[str, list[Claim]] = {}
    for claim in claims:
        by_name.setdefault(voice_name(claim, writer.desk, writer.screen), []).append(claim)
    first, repeats = _origins(writer)
    interests = interests_of(claims)
    rows = []
    for name, said in sorted(by_name.items(), key=lambda item: (-len(item[1]), item[0])):
        speaker = said[0].speaker
        kind, side = (speaker.kind.replace("_", " "), speaker.side) if speaker else ("own voice", None)
        against = sum(interests.get(c.id) == HURTS for c in said)
        shown_side = side_name(side, writer.gazetteer) if side else "–"
        ids = {c.id for c in said}
        rows.append(
            (name, kind, shown_side, str(len(said)), str(_count(first, ids)), str(_count(repeats, ids)), str(against))
        )
    return Ledger("Who speaks", SPEAKERS, tuple(rows), numbers=(3, 4, 5, 6), widths=(32, 14, 14, 9, 10, 11, 10))


def _origins(writer: Writer) -> tuple[list[set[str]], list[set[str]]]:
    """Give, for each origin of each event, its first claim (who is first), and its other claims (who repeats)."""
    first, repeats = [], []
    for event in writer.desk.events:
        for origin in event.origins:
            claims = [id_.split("@")[0] for id_ in origin.claims]
            first.append(set(claims[:1]))
            repeats.append(set(claims[1:]) - set(claims[:1]))
    return first, repeats


def _count(groups: list[set[str]], ids: set[str]) -> int:
    return sum(bool(group & ids) for group in groups)
