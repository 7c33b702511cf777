"""Silence: who did not speak of an event though a statement was to be expected, and whether anybody listened.

Silence is shown, not counted: how often a ministry that is silent has something to hide is not measured yet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from fogline.model import Claim, EventType, Modality, Silence, place_key
from fogline.weigh.cases import Case
from fogline.weigh.testimony import Testimony

_WAR = ("control", "combat", "losses", "force", "infrastructure")
_SHOWN = 5  # claims given as examples of what a body spoke of instead


@dataclass(frozen=True, slots=True)
class _Heard:
    """One claim by a body that would be expected to speak."""

    body: str
    side: str
    day: date
    claim: Claim


def find_silences(cases: Sequence[Case], testimony: Testimony) -> dict[str, tuple[Silence, ...]]:
    """Give the silences about each event, by event id; events without one are left out."""
    found: dict[str, list[Silence]] = defaultdict(list)
    for case, silence in _reported(cases, testimony):
        found[case.id].append(silence)
    bodies = _bodies(testimony)
    for case in cases:
        if _calls_for_a_statement(case, testimony):
            found[case.id] += _unreported(case, found[case.id], bodies, testimony)
    merged = {event: _merge(silences) for event, silences in found.items()}
    return {event: silences for event, silences in merged.items() if silences}


def _merge(silences: Sequence[Silence]) -> tuple[Silence, ...]:
    """Give each body's silence of one kind once, with all the claims that report it."""
    by_body: dict[tuple[str, str], list[Silence]] = defaultdict(list)
    for silence in silences:
        by_body[silence.speaker, silence.kind].append(silence)
    return tuple(
        Silence(
            speaker,
            next((one.side for one in same if one.side), None),
            kind,
            tuple(dict.fromkeys(claim for one in same for claim in one.claims)),
            min((one.since for one in same if one.since), default=None),
        )
        for (speaker, kind), same in sorted(by_body.items())
    )


def _reported(cases: Sequence[Case], testimony: Testimony) -> Iterator[tuple[Case, Silence]]:
    by_claim: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        for claim in case.claims:
            by_claim[claim.id].append(case)
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in testimony.claims:
        if claim.type.family in _WAR and claim.modality is Modality.ACTUAL:
            by_document[claim.document_id].append(claim)
    for silent in testimony.claims:
        if silent.type is not EventType.SILENT:
            continue
        meant = _claims_meant(silent, by_document[silent.document_id], testimony.parameters.silence.reach)
        about = {case.id: case for claim in meant for case in by_claim[claim.id]}
        about |= {case.id: case for case in cases if _same_place_and_day(silent, case, testimony)}
        for case in about.values():
            for silence in _told(silent, testimony):
                yield case, silence


def _claims_meant(silent: Claim, others: Sequence[Claim], reach: int) -> list[Claim]:
    """Give the claims that a report of silence refers to: of its own sentence, else of the last one before it."""
    same = [claim for claim in others if claim.sentence == silent.sentence]
    before = [claim for claim in others if 0 <= silent.sentence.start - claim.sentence.end <= reach]
    last = max((claim.sentence.start for claim in before), default=None)
    return same or [claim for claim in before if claim.sentence.start == last]


def _same_place_and_day(silent: Claim, case: Case, testimony: Testimony) -> bool:
    places = {place_key(place) for place in silent.places if place.precision == "settlement"}
    if not places or case.type.family not in _WAR or case.claims[0].modality is not Modality.ACTUAL:
        return False
    there = any(place_key(place) in places for claim in case.claims for place in claim.places)
    return there and abs((_day(silent, testimony) - _day(case.claims[0], testimony)).days) <= 1


def _told(silent: Claim, testimony: Testimony) -> Iterator[Silence]:
    words = f"{silent.content_text} {silent.trigger.of(testimony.document_of(silent).text)}".casefold()
    kind = "details withheld" if any(w in words for w in testimony.parameters.silence.details) else "no statement"
    since = testimony.document_of(silent).known_at
    agents = [actor for actor in silent.actors if actor.role == "agent"]
    for actor in agents:
        known = testimony.registry.find(actor.name)
        yield Silence(known.name if known else actor.name, actor.side, kind, (silent.id,), since)
    if not agents:
        voice = testimony.voices[silent.id]
        named = not voice.own
        speaker = voice.name if named else "a body that is not named"
        yield Silence(speaker, voice.side if named else None, kind, (silent.id,), since)


def _calls_for_a_statement(case: Case, testimony: Testimony) -> bool:
    if case.claims[0].modality is not Modality.ACTUAL:
        return False
    counts = [quantity.low or 0 for claim in case.claims for quantity in claim.quantities]
    large = max(counts, default=0) >= testimony.parameters.silence.large_loss
    return case.type.family == "control" or (case.type.family == "losses" and large)


def _bodies(testimony: Testimony) -> list[_Heard]:
    """Give what ministries, general staffs and commands say of the war, in the order in which it was known."""
    found = []
    for claim in testimony.claims:
        voice = testimony.voices[claim.id]
        expected = any(word in voice.name.casefold() for word in testimony.parameters.silence.bodies)
        if expected and voice.side and voice.kind in ("official", "military") and claim.type.family in _WAR:
            found.append(_Heard(voice.name, voice.side, _day(claim, testimony), claim))
    return found


def _unreported(
    case: Case, reported: Sequence[Silence], bodies: Sequence[_Heard], testimony: Testimony
) -> Iterator[Silence]:
    """Give for each side that gains or loses by it the bodies that leave it out, or that were not listened to."""
    ids = {claim.id for claim in case.claims}
    first = case.claims[0]
    since = testimony.document_of(first).known_at
    told = {silence.side for silence in reported}
    for side in sorted(side for side, gain in case.gains.items() if gain and side not in told):
        ours = [heard for heard in bodies if heard.side == side]
        if any(heard.claim.id in ids for heard in ours):
            continue
        near = [heard for heard in ours if abs((heard.day - _day(first, testimony)).days) <= 1]
        elsewhere = [heard for heard in near if _is_elsewhere(heard.claim, case)]
        for body in sorted({heard.body for heard in elsewhere}):
            claims = tuple(heard.claim.id for heard in elsewhere if heard.body == body)[:_SHOWN]
            yield Silence(body, side, "omits", claims, since)
        if not near:
            body = min((heard.body for heard in ours), default=f"military command of {side}")
            yield Silence(body, side, "not collected", (), since)


def _is_elsewhere(claim: Claim, case: Case) -> bool:
    here = {place_key(place) for each in case.claims for place in each.places}
    there = {place_key(place) for place in claim.places}
    return bool(there) and not there & here


def _day(claim: Claim, testimony: Testimony) -> date:
    document = testimony.document_of(claim)
    return document.published_day or document.known_at.date()
