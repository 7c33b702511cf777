"""Voices: who it is that says a claim, seen through the register of speakers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fogline.model import Claim, Document, Said
from fogline.speakers import SpeakerRegistry
from fogline.weigh.parameters import Parameters

UNNAMED_PUBLISHER = "unnamed publisher"


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says one claim: the innermost speaker, or the publisher where the text speaks for itself."""

    key: str
    """Two claims with one key have one speaker."""
    name: str
    kind: str
    side: str | None
    owner: str | None
    own: bool
    """Whether it is the document's own voice."""
    captive: bool
    publisher: str


def voice_of(claim: Claim, document: Document, registry: SpeakerRegistry, parameters: Parameters) -> Voice:
    """Give who says a claim; a claim without a speaker is the publisher's own."""
    if claim.speaker is None:
        return _own_voice(document, registry)
    known = registry.find(claim.speaker.name)
    publisher = document.publisher or UNNAMED_PUBLISHER
    if known:
        name, kind, side, owner, key = known.name, known.kind, known.side, known.owner, f"speaker:{known.id}"
    else:
        name, kind, side, owner = claim.speaker.name, claim.speaker.kind, claim.speaker.side, None
        key = f"name:{name.casefold()}"
        if _is_nameless(claim.speaker, parameters):
            key += f"@{document.publisher or document.story_id}"
    captive = bool(set(re.findall(r"\w+", name.casefold())) & _with_plurals(parameters.captive))
    return Voice(key, name, kind, side or claim.speaker.side, owner, False, captive, publisher)


def _own_voice(document: Document, registry: SpeakerRegistry) -> Voice:
    known = registry.publisher(document.publisher)
    if known:
        return Voice(f"speaker:{known.id}", known.name, known.kind, known.side, known.owner, True, False, known.name)
    if document.publisher:
        key = f"name:{document.publisher.casefold()}"
        return Voice(key, document.publisher, "media", None, None, True, False, document.publisher)
    key = f"story:{document.story_id}"
    return Voice(key, UNNAMED_PUBLISHER, "other", None, None, True, False, UNNAMED_PUBLISHER)


def _is_nameless(said: Said, parameters: Parameters) -> bool:
    """Tell a description ('residents', 'a security source') from a name."""
    first = said.name.split()[0] if said.name.split() else ""
    return first[:1].islower() or first.casefold() in parameters.nameless or said.kind == "witness"


def _with_plurals(words: tuple[str, ...]) -> set[str]:
    return {form for word in words for form in (word, word + "s")}
