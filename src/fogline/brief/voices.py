"""Voices: who says what about an event, who denies it, and who is silent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fogline.brief.harm import Screen
from fogline.brief.picture import Desk
from fogline.model import Certainty, Claim, Document, Event, Polarity
from fogline.weigh.stance import AGAINST, stance_of


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker on one event, with its claims in the order in which they could be known."""

    name: str
    kind: str
    side: str | None
    own: bool
    """Whether it is the document's own voice."""
    denies: bool
    """Whether it speaks against the event."""
    flatly: bool
    """Whether it does so by a denial, and not by telling something else."""
    certainty: Certainty
    claims: tuple[str, ...]


def voices_of(event: Event, desk: Desk, screen: Screen) -> list[Voice]:
    """Give the voices on an event, affirming before denying, each speaker once for either stance."""
    found: dict[tuple[bool, str], list[Claim]] = {}
    for claim in desk.claims_of(event):
        if claim.id not in screen.hidden:
            denies = stance_of(claim, event.type) == AGAINST
            found.setdefault((denies, voice_name(claim, desk, screen)), []).append(claim)
    ordered = sorted(found.items(), key=lambda item: (item[0][0], item[1][0].speaker is None))
    return [_voice(name, denies, claims) for (denies, name), claims in ordered]


def _voice(name: str, denies: bool, claims: Sequence[Claim]) -> Voice:
    said = claims[0].speaker
    surest = min(claims, key=lambda c: list(Certainty).index(c.certainty))
    ids = tuple(c.id for c in claims)
    kind, side = (said.kind, said.side) if said else ("publisher", None)
    flatly = any(c.polarity is Polarity.DENIED for c in claims)
    return Voice(name, kind, side, said is None, denies, flatly, surest.certainty, ids)


def voice_name(claim: Claim, desk: Desk, screen: Screen) -> str:
    """Give the name of who makes a claim: its speaker, else who prints it."""
    return screen.name_of(claim.speaker) if claim.speaker else printer_name(desk.document_of(claim), desk, screen)


def printer_name(document: Document, desk: Desk, screen: Screen) -> str:
    """Give the publisher; a document without one goes by its title, or as 'the report itself' where it is alone."""
    if document.publisher:
        return document.publisher
    alone = len(desk.picture.documents) == 1
    return "the report itself" if alone else f"the unsigned report “{short_title(document, screen, 32)}”"


def short_title(document: Document, screen: Screen, most: int = 48) -> str:
    """Give a document's title, or its name, cut at a word; without what the masks hide."""
    title = screen.clean(document.title or document.name.rpartition("/")[2])
    hidden = [mask.span.of(document.text) for mask in screen.masks.get(document.id, ())]
    if any(part and (part in title or title in part) for part in hidden):
        title = "title withheld"
    return title if len(title) <= most else title[:most].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def camps_for(event: Event) -> set[str]:
    """Give the sides from which an event has support; each neutral origin is a camp of its own."""
    return {o.side or f"neutral:{o.speaker}" for o in event.origins if o.stance == "for"}


def is_supported_across_sides(event: Event) -> bool:
    """Tell whether support comes from more than one side (do-no-harm rule 13)."""
    return len(camps_for(event)) > 1
