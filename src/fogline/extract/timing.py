"""Timing: on which days an event was, among the days that its sentence names.

Coding rules 'What carries over' and 'Days' of docs/claims.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from fogline.extract.days import DayMention
from fogline.extract.mention import EventMention
from fogline.extract.scene import Scene
from fogline.model import DayRange, Modality, Span


def choose_days(scene: Scene, event: EventMention, days: Sequence[DayMention], content: Span) -> DayRange | None:
    """Give when an event was: the day in its own words, else the nearest that is not the day of saying."""
    told_before = _told_before(scene, event)
    if told_before is not None:
        return told_before
    inside = [d for d in days if content.start <= d.span.start < content.end]
    if inside:
        return inside[0].days
    usable = [d for d in days if not _is_day_of_saying(scene, event, d)]
    if usable:
        return min(usable, key=lambda d: min(abs(d.span.start - content.end), abs(content.start - d.span.end))).days
    return None


def _told_before(scene: Scene, event: EventMention) -> DayRange | None:
    """Give when an event was that another one follows by far: 'retook the town MONTHS AFTER it had fallen'.

    'Months' are two to twelve of them, 'two months' are those, half a month more or less.
    """
    tree, published = scene.tree, scene.reading.day
    after = any(tree.lower[c] == "after" for c in tree.each(event.trigger, "mark", "prep"))
    unit = tree.child(event.trigger, "npadvmod")
    days = scene.lexicon.table["time"]["spans"].get(tree.lower[unit]) if unit is not None else None
    if tree.deps[event.trigger] != "advcl" or not after or unit is None or not days or published is None:
        return None
    number = tree.child(unit, "nummod")
    words = scene.lexicon.table["quantities"]["words"]
    count = words.get(tree.lower[number], tree.lower[number]) if number is not None else None
    if count is None:
        low, high = (2 * days, 12 * days) if tree.tags[unit] == "NNS" else (days, days)
    elif str(count).isdigit():
        low, high = int(count) * days - days // 2, int(count) * days + days // 2
    else:
        return None
    return DayRange(published - timedelta(days=high), published - timedelta(days=low))


def move_ahead(days: DayRange | None, modality: Modality, published: date | None) -> DayRange | None:
    """Move the day of a plan ahead: 'will meet on Thursday' is the next Thursday, 'by 30 June' the next June."""
    if days is None or published is None or modality is Modality.ACTUAL or days.end >= published:
        return days
    back = published - days.end
    if back < timedelta(days=7):
        return DayRange(days.start + timedelta(days=7), days.end + timedelta(days=7))
    if back > timedelta(days=150):
        return DayRange(days.start.replace(year=days.start.year + 1), days.end.replace(year=days.end.year + 1))
    return days


def _is_day_of_saying(scene: Scene, event: EventMention, day: DayMention) -> bool:
    """Say whether a day belongs to a verb of saying ('said on Tuesday') or to a clause further out."""
    tree = scene.tree
    token = next((i for i in range(len(tree)) if tree.end(i) > day.span.start), None)
    if token is None:
        return True
    clause = tree.clause(token)
    if clause in {event.trigger, tree.clause(event.trigger)}:
        return False
    bases = {base[0] for base in scene.lexicon.verbs.get(tree.lower[clause])}
    if bases & {cue.split()[0] for cue in scene.lexicon.cues} and clause in tree.ancestors(event.trigger):
        return True
    return clause not in tree.ancestors(event.trigger) and tree.heads[clause] not in (
        event.trigger,
        *tree.ancestors(event.trigger),
    )
