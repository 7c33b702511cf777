"""Actors: the parties to an event, by side, role and unit."""

from __future__ import annotations

from collections.abc import Iterable

from fogline.extract.context import enemy_side, side_of_country
from fogline.extract.mention import EventMention
from fogline.extract.scene import Scene
from fogline.model import Actor, EventType
from fogline.speakers import Party, kind_of

_FOREMOST = 3
"""Of the sides that a text names: those that it is about."""
_STATE_CODE = 2
"""Letters of an ISO 3166 code, which stands for a state; longer ones are groups."""


def find_actors(scene: Scene, event: EventMention, speaker_side: str | None) -> tuple[Actor, ...]:
    """Give the parties that an event's words name: agents first, then targets, each once.

    ``speaker_side`` is whose mouth says 'our' and 'the enemy'.
    """
    found: list[Actor] = []
    for head, role in ((event.agent, "agent"), (event.target, "target")):
        if head is not None:
            found += _of_phrase(scene, head, role, speaker_side)
    found += _named_units(scene, event, {a.unit for a in found})
    if not any(a.role == "target" for a in found) and event.type.family in ("losses", "combat"):
        found += [a for a in _beside_target(scene, event) if a.side not in {b.side for b in found}]
    return tuple(dict.fromkeys(found))


def _named_units(scene: Scene, event: EventMention, known: set[str | None]) -> Iterable[Actor]:
    """Give the units that the clause names beside its parties: 'several units, such as the 12th Brigade'."""
    clause = scene.tree.subtree(event.trigger)
    units = {scene.units[k]: k for k in sorted(clause, reverse=True) if k in scene.units}
    role = "agent" if event.agent is not None else "target"
    for unit, token in units.items():
        if unit.name not in known and scene.tree.clause(token) in (event.trigger, scene.tree.clause(event.trigger)):
            party = scene.party(token)
            yield Actor(party.name if party else unit.name, party.side if party else None, role, unit.name)


def _of_phrase(scene: Scene, head: int, role: str, speaker_side: str | None) -> Iterable[Actor]:
    tree = scene.tree
    for i in tree.conjuncts(head):
        units = {scene.units[k] for k in tree.noun_phrase(i) if k in scene.units}
        party = _party(scene, i) or _relative_party(scene, i, speaker_side)
        if units:
            for unit in sorted(units, key=lambda u: u.span):
                yield Actor(party.name if party else unit.name, party.side if party else None, role, unit.name)
        elif party:
            yield Actor(party.name, party.side, role, None)
    for appositive in tree.each(head, "appos"):
        yield from _of_phrase(scene, appositive, role, speaker_side)


def _relative_party(scene: Scene, i: int, speaker_side: str | None) -> Party | None:
    """Give the party that is named from where the speaker stands: 'our troops', 'the enemy', 'the army'."""
    lexicon, tree = scene.lexicon, scene.tree
    words = {tree.lower[k] for k in tree.noun_phrase(i)}
    own = speaker_side or scene.reading.own_side
    side = None
    if words & lexicon.words("attribution", "enemy", "words"):
        side = enemy_side(scene.reading, own)
    elif words & lexicon.words("attribution", "enemy", "own"):
        side = own
    elif words & lexicon.words("grammar", "parties", "state_forces"):
        side = speaker_side or _only_state(scene)
    return Party(side, scene.reading.knowledge.parties.forces(side)) if side else None


def _only_state(scene: Scene) -> str | None:
    """Give the side of the state whose 'army' or 'troops' a text means; None where two states fight in it."""
    home = side_of_country(scene.reading.knowledge, scene.reading.country)
    others = [side for side in scene.reading.sides[:_FOREMOST] if side != home and len(side) == _STATE_CODE]
    return None if others else home


def _party(scene: Scene, i: int) -> Party | None:
    """Give the party a phrase names; a civilian or a thing is none, though 'Ukrainian' stands before it."""
    party = scene.party(i)
    if party is None:
        return None
    classes = scene.classes(i)
    return None if classes & {"civilian"} and not classes & {"force", "party"} else party


def _beside_target(scene: Scene, event: EventMention) -> Iterable[Actor]:
    """Give whose loss it is: 'losses TO the latter', 'a convoy OF the army', 'strike ON army positions'."""
    tree = scene.tree
    for prep in tree.each(event.trigger, "prep", "dative"):
        if tree.lower[prep] in scene.lexicon.words("grammar", "parties", "whose"):
            for inner in tree.objects(prep):
                party = scene.party(inner)
                if party and scene.classes(inner) & {"force", "party"}:
                    yield Actor(party.name, party.side, "target", None)


def silent_actors(scene: Scene, event: EventMention) -> tuple[Actor, ...]:
    """Give the silent bodies of an ``information.silent`` event as its agents."""
    if event.agent is None or event.type is not EventType.SILENT:
        return ()
    found = (_silent_actor(scene, i) for i in scene.tree.conjuncts(event.agent))
    return tuple(actor for actor in found if actor)


def _silent_actor(scene: Scene, i: int) -> Actor | None:
    words = " ".join(scene.tree.words[k] for k in scene.tree.noun_phrase(i))
    known = scene.reading.knowledge.registry.find(words)
    if known:
        return Actor(known.name, known.side, "agent", None)
    party = scene.party(i) or _relative_party(scene, i, None)
    named = scene.tree.tags[i] in ("NNP", "NNPS")
    if party is None and not named and kind_of(words) == "other" and not scene.classes(i) & {"body", "force"}:
        return None
    name = words.removeprefix("the ").removeprefix("The ")
    return Actor(name, party.side if party else None, "agent", None)
