"""Testimony: all claims that may be heard at a moment, with who says each and which texts are copies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from fogline.model import Claim, Document
from fogline.speakers import SpeakerRegistry
from fogline.weigh.copies import group_copies
from fogline.weigh.parameters import Parameters
from fogline.weigh.voices import Voice, voice_of


@dataclass(frozen=True, slots=True)
class Testimony:
    """What is heard: claims in the order in which they could be known, their documents, voices and copies."""

    claims: tuple[Claim, ...]
    documents: Mapping[str, Document]
    voices: Mapping[str, Voice]
    """By claim id."""
    document_copies: Mapping[str, str]
    """Document id -> group of near-identical documents; documents without a copy are left out."""
    sentence_copies: Mapping[str, str]
    """Claim id -> group of claims in near-identical sentences."""
    registry: SpeakerRegistry
    parameters: Parameters

    def document_of(self, claim: Claim) -> Document:
        """Give the document in which a claim stands."""
        return self.documents[claim.document_id]

    def copy_of(self, claim: Claim, what: str) -> str | None:
        """Give the group of near-identical ``sentence`` or whole ``text`` that a claim stands in, if there is one."""
        if what == "sentence":
            return self.sentence_copies.get(claim.id)
        return self.document_copies.get(claim.document_id)

    def sentence_of(self, claim: Claim) -> str:
        """Give the sentence in which a claim stands, or its own words where the sentence is not there."""
        return claim.sentence.of(self.document_of(claim).text) or claim.content_text

    def order_of(self, claim: Claim) -> tuple[datetime, str]:
        """Give the sorting key of a claim: when it could be known, then its id."""
        return self.document_of(claim).known_at, claim.id


def hear(
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    registry: SpeakerRegistry,
    parameters: Parameters,
    as_of: datetime | None,
) -> Testimony:
    """Give the testimony that could be known at ``as_of`` (None: all of it)."""
    heard = [c for c in claims if as_of is None or documents[c.document_id].known_at <= as_of]
    heard.sort(key=lambda claim: (documents[claim.document_id].known_at, claim.id))
    used = {claim.document_id: documents[claim.document_id] for claim in heard}
    sentences = {c.id: c.sentence.of(used[c.document_id].text) or c.content_text for c in heard}
    return Testimony(
        claims=tuple(heard),
        documents=used,
        voices={c.id: voice_of(c, used[c.document_id], registry, parameters) for c in heard},
        document_copies=group_copies({key: used[key].text for key in used}, parameters.document_copies),
        sentence_copies=group_copies(sentences, parameters.sentence_copies),
        registry=registry,
        parameters=parameters,
    )
