"""Apart: what is said to have happened, expected, imagined and demanded of one place, kept apart."""

from __future__ import annotations

from fogline.brief.page import Block, Dispute, Section, Sentence, Version
from fogline.brief.sentences import Writer
from fogline.model import Event, EventType

READINGS = {
    "actual": "Said to have happened",
    "future": "Expected or feared",
    "hypothetical": "Only imagined or conditional",
    "demanded": "Demanded",
}
ALWAYS = frozenset({EventType.ENCIRCLED})


def write_apart(writer: Writer) -> Section | None:
    """Give events of one place and type by how they are spoken of, where that differs; rings always."""
    groups: dict[tuple[str, EventType], list[Event]] = {}
    for event in writer.desk.events:
        where = event.place.name if event.place else "place not given"
        groups.setdefault((where, event.type), []).append(event)
    blocks: list[Block] = []
    for (where, type_), events in sorted(groups.items()):
        if type_ in ALWAYS or any(event.modality != "actual" for event in events):
            dispute = _readings(writer, f"{where}: {writer.label(events[0])}", events)
            if dispute:
                blocks.append(dispute)
    lead = "The same words can tell of a fact, a fear or a wish. Here they stand apart."
    return Section("apart", "Happened, expected, imagined, demanded", tuple(blocks), lead) if blocks else None


def _readings(writer: Writer, title: str, events: list[Event]) -> Dispute | None:
    versions = []
    for modality, name in READINGS.items():
        told = [writer.tell(event, silence=False) for event in events if event.modality == modality]
        sentences: list[Sentence] = [sentence for sentence in told if sentence]
        if sentences:
            versions.append(Version(name, tuple(sentences)))
    return Dispute(title, tuple(versions)) if versions else None
