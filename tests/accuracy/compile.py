"""Turns annotations that quote the text into claim records with offsets.

    python -m tests.accuracy.compile DOCS.jsonl SRC.jsonl > GOLD.jsonl

Nothing is written unless every quotation is found and every value is one of the claim format.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from .records import (
    AnnotatedText,
    AnnotationError,
    Extent,
    GoldClaim,
    GoldTrigger,
    GoldVoice,
    QuotedClaim,
    QuotedVoice,
    Words,
    read_lines,
)


def compile_files(docs: Path, src: Path) -> list[GoldClaim]:
    """Give the annotated claims of a file in order; raises AnnotationError."""
    texts = {text.id: text.text for text in read_lines(docs, AnnotatedText)}
    try:
        return list(compile_claims(texts, read_lines(src, QuotedClaim)))
    except AnnotationError as error:
        raise AnnotationError(f"{src}: {error}") from error


def compile_claims(texts: Mapping[str, str], quoted: Iterable[QuotedClaim]) -> Iterable[GoldClaim]:
    """Give annotated claims with the offsets of what they quote; raises AnnotationError."""
    for claim in quoted:
        if claim.doc not in texts:
            raise AnnotationError(f"no document {claim.doc!r}")
        yield _compile_claim(texts[claim.doc], claim)


def _compile_claim(text: str, claim: QuotedClaim) -> GoldClaim:
    content = _find(text, claim.quote, claim.nth, Extent(start=0, end=len(text)))
    trigger = _find(text, claim.trigger, claim.trigger_nth, content)
    return GoldClaim(
        doc=claim.doc,
        content=Words(start=content.start, end=content.end, text=claim.quote),
        speaker=_compile_voice(text, claim.speaker) if claim.speaker else None,
        via=claim.via,
        event=GoldTrigger(type=claim.type, also=claim.also, start=trigger.start, end=trigger.end),
        actors=claim.actors,
        places=claim.places,
        time=claim.time,
        quantities=claim.quantities,
        polarity=claim.polarity,
        certainty=claim.certainty,
        modality=claim.modality,
        skip=claim.skip,
    )


def _compile_voice(text: str, voice: QuotedVoice) -> GoldVoice:
    found = _find(text, voice.quote, voice.nth, Extent(start=0, end=len(text))) if voice.quote else None
    return GoldVoice(
        name=voice.name,
        kind=voice.kind,
        side=voice.side,
        aliases=voice.aliases,
        start=found.start if found else None,
        end=found.end if found else None,
        text=voice.quote,
    )


def _find(text: str, quote: str, nth: int, within: Extent) -> Extent:
    """Give where a quotation stands for the nth time within a stretch of the text."""
    start = within.start - 1
    for _ in range(nth + 1):
        start = text.find(quote, start + 1, within.end)
        if start < 0 or not quote:
            raise AnnotationError(f"not found (nth={nth}): {quote!r}")
    return Extent(start=start, end=start + len(quote))


def main(arguments: list[str]) -> int:
    """Compile two files to standard output; gives the exit code."""
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        claims = compile_files(*map(Path, arguments))
    except AnnotationError as error:
        print(error, file=sys.stderr)
        return 1
    for claim in claims:
        print(claim.model_dump_json())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
