"""Events: which words of a sentence name one, of which type, who does it and who suffers it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from fogline.extract.frames import Frame, frame_adjective, frame_noun, frame_verb
from fogline.extract.lexicon import Sense, Trigger
from fogline.extract.mention import EventMention
from fogline.extract.pruning import prune_events
from fogline.extract.scene import Scene
from fogline.extract.senses import choose_sense
from fogline.extract.tree import SUBJECTS, Tree
from fogline.model import EventType

_FRAMES: dict[str, Callable[[Scene, int, str], Frame]] = {
    "verb": frame_verb,
    "noun": frame_noun,
    "adjective": frame_adjective,
}
_PARTICLE_REACH = 8
"""Tokens between a verb and its particle: 'set a grain warehouse ON FIRE'."""


def find_events(scene: Scene) -> list[EventMention]:
    """Give the events that a sentence names, in order of their triggers; one per trigger word."""
    found = list(_verbal(scene))
    taken = {event.trigger for event in found}
    found += [event for event in (*_predicative(scene), *_nominal(scene)) if event.trigger_last not in taken]
    return sorted(prune_events(scene, found), key=lambda event: event.trigger)


def _verbal(scene: Scene) -> Iterator[EventMention]:
    tree, lexicon = scene.tree, scene.lexicon
    for i, word in enumerate(tree.lower):
        if not _may_be_verb(tree, i):
            continue
        for base in lexicon.verbs.get(word):
            last = _last_of(tree, i, base)
            triggers = lexicon.triggers.get(f"verb:{' '.join(base)}", ()) if last is not None else ()
            chosen = _choose(scene, i, " ".join(base), "verb", triggers)
            if chosen:
                event = _mention(*chosen, i, last or i)
                if event:
                    yield event
                break


def _predicative(scene: Scene) -> Iterator[EventMention]:
    """Give the events that an adjective states of a subject: 'the garrison is encircled', 'the road is open'."""
    tree, lexicon = scene.tree, scene.lexicon
    triggers = lexicon.triggers
    for i, word in enumerate(tree.lower):
        found = triggers.get(f"adjective:{word}")
        if (
            found
            and tree.tags[i] in ("JJ", "VBN", "RB", "JJR", "PRP")
            and (
                tree.deps[i] in ("acomp", "oprd", "attr", "conj", "ROOT", "ccomp")
                or (
                    tree.deps[i] == "advmod"
                    and tree.lower[tree.heads[i]] in lexicon.words("grammar", "events", "copulas")
                )
            )
        ):
            event = _try_senses(scene, i, i, word, "adjective", found)
            if event:
                yield event


def _may_be_verb(tree: Tree, i: int) -> bool:
    if tree.deps[i] in ("aux", "auxpass", "compound", "poss", "det"):
        return False
    if tree.is_verb(i):
        return tree.deps[i] != "amod" or tree.sentence.heading
    return (
        tree.deps[i] in ("ROOT", "xcomp", "ccomp", "conj", "relcl", "advcl", "acl")
        and tree.tags[i]
        in (
            "JJ",
            "NN",
            "IN",
            "NNP",
            "NNS",
            "RB",
        )
        and (tree.child(i, *SUBJECTS, "dobj", "aux") is not None)
    )


def _last_of(tree: Tree, i: int, base: tuple[str, ...]) -> int | None:
    """Give the last token of a verb with its particles, None when a particle is missing."""
    last = i
    for part in base[1:]:
        beside = [c for c in tree.children[i] if tree.lower[c] == part and i < c <= i + _PARTICLE_REACH]
        after = [k for k in range(last + 1, min(last + 3, len(tree))) if tree.lower[k] == part]
        if len(base) > 2 and not beside and not after:
            after = [k for k in range(last + 1, min(last + _PARTICLE_REACH, len(tree))) if tree.lower[k] == part]
        if not beside and not after:
            return None
        last = max(last, min([*beside, *after]))
    return last


def _nominal(scene: Scene) -> Iterator[EventMention]:
    tree, lexicon = scene.tree, scene.lexicon
    for i, word in enumerate(tree.lower):
        noun_like = tree.is_noun(i) or (
            tree.tags[i] in ("VBG", "JJ", "VBN")
            and (tree.deps[i] in ("pobj", "dobj", "nsubj", "conj", "ROOT") or tree.child(i, "nummod") is not None)
        )
        if tree.deps[i] in ("compound", "amod", "nmod"):
            noun_like = word in lexicon.words("grammar", "events", "casualties") and _counts(tree, tree.heads[i])
        if not noun_like or i in scene.units or i in scene.toponyms:
            continue
        pair = f"{tree.lower[i - 1]} {word}" if i else word
        base = lexicon.nouns.get(pair) or lexicon.nouns.get(word)
        if base:
            first = i - base.count(" ")
            event = _try_senses(scene, i, i, base, "noun", lexicon.triggers[f"noun:{base}"])
            if event:
                yield EventMention(event.type, first, i, False, event.agent, event.target, event.denied)


def _counts(tree: Tree, i: int) -> bool:
    """Say whether a noun is counted or is the count: 'five DEAD guardsmen', '11 DEAD'."""
    return tree.tags[i] == "CD" or tree.child(i, "nummod") is not None


def _try_senses(
    scene: Scene, i: int, last: int, words: str, part: str, triggers: Sequence[Trigger]
) -> EventMention | None:
    chosen = _choose(scene, i, words, part, triggers)
    return _mention(*chosen, i, last) if chosen else None


def _choose(
    scene: Scene, i: int, words: str, part: str, triggers: Sequence[Trigger]
) -> tuple[Sense, Trigger, Frame] | None:
    """Give the sense of a word that fits its frame, also one that bars the word from naming an event."""
    if not triggers:
        return None
    frame = _FRAMES[part](scene, i, words)
    weak = words.split(maxsplit=1)[0] in scene.lexicon.words("gate", "weak", f"{part}s")
    chosen = choose_sense(triggers, frame, weak)
    return (*chosen, frame) if chosen else None


def _mention(sense: Sense, trigger: Trigger, frame: Frame, i: int, last: int) -> EventMention | None:
    if sense.type == "none":
        return None
    agent, target = frame.agent, frame.object
    verb = frame.part != "nouns"
    suffers = trigger.suffers and "inflicted" not in frame.flags
    if suffers and (frame.part == "verbs" or frame.object is None):
        agent, target = None, frame.agent if frame.agent is not None else frame.object
    return EventMention(EventType(sense.type), i, last, verb, agent, target, sense.denied)
