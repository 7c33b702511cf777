"""Denials of what was said before: 'Kigali denied it', 'the ministry called the report false'.

Coding rule 'Denial' of docs/claims.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.extract.scene import Scene
from fogline.model import Actor, Certainty, Claim, EventType, Modality, Polarity, Said

_BACK = 6
"""Claims; a denial further away no longer points at one of them."""


def find_denial(scene: Scene, voices: dict[int, Said | None], before: Sequence[Claim]) -> Claim | None:
    """Give the claim that a bare denial makes: the event last affirmed by somebody else, denied."""
    tree, lexicon = scene.tree, scene.lexicon
    for i in range(len(tree)):
        bases = {" ".join(base) for base in lexicon.verbs.get(tree.lower[i])}
        if not any("deny" in lexicon.cues.get(base, ()) for base in bases) or not tree.is_verb(i):
            continue
        thing = tree.patient(i)
        speaker = voices.get(i)
        if thing is None or speaker is None or not _points_back(scene, thing):
            continue
        denied = next((c for c in reversed(before[-_BACK:]) if _is_deniable(c, speaker)), None)
        if denied:
            return _deny(scene, i, denied, speaker)
    return None


def _points_back(scene: Scene, thing: int) -> bool:
    tree = scene.tree
    if tree.lower[thing] in scene.lexicon.words("grammar", "denials", "pointing"):
        return True
    bare = not any(tree.deps[c] in ("acl", "relcl", "ccomp") or tree.lower[c] == "of" for c in tree.children[thing])
    return bare and tree.lower[thing] in scene.lexicon.words("grammar", "denials", "reports")


def _is_deniable(claim: Claim, speaker: Said) -> bool:
    same = claim.speaker is not None and claim.speaker.name == speaker.name
    return claim.polarity is Polarity.AFFIRMED and claim.type is not EventType.SILENT and not same


def _deny(scene: Scene, verb: int, denied: Claim, speaker: Said) -> Claim:
    tree = scene.tree
    tokens = [k for k in tree.subtree(verb) if tree.deps[k] != "punct"]
    content = tree.span(min(tokens), max(tokens))
    actors: tuple[Actor, ...] = denied.actors
    return replace(
        denied,
        content=content,
        content_text=content.of(scene.reading.text),
        sentence=tree.sentence.span,
        speaker=speaker,
        via=(),
        trigger=tree.span(verb, verb),
        actors=actors,
        quantities=(),
        polarity=Polarity.DENIED,
        certainty=Certainty.CERTAIN,
        modality=Modality.ACTUAL,
    )
