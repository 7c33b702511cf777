"""Silence: who is reported to have said nothing of an event, and who has looked and could not verify it.

Silence is shown, not counted: how often a ministry that is silent has something to hide is not measured yet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from fogline.model import Claim, EventType, Modality, Silence, place_key
from fogline.speakers import kind_of
from fogline.weigh.bodies import name_of_body
from fogline.weigh.cases import Case
from fogline.weigh.expected import find_omissions
from fogline.weigh.testimony import Testimony

_WAR = ("control", "combat", "losses", "force", "infrastructure")
_KINDS = ("no statement", "details withheld", "omits", "unverified", "not collected")
_VERIFIERS = ("media", "ngo", "analyst")


def find_silences(cases: Sequence[Case], testimony: Testimony) -> dict[str, tuple[Silence, ...]]:
    """Give the silences about each event, by event id; events without one are left out."""
    found: dict[str, list[Silence]] = defaultdict(list)
    for case, silence in _reported(cases, testimony):
        found[case.id].append(silence)
    told = {event: {silence.side for silence in silences} for event, silences in found.items()}
    for event, silences in find_omissions(cases, told, testimony).items():
        found[event] += silences
    return {event: _merge(silences) for event, silences in found.items() if silences}


def _merge(silences: Sequence[Silence]) -> tuple[Silence, ...]:
    """Give each body's silence of one kind once, with all the claims that report it; the plainest kind first."""
    by_body: dict[tuple[int, str], list[Silence]] = defaultdict(list)
    for silence in silences:
        by_body[_KINDS.index(silence.kind), silence.speaker].append(silence)
    return tuple(
        Silence(
            speaker,
            next((one.side for one in same if one.side), None),
            _KINDS[kind],
            tuple(dict.fromkeys(claim for one in same for claim in one.claims)),
            min((one.since for one in same if one.since), default=None),
        )
        for (kind, speaker), same in sorted(by_body.items())
    )


def _reported(cases: Sequence[Case], testimony: Testimony) -> Iterator[tuple[Case, Silence]]:
    by_claim: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        for claim in case.claims:
            by_claim[claim.id].append(case)
    for silent in testimony.claims:
        if silent.type is EventType.SILENT:
            told = list(_told(silent, testimony))
            for case in _cases_meant(silent, cases, by_claim, testimony) if told else ():
                yield from ((case, silence) for silence in told if not _was_broken(silence, case, testimony))


def _was_broken(silence: Silence, case: Case, testimony: Testimony) -> bool:
    """Tell whether the body, or who speaks for it, spoke of the event soon after it was said to be silent.

    What lasts for longer than the hours within which a briefing is due stays a silence, though it ended.
    """
    if silence.since is None:
        return False
    due = silence.since + timedelta(hours=testimony.parameters.silence.hours)
    soon = (claim for claim in case.claims if silence.since < testimony.document_of(claim).known_at <= due)
    voices = (testimony.voices[claim.id] for claim in soon)
    return any(silence.speaker in (voice.name, voice.owner) for voice in voices)


def _cases_meant(
    silent: Claim, cases: Sequence[Case], by_claim: Mapping[str, Sequence[Case]], testimony: Testimony
) -> list[Case]:
    others = [claim for claim in testimony.in_document(silent.document_id) if _is_of_the_war(claim)]
    meant = _claims_meant(silent, others, testimony.parameters.silence.reach)
    about = {case.id: case for claim in meant for case in by_claim[claim.id]}
    about |= {case.id: case for case in cases if _same_place_and_day(silent, case, testimony)}
    return list(about.values())


def _is_of_the_war(claim: Claim) -> bool:
    return claim.type.family in _WAR and claim.modality is Modality.ACTUAL


def _claims_meant(silent: Claim, others: Sequence[Claim], reach: int) -> list[Claim]:
    """Give the claims that a report of silence refers to: of its own sentence, else of the last one before it."""
    same = [claim for claim in others if claim.sentence == silent.sentence]
    before = [claim for claim in others if 0 <= silent.sentence.start - claim.sentence.end <= reach]
    last = max((claim.sentence.start for claim in before), default=None)
    return same or [claim for claim in before if claim.sentence.start == last]


def _same_place_and_day(silent: Claim, case: Case, testimony: Testimony) -> bool:
    places = {place_key(place) for place in silent.places if place.precision == "settlement"}
    if not places or not _is_of_the_war(case.claims[0]):
        return False
    there = any(place_key(place) in places for claim in case.claims for place in claim.places)
    return there and abs((testimony.day_of(silent) - testimony.day_of(case.claims[0])).days) <= 1


def _told(silent: Claim, testimony: Testimony) -> Iterator[Silence]:
    """Give the silence of each body that a claim names; a paper that could not verify is not silent."""
    words = f"{silent.content_text} {silent.trigger.of(testimony.document_of(silent).text)}".casefold()
    withheld = any(word in words for word in testimony.parameters.silence.details)
    since = testimony.document_of(silent).known_at
    for actor in silent.actors:
        name = name_of_body(actor, silent, testimony) if actor.role == "agent" else None
        if name:
            known = testimony.known.find(name, actor.side)
            verifies = (known.kind if known else kind_of(name)) in _VERIFIERS
            kind = "unverified" if verifies else "details withheld" if withheld else "no statement"
            yield Silence(name, actor.side or (known.side if known else None), kind, (silent.id,), since)
