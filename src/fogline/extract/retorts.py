"""Retorts: what is said of a claim made before: 'Kigali denied it', 'that is a lie', 'the army blamed the rebels'.

Coding rule 'Denial' of docs/claims.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from fogline.extract.actors import accused_actor
from fogline.extract.claims import SentenceClaims
from fogline.extract.scene import Scene
from fogline.model import Actor, Certainty, Claim, EventType, Modality, Polarity, Said, Span

_BACK = 6
"""Claims; a retort further away no longer points at one of them."""
_ASIDES = ("advcl", "ccomp", "conj", "cc", "parataxis", "relcl", "mark", "punct")
_HARM = ("combat", "losses", "infrastructure", "civilians")


def find_retorts(scene: Scene, voices: dict[int, Said | None], before: Sequence[SentenceClaims]) -> list[Claim]:
    """Give the claims that the retorts of a sentence make: what each points back at, denied or laid to somebody.

    ``voices`` are the speakers by the token of their verb of saying, ``before`` the sentences read so far.
    """
    recent = [*islice((c for sentence in reversed(before) for c in reversed(sentence.claims)), _BACK)]
    if not recent:
        return []
    found: list[Claim] = []
    for verb, speaker in _denials(scene, voices):
        denied = next((c for c in recent if _is_deniable(c, speaker)), None)
        if denied:
            found.append(_retort(scene, verb, denied, speaker, denied.actors, Polarity.DENIED))
    for verb, speaker, accused in _accusations(scene, voices):
        harms = [c for c in recent if c.type.family in _HARM]
        harm = next((c for c in harms if c.type.family == "combat"), harms[0] if harms else None)
        if harm:
            actors = (accused, *(a for a in harm.actors if a.role != "agent"))
            found.append(_retort(scene, verb, harm, speaker, actors, Polarity.AFFIRMED))
    return found


def _denials(scene: Scene, voices: dict[int, Said | None]) -> Iterator[tuple[int, Said | None]]:
    """Give the verbs that deny what stands before, with who does."""
    tree, lexicon = scene.tree, scene.lexicon
    for i in filter(tree.is_verb, range(len(tree))):
        if any("deny" in lexicon.cues.get(" ".join(base), ()) for base in lexicon.verbs.get(tree.lower[i])):
            thing, speaker = tree.patient(i), voices.get(i)
            if thing is not None and speaker is not None and _points_back(scene, thing):
                yield i, speaker
        elif _calls_false(scene, i):
            yield i, voices.get(i)


def _points_back(scene: Scene, thing: int) -> bool:
    tree = scene.tree
    if tree.lower[thing] in scene.lexicon.words("grammar", "retorts", "pointing"):
        return True
    bare = not any(tree.deps[c] in ("acl", "relcl", "ccomp") or tree.lower[c] == "of" for c in tree.children[thing])
    return bare and tree.lower[thing] in scene.lexicon.words("grammar", "retorts", "reports")


def _calls_false(scene: Scene, i: int) -> bool:
    """Say whether a verb calls what was said untrue: 'called the charge absurd', 'that is a lie'."""
    tree, lexicon = scene.tree, scene.lexicon
    calls = tree.lower[i] in lexicon.words("grammar", "retorts", "calling")
    if not calls and tree.lower[i] not in lexicon.words("grammar", "events", "copulas"):
        return False
    complements = tree.each(i, "attr", "acomp", "oprd", "dobj")
    false = lexicon.words("certainty", "negation", "adjectives") | lexicon.words("attribution", "denial", "nouns")
    untrue = any(tree.lower[c] in false for c in complements)
    if calls:
        below = {k for c in complements for k in (c, *tree.children[c])}
        return untrue and any(_points_back(scene, k) for k in below)
    subject = tree.child(i, "nsubj")
    return untrue and subject is not None and _points_back(scene, subject)


def _accusations(scene: Scene, voices: dict[int, Said | None]) -> Iterator[tuple[int, Said, Actor]]:
    """Give the verbs that lay what stands before to somebody, with who does and whom: 'residents blamed the army'."""
    tree, lexicon = scene.tree, scene.lexicon
    blaming = lexicon.words("grammar", "retorts", "blaming")
    for i in filter(tree.is_verb, range(len(tree))):
        if not any(base[0] in blaming for base in lexicon.verbs.get(tree.lower[i])):
            continue
        accused, speaker = tree.patient(i), voices.get(i)
        if (
            accused is not None
            and speaker
            and not any(tree.lower[c] in ("for", "of", "on") for c in tree.each(i, "prep"))
        ):
            actor = accused_actor(scene, accused)
            if actor:
                yield i, speaker, actor


def _is_deniable(claim: Claim, speaker: Said | None) -> bool:
    same = claim.speaker is not None and speaker is not None and claim.speaker.name == speaker.name
    return claim.polarity is Polarity.AFFIRMED and claim.type is not EventType.SILENT and not same


def _retort(
    scene: Scene, verb: int, claim: Claim, speaker: Said | None, actors: tuple[Actor, ...], polarity: Polarity
) -> Claim:
    content = _content(scene, verb)
    return replace(
        claim,
        content=content,
        content_text=content.of(scene.reading.text),
        sentence=scene.tree.sentence.span,
        speaker=speaker,
        via=(),
        trigger=scene.tree.span(verb, verb),
        actors=actors,
        quantities=(),
        polarity=polarity,
        certainty=Certainty.CERTAIN,
        modality=Modality.ACTUAL,
    )


def _content(scene: Scene, verb: int) -> Span:
    tree = scene.tree
    kept = {verb} | {k for c in tree.children[verb] if tree.deps[c] not in _ASIDES for k in tree.subtree(c)}
    return tree.span(min(kept), max(kept))
