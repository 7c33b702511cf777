"""Attribution inside a sentence: which words are said, by whom, and with which verb, noun or phrase of saying."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fogline.extract.lexicon import Lexicon
from fogline.extract.scene import Scene
from fogline.extract.tree import SUBJECTS, Tree
from fogline.speakers import kind_of

_LONGEST_LABEL = 12
_CONTENTS = ("ccomp", "parataxis")


@dataclass(frozen=True, slots=True)
class Attribution:
    """A stretch of a sentence that somebody says. All positions are token indexes."""

    cue: int
    base: str
    """The base form of the verb, noun or phrase of saying."""
    classes: frozenset[str]
    """What the cue does to its content: say, think, deny, ask, intend; ``rumour`` when no source is named."""
    source: int | None
    """The head of who says it; None when nobody is named."""
    content: frozenset[int]
    """What is said; empty when it stands elsewhere (a quotation, another sentence)."""
    relay: bool = False
    """The source is cited by another speaker of the same content, who relays it."""


def find_attributions(scene: Scene) -> list[Attribution]:
    """Give the attributions of a sentence, the smallest content (the innermost speaker) first."""
    tree, lexicon = scene.tree, scene.lexicon
    found = [*_by_verbs(scene), *_by_phrases(tree, lexicon), *_by_nouns(tree, lexicon), *_by_colon(scene)]
    return sorted(found, key=lambda a: (len(a.content) or 10_000, not a.relay, a.cue))


def _by_verbs(scene: Scene) -> Iterator[Attribution]:
    tree, lexicon = scene.tree, scene.lexicon
    for i in range(len(tree)):
        if not (tree.is_verb(i) or tree.deps[i] in ("ROOT", "ccomp", "conj", "parataxis")) or tree.deps[i] in (
            "aux",
            "auxpass",
            "amod",
        ):
            continue
        for base in lexicon.verbs.get(tree.lower[i]):
            name = " ".join(base)
            if name in lexicon.cues and _particles_follow(tree, i, base):
                attribution = _read_verb(scene, i, name)
                if attribution:
                    yield attribution
                    yield from _cited_beside(tree, attribution, lexicon)
                break


def _particles_follow(tree: Tree, i: int, base: tuple[str, ...]) -> bool:
    return all(part in tree.lower[i + 1 : i + 5] for part in base[1:])


def _read_verb(scene: Scene, i: int, name: str) -> Attribution | None:
    tree, lexicon = scene.tree, scene.lexicon
    classes = lexicon.cues[name]
    if tree.is_passive(i) and (impersonal := _impersonal(tree, i, name, classes, lexicon)):
        return impersonal
    accused = _accusation(scene, i, name)
    content = accused or _content_of(tree, i, classes, lexicon)
    source = _source_of(tree, i)
    if not content and (comment := _commented_clause(tree, i, lexicon)):
        content = comment
    if name in lexicon.words("attribution", "weak", "verbs") and not any(
        tree.deps[c] in _CONTENTS for c in tree.children[i]
    ):
        return None
    if source is not None and source in content:
        content = content - tree.subtree(source)
    if source is None and not content:
        return None
    if source is not None and not _can_speak(scene, source):
        return None
    if not content and classes == {"intend"}:
        return None
    return Attribution(i, name, classes, source, frozenset(content))


def _can_speak(scene: Scene, source: int) -> bool:
    classes = scene.classes(source)
    barred = scene.lexicon.words("attribution", "not_speakers", "nouns")
    word = scene.tree.lower[source]
    if source in scene.toponyms and not classes & {"party", "body", "force"}:
        return False
    return word not in barred and not (
        classes & {"attack", "equipment", "supplies", "gains"}
        and not classes & {"force", "body", "person", "civilian", "party", "building"}
    )


def _content_of(tree: Tree, cue: int, classes: frozenset[str], lexicon: Lexicon) -> set[int]:
    """Give what a verb of saying governs: its clauses, and the things it reports as objects."""
    content: set[int] = set()
    for c in tree.children[cue]:
        if _is_said(tree, cue, c, classes, lexicon):
            content |= tree.subtree(c)
    return content


def _is_said(tree: Tree, cue: int, child: int, classes: frozenset[str], lexicon: Lexicon) -> bool:
    """Say whether a child of a verb of saying is part of what is said."""
    dep, word = tree.deps[child], tree.lower[child]
    if dep == "dep":
        return tree.is_verb(child)
    if dep == "prep":
        return word in lexicon.words("grammar", "saying", "contents")
    if dep in _CONTENTS and word != "according":
        return True
    if dep == "xcomp" and classes & {"say", "deny"} and tree.tags[child] != "VB":
        return True
    if dep in ("xcomp", "ccomp", "dobj") and "ask" in classes and tree.child(cue, "xcomp", "ccomp") is not None:
        return True
    pointing = word in lexicon.words("grammar", "saying", "pointing")
    return dep == "dobj" and not pointing and not classes <= {"ask", "intend"}


def _source_of(tree: Tree, cue: int) -> int | None:
    if tree.is_passive(cue):
        return tree.agent(cue)
    source = tree.subject(cue)
    if source is None and tree.deps[cue] == "advcl":
        above = tree.clause(tree.heads[cue])
        source = tree.agent(above)
    if source is not None and tree.deps[cue] == "advcl" and tree.is_passive(tree.clause(tree.heads[cue])):
        by = tree.agent(tree.clause(tree.heads[cue]))
        source = by if by is not None else source
    if source is None and tree.deps[cue] in ("ROOT", "ccomp", "parataxis"):
        source = _inverted_subject(tree, cue)
    return source


def _inverted_subject(tree: Tree, cue: int) -> int | None:
    """Give the speaker behind the verb: '… ,” said a correspondent', which parsers take for an object."""
    after = tree.child(cue, "dobj", "attr", "npadvmod", "dep")
    return after if after is not None and after > cue and tree.is_noun(after) else None


def _commented_clause(tree: Tree, cue: int, lexicon: Lexicon) -> set[int]:
    """Give the clause that a comment stands in: 'The city, officials say, has fallen', 'as X reported'."""
    above = tree.heads[cue]
    if tree.deps[cue] not in ("parataxis", "advcl", "ccomp", "dep") or above == cue:
        return set()
    if tree.child(cue, *SUBJECTS) is None:
        return set()
    marks = [tree.lower[c] for c in tree.children[cue] if tree.deps[c] in ("mark", "advmod")]
    if tree.deps[cue] == "advcl" and not set(marks) <= lexicon.words("grammar", "saying", "comment_marks"):
        return set()
    if marks and "as" not in marks and tree.deps[cue] != "parataxis":
        return set()
    return tree.subtree(above) - tree.subtree(cue)


def _impersonal(tree: Tree, cue: int, name: str, classes: frozenset[str], lexicon: Lexicon) -> Attribution | None:
    """Read 'X is said to have …', 'is believed to', 'it is reported that': somebody's word, nobody's name."""
    if tree.lower[cue] not in lexicon.words("attribution", "impersonal", "passive"):
        return None
    agent = tree.agent(cue)
    content: set[int] = set()
    for c in tree.each(cue, "xcomp", "ccomp"):
        content |= tree.subtree(c)
    if not content and agent is None:
        return None
    subject = tree.child(cue, "nsubjpass", "nsubj")
    if subject is not None and tree.lower[subject] != "it" and content:
        content |= tree.subtree(subject)
    return Attribution(cue, name, classes if agent is not None else classes | {"rumour"}, agent, frozenset(content))


def _accusation(scene: Scene, cue: int, name: str) -> set[int]:
    """Give the content of 'X accuses Y of doing Z': Y and Z."""
    tree, lexicon = scene.tree, scene.lexicon
    if name not in lexicon.words("attribution", "accuse", "verbs"):
        return set()
    content: set[int] = set()
    for prep in tree.each(cue, "prep"):
        if tree.lower[prep] in lexicon.words("attribution", "accuse", "prepositions"):
            content |= tree.subtree(prep)
    accused = tree.child(cue, "dobj")
    if content and accused is not None:
        content |= tree.subtree(accused)
    return content


def _cited_beside(tree: Tree, outer: Attribution, lexicon: Lexicon) -> Iterator[Attribution]:
    """Give the source that a speaker cites for the same content: 'TASS reports, citing the ministry, that …'."""
    relays = lexicon.words("attribution", "according", "relay")
    for c in tree.children[outer.cue]:
        phrase = tree.lower[c]
        target = None
        if phrase in relays and tree.deps[c] in ("advcl", "prep"):
            target = tree.child(c, "dobj", "pobj")
        if target is not None:
            content = outer.content - tree.subtree(c)
            yield Attribution(c, phrase, frozenset(("say",)), target, frozenset(content), relay=True)


def _by_phrases(tree: Tree, lexicon: Lexicon) -> Iterator[Attribution]:
    """Give 'according to X', 'per X' with the clause they stand in."""
    for i, word in enumerate(tree.lower):
        source = None
        if word == "according":
            to = next((c for c in tree.children[i] if tree.lower[c] == "to"), None)
            source = tree.child(to, "pobj") if to is not None else None
            if source is None and tree.lower[i + 1 : i + 2] == ["to"]:
                source = tree.child(i + 1, "pobj")
        elif (
            word in lexicon.words("grammar", "saying", "citing")
            and tree.is_verb(tree.heads[i])
            and tree.deps[i] in ("advcl", "prep")
        ):
            above = {b[0] for b in lexicon.verbs.get(tree.lower[tree.heads[i]])}
            source = None if above & set(lexicon.cues) else tree.child(i, "dobj", "pobj")
        elif word == "per" and i + 1 < len(tree) and tree.tags[i + 1] in ("NNP", "DT"):
            source = tree.child(i, "pobj")
        if source is not None:
            yield Attribution(i, word, frozenset(("say",)), source, frozenset(_scope_of_phrase(tree, i, lexicon)))


def _scope_of_phrase(tree: Tree, i: int, lexicon: Lexicon) -> set[int]:
    """Give what a phrase of source covers: the whole sentence from its front, else its own clause."""
    phrase = tree.subtree(i)
    above = tree.heads[i]
    while tree.heads[above] != above and (
        tree.deps[above] in ("conj", "acl", "pobj", "prep", "dobj", "amod", "relcl", "appos") or not tree.is_verb(above)
    ):
        above = tree.heads[above]
    at_front = min(phrase) <= 1
    root = above
    while at_front and tree.heads[root] != root:
        root = tree.heads[root]
    covered = tree.subtree(root) - phrase
    opening = set(tree.lower[max(0, min(phrase) - 3) : min(phrase)])
    if not at_front and max(phrase) < len(tree) - 2 and opening & lexicon.words("grammar", "saying", "contrast"):
        return {k for k in covered if k > max(phrase)}
    return covered


def _by_nouns(tree: Tree, lexicon: Lexicon) -> Iterator[Attribution]:
    """Give nouns of saying with their content: 'the claim that', 'reports of', 'in a statement that'."""
    nouns = lexicon.words("attribution", "nouns", "say")
    for i, word in enumerate(tree.lower):
        base = word[:-1] if word.endswith("s") and word[:-1] in nouns else word
        if base not in nouns or not tree.is_noun(i):
            continue
        content: set[int] = set()
        for c in tree.each(i, "acl", "ccomp", "relcl"):
            if any(tree.lower[k] == "that" and tree.deps[k] == "mark" for k in tree.children[c]):
                content |= tree.subtree(c)
        for prep in tree.each(i, "prep"):
            if tree.lower[prep] == "about" and base in lexicon.words("grammar", "saying", "about_nouns"):
                content |= tree.subtree(prep)
            if tree.lower[prep] == "of" and base not in lexicon.words("grammar", "saying", "not_of_nouns"):
                content |= tree.subtree(prep)
        if content:
            called_false = _is_called_false(tree, i, lexicon)
            source = None if called_false else _noun_source(tree, i, lexicon)
            kind = "deny" if called_false else "say" if source is not None else "rumour"
            classes = frozenset((kind,))
            yield Attribution(i, base, classes, source, frozenset(content))


def _noun_source(tree: Tree, i: int, lexicon: Lexicon) -> int | None:
    poss = tree.child(i, "poss")
    if poss is not None and tree.tags[poss] != "PRP$":
        return poss
    for prep in tree.each(i, "prep"):
        if tree.lower[prep] in lexicon.words("grammar", "saying", "makers"):
            return tree.child(prep, "pobj")
    if tree.deps[i] == "dobj" and tree.lower[tree.heads[i]] not in lexicon.words("grammar", "saying", "receiving"):
        return tree.subject(tree.heads[i])
    return None


def _is_called_false(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    """Say whether a claim is the subject of 'is false', 'are baseless'."""
    if tree.deps[i] not in ("nsubj", "nsubjpass"):
        return False
    false = lexicon.words("certainty", "negation", "adjectives") | lexicon.words("attribution", "denial", "nouns")
    return any(tree.lower[c] in false for c in tree.each(tree.heads[i], "acomp", "attr", "oprd"))


def _by_colon(scene: Scene) -> Iterator[Attribution]:
    """Give 'General Staff: …', 'A military source to our channel: …': a speaker, a colon, what it says."""
    tree = scene.tree
    colon = next((k for k, word in enumerate(tree.words[:_LONGEST_LABEL]) if word == ":"), None)
    if not colon or colon + 2 >= len(tree) or any(tree.tags[k] in ("VBD", "VBZ", "VBP", "MD") for k in range(colon)):
        return
    label = scene.reading.text[tree.starts[0] : tree.end(colon - 1)]
    knowledge = scene.reading.knowledge
    if kind_of(label) == "other" and not knowledge.registry.find(label) and not knowledge.parties.group(label.split()):
        return
    heads = [k for k in range(colon) if tree.is_noun(k) and not 0 <= tree.heads[k] < colon]
    heads = heads or [k for k in range(colon) if tree.is_noun(k)]
    documents = scene.lexicon.words("attribution", "documents", "nouns") | scene.lexicon.words(
        "grammar", "saying", "labels"
    )
    if heads and tree.lower[heads[0]] not in documents:
        content = frozenset(range(colon + 1, len(tree)))
        yield Attribution(colon, ":", frozenset(("say",)), heads[0], content)
