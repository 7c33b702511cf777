"""Voices: who it is that says a claim, seen through the register of speakers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fogline.model import Claim, Document, Said
from fogline.speakers import fold_name, kind_of
from fogline.weigh.known import KnownSpeakers, is_listed
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
    known: bool
    """Whether the register of speakers has it."""
    anonymous: bool
    captive: bool
    publisher: str


def voice_of(claim: Claim, document: Document, known: KnownSpeakers, parameters: Parameters) -> Voice:
    """Give who says a claim; without a speaker, or where that is the paper itself, it is the publisher's own."""
    said = claim.speaker
    if said is None or (said.kind == "media" and fold_name(said.name) == fold_name(document.publisher or "")):
        return _own_voice(document, known)
    publisher = document.publisher or UNNAMED_PUBLISHER
    found = known.find(said.name, said.side)
    if found and is_listed(found):
        side = found.side or said.side
        return Voice(
            f"speaker:{found.id}", found.name, found.kind, side, found.owner, False, True, False, False, publisher
        )
    described, anonymous = _is_described(said, parameters), _is_anonymous(said, parameters)
    key = f"name:{fold_name(said.name)}" + (f"@{document.publisher or document.story_id}" if described else "")
    captive = bool(set(re.findall(r"\w+", said.name.casefold())) & _with_plurals(parameters.captive))
    return Voice(key, said.name, said.kind, said.side, None, False, False, anonymous, captive, publisher)


def is_bare_title(voice: Voice) -> bool:
    """Tell whether a voice is but a title ('the official', 'the minister'): somebody named before in the text."""
    return not voice.own and voice.kind in ("official", "military") and voice.name.isalpha() and voice.name.islower()


def _own_voice(document: Document, known: KnownSpeakers) -> Voice:
    name = document.publisher
    if not name:
        key = f"story:{document.story_id}"
        return Voice(key, UNNAMED_PUBLISHER, "other", None, None, True, False, True, False, UNNAMED_PUBLISHER)
    found = known.find(name)
    if found and (is_listed(found) or found.side):
        return Voice(
            f"speaker:{found.id}", found.name, found.kind, found.side, found.owner, True, True, False, False, found.name
        )
    side, owner = known.side_of(name)
    kind = kind_of(name)
    # Most publishers that nobody has listed are media; 'District administration' says itself that it is none.
    kind = kind if kind in ("official", "military", "ngo", "armed_group") else "media"
    return Voice(f"name:{fold_name(name)}", name, kind, side, owner, True, False, False, False, name)


def _is_described(said: Said, parameters: Parameters) -> bool:
    """Tell a description ('residents', 'the regional governor') from a name: two such may be two people."""
    words = said.name.split() or [""]
    return (
        words[0].casefold() in parameters.nameless
        or said.kind == "witness"
        or any(w[:1].islower() for w in (words[0], words[-1]))
    )


def _is_anonymous(said: Said, parameters: Parameters) -> bool:
    words = said.name.casefold().split() or [""]
    return words[0] in parameters.nameless or words[-1] in parameters.crowd or said.kind == "witness"


def _with_plurals(words: tuple[str, ...]) -> set[str]:
    return {form for word in words for form in (word, word + "s")}
