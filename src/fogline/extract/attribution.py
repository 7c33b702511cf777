"""Attribution inside a sentence: which words are said, by whom, and with which verb, noun or phrase of saying.

Coding rules 'Carriers and relays' and 'Rumour' of docs/claims.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from fogline.extract.citing import find_cited_beside, find_labels, find_nouns, find_phrases
from fogline.extract.lexicon import Lexicon
from fogline.extract.mention import Attribution
from fogline.extract.scene import Scene
from fogline.extract.tree import SUBJECTS, Tree

_CONTENTS = ("ccomp", "parataxis")


def find_attributions(scene: Scene) -> list[Attribution]:
    """Give the attributions of a sentence, the smallest content (the innermost speaker) first."""
    tree, lexicon = scene.tree, scene.lexicon
    found = [*_by_verbs(scene), *find_phrases(tree, lexicon), *find_nouns(tree, lexicon), *find_labels(scene)]
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
                    yield from find_cited_beside(tree, attribution, lexicon)
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
