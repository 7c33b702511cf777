"""Events: which words of a sentence name one, of which type, who does it and who suffers it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from fogline.extract.lexicon import Sense, Trigger
from fogline.extract.scene import Scene
from fogline.extract.tree import SUBJECTS, Tree
from fogline.model import EventType

_PARTICLE_REACH = 8
"""Tokens between a verb and its particle: 'set a grain warehouse ON FIRE'."""


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event as a sentence names it. All positions are token indexes."""

    type: EventType
    trigger: int
    trigger_last: int
    """The last token of the trigger words (particle, compound)."""
    verb: bool
    agent: int | None
    target: int | None
    denied: bool
    """The words themselves say that it did not come about."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """What stands around a trigger, for the senses to be tried on."""

    words: str
    part: str
    """``verbs``, ``nouns`` or ``adjectives``."""
    agent: int | None
    object: int | None
    subject_classes: frozenset[str]
    object_classes: frozenset[str]
    means: frozenset[str]
    near: frozenset[str]
    flags: frozenset[str]
    named: bool = False
    """The object is a proper name."""


def find_events(scene: Scene) -> list[EventMention]:
    """Give the events that a sentence names, in order of their triggers; one per trigger word."""
    found = list(_verbal(scene))
    taken = {event.trigger for event in found}
    found += [event for event in (*_predicative(scene), *_nominal(scene)) if event.trigger_last not in taken]
    taken = {event.trigger for event in found if event.verb}
    kept = [event for event in found if event.verb or not _is_absorbed(scene, event, found, taken)]
    kept = [event for event in kept if not _is_background(scene, event)]
    told = [part for event in _without_demanded(scene.tree, kept) for part in _split_losses(scene, event)]
    return sorted(told, key=lambda event: event.trigger)


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


def _split_losses(scene: Scene, event: EventMention) -> list[EventMention]:
    """Give a loss of people and things as two events ('lost 200 men and three tanks', coding rule 1)."""
    if event.type not in (EventType.KILLED, EventType.EQUIPMENT):
        return [event]
    named = scene.tree.patient(event.trigger) if event.verb else _amount(scene, event)
    if named is None:
        return [event]
    classes = [scene.own_classes(k) for k in scene.tree.conjuncts(named)]
    people = any(c & {"force", "person", "civilian"} for c in classes)
    things = any(c & {"equipment", "supplies"} and not c & {"force", "person"} for c in classes)
    if not (people and things):
        return [event]
    return [replace(event, type=EventType.KILLED), replace(event, type=EventType.EQUIPMENT)]


def _is_background(scene: Scene, event: EventMention) -> bool:
    """Say whether a relative clause only says whose a place was: 'the towns that Russia had held'."""
    tree = scene.tree
    state = tree.lower[event.trigger] in scene.lexicon.words("grammar", "events", "holding")
    return event.verb and tree.deps[event.trigger] == "relcl" and state


def _without_demanded(tree: Tree, events: list[EventMention]) -> list[EventMention]:
    """Drop the events that a reported call asks for: there the call itself is the news (coding rule 5)."""
    asked: set[int] = set()
    for event in events:
        if event.type is EventType.DEMANDED:
            asked |= tree.subtree(event.trigger) - {event.trigger}
            asked -= {
                k for c in tree.each(event.trigger, "conj", "advcl", "parataxis", "relcl") for k in tree.subtree(c)
            }
    return [e for e in events if e.trigger not in asked or e.type is EventType.SILENT]


def _verbal(scene: Scene) -> Iterator[EventMention]:
    tree, lexicon = scene.tree, scene.lexicon
    for i, word in enumerate(tree.lower):
        if not _may_be_verb(tree, i):
            continue
        for base in lexicon.verbs.get(word):
            last = _last_of(tree, i, base)
            triggers = lexicon.triggers.get(f"verb:{' '.join(base)}", ()) if last is not None else ()
            event = _try_senses(scene, i, last or i, " ".join(base), "verb", triggers)
            if event:
                yield event
                break


def _predicative(scene: Scene) -> Iterator[EventMention]:
    """Give the events that an adjective states of a subject: 'the garrison is encircled', 'the road is open'."""
    tree, triggers = scene.tree, scene.lexicon.triggers
    for i, word in enumerate(tree.lower):
        found = triggers.get(f"adjective:{word}")
        if (
            found
            and tree.tags[i] in ("JJ", "VBN", "RB", "JJR")
            and tree.deps[i] in ("acomp", "oprd", "attr", "conj", "ROOT", "ccomp")
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
            tree.tags[i] in ("VBG", "JJ", "VBN") and tree.deps[i] in ("pobj", "dobj", "nsubj", "conj", "ROOT")
        )
        if not noun_like or tree.deps[i] in ("compound", "amod", "nmod") or i in scene.units or i in scene.toponyms:
            continue
        pair = f"{tree.lower[i - 1]} {word}" if i else word
        base = lexicon.nouns.get(pair) or lexicon.nouns.get(word)
        if base:
            first = i - base.count(" ")
            event = _try_senses(scene, i, i, base, "noun", lexicon.triggers[f"noun:{base}"])
            if event:
                yield EventMention(event.type, first, i, False, event.agent, event.target, event.denied)


def _try_senses(
    scene: Scene, i: int, last: int, words: str, part: str, triggers: list[Trigger] | tuple[Trigger, ...]
) -> EventMention | None:
    if not triggers:
        return None
    frame = _FRAMES[part](scene, i, words)
    weak = words.split(maxsplit=1)[0] in scene.lexicon.words("gate", "weak", part + "s")
    for fits in (_fits, partial(_fits_loosely, weak=weak)):
        for trigger in triggers:
            sense = next((sense for sense in trigger.senses if fits(sense, frame)), None)
            if sense is not None:
                return _mention(sense, frame, trigger, i, last)
    return None


def _mention(sense: Sense, frame: _Frame, trigger: Trigger, i: int, last: int) -> EventMention | None:
    if sense.type == "none":
        return None
    agent, target = frame.agent, frame.object
    verb = frame.part != "nouns"
    if frame.part == "verbs" and trigger.suffers:
        agent, target = None, frame.agent if frame.agent is not None else frame.object
    return EventMention(EventType(sense.type), i, last, verb, agent, target, sense.denied)


def _fits(sense: Sense, frame: _Frame) -> bool:
    """Say whether a sense's conditions hold."""
    return _words_fit(sense, frame) and _holds(sense, "object", frame) and _holds(sense, "subject", frame)


