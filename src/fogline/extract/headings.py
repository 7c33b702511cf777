"""Headings: what the first line of a briefing and the heading of a list hand down to what follows."""

from __future__ import annotations

import re
from dataclasses import replace

from fogline.extract.claims import Heading, SentenceClaims
from fogline.extract.days import find_days
from fogline.extract.scene import Scene
from fogline.extract.voices import resolve_voice
from fogline.extract.whereabouts import area_mention
from fogline.model import PlaceMention, Said

_DIRECTIONS = frozenset(("direction", "directions", "axis", "front", "sector", "region", "area", "oblast", "district", "province"))
_OPENING = 3
"""A briefing names its body within its first lines."""
_OPENING_VERBS = frozenset(("report", "inform", "announce", "provide", "issue", "publish", "release", "brief", "state", "say", "present", "give"))
_HANDED_DOWN = re.compile(r"\b(?:past|last|previous)\s+(?:\d+\s+)?(?:hours?|days?|night|week)\b|\bovernight\b|\byesterday\b", re.IGNORECASE)


def read_heading(read: SentenceClaims, above: Heading) -> Heading:
    """Give what holds below a sentence: the speaker of a briefing, the area of a list's part, its days."""
    scene = read.scene
    sentence = scene.tree.sentence
    heading = above
    if sentence.first:
        heading = replace(heading, places=())
    speaker = _briefing_speaker(read)
    if speaker:
        heading = replace(heading, speaker=speaker)
        scene.reading.own_side = speaker.side
    if _hands_down_days(scene, bool(speaker)):
        days = find_days(scene.reading.text, sentence.span, scene.reading.day, scene.reading.knowledge.lexicon)
        if days:
            widest = max(days, key=lambda d: d.days.end - d.days.start)
            heading = replace(heading, days=widest.days)
    places = _direction(scene)
    return replace(heading, places=places) if places else heading


def _hands_down_days(scene: Scene, briefing: bool) -> bool:
    """Say whether the days of a line hold for the items below it: 'over the past 24 hours', a date as a heading."""
    sentence = scene.tree.sentence
    words = sentence.span.of(scene.reading.text)
    if (briefing or sentence.heading) and _HANDED_DOWN.search(words):
        return True
    return sentence.heading and words.endswith(":")


def _briefing_speaker(read: SentenceClaims) -> Said | None:
    """Give the body that 'reports the following' in an opening line that itself states no event."""
    scene = read.scene
    tree = scene.tree
    if read.claims or tree.sentence.paragraph >= _OPENING:
        return None
    for i in range(len(tree)):
        bases = {base[0] for base in scene.reading.knowledge.lexicon.verbs.get(tree.lower[i])} | {tree.lower[i].rstrip("s")}
        if tree.deps[i] != "ROOT" or not bases & _OPENING_VERBS:
            continue
        source = tree.child(i, "nsubj")
        said = resolve_voice(scene, source) if source is not None else None
        if said and said.kind in ("official", "military", "ngo", "armed_group") and not tree.child(i, "ccomp"):
            return said
    return None


def _direction(scene: Scene) -> tuple[PlaceMention, ...]:
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
