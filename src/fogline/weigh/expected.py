"""Expected: bodies that brief on the war and leave an event out, and bodies of which nothing was read.

A body leaves an event out when it briefs on other places after the event became public, and before it is old.
Where no text of a body was read there is no silence: nobody was listening.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime, timedelta

from fogline.model import Claim, EventType, Modality, Silence, place_key
from fogline.weigh.bodies import is_command, speaks_for_its_side
from fogline.weigh.cases import Case
from fogline.weigh.stance import FOR
from fogline.weigh.testimony import Testimony

_WAR = ("control", "combat", "losses", "force", "infrastructure")
_NEWS = (EventType.CAPTURED, EventType.WITHDREW, EventType.ENCIRCLED)
_SHOWN = 5  # claims given as examples of what a body spoke of instead
Told = Mapping[str, Set[str | None]]
"""Event id -> sides of which a silence is reported already."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """What a ministry, staff or command says of the war in one text."""

    body: str
    side: str
    at: datetime
    claims: tuple[Claim, ...]


def find_omissions(cases: Sequence[Case], told: Told, testimony: Testimony) -> dict[str, list[Silence]]:
    """Give by event which bodies left it out of a briefing, and which were not listened to."""
    briefings = find_briefings(testimony)
    found = {}
    for case in cases:
        if _calls_for_a_statement(case, testimony):
            sides = [side for side in sorted(case.gains.sides) if not _has_spoken(side, case, told, testimony)]
            found[case.id] = [one for side in sides for one in _of_side(side, case, briefings, testimony)]
    return found


def find_briefings(testimony: Testimony) -> list[Briefing]:
    """Give the briefings in the order in which they could be known."""
    spoken: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in testimony.claims:
        voice = testimony.voices[claim.id]
        if voice.side and claim.type.family in _WAR and is_command(voice, testimony):
            spoken[claim.document_id, voice.name, voice.side].append(claim)
    least = testimony.parameters.silence.briefing
    return [
        Briefing(body, side, testimony.document_of(said[0]).known_at, tuple(said))
        for (_, body, side), said in spoken.items()
        if len(said) >= least
    ]


def _calls_for_a_statement(case: Case, testimony: Testimony) -> bool:
    """Tell whether an event is such that a side would speak of it: a place changes hands, or many are lost."""
    if case.claims[0].modality is not Modality.ACTUAL or not case.saying(FOR):
        return False
    counts = [quantity.low or 0 for claim in case.claims for quantity in claim.quantities]
    if case.type.family == "losses":
        return max(counts, default=0) >= testimony.parameters.silence.large_loss
    return case.type in _NEWS and bool(_settlements(case.claims))


def _has_spoken(side: str, case: Case, told: Told, testimony: Testimony) -> bool:
    voices = (testimony.voices[claim.id] for claim in case.claims)
    return side in told.get(case.id, ()) or any(v.side == side and speaks_for_its_side(v) for v in voices)


def _of_side(side: str, case: Case, briefings: Sequence[Briefing], testimony: Testimony) -> Iterator[Silence]:
    first = testimony.document_of(case.claims[0]).known_at
    reach = timedelta(hours=testimony.parameters.silence.hours)
    ours = [briefing for briefing in briefings if briefing.side == side]
    after = [briefing for briefing in ours if first < briefing.at <= first + reach]
    for body in sorted({briefing.body for briefing in after}):
        claims = [claim for briefing in after if briefing.body == body for claim in briefing.claims]
        if not _settlements(claims) & _settlements(case.claims):
            yield Silence(body, side, "omits", tuple(claim.id for claim in claims)[:_SHOWN], first)
    if ours and not any(abs(briefing.at - first) <= reach for briefing in ours):
        yield Silence(min(briefing.body for briefing in ours), side, "not collected", (), first)


def _settlements(claims: Sequence[Claim]) -> set[str]:
    return {place_key(place) for claim in claims for place in claim.places if place.precision != "area"}
