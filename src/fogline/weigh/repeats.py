"""Repeats: what a publisher says in its own voice though the words are a speaker's, or another text's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fogline.model import Claim
from fogline.weigh.testimony import Testimony


@dataclass(frozen=True, slots=True)
class Repeat:
    """The claim whose words are only printed again, and why that is held."""

    of: str
    why: str


def find_repeats(claims: Sequence[Claim], testimony: Testimony) -> dict[str, Repeat]:
    """Give the claims in a publisher's own voice that add nothing, with the quoted claim that they repeat.

    A publisher that quotes a speaker for an event in one text has it from there. One that prints nearly the
    words of a speaker, or of a text that quotes one, has it from there as well. ``claims`` are those of one
    event and one stance, earliest known first.
    """
    voices = testimony.voices
    own = [claim for claim in claims if voices[claim.id].own]
    quoted = [claim for claim in claims if not voices[claim.id].own and not voices[claim.id].captive]
    found = {claim.id: repeat for claim in own if (repeat := _of_quoted(claim, quoted, testimony))}
    sources = _first_by_copy(quoted, own, found, testimony)
    for claim in own:
        if claim.id not in found and (source := _copied(claim, sources, testimony)):
            found[claim.id] = source
    return found


def _of_quoted(claim: Claim, quoted: Sequence[Claim], testimony: Testimony) -> Repeat | None:
    nearest = min(
        (other for other in quoted if other.document_id == claim.document_id),
        key=lambda other: (abs(other.content.start - claim.content.start), other.id),
        default=None,
    )
    if nearest is None:
        return None
    printer, speaker = testimony.voices[claim.id].name, testimony.voices[nearest.id].name
    return Repeat(nearest.id, f"{printer} prints the words of {speaker} and adds nothing to them")


def _first_by_copy(
    quoted: Sequence[Claim], own: Sequence[Claim], found: dict[str, Repeat], testimony: Testimony
) -> dict[tuple[str, str], tuple[Claim, str]]:
    """Give by kind and group of copies the first claim that leads to a speaker, and the speaker's claim."""
    sources: dict[tuple[str, str], tuple[Claim, str]] = {}
    for claim in quoted:
        if key := testimony.copy_of(claim, "sentence"):
            sources.setdefault(("sentence", key), (claim, claim.id))
    for claim in own:
        for what in ("sentence", "text"):
            key = testimony.copy_of(claim, what)
            if key and claim.id in found:
                sources.setdefault((what, key), (claim, found[claim.id].of))
    return sources


def _copied(claim: Claim, sources: dict[tuple[str, str], tuple[Claim, str]], testimony: Testimony) -> Repeat | None:
    for what in ("sentence", "text"):
        key = testimony.copy_of(claim, what)
        if key and (what, key) in sources:
            earlier, speaker_claim = sources[what, key]
            printer, first = testimony.voices[claim.id].name, testimony.voices[earlier.id].name
            return Repeat(speaker_claim, f"{printer} prints nearly the same {what} as {first}")
    return None
