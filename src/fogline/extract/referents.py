"""Referents: the places and people of a sentence that 'there' and 'they' may mean in the sentences after it."""

from __future__ import annotations

from fogline.extract.scene import Scene
from fogline.extract.whereabouts import settlement_mention


def remember_mentions(scene: Scene, *, eventful: bool) -> None:
    """Keep in the reading the last settlement and the last group of people that a sentence names.

    A sentence that tells no event ('Everyone remembers how that ended near Kyiv') does not change the subject.
    """
    reading, tree = scene.reading, scene.tree
    turns = eventful or tree.sentence.first or reading.last_settlement is None
    for head in scene.toponym_heads() if turns else ():
        stands_for_power = reading.knowledge.parties.state([tree.words[head]]) is not None
        if not (stands_for_power and tree.deps[head] not in ("pobj", "dobj", "conj")):
            reading.last_settlement = settlement_mention(scene, head) or reading.last_settlement
    for i in range(len(tree)):
        if tree.tags[i] in ("NNS", "NNPS", "NN") and tree.deps[i] in ("nsubj", "nsubjpass", "dobj", "pobj"):
            classes = scene.classes(i)
            if classes & {"force", "civilian"}:
                reading.last_people = classes & {"force", "civilian", "person", "party"}
