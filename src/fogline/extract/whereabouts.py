"""Whereabouts: at which places an event is said to be.

Coding rules 'One claim or two', 'What carries over' and 'Movement' of docs/claims.md.
"""

from __future__ import annotations

import re
from itertools import pairwise

from fogline.extract.backreferences import refer_back
from fogline.extract.context import Reading
from fogline.extract.locations import is_location, preposition_of
from fogline.extract.mention import EventMention
from fogline.extract.place_mentions import mention_place
from fogline.extract.scene import Scene
from fogline.extract.toponyms import Toponym
from fogline.extract.tree import SUBJECTS, Tree
from fogline.model import EventType, PlaceMention
from fogline.places import PlaceKind, distance_km

_LONGEST_LABEL = 6
"""Tokens before the colon of an item's label."""
_BEARING = re.compile(
    r",\s+(?:just |some |about |around )?(?:[\d.,]+\s*(?:km|kilomet(?:re|er)s|miles|mi)\s+)?"
    r"(?:to the )?(?:north|south|east|west)(?:-?(?:east|west))?\s+of\s+(?:the\s+)?(?:city of |town of )?",
    re.IGNORECASE,
)
_WIDE = (PlaceKind.COUNTRY, PlaceKind.CONTINENT)
_LEAVING = frozenset((EventType.WITHDREW,))
_ARRIVING = frozenset((EventType.ADVANCED, EventType.MOVED))


def find_whereabouts(scene: Scene, event: EventMention, content: set[int], said: frozenset[int]) -> list[PlaceMention]:
    """Give the places of an event: those of its own words, else those the sentence carries over to it.

    ``said`` are the tokens that its speaker says; where the speaker was when saying it is no place of the event.
    """
    heads = [h for h in scene.toponym_heads() if (h in said or h in content) and is_location(scene, h, event)]
    own = _without_labels(scene, _without_asides(scene, event, [h for h in heads if h in content]))
    unlocated = [] if own else _unlocated(scene, content)
    if unlocated:
        return unlocated
    narrow = [h for h in heads if scene.toponyms[h].place.kind not in _WIDE]
    chosen = _by_movement(scene, event, own) or _by_movement(scene, event, _carried_over(scene, event, narrow))
    chosen = _with_listed(scene, _without_bearings(scene, chosen), heads)
    if not chosen:
        return refer_back(scene, event, content)
    places = [mention_place(scene, h) for h in chosen]
    return _most_specific(places, [scene.toponyms[h] for h in chosen], scene.reading)


def _without_asides(scene: Scene, event: EventMention, heads: list[int]) -> list[int]:
    """Drop the places of a relative clause where the event's own clause names one: 'holds X, WHICH puts Y …'."""
    tree = scene.tree
    asides = {k for c in tree.subtree(event.trigger) if tree.deps[c] == "relcl" for k in tree.subtree(c)}
    return [h for h in heads if h not in asides] or heads


def _without_labels(scene: Scene, heads: list[int]) -> list[int]:
    """Drop the place of an item's label where the item names one of its own: 'HASAKAH: gunmen near Shaddadi'."""
    words = scene.tree.words
    colon = next((k for k, word in enumerate(words[:_LONGEST_LABEL]) if word == ":"), 0)
    return [h for h in heads if h > colon] or heads


def _without_bearings(scene: Scene, heads: list[int]) -> list[int]:
    """Drop a place that only tells where another one lies: 'at Mellit, NORTH OF EL FASHER'."""
    kept = []
    for h in heads:
        span = scene.toponyms[h].span
        ends = [scene.toponyms[o].span.end for o in heads if scene.toponyms[o].span.end < span.start]
        between = scene.reading.text[max(ends) : span.start] if ends else ""
        if not _BEARING.fullmatch(between):
            kept.append(h)
    return kept


def _with_listed(scene: Scene, chosen: list[int], heads: list[int]) -> list[int]:
    """Add the places that stand in one list with a chosen one ('A, B and C'), however the parser joined them."""
    listed = sorted(heads, key=lambda h: scene.toponyms[h].span)
    kept = set(chosen)
    for these, those in (*pairwise(listed), *pairwise(reversed(listed))):
        first, last = sorted((scene.toponyms[these].span, scene.toponyms[those].span))
        between = scene.reading.text[first.end : last.start].strip(" ,").lower()
        if these in kept and between in scene.lexicon.words("grammar", "whereabouts", "listing"):
            kept.add(those)
    return [h for h in heads if h in kept]


