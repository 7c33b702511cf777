"""Headings: what the first line of a briefing and the heading of a list hand down to what follows."""

from __future__ import annotations

import re
from dataclasses import replace

from fogline.extract.claims import Heading, SentenceClaims
from fogline.extract.days import find_days
from fogline.extract.place_mentions import mention_place
from fogline.extract.scene import Scene
from fogline.extract.sentences import Sentence
from fogline.extract.tree import SUBJECTS
from fogline.extract.voices import resolve_voice
from fogline.model import PlaceMention, Said
from fogline.places import PlaceKind
from fogline.speakers import fold_name, kind_of

_OPENING = 3
"""A briefing names its body within its first lines;"""
_LATEST_OPENING = 10
"""after a letterhead a little later, when the line announces a list ('reported the following:')."""
_LONGEST_LABEL = 8
"""Tokens."""
_BODIES = frozenset(("official", "military", "ngo", "armed_group"))
_AFTER_NAME = re.compile(r"\s+[-–—|]\s+|[:,]\s+")
_HANDED_DOWN = re.compile(
    r"\bfor\s+(?:the\s+)?(?:\d|\w+day\b)|"
    r"\b(?:past|last|previous)\s+(?:\d+\s+)?(?:hours?|days?|night|week)\b|\bovernight\b|\byesterday\b",
    re.IGNORECASE,
)


def enter_sentence(heading: Heading, sentence: Sentence) -> Heading:
    """Give what still holds in a sentence: the area of a paragraph or list ends where the next one begins."""
    if sentence.first and not (heading.listed and (sentence.item or sentence.paragraph == heading.line + 1)):
        heading = replace(heading, places=(), listed=False)
    return replace(heading, line=sentence.paragraph)


def read_heading(read: SentenceClaims, above: Heading) -> Heading:
    """Give what holds below a sentence: the speaker of a briefing, the area of a list's part, its days."""
    scene = read.scene
    sentence = scene.tree.sentence
    heading = above
    speaker = _briefing_speaker(read)
    if speaker:
        heading = replace(heading, speaker=speaker)
        scene.reading.own_side = speaker.side
    if _hands_down_days(scene, bool(speaker)):
        days = find_days(scene.reading.text, sentence.span, scene.reading.day, scene.lexicon)
        if days:
            widest = max(days, key=lambda d: d.days.end - d.days.start)
            heading = replace(heading, days=widest.days)
    places = () if read.claims and sentence.heading else _direction(scene)
    if not places:
        return heading
    return replace(heading, places=places, listed=sentence.heading)


def _hands_down_days(scene: Scene, briefing: bool) -> bool:
    """Say whether the days of a line hold for the items below it: 'over the past 24 hours', a date as a heading."""
    sentence = scene.tree.sentence
    words = sentence.span.of(scene.reading.text)
    if (briefing or sentence.heading) and _HANDED_DOWN.search(words):
        return True
    if briefing and _spans_days(scene):
        return True
    if not sentence.heading:
        return False
    days = find_days(scene.reading.text, sentence.span, scene.reading.day, scene.lexicon)
    covered = sum(d.span.end - d.span.start for d in days)
    return words.endswith(":") or (sentence.paragraph > 0 and 2 * covered > len(words))


def _spans_days(scene: Scene) -> bool:
    span = scene.tree.sentence.span
    days = find_days(scene.reading.text, span, scene.reading.day, scene.lexicon)
    return any(d.days.start < d.days.end for d in days)


def _briefing_speaker(read: SentenceClaims) -> Said | None:
    """Give the body that 'reports the following' in an opening line that itself states no event."""
    scene = read.scene
    tree = scene.tree
    announced = scene.reading.text[: tree.sentence.span.end].endswith(":")
    if read.claims or tree.sentence.paragraph >= (_LATEST_OPENING if announced else _OPENING):
        return None
    if tree.sentence.item and tree.sentence.paragraph:
        return None
    return _reporting_body(scene) or _titled_body(scene) or _letterhead(scene)


def _letterhead(scene: Scene) -> Said | None:
    """Give the body whose name is the first line: 'MINISTRY OF DEFENCE – PRESS OFFICE'."""
    tree = scene.tree
    if not tree.sentence.heading or any(tree.tags[i] in ("VBD", "VBZ", "VBP", "MD") for i in range(len(tree))):
        return None
    words = tree.sentence.span.of(scene.reading.text)
    if kind_of(words) not in _BODIES or not words[:1].isupper():
        return None
    if kind_of(words) == "ngo" and fold_name(words) in fold_name(scene.reading.document.publisher or ""):
        return None  # a monitor's own name over its own report: the document's own voice (coding rule 'Briefings')
    head = next((i for i in range(len(tree)) if tree.heads[i] == i), 0)
    said = resolve_voice(scene, head)
    if said is None or said.kind not in _BODIES:
        return None
    name = _AFTER_NAME.split(said.name)[0]
    return replace(said, name=name) if kind_of(name) in _BODIES else said


def _titled_body(scene: Scene) -> Said | None:
    """Give the body of a title: 'Statement by the General Staff', 'Briefing of the Ministry of Defence'."""
    tree = scene.tree
    for i, word in enumerate(tree.lower):
        if word not in scene.lexicon.words("grammar", "headings", "titles") or tree.child(i, *SUBJECTS) is not None:
            continue
        for prep in tree.each(i, "prep", "agent"):
            inner = tree.child(prep, "pobj")
            if inner is not None and tree.lower[prep] in scene.lexicon.words("grammar", "headings", "title_makers"):
                said = resolve_voice(scene, inner)
                if said and said.kind in _BODIES:
                    return said
    return None


def _reporting_body(scene: Scene) -> Said | None:
    tree = scene.tree
    for i in range(len(tree)):
        bases = {base[0] for base in scene.lexicon.verbs.get(tree.lower[i])} | {tree.lower[i].rstrip("s")}
        if (
            tree.deps[i] != "ROOT"
            or not bases & scene.lexicon.words("grammar", "headings", "opening_verbs")
            or any(map(tree.is_verb, tree.each(i, "ccomp")))
        ):
            continue
        source = tree.child(i, "nsubj", "nsubjpass") if not tree.is_passive(i) else tree.agent(i)
        said = resolve_voice(scene, source) if source is not None else None
        if said and said.kind in _BODIES:
            return said
    return None


def _direction(scene: Scene) -> tuple[PlaceMention, ...]:
    """Give the area that a sentence names for what follows in its paragraph or list.

    It is the place of a heading ('Marib front') or of a label ('Gao region. …', 'Axis of Misrata: …').
    """
    label = _label_end(scene)
    for head in scene.toponym_heads():
        if scene.toponyms[head].place.kind in (PlaceKind.COUNTRY, PlaceKind.CONTINENT):
            continue
        if head < label:
            return (mention_place(scene, head),)
    return ()


def _label_end(scene: Scene) -> int:
    """Give the token behind a sentence's label: a short heading or opening, or the words before a colon."""
    tree = scene.tree
    verbless = not any(map(tree.is_verb, range(len(tree))))
    if len(tree) <= _LONGEST_LABEL and (tree.sentence.heading or (tree.sentence.first and verbless)):
        return len(tree)
    colon = next((k for k, word in enumerate(tree.words[:_LONGEST_LABEL]) if word in (":", "–", "—")), 0)
    return colon if tree.sentence.first and not any(map(tree.is_verb, range(colon))) else 0
