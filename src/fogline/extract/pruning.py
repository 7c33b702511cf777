"""Pruning: which of the events that a sentence names are claims of their own: absorbed, split, dropped.

Coding rules 'One claim or two' and 'Demands' of docs/claims.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.extract.mention import EventMention
from fogline.extract.scene import Scene
from fogline.extract.tree import Tree
from fogline.model import EventType


def prune_events(scene: Scene, found: Sequence[EventMention]) -> list[EventMention]:
    """Give the events that count: without what another event holds already, losses told apart."""
    verbs = {event.trigger for event in found if event.verb}
    kept = [event for event in found if event.verb or not _is_absorbed(scene, event, found, verbs)]
    kept = [event for event in kept if not _is_background(scene, event)]
    return [part for event in _without_demanded(scene.tree, kept) for part in _split_losses(scene, event)]


def _is_absorbed(scene: Scene, event: EventMention, found: Sequence[EventMention], verbs: set[int]) -> bool:
    """Say whether an event noun belongs to another event and is no claim of its own."""
    tree = scene.tree
    i = _counted_head(scene, event.trigger_last)
    governor, dep = tree.heads[i], tree.deps[i]
    if dep == "conj":
        governor, dep = tree.heads[governor], tree.deps[governor]
    if event.type.family in ("losses",) and dep in ("nsubj", "nsubjpass", "dobj", "ROOT", "attr"):
        return governor in verbs and any(o.trigger == governor and o.type == event.type for o in found)
    if event.type.family == "combat" and _causes_harm(scene, governor, dep, found):
        return False
    if governor in verbs and dep in ("dobj", "nsubj", "nsubjpass", "attr", "agent"):
        return True
    if dep in ("pobj", "pcomp"):
        return not _stands_alone(scene, governor, verbs)
    return dep not in ("nsubj", "nsubjpass", "dobj", "attr", "ROOT", "dep", "appos", "ccomp")


def _counted_head(scene: Scene, i: int) -> int:
    """Give the noun that counts an event noun: 'DOZENS of strikes', else the noun itself."""
    tree = scene.tree
    prep = tree.heads[i]
    if tree.deps[i] == "pobj" and tree.lower[prep] == "of" and scene.content_noun(tree.heads[prep]) == i:
        return tree.heads[prep]
    return i


def _causes_harm(scene: Scene, governor: int, dep: str, found: Sequence[EventMention]) -> bool:
    """Say whether an attack is named as what killed or destroyed: two actions, two claims."""
    tree = scene.tree
    harmed = {e.trigger for e in found if e.verb and e.type.family in ("losses", "infrastructure")}
    if dep == "nsubj":
        return governor in harmed
    return (
        dep == "pobj"
        and tree.heads[governor] in harmed
        and tree.lower[governor] in scene.lexicon.words("grammar", "events", "harming")
    )


def _stands_alone(scene: Scene, prep: int, verbs: set[int]) -> bool:
    """Say whether an event noun behind a preposition carries its clause: 'responded with an attack on X'."""
    tree = scene.tree
    above = tree.heads[prep]
    return (
        tree.is_verb(above)
        and above not in verbs
        and tree.lower[prep] in scene.lexicon.words("grammar", "events", "carrying")
    )


def _is_background(scene: Scene, event: EventMention) -> bool:
    """Say whether a relative clause only says whose a place was: 'the towns that Russia had held'."""
    tree = scene.tree
    state = tree.lower[event.trigger] in scene.lexicon.words("grammar", "events", "holding")
    return event.verb and tree.deps[event.trigger] == "relcl" and state


def _without_demanded(tree: Tree, events: list[EventMention]) -> list[EventMention]:
    """Drop the events that a reported call asks for: there the call itself is the news."""
    asked: set[int] = set()
    for event in events:
        if event.type is EventType.DEMANDED:
            asked |= tree.subtree(event.trigger) - {event.trigger}
            asked -= {
                k for c in tree.each(event.trigger, "conj", "advcl", "parataxis", "relcl") for k in tree.subtree(c)
            }
    return [e for e in events if e.trigger not in asked or e.type is EventType.SILENT]


def _split_losses(scene: Scene, event: EventMention) -> list[EventMention]:
    """Give a loss of people and things as two events ('lost 200 men and three tanks')."""
    if event.type not in (EventType.KILLED, EventType.EQUIPMENT):
        return [event]
    named = scene.tree.patient(event.trigger) if event.verb else _amount(scene, event)
    if named is None:
        return [event]
    classes = [scene.own_classes(k) for k in scene.tree.conjuncts(named)]
    people = any(c & {"force", "person", "civilian"} for c in classes)
    things = any(c & {"equipment", "supplies"} and not c & {"force", "person"} for c in classes)
    if not (people and things):
        return [event]
    return [replace(event, type=EventType.KILLED), replace(event, type=EventType.EQUIPMENT)]


def _amount(scene: Scene, event: EventMention) -> int | None:
    """Give what a noun of loss comes to: 'losses amounted to 60 men and three trucks', 'losses of 60 men'."""
    tree = scene.tree
    governor = tree.heads[event.trigger_last]
    if tree.deps[event.trigger_last] == "nsubj":
        for c in tree.children[governor]:
            if tree.deps[c] in ("attr", "dobj") and tree.is_noun(c):
                return c
            if tree.deps[c] == "prep" and tree.lower[c] in scene.lexicon.words("grammar", "events", "amounts"):
                return _past_up_to(tree, c)
    return event.target


def _past_up_to(tree: Tree, prep: int) -> int | None:
    inner = tree.child(prep, "pobj")
    nested = tree.child(prep, "prep")
    return inner if inner is not None else _past_up_to(tree, nested) if nested is not None else None
