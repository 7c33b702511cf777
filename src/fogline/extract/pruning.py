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

_CLAUSAL = ("nsubj", "nsubjpass", "dobj", "attr", "ROOT", "dep", "appos", "ccomp")
"""Relations in which an event noun may carry a clause of its own."""


def prune_events(scene: Scene, found: Sequence[EventMention]) -> list[EventMention]:
    """Give the events that count: without what another event holds already, losses told apart."""
    verbs = {event.trigger for event in found if event.verb}
    kept = [event for event in found if event.verb or not _is_absorbed(scene, event, found, verbs)]
    kept = [event for event in kept if not (_is_background(scene, event) or _is_anonymity(scene, event))]
    kept = _without_shells(scene, kept)
    kept = _without_conditions(scene, _without_repeats(scene, kept))
    return [part for event in _without_demanded(scene.tree, kept) for part in _split_losses(scene, event)]


def _is_absorbed(scene: Scene, event: EventMention, found: Sequence[EventMention], verbs: set[int]) -> bool:
    """Say whether an event noun belongs to another event and is no claim of its own."""
    tree = scene.tree
    if tree.deps[event.trigger_last] == "amod":
        return tree.clause(event.trigger_last) in verbs
    i = _counted_head(scene, event.trigger_last)
    governor, dep = tree.heads[i], tree.deps[i]
    if dep == "pobj" and tree.lower[governor] == "among":
        return False
    if dep == "conj":
        governor, dep = tree.heads[governor], tree.deps[governor]
    if event.type.family in ("losses",) and dep in ("nsubj", "nsubjpass", "dobj", "ROOT", "attr"):
        return governor in verbs and any(o.trigger == governor and o.type == event.type for o in found)
    if event.type.family == "combat" and _causes_harm(scene, governor, dep, found):
        return False
    if dep in ("pobj", "pcomp"):
        return not (_stands_alone(scene, governor, verbs) or _stands_beside(scene, governor, event))
    counted = event.type.family == "losses" and tree.child(i, "nummod") is not None
    shares = governor in verbs and dep in ("dobj", "nsubj", "nsubjpass", "attr", "agent")
    return shares or (not counted and dep not in _CLAUSAL)


def _counted_head(scene: Scene, i: int) -> int:
    """Give the noun that counts an event noun: 'DOZENS of strikes', 'a NIGHT of fighting', else the noun itself."""
    tree = scene.tree
    prep = tree.heads[i]
    spans = scene.lexicon.words("grammar", "events", "spans")
    counted = scene.content_noun(tree.heads[prep]) == i or tree.lower[tree.heads[prep]] in spans
    if tree.deps[i] == "pobj" and tree.lower[prep] == "of" and counted:
        return tree.heads[prep]
    return i


def _causes_harm(scene: Scene, governor: int, dep: str, found: Sequence[EventMention]) -> bool:
    """Say whether an attack is named as what killed or destroyed: two actions, two claims."""
    tree = scene.tree
    harmed = {e.trigger for e in found if e.verb and e.type.family in ("losses", "infrastructure", "civilians")}
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


def _stands_beside(scene: Scene, prep: int, event: EventMention) -> bool:
    """Say whether an event noun is told beside another event or as the content of a report.

    'advanced AMID heavy shelling', 'reports OF the abduction of civilians', 'the threat OF encirclement'.
    """
    tree, lexicon = scene.tree, scene.lexicon
    above = tree.lower[tree.heads[prep]]
    if tree.lower[prep] == "of" and {above, above.removesuffix("s")} & lexicon.words("attribution", "nouns", "say"):
        return True
    if tree.lower[prep] == "of" and above in lexicon.words("grammar", "events", "fears"):
        return event.type.family == "control"
    return (
        event.type.family == "combat"
        and tree.lower[prep] in lexicon.words("grammar", "events", "beside")
        and tree.is_verb(tree.heads[prep])
    )


def _is_background(scene: Scene, event: EventMention) -> bool:
    """Say whether a relative clause only says whose a place was: 'the towns that Russia had held'."""
    tree = scene.tree
    state = tree.lower[event.trigger] in scene.lexicon.words("grammar", "events", "holding")
    dated = any(tree.lower[c] in ("still", "since", "until") for c in tree.children[event.trigger])
    return event.verb and tree.deps[event.trigger] == "relcl" and state and not dated


