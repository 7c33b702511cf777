"""Locations: whether a toponym tells where an event was, or names a party, an institution or somebody's home."""

from __future__ import annotations

from fogline.extract.mention import EventMention
from fogline.extract.scene import Scene
from fogline.extract.tree import Tree
from fogline.model import EventType
from fogline.places import PlaceKind

_WIDE = (PlaceKind.COUNTRY, PlaceKind.CONTINENT)


def is_location(scene: Scene, head: int, event: EventMention) -> bool:
    """Say whether a toponym tells where, and is not a party ('Russia said') or part of an institution's name."""
    tree, place = scene.tree, scene.toponyms[head].place
    first = head
    while tree.deps[first] == "conj" and tree.heads[first] in scene.toponyms:
        first = tree.heads[first]
    if tree.deps[first] in ("compound", "nmod", "amod", "poss"):
        return _modifier_is_location(scene, tree.heads[first], event, tree.deps[first] == "poss")
    if _is_party_here(scene, head, tree.deps[first], event) or _is_told(scene, first):
        return False
    if tree.deps[first] == "pobj" and _is_origin(scene, tree.heads[first], event):
        return False
    if tree.deps[first] == "pobj":
        return _object_is_location(scene, tree.heads[first], event, place.kind in _WIDE)
    return True


def _is_region(scene: Scene, above: int) -> bool:
    beside = [c for c in scene.tree.children[above] if c in scene.toponyms]
    return any(scene.toponyms[c].place.kind is PlaceKind.REGION for c in beside)


def _is_told(scene: Scene, i: int) -> bool:
    """Say whether a noun names to whom something is said: 'he told A MOSCOW RADIO STATION'."""
    tree = scene.tree
    bases = {base[0] for base in scene.lexicon.verbs.get(tree.lower[tree.heads[i]])}
    return tree.deps[i] in ("dobj", "dative") and "tell" in bases


def _is_origin(scene: Scene, preposition: int, event: EventMention) -> bool:
    """Say whether a place only tells where somebody comes from or holds office.

    'a sergeant FROM POLTAVA', 'a column FROM MANDALAY was ambushed near Kyaukme', 'the bishop OF GOMA called for'.
    """
    tree = scene.tree
    above = tree.heads[preposition]
    if tree.is_verb(above):
        return False
    if tree.lower[preposition] == "from":
        return event.type is not EventType.WITHDREW and bool(
            scene.classes(above) & {"force", "person", "civilian", "convoy"}
        )
    return tree.lower[preposition] == "of" and above == event.agent and "officer" in scene.classes(above)


def _modifier_is_location(scene: Scene, above: int, event: EventMention, possessive: bool) -> bool:
    """Say whether a toponym before a noun places it: 'the Izium garrison', not 'the Kharkiv Institute'."""
    tree = scene.tree
    positional = scene.lexicon.words("grammar", "whereabouts", "positional")
    if _is_told(scene, above):
        return False
    if tree.lower[above] == "states" and scene.toponyms and not _is_region(scene, above):
        return False  # 'the Alliance of Sahel States'
    if above in scene.toponyms or tree.lower[above] in positional or above == event.trigger_last:
        return True
    ground = bool(scene.classes(above) & {"territory", "building"})
    return ground and (possessive or not tree.words[above][:1].isupper())


def _is_party_here(scene: Scene, head: int, dep: str, event: EventMention) -> bool:
    """Say whether a toponym acts or suffers in its clause and so is a party rather than a place."""
    place = scene.toponyms[head].place
    if (
        place.kind in _WIDE
        and event.type is EventType.DEMANDED
        and preposition_of(scene.tree, head) in ("on", "to", "upon")
    ):
        return True
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
    if word == "by" and scene.classes(scene.tree.heads[preposition]) & {"territory", "building"}:
        return True
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


def preposition_of(tree: Tree, i: int) -> str:
    """Give the preposition before a noun or the list that it stands in; empty where there is none."""
    while tree.deps[i] in ("conj", "compound", "nmod"):
        i = tree.heads[i]
    return tree.lower[tree.heads[i]] if tree.deps[i] == "pobj" else ""
