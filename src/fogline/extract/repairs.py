"""Repairs: mends what parsers get wrong in news English before any rule looks at the tree.

Most of them lose the speaker or the subject: a verb of saying in the present ('the army announces') that is tagged
as a plural noun, a clause behind a semicolon that swallows the one before it.
"""

from __future__ import annotations

from collections.abc import Iterable

from fogline.extract.lexicon import Lexicon
from fogline.extract.trailing import hang_trailing_attribution, is_finite_cue
from fogline.extract.tree import SUBJECTS, Tree


def repair(tree: Tree, lexicon: Lexicon) -> None:
    """Mend a tree in place: its tags, its subjects, its clauses, and the attribution at its end."""
    _retag(tree, lexicon)
    _make_nouns(tree)
    _make_participles(tree, lexicon)
    _open_with_place(tree)
    _free_subjects(tree)
    _join_roads(tree)
    _give_subjects(tree)
    _free_main_clause(tree)
    _divide_at_semicolons(tree)
    hang_trailing_attribution(tree, lexicon)
    tree.link()


def _retag(tree: Tree, lexicon: Lexicon) -> None:
    for i in range(1, len(tree)):
        if tree.tags[i] not in ("NNS", "NNP", "NN") or not is_finite_cue(tree.lower[i], lexicon):
            continue
        before = i - 1 if tree.words[i - 1] not in ("“", '"', "”") else max(0, i - 2)
        after = tree.lower[i + 1] if i + 1 < len(tree) else "."
        opens = (after in lexicon.words("grammar", "repairs", "after_cue") or before < i - 1) and tree.heads[
            before
        ] == i
        if (
            opens
            and (tree.is_noun(before) or tree.tags[before] == "JJ")
            and tree.deps[before] in ("compound", "amod", "nmod")
        ):
            tree.tags[i] = "VBZ"
            for k in range(i + 1, len(tree)):
                if tree.heads[k] == i and tree.deps[k] in ("appos", "dep") and tree.is_noun(k):
                    tree.deps[k] = "dobj"
            _gather(tree, range(i), before, i)
            tree.deps[before] = "nsubj"


def _make_nouns(tree: Tree) -> None:
    """Retag a noun that was taken for a verb in an object's place: 'gave no further DETAILS'."""
    for i in range(len(tree)):
        if tree.tags[i] == "VBZ" and tree.deps[i] in ("dobj", "pobj"):
            tree.tags[i] = "NNS"
            for k in range(i):
                if tree.heads[k] == i and tree.deps[k] in SUBJECTS and tree.tags[k].startswith("JJ"):
                    tree.deps[k] = "amod"
                    _gather(tree, range(k), i, k)


def _make_participles(tree: Tree, lexicon: Lexicon) -> None:
    """Retag a participle that was taken for an object: 'had OVERRUN three outposts'."""
    for i in range(1, len(tree) - 1):
        have = i - 1
        taken = tree.deps[i] == "dobj" and tree.heads[i] == have and tree.tags[i] in ("NNP", "NN")
        if not taken or tree.lower[have] not in ("had", "has", "have") or not lexicon.verbs.get(tree.lower[i]):
            continue
        others = [k for k in range(i + 1, len(tree)) if tree.heads[k] == have and tree.deps[k] == "dobj"]
        if others:
            tree.tags[i], tree.deps[i], tree.heads[i] = "VBN", tree.deps[have], tree.heads[have]
            if tree.heads[i] == have:
                tree.heads[i] = i
            for k in range(len(tree)):
                if tree.heads[k] == have and k != i:
                    tree.heads[k] = i
            tree.heads[have], tree.deps[have] = i, "aux"


def _open_with_place(tree: Tree) -> None:
    """Mend 'Near Makarivka, aviation hit …', whose first word is taken for a name's and 'aviation' for an aside."""
    if len(tree) < 4 or tree.tags[0] != "NNP" or tree.lower[0] not in ("near", "at", "around", "outside", "inside"):
        return
    name = tree.heads[0]
    verb = tree.heads[name]
    if tree.deps[name] != "nsubj" or not tree.is_verb(verb):
        return
    actor = next((k for k in range(name + 1, verb) if tree.heads[k] == name and tree.deps[k] == "appos"), None)
    if actor is not None:
        tree.tags[0], tree.heads[0], tree.deps[0] = "IN", verb, "prep"
        tree.heads[name], tree.deps[name] = 0, "pobj"
        tree.heads[actor], tree.deps[actor] = verb, "nsubj"


