"""Evidence: each claim as it is shown under a sentence and in the text of its document."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlsplit

from fogline.brief.harm import Screen
from fogline.brief.picture import Desk
from fogline.brief.voices import printer_name, short_title, voice_name
from fogline.brief.words import say_day, side_name
from fogline.model import Certainty, Claim, Document, Modality, Polarity, Span
from fogline.places import Gazetteer

CONTEXT = 110
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of shown text: plain, ``claim`` (part of a claim's words) or ``withheld``."""

    text: str
    kind: str
    anchors: tuple[str, ...] = ()
    """Claims that begin here."""


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim, ready to be shown."""

    anchor: str
    pieces: tuple[Piece, ...]
    speaker: str
    about: str
    """Kind and side of the speaker."""
    chain: tuple[str, ...]
    """Who relays it, innermost first, then 'printed by …'; empty for a report's own voice."""
    day: str
    manner: str
    """How it is put, where it is not a plain statement of fact."""
    grade: str
    url: str | None
    document: str


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document with its claims marked."""

    anchor: str
    title: str
    publisher: str
    day: str
    url: str | None
    claims: int
    sha256: str
    pieces: tuple[Piece, ...]


def anchor_of(record_id: str) -> str:
    """Give the fragment under which a claim or document stands on the page."""
    return f"{record_id[0]}-{record_id[1:13]}"


def show_claim(claim: Claim, desk: Desk, screen: Screen, gazetteer: Gazetteer) -> ClaimView:
    """Give a claim with its exact words marked inside their sentence and some context."""
    document = desk.document_of(claim)
    speaker = claim.speaker
    start, end = _context(document.text, claim)
    about = (
        [speaker.kind.replace("_", " "), side_name(speaker.side, gazetteer) if speaker.side else ""] if speaker else []
    )
    return ClaimView(
        anchor=anchor_of(claim.id),
        pieces=(
            *((Piece("… ", "plain"),) if start > claim.sentence.start else ()),
            *cut_pieces(document, Span(start, end), [claim], screen),
            *((Piece(" …", "plain"),) if end < claim.sentence.end else ()),
        ),
        speaker=voice_name(claim, desk, screen),
        about=", ".join(part for part in about if part) or "in its own voice",
        chain=(*map(screen.clean, claim.via), *((_printed_by(document, desk, screen),) if speaker else ())),
        day=say_day(document.published_day) if document.published_day else "undated",
        manner=_manner(claim),
        grade=", ".join(sorted({event.grade for event in desk.events_of_claim.get(claim.id, ())})),
        url=safe_url(document.url),
        document=short_title(document, screen),
    )


def show_document(document: Document, claims: Sequence[Claim], screen: Screen) -> DocumentView:
    """Give a document's text with all its claims marked and what is withheld left out."""
    shown = [claim for claim in claims if claim.id not in screen.hidden]
    return DocumentView(
        anchor=anchor_of(document.id),
        title=short_title(document, screen, 120),
        publisher=document.publisher or "unsigned",
        day=say_day(document.published_day) if document.published_day else "undated",
        url=safe_url(document.url),
        claims=len(shown),
        sha256=document.sha256,
        pieces=tuple(cut_pieces(document, Span(0, len(document.text)), shown, screen)),
    )


def cut_pieces(document: Document, span: Span, claims: Sequence[Claim], screen: Screen) -> list[Piece]:
    """Give the text of a span cut where claims and masks begin and end; overlapping claims share their pieces."""
    masks = [m for m in screen.masks.get(document.id, ()) if m.span.start < span.end and m.span.end > span.start]
    ends = {span.start, span.end}
    for stretch in (*(c.content for c in claims), *(m.span for m in masks)):
        ends |= {min(max(x, span.start), span.end) for x in (stretch.start, stretch.end)}
    points = sorted(ends)
    starting: Mapping[int, tuple[str, ...]] = {
        x: tuple(anchor_of(c.id) for c in claims if c.content.start == x) for x in points
    }
    pieces: list[Piece] = []
    for left, right in pairwise(points):
        why = next((m.why for m in masks if m.span.start <= left < m.span.end), None)
        marked = any(c.content.start <= left < c.content.end for c in claims)
        if why:
            text = f"[{why} withheld]"
            if pieces and pieces[-1].kind == "withheld" and pieces[-1].text == text:
                continue
            pieces.append(Piece(text, "withheld", starting[left]))
        else:
            shown = _UNSEEN.sub("\ufffd", document.text[left:right])
            pieces.append(Piece(shown, "claim" if marked else "plain", starting[left]))
    return pieces


def safe_url(url: str | None) -> str | None:
    """Give a URL that a reader may follow, None for anything but http and https."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else None


def _printed_by(document: Document, desk: Desk, screen: Screen) -> str:
    return f"printed by {printer_name(document, desk, screen)}"


def _context(text: str, claim: Claim) -> tuple[int, int]:
    start = max(claim.sentence.start, claim.content.start - CONTEXT)
    end = min(claim.sentence.end, claim.content.end + CONTEXT)
    if start > claim.sentence.start:
        start = text.find(" ", start, claim.content.start) + 1 or claim.content.start
    if end < claim.sentence.end:
        space = text.rfind(" ", claim.content.end, end)
        end = space if space > 0 else claim.content.end
    return min(start, claim.content.start), max(end, claim.content.end)


def _manner(claim: Claim) -> str:
    parts = []
    if claim.polarity is Polarity.DENIED:
        parts.append("denied")
    if claim.certainty is not Certainty.CERTAIN:
        parts.append(f"put as {claim.certainty.value}")
    if claim.modality is not Modality.ACTUAL:
        parts.append({"future": "expected", "demanded": "asked for"}.get(claim.modality.value, "hypothetical"))
    return ", ".join(parts)