def _unlocated(scene: Scene, content: set[int]) -> list[PlaceMention]:
    """Give the places of its words that no gazetteer knows: the name as printed, without a position."""
    tree = scene.tree
    names = [i for i in sorted(content) if tree.words[i] in scene.reading.located and tree.tags[i].startswith("NNP")]
    names = [
        i for i in names if i not in scene.units and tree.deps[i] in ("pobj", "dobj", "nsubjpass", "conj", "nsubj")
    ]
    return [PlaceMention(tree.words[i], None, None, tree.span(i, i), None, "settlement") for i in names]


def _carried_over(scene: Scene, event: EventMention, heads: list[int]) -> list[int]:
    """Give the places of the nearest clause around the event, or those at the head of the sentence."""
    tree = scene.tree
    here = event.trigger
    while tree.heads[here] != here:
        here = tree.heads[here]
        if not tree.is_verb(here):
            continue
        around = [h for h in heads if tree.clause(h) == here]
        if around:
            return around
    leading = [h for h in heads if h < event.trigger]
    below = [h for h in heads if _is_below(tree, tree.clause(h), event.trigger)]
    return leading[-1:] or below[:1]


def _is_below(tree: Tree, clause: int, trigger: int) -> bool:
    """Say whether a clause depends on an event's clause, and is not another main one joined to it by 'and'."""
    top = tree.clause(trigger)
    here = clause
    while here != top and tree.heads[here] != here:
        if tree.deps[here] == "conj" and tree.child(here, *SUBJECTS) is not None:
            return False
        here = tree.heads[here]
    return here == top


def _by_movement(scene: Scene, event: EventMention, heads: list[int]) -> list[int]:
    """Give the end of a movement that counts: from where one withdraws, to where one advances."""
    tree = scene.tree
    start, end = (
        scene.lexicon.words("grammar", "whereabouts", "from"),
        scene.lexicon.words("grammar", "whereabouts", "towards"),
    )
    if event.type in _LEAVING:
        leaving = [h for h in heads if preposition_of(tree, h) in start or _is_object(tree, h)]
        return leaving or [h for h in heads if preposition_of(tree, h) not in end]
    if event.type in _ARRIVING and len(heads) > 1:
        arriving = [h for h in heads if preposition_of(tree, h) in end]
        return arriving or [h for h in heads if preposition_of(tree, h) not in start] or heads
    if event.type is EventType.MOVED or event.type.family == "combat":
        leaves = [h for h in heads if preposition_of(tree, h) in start and tree.is_verb(_governor(tree, h))]
        return [h for h in heads if h not in leaves] or (heads if event.type.family == "combat" else [])
    return heads


def _is_object(tree: Tree, i: int) -> bool:
    """Say whether a place is the object of its verb, also as 'left A AND A PART OF B'."""
    while tree.deps[i] == "conj" or (tree.deps[i] == "pobj" and tree.lower[tree.heads[i]] == "of"):
        i = tree.heads[i] if tree.deps[i] == "conj" else tree.heads[tree.heads[i]]
    return tree.deps[i] == "dobj"


def _governor(tree: Tree, i: int) -> int:
    """Give the word that the preposition before a noun belongs to."""
    while tree.deps[i] in ("conj", "compound", "nmod"):
        i = tree.heads[i]
    return tree.heads[tree.heads[i]]


def _is_direction(toponym: Toponym, reading: Reading) -> bool:
    """Say whether a name only gives the direction of a front: 'in the Kupiansk direction'."""
    after = reading.text[toponym.span.end : toponym.span.end + 12].split()
    return bool(after) and after[0].strip(",.:;") in reading.knowledge.lexicon.words(
        "grammar", "whereabouts", "directions"
    )


def _most_specific(places: list[PlaceMention], toponyms: list[Toponym], reading: Reading) -> list[PlaceMention]:
    """Drop the region or country around a settlement that is also named."""
    pairs = list(zip(places, toponyms, strict=True))
    if len(pairs) > 1:
        pairs = [(p, t) for p, t in pairs if not _is_direction(t, reading)] or pairs
    points = [t.place for _, t in pairs if t.place.kind is PlaceKind.SETTLEMENT]
    narrow = [t.place for _, t in pairs if t.place.kind not in _WIDE]
    kept = []
    for mention, toponym in pairs:
        place = toponym.place
        if place.kind is PlaceKind.SETTLEMENT:
            kept.append(mention)
        elif place.kind in _WIDE:
            if not narrow:
                kept.append(mention)
        elif not any(distance_km(p.lat, p.lon, place.lat, place.lon) < max(2 * place.radius_km, 250) for p in points):
            kept.append(mention)
    seen: dict[tuple[float | None, float | None], PlaceMention] = {}
    for mention in kept:
        seen.setdefault((mention.lat, mention.lon), mention)
    return list(seen.values())