def _free_subjects(tree: Tree) -> None:
    """Give a verb of saying the subject that an aside took: 'A sergeant, TAKEN PRISONER TODAY, says that …'."""
    for aside in range(2, len(tree)):
        cue = tree.heads[aside]
        if tree.deps[aside] != "ccomp" or cue <= aside + 1 or tree.tags[aside] not in ("VBD", "VBN"):
            continue
        own = any(tree.heads[k] == cue and tree.deps[k] in SUBJECTS for k in range(len(tree)))
        subject = next((k for k in range(aside) if tree.heads[k] == aside and tree.deps[k] in SUBJECTS), None)
        closed = tree.words[cue - 1] == "," and (tree.words[aside - 1] == "," or subject == aside - 1)
        if own or subject is None or not closed:
            continue
        tree.heads[subject], tree.deps[subject] = cue, "nsubj"
        tree.heads[aside], tree.deps[aside], tree.tags[aside] = subject, "acl", "VBN"


def _join_roads(tree: Tree) -> None:
    """Make 'the Kayes–Bamako road' one noun phrase: parsers take its second half for an apposition."""
    for i in range(len(tree) - 3):
        road = tree.heads[i + 2]
        if (
            tree.words[i + 1] in ("–", "—", "-", "/")
            and tree.tags[i] == tree.tags[i + 2] == "NNP"
            and i + 2 < road <= i + 4
            and tree.deps[i + 2] in ("compound", "nmod")
            and tree.deps[road] in ("appos", "dep", "npadvmod")
            and tree.heads[road] == i
        ):
            _gather(tree, range(i), road, i)
            tree.heads[road], tree.deps[road] = tree.heads[i], tree.deps[i]
            tree.heads[i], tree.deps[i] = road, "compound"
            tree.heads[i + 1] = road


def _give_subjects(tree: Tree) -> None:
    """Give a clause of what was said the subject that parsers take for an object: 'told us fuel HAS RUN OUT'."""
    for i in range(2, len(tree)):
        cue = tree.heads[i]
        if tree.deps[i] != "ccomp" or cue >= i or not tree.is_verb(i) or tree.tags[i] in ("VB", "VBG"):
            continue
        if any(tree.heads[k] == i and tree.deps[k] in SUBJECTS for k in range(len(tree))):
            continue
        first = min(
            k for k in range(i + 1) if k == i or (tree.heads[k] == i and tree.deps[k] in ("aux", "auxpass", "neg"))
        )
        before = first - 1
        if before > cue and tree.is_noun(before) and tree.heads[before] == cue and tree.deps[before] == "dobj":
            passive = any(tree.heads[k] == i and tree.deps[k] == "auxpass" for k in range(i))
            tree.heads[before], tree.deps[before] = i, "nsubjpass" if passive else "nsubj"


def _free_main_clause(tree: Tree) -> None:
    """Free the main clause behind 'Although the army released a video, THE FRONT IS COLLAPSING, and …'.

    Parsers take it for a relative clause of the last noun before the comma, though no relative clause without
    'that' or 'which' stands behind a comma.
    """
    for i in range(len(tree)):
        if tree.deps[i] != "relcl" or not tree.is_verb(i):
            continue
        left = [k for k in range(tree.heads[i] + 1, i) if tree.heads[k] == i]
        begins = next((k + 1 for k in range(i - 1, tree.heads[i], -1) if tree.words[k] == ","), None)
        if begins is None or not any(tree.deps[k] in SUBJECTS for k in left):
            continue
        if any(tree.tags[k].startswith("W") or tree.lower[k] == "that" for k in range(begins, i)):
            continue
        fronted = next((a for a in tree.ancestors(i) if _is_fronted(tree, a, i)), None)
        if fronted is None:
            continue
        if tree.heads[fronted] == fronted:
            tree.heads[i], tree.deps[i] = i, "ROOT"
            tree.heads[fronted], tree.deps[fronted] = i, "advcl"
        else:
            tree.heads[i], tree.deps[i] = tree.heads[fronted], "conj"


def _is_fronted(tree: Tree, verb: int, behind: int) -> bool:
    """Say whether a verb's clause leans on one that follows: 'ALTHOUGH it claims …', also where it is taken for it."""
    if tree.heads[verb] == verb:
        return any(tree.deps[c] == "mark" for c in tree.children[verb] if c < verb)
    return tree.deps[verb] == "advcl" and tree.heads[verb] > behind


def _divide_at_semicolons(tree: Tree) -> None:
    """Make 'A SAYS that …; b has fallen' two clauses side by side: parsers take the first for what b complements."""
    for i in range(len(tree)):
        above = tree.heads[i]
        if tree.deps[i] in ("ccomp", "parataxis") and ";" in tree.words[i + 1 : above]:
            tree.heads[i], tree.deps[i] = (i if tree.heads[above] == above else tree.heads[above]), tree.deps[above]
            tree.heads[above], tree.deps[above] = i, "conj"


def _gather(tree: Tree, tokens: Iterable[int], head: int, away_from: int) -> None:
    """Hang the modifiers in front of a noun on it that the parser had hung on the verb behind it."""
    for k in tokens:
        if (
            tree.heads[k] == away_from
            and k != head
            and tree.deps[k] in ("det", "amod", "compound", "poss", "nmod", "nummod")
        ):
            tree.heads[k] = head
