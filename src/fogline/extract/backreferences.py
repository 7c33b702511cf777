"""Back references: the places that 'there', 'the town', 'the capital' or 'the dam' point back at.

Coding rule 'What carries over' of docs/claims.md.
"""

from __future__ import annotations

from fogline.extract.context import seat_of
from fogline.extract.mention import EventMention
from fogline.extract.scene import Scene
from fogline.model import PlaceMention

_BACK = ("back", "bare_back", "determiners")


def refer_back(scene: Scene, event: EventMention, content: set[int]) -> list[PlaceMention]:
    """Give the places that an event's words point back at; none where they do not."""
    named = _named_after(scene, content) or _capital(scene, content)
    if named:
        return [named]
    both = _both(scene, content)
    last = scene.reading.last_settlement
    if both or last is None or not _refers_back(scene, event, content):
        return both
    return [_meant(scene, content) or last]


def _both(scene: Scene, content: set[int]) -> list[PlaceMention]:
    """Give the two settlements named last, where the words mean both: 'the two towns', 'both villages'."""
    tree, determiners = scene.tree, scene.lexicon.words("grammar", "whereabouts", "determiners")
    for i in content:
        if tree.lower[i] in scene.lexicon.words("grammar", "whereabouts", "back_both"):
            beside = {tree.lower[c] for c in tree.children[i]}
            if "both" in beside or ("two" in beside and beside & determiners):
                found = {(p.lat, p.lon): p for p in reversed(scene.reading.recent)}
                return list(found.values())[:2] if len(found) > 1 else []
    return []


def _meant(scene: Scene, content: set[int]) -> PlaceMention | None:
    """Give which of the settlements named last 'the city' is: the one that the document names most."""
    if not any(scene.tree.lower[i] == "city" for i in content):
        return None
    mentions = scene.reading.mentions
    recent = [*reversed(scene.reading.recent)]
    return max(recent, key=lambda p: mentions[(p.lat or 0.0, p.lon or 0.0)], default=None)


def _capital(scene: Scene, content: set[int]) -> PlaceMention | None:
    """Give the seat of the government of the country that the document is about, where its words say 'the capital'."""
    tree, reading = scene.tree, scene.reading
    for i in sorted(content):
        determiner = tree.child(i, "det")
        bare = not any(tree.deps[c] in ("amod", "compound", "prep") for c in tree.children[i])
        if tree.lower[i] == "capital" and determiner is not None and bare and reading.country:
            place = seat_of(reading.knowledge, reading.country)
            return (
                PlaceMention(place.name, place.lat, place.lon, tree.span(i, i), place.id, "settlement")
                if place
                else None
            )
    return None


def _named_after(scene: Scene, content: set[int]) -> PlaceMention | None:
    """Give the place of a name that its last word points back to: 'the dam' after 'Tishrin Dam'."""
    tree, determiners = scene.tree, scene.lexicon.words("grammar", "whereabouts", "determiners")
    for i in sorted(content):
        known = scene.reading.named_after.get(tree.lower[i])
        determiner = tree.child(i, "det")
        pointed = determiner is not None and tree.lower[determiner] in determiners
        bare = not any(tree.deps[c] in ("compound", "amod", "nmod", "poss", "prep") for c in tree.children[i])
        if known and pointed and bare:
            return known
    return None


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
        if word == "town" and tree.deps[i] == "pobj" and not tree.children[i]:
            return tree.lower[tree.heads[i]] in scene.lexicon.words("grammar", "whereabouts", "bare_town")
        if word in back and word not in bare:
            determiner = tree.child(i, "det")
            if (
                determiner is not None
                and tree.lower[determiner] in determiners
                and not any(c in scene.toponyms for c in tree.subtree(i))
            ):
                return True
    return False
