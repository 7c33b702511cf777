"""Attribution inside a sentence: which words are said, by whom, and with which verb, noun or phrase of saying.

Coding rules 'Carriers and relays' and 'Rumour' of docs/claims.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

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
    relaying = {a.cue for a in found if a.relay}
    found = _run_on(tree, [a for a in found if a.relay or a.cue not in relaying])
    return sorted(found, key=lambda a: (len(a.content) or 10_000, not a.relay, a.cue))


def _run_on(tree: Tree, found: list[Attribution]) -> list[Attribution]:
    """Let what somebody says run on behind a semicolon: 'A resident says the town is empty; the shops are shut.'

    It does so where nobody else speaks behind it or in between.
    """
    run_on = []
    for said in found:
        semicolon = next((k for k in range(max(said.content, default=0), len(tree)) if tree.words[k] == ";"), None)
        leads = said.content and "say" in said.classes
        if (
            not leads
            or semicolon is None
            or any(o.cue > semicolon or max(o.content, default=0) > semicolon for o in found)
            or any(said.cue < o.cue < semicolon and o.cue not in said.content for o in found)
        ):
            run_on.append(said)
            continue
        behind = {k for k in range(semicolon, len(tree)) if k not in tree.ancestors(said.cue) and k != said.cue}
        run_on.append(replace(said, content=said.content | behind))
    return run_on


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
            if len(base) == 1 and tree.child(i, "prt") is not None:
                continue  # 'carried OUT' is no 'carried'
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
    source = _source_of(tree, i, lexicon)
    if not content and (comment := _commented_clause(tree, i, lexicon)):
        content = comment
    if _says_nothing(tree, i, name, lexicon):
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


def _says_nothing(tree: Tree, i: int, name: str, lexicon: Lexicon) -> bool:
    """Say whether a verb attributes nothing here: 'shows a map', 'ASKED about it, he left', 'CONSIDERING that'."""
    if name == "ask" and tree.tags[i] == "VBN":
        return True
    if tree.lower[i] in lexicon.words("attribution", "conjunctions", "participles") and not tree.each(i, "aux"):
        return tree.deps[i] in ("advcl", "prep", "mark") or tree.lower[i + 1 : i + 2] == ["that"]
    weak = name in lexicon.words("attribution", "weak", "verbs")
    return weak and not any(tree.deps[c] in _CONTENTS for c in tree.children[i])


def _can_speak(scene: Scene, source: int) -> bool:
    classes = scene.classes(source)
    barred = scene.lexicon.words("attribution", "not_speakers", "nouns")
    word = scene.tree.lower[source]
    if source in scene.toponyms and not classes & {"party", "body", "force"}:
        return False
    return word not in barred and not (
        classes & {"attack", "equipment", "supplies", "gains", "power"}
        and not classes & {"force", "body", "person", "civilian", "party", "building"}
    )


def _content_of(tree: Tree, cue: int, classes: frozenset[str], lexicon: Lexicon) -> set[int]:
    """Give what a verb of saying governs: its clauses, and the things it reports as objects."""
    content: set[int] = set()
    for c in tree.children[cue]:
        if _is_said(tree, cue, c, classes, lexicon):
            content |= tree.subtree(c)
    if "ask" in classes and "say" not in classes:  # an aside about what is asked for is not asked for
        content -= {k for c in content if tree.deps[c] == "relcl" for k in tree.subtree(c)}
    return content


def _is_said(tree: Tree, cue: int, child: int, classes: frozenset[str], lexicon: Lexicon) -> bool:
    """Say whether a child of a verb of saying is part of what is said."""
    dep, word = tree.deps[child], tree.lower[child]
    if dep == "prep":
        return _opens_content(tree, cue, word, lexicon)
    if dep == "xcomp" and classes & {"say", "deny"} and (tree.tags[child] != "VB" or "intend" in classes):
        return True
    if dep in ("xcomp", "ccomp", "dobj") and "ask" in classes and tree.child(cue, "xcomp", "ccomp") is not None:
        return True
    pointing = word in lexicon.words("grammar", "saying", "pointing")
    return (
        (dep == "dep" and tree.is_verb(child))
        or (dep == "conj" and "say" in classes and child > cue and _is_counted_too(tree, cue, child))
        or (dep in _CONTENTS and word != "according")
        or (dep == "dobj" and not pointing and not classes <= {"ask", "intend"})
    )


def _opens_content(tree: Tree, cue: int, preposition: str, lexicon: Lexicon) -> bool:
    """Say whether a preposition behind a verb of saying opens what is said: 'spoke OF', 'admits TO', 'put AT'."""
    bases = {base[0] for base in lexicon.verbs.get(tree.lower[cue])}
    return (
        preposition in lexicon.words("grammar", "saying", "contents")
        or (preposition == "to" and bool(bases & lexicon.words("grammar", "saying", "to_verbs")))
        or (preposition == "at" and bool(bases & lexicon.words("grammar", "saying", "at_verbs")))
    )


def _is_counted_too(tree: Tree, cue: int, child: int) -> bool:
    """Say whether a bare participle goes on with a figure: 'counted 7 dead and 17 WOUNDED'."""
    bare = tree.tags[child] in ("VBN", "JJ", "CD") and tree.child(child, "aux", "auxpass", "dobj") is None
    return bare and tree.child(cue, "dobj") is not None


def _source_of(tree: Tree, cue: int, lexicon: Lexicon) -> int | None:
    if tree.is_passive(cue):
        return tree.agent(cue)
    source = _subject_behind(tree, cue)
    if source is None:
        source = tree.subject(cue)
    if tree.deps[cue] == "conj" and tree.child(cue, *SUBJECTS) is None:
        source = _speaker_above(tree, cue, lexicon, source)
    if source is None and tree.deps[cue] == "advcl":
        above = tree.clause(tree.heads[cue])
        source = tree.agent(above)
    if source is not None and tree.deps[cue] == "advcl" and tree.is_passive(tree.clause(tree.heads[cue])):
        by = tree.agent(tree.clause(tree.heads[cue]))
        source = by if by is not None else source
    if source is None and tree.deps[cue] in ("ROOT", "ccomp", "parataxis"):
        source = _inverted_subject(tree, cue)
    return source


def _speaker_above(tree: Tree, cue: int, lexicon: Lexicon, source: int | None) -> int | None:
    """Give who goes on speaking: 'THE MINISTRY said that troops had left but insisted that …', not the troops."""
    said = tree.heads[cue]
    above = tree.heads[said]
    speaks = any({"say"} & lexicon.cues.get(base[0], frozenset()) for base in lexicon.verbs.get(tree.lower[above]))
    if tree.deps[said] == "ccomp" and speaks and tree.tags[above] == tree.tags[cue] != "VBG":
        return tree.subject(above)
    return source


def _subject_behind(tree: Tree, cue: int) -> int | None:
    """Give the subject behind a verb with a comma before it: 'An escort, says THE PREFECTURE, is planned'."""
    if cue == 0 or tree.words[cue - 1] not in (",", "”", '"', "’"):
        return None
    return next((c for c in tree.each(cue, *SUBJECTS) if c > cue), None)


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