def _fits_loosely(sense: Sense, frame: _Frame, weak: bool) -> bool:
    """Say whether they hold if a noun that no lexicon knows may be of any class: 'looted two pharmacies'.

    One known noun must bear the reading out; a verb of many meanings ('leave') needs it, a plain one does not.
    """
    if not _words_fit(sense, frame) or frame.part == "nouns":
        return False
    asked = [role for role in ("object", "subject") if role in sense.conditions]
    known = [role for role in asked if _holds(sense, role, frame)]
    unknown = [role for role in asked if role not in known and "other" in _classes(frame, role)]
    if weak and (("object" in unknown and not frame.named) or not known):
        return False
    return bool(asked) and len(known) + len(unknown) == len(asked)


def _classes(frame: _Frame, role: str) -> frozenset[str]:
    return frame.object_classes if role == "object" else frame.subject_classes


def _holds(sense: Sense, role: str, frame: _Frame) -> bool:
    return role not in sense.conditions or bool(sense.conditions[role] & _classes(frame, role))


def _words_fit(sense: Sense, frame: _Frame) -> bool:
    conditions = sense.conditions
    if any(key in conditions for key in ("verbs", "nouns", "adjectives")):
        if frame.words not in conditions.get(frame.part, frozenset()):
            return False
    elif frame.part != "verbs" and "not_verbs" in conditions:
        return False
    if frame.words in conditions.get("not_verbs", ()):
        return False
    return (
        ("means" not in conditions or bool(conditions["means"] & frame.means))
        and ("near" not in conditions or bool(conditions["near"] & frame.near))
        and not conditions.get("not_near", frozenset()) & frame.near
        and sense.flags <= frame.flags
    )