def _without_shells(scene: Scene, events: list[EventMention]) -> list[EventMention]:
    """Drop what only carries another event: 'CAME UNDER drone attack', 'the TOLL at 30 dead'."""
    tree = scene.tree
    nouns = [event for event in events if not event.verb]
    tolls = scene.lexicon.words("grammar", "events", "tolls")

    def is_shell(event: EventMention) -> bool:
        if event.verb and tree.lower[event.trigger_last] == "under":
            return any(tree.heads[n.trigger_last] == event.trigger_last for n in nouns)
        if event.verb or tree.lower[event.trigger_last] not in tolls:
            return False
        clause = tree.clause(event.trigger_last)
        return any(n is not event and n.type is event.type and tree.clause(n.trigger_last) == clause for n in nouns)

    return [event for event in events if not is_shell(event)]


def _without_repeats(scene: Scene, events: list[EventMention]) -> list[EventMention]:
    """Drop a verb that says the same once more: 'houses were destroyed AND DAMAGED', 'withdrawn TO REGROUP'."""
    tree = scene.tree
    types = {event.trigger: event.type for event in events if event.verb}
    arguments = ("dobj", "nsubj", "nsubjpass", "prep", "agent", "npadvmod", "prt", "nummod", "xcomp", "ccomp")

    nouns = {event.trigger_last: event.type for event in events if not event.verb}

    def repeats(event: EventMention) -> bool:
        head, dep = tree.heads[event.trigger], tree.deps[event.trigger]
        bare = tree.child(event.trigger, *arguments) is None
        if dep == "acl" and event.type.family == "politics":
            return nouns.get(head) is event.type  # 'a ceasefire BROKERED by Qatar'
        return bare and dep in ("conj", "advcl", "xcomp") and types.get(head) is event.type

    return [event for event in events if not (event.verb and repeats(event))]


def _is_anonymity(scene: Scene, event: EventMention) -> bool:
    """Say whether a clause only tells that a speaker wants no name: 'who asked not to be named'."""
    tree = scene.tree
    words = {tree.lower[k] for k in tree.subtree(event.trigger)}
    return tree.deps[event.trigger] in ("relcl", "acl", "advcl") and bool(
        words & scene.lexicon.words("grammar", "events", "anonymity")
    )


def _without_conditions(scene: Scene, events: list[EventMention]) -> list[EventMention]:
    """Drop what is only the condition of another event: 'IF THE BRIDGE FALLS, the army will withdraw'.

    Coding rule 'Conditions and plans': such a sentence is one claim, of what would follow.
    """
    tree = scene.tree
    kept = []
    for event in events:
        clause = _condition_around(scene, event.trigger)
        follows = clause is not None and any(
            o.trigger not in tree.subtree(clause) and tree.heads[clause] in (o.trigger, *tree.ancestors(o.trigger))
            for o in events
        )
        if not follows:
            kept.append(event)
    return kept


def _condition_around(scene: Scene, i: int) -> int | None:
    """Give the verb of the condition that a token stands in: 'if …', 'unless …', 'should the road be cut'."""
    tree = scene.tree
    marks = scene.lexicon.words("grammar", "scope", "if")
    for k in (i, *tree.ancestors(i)):
        if tree.deps[k] == "advcl":
            first = min(tree.subtree(k))
            marked = any(tree.lower[c] in marks and tree.deps[c] in ("mark", "advmod") for c in tree.children[k])
            if marked or (tree.lower[first] == "should" and tree.deps[first] == "aux"):
                return k
    return None


def _without_demanded(tree: Tree, events: list[EventMention]) -> list[EventMention]:
    """Drop the events that a reported call asks for: there the call itself is the news."""
    asked: set[int] = set()
    for event in events:
        if event.type is EventType.DEMANDED:
            below = tree.subtree(event.trigger)
            asked |= below - {event.trigger}
            asked -= {k for c in tree.each(event.trigger, "conj", "advcl", "parataxis") for k in tree.subtree(c)}
            asked -= {k for c in below if tree.deps[c] == "relcl" for k in tree.subtree(c)}
    return [e for e in events if e.trigger not in asked or e.type is EventType.SILENT]


def _split_losses(scene: Scene, event: EventMention) -> list[EventMention]:
    """Give a loss of people and things as two events ('lost 200 men and three tanks')."""
    if event.type not in (EventType.KILLED, EventType.EQUIPMENT):
        return [event]
    named = scene.tree.patient(event.trigger) if event.verb else _amount(scene, event)
    if named is None:
        return [event]
    lost = {named, *(scene.tree.each(event.trigger, "dobj") if event.verb else ())}
    classes = [scene.own_classes(k) for i in lost for k in scene.tree.conjuncts(i)]
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
