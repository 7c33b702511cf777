"""Actors: the parties to an event, by side, role and unit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from fogline.extract.context import enemy_side, side_of_country
from fogline.extract.mention import EventMention
from fogline.extract.scene import Scene
from fogline.model import Actor, EventType, Said
from fogline.places import PlaceKind
from fogline.speakers import Party, kind_of

_FOREMOST = 3
"""Of the sides that a text names: those that it is about."""
_NO_PARTY = frozenset(("civilian", "building", "territory", "power", "supplies", "aid"))
"""Classes of what is no party, though a nation's name stands before it: 'the Saudi hospital'."""
_DONE_BY_WHO_MOVES = (EventType.WITHDREW, EventType.ADVANCED, EventType.MOVED, EventType.COLLAPSED)
"""Events whose agent is who moves or breaks, also as a passive's subject: 'troops were withdrawn'."""
_STATE_CODE = 2
"""Letters of an ISO 3166 code, which stands for a state; longer ones are groups."""


def find_actors(scene: Scene, event: EventMention, speaker: Said | None) -> tuple[Actor, ...]:
    """Give the parties that an event's words name: agents first, then targets, each once.

    ``speaker`` is whose mouth says 'our', 'they' and 'the enemy'.
    """
    found: list[Actor] = []
    suffers = "agent" if event.type in _DONE_BY_WHO_MOVES and event.agent is None else "target"
    for head, role in ((event.agent, "agent"), (event.target, suffers)):
        if head is not None and not _is_own_doing(scene, event, head, role):
            found += _of_phrase(scene, head, role, speaker)
    found += _named_units(scene, event, {a.unit for a in found})
    if not any(a.role == "target" for a in found) and event.type.family in ("losses", "combat"):
        found += [a for a in _beside_target(scene, event) if a.side not in {b.side for b in found}]
    return tuple(dict.fromkeys(_oppose(scene, found)))


def _is_own_doing(scene: Scene, event: EventMention, head: int, role: str) -> bool:
    """Say whether who acts does it to its own: 'the army moved ITS troops' has no target."""
    owners = scene.tree.each(head, "poss")
    own = any(scene.tree.tags[k] == "PRP$" and scene.tree.lower[k] in ("its", "their", "his") for k in owners)
    return own and role == "target" and event.agent is not None and event.type.family in ("control", "force")


def _oppose(scene: Scene, actors: Sequence[Actor]) -> list[Actor]:
    """Give a unit that suffers what a known side does the other side of the text: 'aviation hit the 37th Brigade'."""
    doing = {actor.side for actor in actors if actor.role == "agent" and actor.side}
    other = enemy_side(scene.reading, next(iter(doing))) if len(doing) == 1 else None
    return [
        replace(actor, side=other) if other and actor.role == "target" and actor.unit and not actor.side else actor
        for actor in actors
    ]


def _named_units(scene: Scene, event: EventMention, known: set[str | None]) -> Iterable[Actor]:
    """Give the units that the clause names beside its parties: 'several units, such as the 12th Brigade'."""
    clause = scene.tree.subtree(event.trigger)
    units = {scene.units[k]: k for k in sorted(clause, reverse=True) if k in scene.units}
    role = "agent" if event.agent is not None else "target"
    for unit, token in units.items():
        if unit.name not in known and scene.tree.clause(token) in (event.trigger, scene.tree.clause(event.trigger)):
            party = scene.party(_head_of_name(scene, token))
            yield Actor(party.name if party else unit.name, party.side if party else None, role, unit.name)


def _head_of_name(scene: Scene, token: int) -> int:
    """Give the noun that a word of a name belongs to."""
    while scene.tree.deps[token] in ("compound", "amod", "nmod", "nummod"):
        token = scene.tree.heads[token]
    return token


def _of_phrase(scene: Scene, head: int, role: str, speaker: Said | None) -> Iterable[Actor]:
    tree = scene.tree
    for i in tree.conjuncts(head):
        if role == "target" and i in scene.toponyms and scene.toponyms[i].place.kind is PlaceKind.SETTLEMENT:
            continue  # 'pushed into Khartoum': a place here, though it may stand for a power
        units = {scene.units[k] for k in tree.noun_phrase(i) if k in scene.units}
        party = _party(scene, i) or _relative_party(scene, i, role, speaker)
        if units:
            for unit in sorted(units, key=lambda u: u.span):
                yield Actor(party.name if party else unit.name, party.side if party else None, role, unit.name)
        elif party:
            yield Actor(party.name, party.side, role, None)
    for appositive in tree.each(head, "appos"):
        yield from _of_phrase(scene, appositive, role, speaker)


