"""Headline: the two to five events of greatest weight and consequence."""

from __future__ import annotations

import math
from datetime import timedelta

from fogline.brief.page import Note, Section, Sentence
from fogline.brief.sentences import Writer
from fogline.brief.words import read_phrases
from fogline.model import Event, EventType

MOST = 5
_NEWS = timedelta(days=14)
"""What lies further back than this before the period of the report is no news."""


def write_headline(writer: Writer) -> Section:
    """Give the headline picture, with an honest remark where there is nothing to say."""
    sentences: list[Sentence] = []
    seen: set[tuple[str, str]] = set()
    for event in sorted(writer.desk.events, key=lambda e: (-_rank(e), e.id)):
        key = (event.place.name if event.place else event.id, event.type.family)
        if len(sentences) == MOST or key in seen or event.type is EventType.SILENT or event.modality != "actual":
            continue
        if _is_history(event, writer):
            continue
        sentence = writer.tell(event)
        if sentence:
            seen.add(key)
            sentences.append(sentence)
    if not sentences:
        return Section("brief", "In brief", (Note(_nothing(writer)),))
    return Section("brief", "In brief", tuple(sentences))


def _is_history(event: Event, writer: Writer) -> bool:
    """Say whether an event lies weeks before what the report covers: told to explain, not as news."""
    period = writer.desk.period
    return bool(period and event.days and event.days.end < period[0] - _NEWS)


def _rank(event: Event) -> float:
    """Give consequence times how much is known: its probability, and with diminishing weight who says so."""
    known = math.log1p(event.independent_origins + 0.3 * len(event.claims))
    placed = 1.0 if event.place else 0.6
    return read_phrases().events[event.type].consequence * (0.2 + event.probability) * known * placed


def _nothing(writer: Writer) -> str:
    documents = len(writer.desk.picture.documents)
    if documents == 0:
        return "No document was read, so there is nothing to report."
    if not writer.desk.picture.claims:
        return f"In the {documents} document{'s' * (documents > 1)} read, no claim about an event of war was found."
    return "The claims that were found speak of no event that is said to have happened."