def _frame_verb(scene: Scene, i: int, words: str) -> _Frame:
    tree = scene.tree
    agent, patient = tree.agent(i), tree.patient(i)
    if patient is None:
        patient = _oblique_object(scene, i)
    unaccusative = agent if not tree.is_passive(i) else patient
    beside = _clause_tokens(tree, i)
    return _Frame(
        words=words,
        part="verbs",
        agent=agent,
        object=patient,
        subject_classes=scene.classes(agent) if agent is not None else scene.classes(unaccusative) | {"none"},
        object_classes=scene.classes(patient),
        means=_means(scene, i, [x for x in (agent, patient) if x is not None]),
        near=frozenset(tree.lower[k] for k in beside),
        flags=_verb_flags(scene, i),
        named=patient is not None and tree.tags[patient] in ("NNP", "NNPS"),
    )


def _verb_flags(scene: Scene, i: int) -> frozenset[str]:
    tree = scene.tree
    flags = set()
    if tree.child(i, "xcomp", "ccomp") is not None:
        flags.add("infinitive")
    where = [c for c in tree.each(i, "prep") if tree.lower[c] in scene.lexicon.words("grammar", "events", "located")]
    if any(scene.classes(o) & {"place", "territory", "building"} for c in where for o in tree.objects(c)):
        flags.add("located")
    without = [c for c in tree.each(i, "prep") if tree.lower[c] == "without"]
    if any("power" in scene.classes(o) for c in without for o in tree.objects(c)):
        flags.add("powerless")
    return frozenset(flags)


def _frame_adjective(scene: Scene, i: int, words: str) -> _Frame:
    tree = scene.tree
    subject = tree.subject(tree.clause(i))
    return _Frame(
        words=words,
        part="adjectives",
        agent=None,
        object=subject,
        subject_classes=scene.classes(subject),
        object_classes=scene.classes(subject),
        means=frozenset(),
        near=frozenset(tree.lower),
        flags=frozenset(),
    )


def _oblique_object(scene: Scene, verb: int) -> int | None:
    tree = scene.tree
    for prep in tree.each(verb, "prep"):
        if tree.lower[prep] in scene.lexicon.words("grammar", "events", "objects"):
            inner = tree.child(prep, "pobj")
            if inner is not None and tree.lower[prep] != "in":
                return inner
            nested = tree.child(prep, "prep")
            if nested is not None:
                return tree.child(nested, "pobj")
    return None


def _clause_tokens(tree: Tree, i: int) -> set[int]:
    """Give the tokens of a trigger's clause without the clauses below it."""
    found, todo = {i}, [i]
    while todo:
        for c in tree.children[todo.pop()]:
            if tree.deps[c] in ("ccomp", "advcl", "relcl", "parataxis") or (tree.deps[c] == "conj" and tree.is_verb(c)):
                continue
            found.add(c)
            todo.append(c)
    return found


def _means(scene: Scene, i: int, roles: list[int]) -> frozenset[str]:
    """Give the classes of what it is done with: modifiers, 'with …', 'by …', subject and object."""
    tree = scene.tree
    tokens = [*roles, *tree.each(i, "compound", "amod", "nmod", "nsubj", "npadvmod")]
    for prep in tree.each(i, "prep", "agent"):
        if tree.lower[prep] in scene.lexicon.words("grammar", "events", "means"):
            tokens += tree.objects(prep)
    for using in tree.each(i, "advcl"):
        if tree.lower[using] in scene.lexicon.words("grammar", "events", "using"):
            tokens += tree.each(using, "dobj")
    found: set[str] = set()
    for token in tokens:
        for part in tree.conjuncts(token):
            found |= scene.classes(part)
            for modifier in (k for c in tree.each(part, "compound", "amod", "nmod") for k in tree.subtree(c)):
                found |= scene.lexicon.classes.get(tree.lower[modifier], frozenset())
    return frozenset(found)


