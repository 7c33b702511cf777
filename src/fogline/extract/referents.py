"""Referents: the places and people of a sentence that 'there' and 'they' may mean in the sentences after it."""

from __future__ import annotations

from collections.abc import Iterable

from fogline.extract.place_mentions import mention_place, settlement_mention
from fogline.extract.scene import Scene
from fogline.model import Said
from fogline.speakers import kind_of

_RECENT = 8
"""Settlements that 'the city' may mean."""
_BODIES = ("official", "military", "media", "ngo")


def remember_mentions(scene: Scene, sources: Iterable[int | None], *, eventful: bool) -> None:
    """Keep in the reading the last settlement and the last group of people that a sentence names.

    A sentence that tells no event ('Everyone remembers how that ended near Kyiv') does not change the subject, nor
    does the place of a speaker ('a grocer in Ataq said'). ``sources`` are the heads of the sentence's speakers.
    """
    reading, tree = scene.reading, scene.tree
    turns = eventful or tree.sentence.first or reading.last_settlement is None
    speakers = {k for source in sources if source is not None for k in _whereabouts_of(scene, source)}
    for head in scene.toponym_heads() if turns else ():
        if reading.last_settlement and (head in speakers or _names_body(scene, head)):
            continue
        stands_for_power = reading.knowledge.parties.state([tree.words[head]]) is not None
        if not (stands_for_power and tree.deps[head] not in ("pobj", "dobj", "conj")):
            named = settlement_mention(scene, head)
            reading.last_settlement = named or reading.last_settlement
            reading.recent = [*reading.recent[1 - _RECENT :], named] if named else reading.recent
    positional, back = (scene.lexicon.words("grammar", "whereabouts", key) for key in ("positional", "back"))
    for head in scene.toponym_heads():
        *name, kind = scene.toponyms[head].span.of(reading.text).lower().split()
        if name and kind in positional:
            reading.named_after[kind] = mention_place(scene, head)
        noun = _placed_noun(scene, head)
        if noun is not None and tree.lower[noun] in positional - back:
            reading.named_after[tree.lower[noun]] = mention_place(scene, head)
    for i in range(len(tree)):
        if tree.tags[i].startswith("NNP"):
            _remember_group(scene, i)
        if tree.tags[i] in ("NNS", "NNPS", "NN") and tree.deps[i] in ("nsubj", "nsubjpass", "dobj", "pobj"):
            classes = scene.classes(i)
            if classes & {"force", "civilian"}:
                reading.last_people = classes & {"force", "civilian", "person", "party"}


def _whereabouts_of(scene: Scene, source: int) -> set[int]:
    """Give the tokens that say where a speaker is: 'a grocer IN ATAQ', but not 'residents of Martuni'."""
    tree = scene.tree
    preps = [c for c in tree.each(source, "prep") if tree.lower[c] in ("in", "at", "from", "near")]
    return {k for prep in preps for k in tree.subtree(prep)}


def _placed_noun(scene: Scene, head: int) -> int | None:
    """Give the noun that a toponym places: 'the Taftanaz air BASE', 'the HOSPITAL in Khan Younis'."""
    tree = scene.tree
    above = tree.heads[head]
    if tree.deps[head] in ("compound", "nmod"):
        return above
    if tree.deps[head] == "pobj" and tree.lower[above] in ("in", "at", "near") and tree.is_noun(tree.heads[above]):
        return tree.heads[above]
    return None


def _names_body(scene: Scene, head: int) -> bool:
    """Say whether a toponym is part of a body's name: 'the Donetsk military administration'."""
    tree = scene.tree
    above = tree.heads[head]
    return tree.deps[head] in ("compound", "amod", "nmod", "poss") and kind_of(tree.words[above]) in _BODIES


def _remember_group(scene: Scene, i: int) -> None:
    group = scene.reading.knowledge.parties.group([scene.tree.words[k] for k in scene.tree.noun_phrase(i)])
    if group and "-" in group.side:
        scene.reading.last_group = Said(group.name, "armed_group", group.side, None)
