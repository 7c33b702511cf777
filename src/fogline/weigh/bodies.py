"""Bodies: the ministries, staffs and offices that speak for a side, and what a text calls them."""

from __future__ import annotations

from fogline.model import Actor, Claim
from fogline.speakers import fold_name, kind_of
from fogline.weigh.testimony import Testimony
from fogline.weigh.voices import Voice

_OF_A_SIDE = ("official", "military", "armed_group")
_NO_BODY = ("witness", "other")


def speaks_for_its_side(voice: Voice) -> bool:
    """Tell whether a voice is that of a side: an official, a soldier, a fighter; not its papers and bloggers."""
    return voice.side is not None and voice.kind in _OF_A_SIDE


def is_command(voice: Voice, testimony: Testimony) -> bool:
    """Tell whether a voice is a ministry, general staff or command that reports on the war."""
    name = fold_name(voice.name)
    listed = any(name.startswith(word) or name.endswith(word) or f"{word} of" in name for word in _commands(testimony))
    return speaks_for_its_side(voice) and listed and (voice.known or len(name.split()) <= 6)


def name_of_body(actor: Actor, claim: Claim, testimony: Testimony) -> str | None:
    """Give the name of a body that is said to be silent, as its text has it; None for what can say nothing.

    'The ministry' is the ministry that the same text names in full, or the one of its publisher's side.
    """
    side = actor.side or testimony.publisher_side(claim)
    known = testimony.known.find(actor.name, side)
    if known:
        return known.name
    fuller = _named_in_full(actor.name, claim, testimony)
    if fuller:
        return fuller
    is_body = actor.side is not None or kind_of(actor.name) not in _NO_BODY
    return actor.name if is_body else None


def _named_in_full(name: str, claim: Claim, testimony: Testimony) -> str | None:
    """Give the body that is named last before a claim, in its text, by a longer name that holds this one."""
    text = testimony.document_of(claim).text[: claim.content.start]
    full = testimony.known.named_before(text, name)
    return full.name if full else None


def _commands(testimony: Testimony) -> tuple[str, ...]:
    return testimony.parameters.silence.bodies
