"""Whereabouts: at which places an event is said to be.

Coding rules 'One claim or two', 'What carries over' and 'Movement' of docs/claims.md.
"""

from __future__ import annotations

from itertools import pairwise

from fogline.extract.context import Reading
from fogline.extract.mention import EventMention
from fogline.extract.scene import Scene
from fogline.extract.toponyms import Toponym
from fogline.extract.tree import Tree
from fogline.model import EventType, PlaceMention
from fogline.places import PlaceKind, distance_km

_WIDE = (PlaceKind.COUNTRY, PlaceKind.CONTINENT)
_AREAS = frozenset(PlaceKind) - {PlaceKind.SETTLEMENT}
_LEAVING = frozenset((EventType.WITHDREW,))
_BACK = ("back", "bare_back", "determiners")
_ARRIVING = frozenset((EventType.ADVANCED, EventType.MOVED))


def find_whereabouts(scene: Scene, event: EventMention, content: set[int], said: frozenset[int]) -> list[PlaceMention]:
    """Give the places of an event: those of its own words, else those the sentence carries over to it.

    ``said`` are the tokens that its speaker says; where the speaker was when saying it is no place of the event.
    """
    heads = [h for h in scene.toponym_heads() if (h in said or h in content) and _is_location(scene, h, event)]
    own = [h for h in heads if h in content]
    unlocated = [] if own else _unlocated(scene, content)
    if unlocated:
        return unlocated
    chosen = _by_movement(scene, event, own) or _by_movement(scene, event, _carried_over(scene, event, heads))
    chosen = _with_listed(scene, chosen, heads)
    places = [_mention(scene, h) for h in chosen]
    if not places and scene.reading.last_settlement and _refers_back(scene, event, content):
        return [scene.reading.last_settlement]
    return _most_specific(places, [scene.toponyms[h] for h in chosen], scene.reading)


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


def _is_location(scene: Scene, head: int, event: EventMention) -> bool:
    """Say whether a toponym tells where, and is not a party ('Russia said') or part of an institution's name."""
    tree, place = scene.tree, scene.toponyms[head].place
    first = head
    while tree.deps[first] == "conj" and tree.heads[first] in scene.toponyms:
        first = tree.heads[first]
    if tree.deps[first] in ("compound", "nmod", "amod", "poss"):
        return _modifier_is_location(scene, tree.heads[first], event, tree.deps[first] == "poss")
    if _is_party_here(scene, head, tree.deps[first], event):
        return False
    if tree.deps[first] == "pobj":
        return _object_is_location(scene, tree.heads[first], event, place.kind in _WIDE)
    return True


def _modifier_is_location(scene: Scene, above: int, event: EventMention, possessive: bool) -> bool:
    """Say whether a toponym before a noun places it: 'the Izium garrison', not 'the Kharkiv Institute'."""
    tree = scene.tree
    positional = scene.lexicon.words("grammar", "whereabouts", "positional")
    if above in scene.toponyms or tree.lower[above] in positional or above == event.trigger_last:
        return True
    ground = bool(scene.classes(above) & {"territory", "building"})
    return ground and (possessive or not tree.words[above][:1].isupper())


def _is_party_here(scene: Scene, head: int, dep: str, event: EventMention) -> bool:
    """Say whether a toponym acts or suffers in its clause and so is a party rather than a place."""
    place = scene.toponyms[head].place
    if place.kind in _WIDE and dep in ("nsubj", "nsubjpass", "conj", "ROOT", "attr", "appos", "dobj"):
        return True
    if event.type.family == "politics" and dep in ("nsubj", "dobj", "nsubjpass"):
        return True
    if dep != "nsubj" or event.target == head:
        return False
    if event.agent == head and event.type in (EventType.CAPTURED, EventType.HELD, EventType.DAMAGED):
        return False
    settled = place.kind is PlaceKind.SETTLEMENT
    return not settled or scene.reading.knowledge.parties.state([scene.tree.words[head]]) is not None


