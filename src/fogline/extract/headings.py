"""Headings: what the first line of a briefing and the heading of a list hand down to what follows."""

from __future__ import annotations

from dataclasses import replace

from fogline.extract.claims import Heading, SentenceClaims
from fogline.extract.days import find_days
from fogline.extract.scene import Scene
from fogline.extract.whereabouts import area_mention
from fogline.model import Said

_DIRECTIONS = frozenset(("direction", "directions", "axis", "front", "sector", "region", "area", "oblast", "district", "province"))
_OPENING = 3
"""A briefing names its body within its first lines."""


def read_heading(read: SentenceClaims, above: Heading) -> Heading:
    """Give what holds below a sentence: the speaker of a briefing, the area of a list's part, its days."""
    scene = read.scene
    sentence = scene.tree.sentence
    heading = above
    if sentence.first:
        heading = replace(heading, places=())
    speaker = _briefing_speaker(read)
    if speaker and sentence.paragraph < _OPENING:
        heading = replace(heading, speaker=speaker)
    if sentence.heading or (speaker and sentence.paragraph < _OPENING):
        days = find_days(scene.reading.text, sentence.span, scene.reading.day, scene.reading.knowledge.lexicon)
        if days:
            widest = max(days, key=lambda d: d.days.end - d.days.start)
            heading = replace(heading, days=widest.days)
    places = _direction(scene)
    return replace(heading, places=places) if places else heading


def _briefing_speaker(read: SentenceClaims) -> Said | None:
    """Give the body that 'reports' in a line that itself states no event."""
    if read.claims:
        return None
    for attribution in read.attributions:
        said = read.voices.get(attribution.cue)
        if said and attribution.base in ("report", "say", "state", "inform", "announce", "publish", "brief", "release", "note"):
            return said
    return None


def _direction(scene: Scene) -> tuple:  # type: ignore[type-arg]
    """Give the area of 'In the Kupiansk direction, …' for the sentences that follow in its paragraph."""
    tree = scene.tree
    for head in scene.toponym_heads():
        above = tree.heads[head]
        leads = min(tree.subtree(above)) <= 2 and tree.lower[0] in ("in", "on", "along", "at")
        if (leads and tree.lower[above] in _DIRECTIONS and tree.deps[above] == "pobj") or (
            tree.sentence.heading and tree.lower[above] in _DIRECTIONS
        ):
            return (area_mention(scene, head),)
    return ()
