"""Origins: which claims of one event go back to one first report. Forty outlets that repeat one post are one.

First, who speaks: claims of one speaker, whoever relays or prints them, are one origin, and so are those of
speakers with one owner. Then what publishers say in their own voice: it belongs to the speaker whom the same
text quotes for it, or to whoever printed the words first; only what is left is an origin of its own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations

from fogline.model import Claim
from fogline.weigh.groups import Groups
from fogline.weigh.repeats import find_repeats
from fogline.weigh.testimony import Testimony
from fogline.weigh.voices import Voice

_SHORTEST_NAME = 6  # letters from which a name inside another name is no accident


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """The claims of one origin, earliest known first; ``spoken`` are those that count, the others only repeat."""

    claims: tuple[Claim, ...]
    spoken: tuple[Claim, ...]
    reasons: tuple[str, ...]


def find_origins(claims: Sequence[Claim], testimony: Testimony) -> list[ClaimGroup]:
    """Give the origins of claims that say the same of one event, each with the reasons why it is one."""
    by_id = {claim.id: claim for claim in sorted(claims, key=testimony.order_of)}
    groups = Groups(by_id)
    repeats = find_repeats(list(by_id.values()), testimony)
    spoken = [claim for claim in by_id.values() if claim.id not in repeats]
    _join_voices(spoken, testimony, groups)
    _join_copies(spoken, testimony, groups)
    for claim, repeat in sorted(repeats.items()):
        groups.join(claim, repeat.of, repeat.why)
    members = [[by_id[one] for one in ids] for ids in groups.members().values()]
    return [_group(some, repeats, groups, testimony) for some in members]


def _group(claims: list[Claim], repeats: Collection[str], groups: Groups, testimony: Testimony) -> ClaimGroup:
    ordered = tuple(sorted(claims, key=testimony.order_of))
    spoken = tuple(claim for claim in ordered if claim.id not in repeats)
    return ClaimGroup(ordered, spoken, (*_counts(ordered, testimony), *groups.reasons_of(ordered[0].id)))


def _counts(claims: Sequence[Claim], testimony: Testimony) -> list[str]:
    if len(claims) == 1:
        return []
    publishers = {testimony.voices[claim.id].publisher for claim in claims}
    documents = {claim.document_id for claim in claims}
    return [f"{len(claims)} claims in {_number(len(documents), 'text')} of {_number(len(publishers), 'publisher')}"]


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("s" if count != 1 else "")


def _join_voices(claims: Sequence[Claim], testimony: Testimony, groups: Groups) -> None:
    """Join claims of one speaker, of speakers with one owner, and of a house and who speaks for it."""
    first: dict[str, Claim] = {}
    for claim in claims:
        voice = testimony.voices[claim.id]
        earlier = first.setdefault(voice.key, claim)
        if earlier is not claim:
            groups.join(earlier.id, claim.id, f"{voice.name} said it more than once")
            _tell_relays(claim, voice, groups)
    for one, other in combinations(sorted(first.values(), key=lambda claim: claim.id), 2):
        why = _one_house(testimony.voices[one.id], testimony.voices[other.id])
        if why:
            groups.join(one.id, other.id, why)


def _tell_relays(claim: Claim, voice: Voice, groups: Groups) -> None:
    if claim.via:
        groups.join(claim.id, claim.id, f"{', '.join(claim.via)} only relayed what {voice.name} said")


def _one_house(a: Voice, b: Voice) -> str | None:
    if a.name == b.name:
        return None  # 'Residents' of two papers are not known to be the same people.
    a, b = sorted((a, b), key=lambda voice: voice.name)
    if a.owner and a.owner == b.owner:
        return f"{a.name} and {b.name} both belong to {a.owner}"
    for owned, owner in ((a, b), (b, a)):
        if owned.owner and owned.owner == owner.name:
            return f"{owned.name} belongs to {owner.name}"
        if len(owner.name) >= _SHORTEST_NAME and re.search(rf"\b{re.escape(owner.name)}\b", owned.name):
            return f"{owned.name} speaks for {owner.name}"
    return None


def _join_copies(claims: Sequence[Claim], testimony: Testimony, groups: Groups) -> None:
    """Join what is printed in nearly the same words, with the first that printed it.

    Copies of what a publisher says itself are one origin. So are copies that quote a speaker whom the register
    does not know, of one kind and side: each paper describes the same governor in its own way.
    """
    first: dict[tuple[str | None, ...], Claim] = {}
    for what in ("text", "sentence"):
        for claim in claims:
            key, voice = testimony.copy_of(claim, what), testimony.voices[claim.id]
            if key is None or (voice.known and not voice.own):
                continue
            who = (None, None) if voice.own else (voice.kind, voice.side)
            earlier = first.setdefault((what, key, *who), claim)
            if earlier is not claim:
                groups.join(earlier.id, claim.id, _tell_copy(claim, earlier, what, testimony))


def _tell_copy(claim: Claim, earlier: Claim, what: str, testimony: Testimony) -> str:
    one, other = testimony.voices[claim.id].publisher, testimony.voices[earlier.id].publisher
    return f"{one} prints nearly the same {what} as {other}" if one != other else f"{one} says it more than once"
