"""Frames: what stands around a word that may name an event: who, what, by which means, beside which words."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.extract.scene import Scene
from fogline.extract.tree import Tree


@dataclass(frozen=True, slots=True)
class Frame:
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
    name_acts: bool = False
    """The subject is a proper name that is no person's with a title."""


def frame_verb(scene: Scene, i: int, words: str) -> Frame:
    """Give the frame of a verb: its subject and object, also behind a preposition, and the words of its clause."""
    tree = scene.tree
    agent, patient = tree.agent(i), tree.patient(i)
    if patient is None:
        patient = _oblique_object(scene, i)
    unaccusative = agent if not tree.is_passive(i) else patient
    beside = _clause_tokens(tree, i)
    return Frame(
        words=words,
        part="verbs",
        agent=agent,
        object=patient,
        subject_classes=scene.classes(agent) if agent is not None else scene.classes(unaccusative) | {"none"},
        object_classes=scene.classes(patient),
        means=_means(scene, i, [x for x in (agent, patient) if x is not None]),
        near=frozenset(tree.lower[k] for k in {*beside, *(x for x in (agent, patient) if x is not None)}),
        flags=_verb_flags(scene, i),
        named=patient is not None and tree.tags[patient] in ("NNP", "NNPS"),
        name_acts=agent is not None and tree.tags[agent] == "NNP" and not _is_titled(scene, agent),
    )


def _is_titled(scene: Scene, i: int) -> bool:
    titles = scene.lexicon.words("attribution", "titles", "words")
    return any(scene.tree.lower[c] in titles for c in scene.tree.each(i, "compound", "amod", "nmod"))


def _verb_flags(scene: Scene, i: int) -> frozenset[str]:
    tree = scene.tree
    flags = set()
    if any(tree.deps[c] == "xcomp" or tree.is_infinitive(c) for c in tree.each(i, "xcomp", "ccomp")):
        flags.add("infinitive")
    where = [c for c in tree.each(i, "prep") if tree.lower[c] in scene.lexicon.words("grammar", "events", "located")]
    if any(scene.classes(o) & {"place", "territory", "building"} for c in where for o in tree.objects(c)):
        flags.add("located")
    without = [c for c in tree.each(i, "prep") if tree.lower[c] == "without"]
    if any("power" in scene.classes(o) for c in without for o in tree.objects(c)):
        flags.add("powerless")
    if any(scene.classes(o) & {"supplies", "aid", "equipment"} for c in without for o in tree.objects(c)):
        flags.add("unsupplied")
    return frozenset(flags)


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


def frame_adjective(scene: Scene, i: int, words: str) -> Frame:
    """Give the frame of an adjective: what it is said of is subject and object in one."""
    tree = scene.tree
    subject = tree.subject(tree.clause(i))
    return Frame(
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


def frame_noun(scene: Scene, i: int, words: str) -> Frame:
    """Give the frame of an event noun: 'BY whom', 'OF what', and the words of the clause that it stands in."""
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
    inflicted = tree.deps[i] == "dobj" and tree.lower[governor] in scene.lexicon.words(
        "grammar", "events", "inflicting"
    )
    if inflicted:
        flags.add("inflicted")
        agent, object_ = tree.subject(governor), _suffering(scene, governor) if object_ is None else object_
    if bases & active or tree.deps[i] == "ROOT" or tree.lower[governor] in active:
        flags.add("active")
    return Frame(
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
        if tree.tags[c] == "PRP$":
            continue
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


def _suffering(scene: Scene, verb: int) -> int | None:
    """Give on whom a harm is brought by the words beside the verb: 'inflicted losses ON THE ENEMY'."""
    tree = scene.tree
    whose = scene.lexicon.words("grammar", "parties", "whose")
    victims = [tree.child(prep, "pobj") for prep in tree.each(verb, "prep", "dative") if tree.lower[prep] in whose]
    return next((i for i in victims if i is not None and i not in scene.toponyms), None)


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