def _object_is_location(scene: Scene, preposition: int, event: EventMention, wide: bool) -> bool:
    word = scene.tree.lower[preposition]
    if word == "of":
        return _of_is_location(scene, preposition, event, wide)
    return word not in scene.lexicon.words("grammar", "whereabouts", "not_places")


def _of_is_location(scene: Scene, of: int, event: EventMention, wide: bool) -> bool:
    governor = scene.tree.heads[of]
    word = scene.tree.lower[governor]
    if word in scene.lexicon.words("grammar", "whereabouts", "institutions"):
        return False
    if not wide or governor == event.trigger_last:
        return True
    return word in scene.lexicon.words("grammar", "whereabouts", "positional") or word in scene.lexicon.words(
        "grammar", "whereabouts", "near"
    )


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
    return leading[-1:] if leading else heads[:1]


def _by_movement(scene: Scene, event: EventMention, heads: list[int]) -> list[int]:
    """Give the end of a movement that counts: from where one withdraws, to where one advances."""
    tree = scene.tree
    start, end = (
        scene.lexicon.words("grammar", "whereabouts", "from"),
        scene.lexicon.words("grammar", "whereabouts", "towards"),
    )
    if event.type in _LEAVING:
        leaving = [h for h in heads if _preposition(tree, h) in start or tree.deps[h] == "dobj"]
        return leaving or [h for h in heads if _preposition(tree, h) not in end]
    if event.type in _ARRIVING and len(heads) > 1:
        arriving = [h for h in heads if _preposition(tree, h) in end]
        return arriving or [h for h in heads if _preposition(tree, h) not in start] or heads
    return heads


def _preposition(tree: Tree, i: int) -> str:
    while tree.deps[i] in ("conj", "compound", "nmod"):
        i = tree.heads[i]
    return tree.lower[tree.heads[i]] if tree.deps[i] == "pobj" else ""


def _refers_back(scene: Scene, event: EventMention, content: set[int]) -> bool:
    """Say whether the words point back to the settlement named before: 'there', 'the town', 'retook it'."""
    tree = scene.tree
    back, bare, determiners = (scene.lexicon.words("grammar", "whereabouts", key) for key in _BACK)
    for i in content:
        word = tree.lower[i]
        if word == "there" and tree.deps[i] == "advmod":
            return True
        if word == "it" and i in (event.target, event.agent) and tree.deps[i] in ("dobj", "nsubjpass"):
            return event.type.family in ("control", "combat")
        if word in back and word not in bare:
            determiner = tree.child(i, "det")
            if (
                determiner is not None
                and tree.lower[determiner] in determiners
                and not any(c in scene.toponyms for c in tree.subtree(i))
            ):
                return True
    return False


def settlement_mention(scene: Scene, head: int) -> PlaceMention | None:
    """Give a toponym as the place that 'there' and 'the town' may later mean; None for areas."""
    if scene.toponyms[head].place.kind is not PlaceKind.SETTLEMENT:
        return None
    return _mention(scene, head)


def area_mention(scene: Scene, head: int) -> PlaceMention:
    """Give a toponym as the area of a list's part ('In the Kupiansk direction')."""
    return _mention(scene, head)


def _mention(scene: Scene, head: int) -> PlaceMention:
    toponym = scene.toponyms[head]
    place = toponym.place
    near = "near" if _is_near(scene, head) else "settlement"
    precision = "area" if place.kind in _AREAS else near
    geonameid = place.id if place.id > 0 else None
    return PlaceMention(place.name, place.lat, place.lon, toponym.span, geonameid, precision)


def _is_near(scene: Scene, head: int) -> bool:
    tree = scene.tree
    above = tree.heads[head]
    around = {tree.lower[above], tree.lower[tree.heads[above]]} | set(tree.lower[max(0, head - 3) : head])
    fronts = scene.lexicon.words("grammar", "whereabouts", "fronts")
    return bool(
        around & scene.lexicon.words("grammar", "whereabouts", "near") or fronts & set(tree.lower[head + 1 : head + 6])
    )


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
