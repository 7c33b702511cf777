"""Background: figures that stand beside a claim of losses but are no part of any claim."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fogline.brief.harm import Screen
from fogline.brief.picture import Desk
from fogline.model import Claim, EventType, Span

LOSSES = frozenset({EventType.KILLED, EventType.WOUNDED, EventType.PRISONERS, EventType.EQUIPMENT})
_FIGURE = re.compile(
    r"(?<![\w.,])\d{1,3}(?:[,  ]?\d{3})+ (?!year|hour|km|kilomet|metre|mile)[a-zа-яіїєґ]{3,}|"
    r"(?<![\w.,])\d+(?:\.\d+)? (?:tons?|tonnes?|million|thousand)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[,;:.!?()\n]\s|[—–]")


def find_background(desk: Desk, screen: Screen) -> list[tuple[Claim, str]]:
    """Give the clauses with a figure that stand in the sentence of a claim of losses outside all claims' words."""
    found: dict[str, tuple[Claim, str]] = {}
    for claim in sorted(desk.picture.claims.values(), key=desk.order_of):
        if claim.type in LOSSES and claim.id not in screen.hidden:
            for words in _clauses(claim, desk):
                found.setdefault(words, (claim, screen.clean(words)))
    return list(found.values())


def _clauses(claim: Claim, desk: Desk) -> Iterator[str]:
    text = desk.document_of(claim).text
    start, end = claim.sentence.start, claim.sentence.end
    for match in _FIGURE.finditer(text, start, end):
        if not any(_covers(other, claim.document_id, match.span()) for other in desk.picture.claims.values()):
            left = max([m.end() for m in _BREAK.finditer(text, start, match.start())], default=start)
            right = next((m.start() for m in _BREAK.finditer(text, match.end(), end)), end)
            yield " ".join(Span(left, right).of(text).split()).strip(" .,;:")


def _covers(claim: Claim, document_id: str, span: tuple[int, int]) -> bool:
    return claim.document_id == document_id and claim.content.start < span[1] and span[0] < claim.content.end
