"""Disputed: events of which two versions are told, and sides that do not agree with themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fogline.brief.own_side import HURTS, SERVES, interests_of
from fogline.brief.page import Block, Dispute, Note, Section, Sentence, Version
from fogline.brief.sentences import Writer
from fogline.brief.voices import voices_of
from fogline.brief.words import say_day, say_quantity, side_name
from fogline.model import Claim, Event, EventType

MOST_SENTENCES, MOST_VERSIONS, MOST_DISPUTES = 4, 4, 12
NEAR_DAYS = 3
LEADERSHIP = frozenset({"official", "military"})


def write_disputed(writer: Writer) -> Section:
    """Give each dispute with its versions side by side: within a side first, then denials, figures and days."""
    within = [_within_side(writer, side) for side in _sides(writer)]
    events = [e for e in writer.desk.events if e.type is not EventType.SILENT]
    found: list[Dispute | None] = [*within, *(_denied(writer, e) for e in events)]
    found += [_differing(writer, e, "count", _figure_of) for e in events]
    found += [_differing(writer, e, "day", _day_of) for e in events]
    disputes = [dispute for dispute in found if dispute]
    blocks: list[Block] = list(disputes[:MOST_DISPUTES])
    if len(disputes) > MOST_DISPUTES:
        rest = len(disputes) - MOST_DISPUTES
        blocks.append(
            Note(f"{rest} more disputes, of lesser events, figures or days, are told with their events below.")
        )
    return Section(
        "disputed", "What is disputed", tuple(blocks) or (Note("No two claims here contradict each other."),)
    )


def _denied(writer: Writer, event: Event) -> Dispute | None:
    voices = voices_of(event, writer.desk, writer.screen)
    sides = [[id_ for v in voices if v.denies is denies for id_ in v.claims] for denies in (False, True)]
    if not all(sides):
        return None
    yes, no = (_quotes(writer, writer.desk.claims_by_id(ids)) for ids in sides)
    versions = (Version("Those who say so", yes), Version("Those who deny it", no))
    return Dispute(_title(writer, event), versions) if yes and no else None


def _differing(writer: Writer, event: Event, kind: str, told: Callable[[Claim], str | None]) -> Dispute | None:
    """Give the versions of an event whose claims give different figures or days, by what they give."""
    if not any(contradiction.kind == kind for contradiction in event.contradictions):
        return None
    versions: dict[str, list[Claim]] = {}
    for claim in writer.desk.claims_of(event):
        given = told(claim)
        if given:
            versions.setdefault(given, []).append(claim)
    shown = [Version(given, _quotes(writer, claims)) for given, claims in list(versions.items())[:MOST_VERSIONS]]
    shown = [version for version in shown if version.sentences]
    return Dispute(_title(writer, event), tuple(shown)) if len(shown) > 1 else None


def _figure_of(claim: Claim) -> str | None:
    return say_quantity(claim.quantities[0]) if claim.quantities else None


def _day_of(claim: Claim) -> str | None:
    return say_day(claim.time.end) if claim.time else None


def _title(writer: Writer, event: Event) -> str:
    return f"{event.place.name if event.place else 'Place not given'}: {writer.label(event)}"


def _quotes(writer: Writer, claims: Sequence[Claim]) -> tuple[Sentence, ...]:
    """Give claims as quotations, each wording once, one of each speaker before a second of any."""
    told = {claim.id: writer.tell_claim(claim) for claim in claims}
    distinct: dict[str, Sentence] = {}
    seen: set[str] = set()
    later: list[Sentence] = []
    for claim in claims:
        sentence = told[claim.id]
        if sentence and claim.speaker and claim.speaker.name in seen:
            later.append(sentence)
        elif sentence:
            distinct.setdefault(sentence.text, sentence)
            seen.add(claim.speaker.name if claim.speaker else "")
    for sentence in later:
        distinct.setdefault(sentence.text, sentence)
    return tuple(list(distinct.values())[:MOST_SENTENCES])


def _sides(writer: Writer) -> list[str]:
    claims = writer.desk.picture.claims.values()
    return sorted({c.speaker.side for c in claims if c.speaker and c.speaker.side})


def _within_side(writer: Writer, side: str) -> Dispute | None:
    """Give the dispute between a side's leadership, that tells good news, and voices of its own that tell bad."""
    interests = interests_of(writer.desk.picture.claims.values())
    ordered = sorted(writer.desk.picture.claims.values(), key=writer.desk.order_of)
    spoken = [c for c in ordered if c.speaker and c.speaker.side == side]
    proud = [c for c in spoken if _leads(c) and interests.get(c.id) == SERVES]
    sober = [c for c in spoken if not _leads(c) and interests.get(c.id) == HURTS]
    proud, sober = (
        [c for c in proud if any(_meets(writer, c, other) for other in sober)],
        [c for c in sober if any(_meets(writer, c, other) for other in proud)],
    )
    versions = (
        Version("What its authorities say", _quotes(writer, proud)),
        Version("What its own correspondents, bloggers and others say", _quotes(writer, sober)),
    )
    title = f"{side_name(side, writer.gazetteer)}: its authorities and its own voices do not tell the same story"
    return Dispute(title, versions) if all(v.sentences for v in versions) else None


def _meets(writer: Writer, one: Claim, other: Claim) -> bool:
    """Tell whether two claims are of about the same days and of one place, or one of them of no place at all."""
    if abs((writer.desk.day_of(one) - writer.desk.day_of(other)).days) > NEAR_DAYS:
        return False
    places = [{p.name for p in claim.places} for claim in (one, other)]
    return not all(places) or bool(places[0] & places[1])


def _leads(claim: Claim) -> bool:
    return claim.speaker is not None and claim.speaker.kind in LEADERSHIP
