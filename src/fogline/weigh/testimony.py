"""Testimony: all claims that may be heard at a moment, with who says each and which texts are copies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from fogline.model import Claim, Document
from fogline.speakers import SpeakerRegistry
from fogline.weigh.copies import group_copies
from fogline.weigh.known import KnownSpeakers
from fogline.weigh.parameters import Parameters
from fogline.weigh.voices import Voice, is_bare_title, voice_of


@dataclass(frozen=True, slots=True)
class Testimony:
    """What is heard: claims in the order in which they could be known, their documents, voices and copies."""

    claims: tuple[Claim, ...]
    documents: Mapping[str, Document]
    by_document: Mapping[str, Sequence[Claim]]
    voices: Mapping[str, Voice]
    """By claim id."""
    document_copies: Mapping[str, str]
    """Document id -> group of near-identical documents; documents without a copy are left out."""
    sentence_copies: Mapping[str, str]
    """Claim id -> group of claims in near-identical sentences."""
    known: KnownSpeakers
    parameters: Parameters

    def document_of(self, claim: Claim) -> Document:
        """Give the document in which a claim stands."""
        return self.documents[claim.document_id]

    def copy_of(self, claim: Claim, what: str) -> str | None:
        """Give the group of near-identical ``sentence`` or whole ``text`` that a claim stands in, if there is one."""
        if what == "sentence":
            return self.sentence_copies.get(claim.id)
        return self.document_copies.get(claim.document_id)

    def source_of(self, claim: Claim) -> str:
        """Give the key under which copies of one sentence, and one speaker's repetitions, count once."""
        return self.sentence_copies.get(claim.id) or self.voices[claim.id].key

    def day_of(self, claim: Claim) -> date:
        """Give the day on which a claim was published, or first read."""
        document = self.document_of(claim)
        return document.published_day or document.known_at.date()

    def in_document(self, document_id: str) -> Sequence[Claim]:
        """Give the claims of one document."""
        return self.by_document[document_id]

    def publisher_side(self, claim: Claim) -> str | None:
        """Give the side of who prints a claim, None when it is not known or has none."""
        publisher = self.document_of(claim).publisher
        known = self.known.find(publisher) if publisher else None
        return known.side if known else None

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
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in heard:
        by_document[claim.document_id].append(claim)
    known = KnownSpeakers(registry)
    said = {c.id: (c.sentence.of(used[c.document_id].text), c.content_text) for c in heard}
    texts = {key: (used[key].text,) for key in used}
    return Testimony(
        claims=tuple(heard),
        documents=used,
        by_document=by_document,
        voices=_voices(by_document, used, known, parameters),
        document_copies=group_copies(texts, parameters.document_copies),
        sentence_copies=group_copies(said, parameters.sentence_copies),
        known=known,
        parameters=parameters,
    )


def _voices(
    by_document: Mapping[str, Sequence[Claim]],
    documents: Mapping[str, Document],
    known: KnownSpeakers,
    parameters: Parameters,
) -> dict[str, Voice]:
    """Give who says each claim; 'the official' is who of that kind spoke last before in the same text."""
    found: dict[str, Voice] = {}
    for document, claims in by_document.items():
        last: dict[str, Voice] = {}
        for claim in sorted(claims, key=lambda claim: (claim.content.start, claim.id)):
            voice = voice_of(claim, documents[document], known, parameters)
            voice = last.get(voice.kind, voice) if is_bare_title(voice) else voice
            last[voice.kind] = voice
            found[claim.id] = voice
    return found