def _relative_party(scene: Scene, i: int, role: str, speaker: Said | None) -> Party | None:
    """Give the party that is named from where the speaker stands: 'our troops', 'the enemy', 'the army', 'it'."""
    lexicon, tree = scene.lexicon, scene.tree
    words = {tree.lower[k] for k in tree.noun_phrase(i)}
    speaker_side = speaker.side if speaker else None
    own = speaker_side or scene.reading.own_side
    side = None
    if words & lexicon.words("grammar", "parties", "last_named"):
        return _last_named(scene, i)
    if speaker_side and role == "agent" and words & lexicon.words("attribution", "enemy", "reported"):
        side = _of_speaker(scene, i, speaker_side)
        return Party(side, scene.reading.knowledge.parties.forces(side)) if side else None
    if words & lexicon.words("attribution", "enemy", "words"):
        side = enemy_side(scene.reading, own)
    elif words & lexicon.words("attribution", "enemy", "own"):
        side = own
    elif words & lexicon.words("grammar", "parties", "state_forces"):
        side = own if own and "-" not in own and role == "agent" else _only_state(scene)
    elif words & lexicon.words("attribution", "generic", "groups"):
        side = _only_group(scene)
    elif tree.lower[i] in ("they", "it") and role == "agent" and not _is_soldier(speaker):
        side = scene.reading.last_agent
    return Party(side, scene.reading.knowledge.parties.forces(side)) if side else None


def _is_soldier(speaker: Said | None) -> bool:
    """Say whether a soldier speaks, whose 'they' is he and his own, on whichever side."""
    return speaker is not None and speaker.kind in ("military", "armed_group")


def _last_named(scene: Scene, i: int) -> Party | None:
    """Give the force or state that the sentence names last before 'the latter'."""
    named = (scene.party(k) for k in range(i - 1, -1, -1) if scene.own_classes(k) & {"force", "party"})
    return next((party for party in named if party), None)


def _of_speaker(scene: Scene, i: int, speaker_side: str) -> str | None:
    """Give the speaker's side for 'it', 'they' and 'its marines' in what it says of its own doings."""
    pronoun = scene.tree.tags[i] in ("PRP", "PRP$")
    return speaker_side if pronoun or scene.classes(i) & {"force", "equipment", "air_weapon"} else None


def _only_group(scene: Scene) -> str | None:
    """Give the side of the one armed group of its country that a text names: whom 'the rebels' means."""
    country = scene.reading.country
    groups = [side for side in scene.reading.sides if "-" in side and side.split("-")[0] == country]
    home = side_of_country(scene.reading.knowledge, country)
    groups = [side for side in groups if side != home]
    return groups[0] if len(groups) == 1 else None


def _only_state(scene: Scene) -> str | None:
    """Give the side of the state whose 'army' or 'troops' a text means; None where two states fight in it.

    Where it tells of one state's army in another's land, that army is meant once it has acted.
    """
    reading = scene.reading
    army = reading.knowledge.parties.army_at(reading.country) if reading.country else None
    home = side_of_country(reading.knowledge, army)
    if reading.sole_country:
        abroad = any(len(side) == _STATE_CODE and side not in (home, reading.own_side) for side in reading.sides[:1])
        return reading.last_agent if abroad else home
    others = [side for side in scene.reading.sides[:_FOREMOST] if side != home and len(side) == _STATE_CODE]
    return None if others else home


def _party(scene: Scene, i: int) -> Party | None:
    """Give the party a phrase names; a civilian or a thing is none, though 'Ukrainian' stands before it."""
    party = scene.party(i)
    if party is None:
        return None
    if kind_of(" ".join(scene.tree.words[k] for k in scene.tree.noun_phrase(i))) == "ngo":
        return None
    classes = scene.classes(i)
    return None if classes & _NO_PARTY and not classes & {"force", "party", "equipment"} else party


def _beside_target(scene: Scene, event: EventMention) -> Iterable[Actor]:
    """Give whose loss it is: 'losses TO the latter', 'a convoy OF the army', 'strike ON army positions'."""
    tree = scene.tree
    for prep in tree.each(event.trigger, "prep", "dative"):
        if tree.lower[prep] in scene.lexicon.words("grammar", "parties", "whose"):
            for inner in tree.objects(prep):
                party = scene.party(inner)
                if party and scene.classes(inner) & {"force", "party"}:
                    yield Actor(party.name, party.side, "target", None)


def accused_actor(scene: Scene, head: int) -> Actor | None:
    """Give the party that a noun phrase names, as the agent of what it is accused of."""
    return next(iter(_of_phrase(scene, head, "agent", None)), None)


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
    party = scene.party(i) or _relative_party(scene, i, "agent", None)
    named = scene.tree.tags[i] in ("NNP", "NNPS")
    if party is None and not named and kind_of(words) == "other" and not scene.classes(i) & {"body", "force"}:
        return None
    name = words.removeprefix("the ").removeprefix("The ")
    return Actor(name, party.side if party else None, "agent", None)
