"""Disputed: events of which two versions are told, and sides that do not agree with themselves."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.brief.own_side import HURTS, SERVES, interests_of
from fogline.brief.page import Block, Dispute, Note, Section, Sentence, Version
from fogline.brief.sentences import Writer
from fogline.brief.voices import voices_of
from fogline.brief.words import side_name
from fogline.model import Claim, Event

MOST_A_VERSION = 4
MOST_DISPUTES = 12
LEADERSHIP = frozenset({"official", "military"})


def write_disputed(writer: Writer) -> Section:
    """Give each dispute with its versions side by side."""
    disputes: list[Block] = []
    for event in writer.desk.events:
        dispute = _of_event(writer, event)
        if dispute and len(disputes) < MOST_DISPUTES:
            disputes.append(dispute)
    for side in _sides(writer):
        within = _within_side(writer, side)
        if within:
            disputes.insert(0, within)
    if not disputes:
        return Section("disputed", "What is disputed", (Note("No two claims here contradict each other."),))
    return Section("disputed", "What is disputed", tuple(disputes))


def _of_event(writer: Writer, event: Event) -> Dispute | None:
    voices = voices_of(event, writer.desk, writer.screen)
    remarks = tuple(dict.fromkeys(writer.screen.clean(c.text) for c in event.contradictions))[:4]
    if not ({v.denies for v in voices} == {True, False} or (remarks and len(voices) > 1)):
        return None
    where = event.place.name if event.place else "place not given"
    title = f"{where}: {writer.label(event)}"
    if any(v.denies for v in voices):
        split = [[v for v in voices if not v.denies], [v for v in voices if v.denies]]
        names = ["Those who say so", "Those who deny it"]
    else:
        split = [voices[:1], voices[1:]]
        names = ["One version", "The other"]
    versions = [
        Version(name, _quotes(writer, [id_ for v in group for id_ in v.claims]))
        for name, group in zip(names, split, strict=True)
    ]
    kept = () if any(v.denies for v in voices) else remarks
    return Dispute(title, tuple(versions), kept) if all(v.sentences for v in versions) else None


def _quotes(writer: Writer, claims: Sequence[str]) -> tuple[Sentence, ...]:
    told = (writer.tell_claim(claim) for claim in writer.desk.claims_by_id(claims))
    distinct: dict[str, Sentence] = {s.text: s for s in told if s}
    return tuple(list(distinct.values())[:MOST_A_VERSION])


def _sides(writer: Writer) -> list[str]:
    claims = writer.desk.picture.claims.values()
    return sorted({c.speaker.side for c in claims if c.speaker and c.speaker.side})


def _within_side(writer: Writer, side: str) -> Dispute | None:
    """Give the dispute between a side's leadership, that tells good news, and voices of its own that tell bad."""
    spoken = [c for c in writer.desk.picture.claims.values() if c.speaker and c.speaker.side == side]
    interests = interests_of(writer.desk.picture.claims.values())
    proud = [c for c in spoken if _leads(c) and interests.get(c.id) == SERVES]
    sober = [c for c in spoken if not _leads(c) and interests.get(c.id) == HURTS]
    if not proud or not sober:
        return None
    name = side_name(side, writer.gazetteer)
    versions = (
        Version("What its authorities say", _quotes(writer, [c.id for c in proud])),
        Version("What its own correspondents, bloggers and others say", _quotes(writer, [c.id for c in sober])),
    )
    title = f"{name}: its authorities and its own voices do not tell the same story"
    return Dispute(title, versions) if all(v.sentences for v in versions) else None


def _leads(claim: Claim) -> bool:
    return claim.speaker is not None and claim.speaker.kind in LEADERSHIP