def _frame_noun(scene: Scene, i: int, words: str) -> _Frame:
    tree = scene.tree
    agent, object_ = _noun_roles(scene, i)
    verb = tree.clause(i)
    near = {tree.lower[k] for k in _clause_tokens(tree, verb)} if tree.is_verb(verb) else set(tree.lower)
    governor = tree.heads[i] if tree.deps[i] in ("dobj", "nsubj", "nsubjpass", "ROOT", "attr") else i
    flags = (
        {"copula"} if tree.deps[i] in ("attr", "ROOT") or (tree.deps[i] == "pobj" and _is_copula(scene, i)) else set()
    )
    if tree.tags[i] in ("NNS", "NNPS"):
        flags.add("plural")
    if any(tree.deps[c] == "nummod" for c in tree.children[i]):
        flags.add("counted")
    if tree.child(i, "acl", "ccomp", "relcl") is not None or any(
        tree.lower[c] in scene.lexicon.words("grammar", "events", "complements") for c in tree.each(i, "prep")
    ):
        flags.add("complement")
    bases = {base[0] for base in scene.lexicon.verbs.get(tree.lower[governor])}
    active = scene.lexicon.words("grammar", "events", "active_verbs")
    if bases & active or tree.deps[i] == "ROOT" or tree.lower[governor] in active:
        flags.add("active")
    return _Frame(
        words=words,
        part="nouns",
        agent=agent,
        object=object_,
        subject_classes=scene.classes(agent),
        object_classes=scene.classes(object_),
        means=_means(scene, i, [x for x in (object_,) if x is not None]),
        near=frozenset(near),
        flags=frozenset(flags),
    )


_FRAMES = {"verb": _frame_verb, "noun": _frame_noun, "adjective": _frame_adjective}


def _is_copula(scene: Scene, i: int) -> bool:
    above = scene.tree.clause(i)
    return scene.tree.lower[above] in scene.lexicon.words("grammar", "events", "copulas")


def _noun_roles(scene: Scene, i: int) -> tuple[int | None, int | None]:
    """Give agent and object of an event noun: 'the capture OF X BY Y', 'Y's capture of X', 'Y shelling of X'."""
    tree = scene.tree
    agent = object_ = None
    for prep in tree.each(i, "prep", "agent"):
        inner = tree.child(prep, "pobj")
        if inner is None:
            continue
        if tree.lower[prep] == "by":
            agent = inner
        elif tree.lower[prep] in scene.lexicon.words("grammar", "events", "noun_objects") and object_ is None:
            object_ = inner
        elif tree.lower[prep] == "between" and agent is None:
            agent = inner
    for c in tree.each(i, "poss", "compound", "amod", "nmod"):
        classes = scene.classes(c)
        if classes & {"place", "territory", "building"} and "party" not in classes:
            object_ = c if object_ is None else object_
        elif agent is None and (classes & {"force", "party"} or scene.reading.knowledge.parties.state([tree.words[c]])):
            agent = c
    if agent is None and tree.deps[i] in ("dobj", "attr"):
        agent = tree.subject(tree.heads[i])
    if agent is None and tree.deps[i] == "nsubjpass":
        agent = tree.agent(tree.heads[i])
    return agent, object_


def _is_absorbed(scene: Scene, event: EventMention, found: list[EventMention], verbs: set[int]) -> bool:
    """Say whether an event noun belongs to another event and is no claim of its own."""
    tree = scene.tree
    i = _counted_head(scene, event.trigger_last)
    governor, dep = tree.heads[i], tree.deps[i]
    if dep == "conj":
        governor, dep = tree.heads[governor], tree.deps[governor]
    if event.type.family in ("losses",) and dep in ("nsubj", "nsubjpass", "dobj", "ROOT", "attr"):
        return governor in verbs and any(o.trigger == governor and o.type == event.type for o in found)
    if event.type.family == "combat" and _causes_harm(scene, governor, dep, found):
        return False
    if governor in verbs and dep in ("dobj", "nsubj", "nsubjpass", "attr", "agent"):
        return True
    if dep in ("pobj", "pcomp"):
        return not _stands_alone(scene, governor, verbs)
    return dep not in ("nsubj", "nsubjpass", "dobj", "attr", "ROOT", "dep", "appos", "ccomp")


def _counted_head(scene: Scene, i: int) -> int:
    """Give the noun that counts an event noun: 'DOZENS of strikes', else the noun itself."""
    tree = scene.tree
    prep = tree.heads[i]
    if tree.deps[i] == "pobj" and tree.lower[prep] == "of" and scene.content_noun(tree.heads[prep]) == i:
        return tree.heads[prep]
    return i


def _causes_harm(scene: Scene, governor: int, dep: str, found: list[EventMention]) -> bool:
    """Say whether an attack is named as what killed or destroyed: two actions, two claims."""
    tree = scene.tree
    harmed = {e.trigger for e in found if e.verb and e.type.family in ("losses", "infrastructure")}
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
