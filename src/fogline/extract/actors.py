"""Actors: the parties to an event, by side, role and unit."""

from __future__ import annotations

from collections.abc import Iterable

from fogline.extract.events import EventMention
from fogline.extract.scene import Scene
from fogline.model import Actor, EventType
from fogline.speakers import Party

_UNSPECIFIC = frozenset(("force", "party", "person", "civilian", "body", "prisoner"))
_LOSS_NOUNS = ("of", "among", "to", "from")


def find_actors(scene: Scene, event: EventMention) -> tuple[Actor, ...]:
    """Give the parties that an event's words name: agents first, then targets, each once."""
    found: list[Actor] = []
    for head, role in ((event.agent, "agent"), (event.target, "target")):
        if head is not None:
            found += _of_phrase(scene, head, role)
    if not any(a.role == "target" for a in found) and event.type.family in ("losses", "combat"):
        found += [a for a in _beside_target(scene, event) if a.side not in {b.side for b in found}]
    return tuple(dict.fromkeys(found))


def _of_phrase(scene: Scene, head: int, role: str) -> Iterable[Actor]:
    tree = scene.tree
    for i in tree.conjuncts(head):
        units = {scene.units[k] for k in tree.noun_phrase(i) if k in scene.units}
        party = _party(scene, i)
        if units:
            for unit in sorted(units, key=lambda u: u.span):
                yield Actor(party.name if party else unit.name, party.side if party else None, role, unit.name)
        elif party:
            yield Actor(party.name, party.side, role, None)
    for appositive in tree.each(head, "appos"):
        yield from _of_phrase(scene, appositive, role)


def _party(scene: Scene, i: int) -> Party | None:
    """Give the party a phrase names; a civilian or a thing is none, though 'Ukrainian' stands before it."""
    party = scene.party(i)
    if party is None:
        return None
    classes = scene.classes(i)
    return party if classes & {"force", "party", "body", "prisoner", "equipment", "attack"} or "other" in classes else None


def _beside_target(scene: Scene, event: EventMention) -> Iterable[Actor]:
    """Give whose loss it is: 'losses TO the latter', 'a convoy OF the army', 'strike ON army positions'."""
    tree = scene.tree
    for prep in tree.each(event.trigger, "prep", "dative"):
        if tree.lower[prep] in (*_LOSS_NOUNS, "on", "against", "at"):
            for inner in tree.objects(prep):
                party = scene.party(inner)
                if party and scene.classes(inner) & {"force", "party"}:
                    yield Actor(party.name, party.side, "target", None)


def silent_actor(scene: Scene, event: EventMention) -> tuple[Actor, ...]:
    """Give the silent body of an ``information.silent`` event as its agent."""
    if event.agent is None or event.type is not EventType.SILENT:
        return ()
    tree = scene.tree
    words = " ".join(tree.words[k] for k in tree.noun_phrase(event.agent))
    known = scene.reading.knowledge.registry.find(words)
    if known:
        return (Actor(known.name, known.side, "agent", None),)
    party = scene.party(event.agent)
    name = words.removeprefix("the ").removeprefix("The ")
    if scene.classes(event.agent) & {"other"} and party is None and not tree.words[event.agent][:1].isupper():
        return ()
    return (Actor(name, party.side if party else None, "agent", None),)
