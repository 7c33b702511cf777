"""Repairs: mends what parsers get wrong in news English before any rule looks at the tree.

Two errors matter, because they lose the speaker: the trailing attribution ('…, a local official told AFP.')
that is parsed as an apposition or coordination, and the verb of saying in the present ('the army announces')
that is tagged as a plural noun.
"""

from __future__ import annotations

from collections.abc import Iterable

from fogline.extract.lexicon import Lexicon
from fogline.extract.tree import SUBJECTS, Tree

_NOUN_PHRASE_TAGS = frozenset(
    (
        *("DT", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "PRP$", "PRP", "IN", "CC", "HYPH"),
        *("VBN", "VBG", "WP", "TO", "RB", ",", "NFP", "``", "''"),
    )
)
_SEPARATORS = frozenset((",", "”", '"', "»", "’", "''", "—", "–"))
_LONGEST_SOURCE = 22
"""Tokens of the noun phrase between the separator and the verb."""
_LONGEST_TAIL = 14
"""Tokens from the verb to the end of the sentence."""


def repair(tree: Tree, lexicon: Lexicon) -> None:
    """Mend a tree in place: retag verbs of saying and hang trailing attributions over what is said."""
    _retag(tree, lexicon)
    _make_nouns(tree)
    _make_participles(tree, lexicon)
    _open_with_place(tree)
    _free_subjects(tree)
    _join_roads(tree)
    _give_subjects(tree)
    cue = _trailing_cue(tree, lexicon)
    if cue is not None:
        _hang_over(tree, *cue)
    tree.link()


def _retag(tree: Tree, lexicon: Lexicon) -> None:
    for i in range(1, len(tree)):
        if tree.tags[i] not in ("NNS", "NNP", "NN") or not _is_finite_cue(tree.lower[i], lexicon):
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


def _gather(tree: Tree, tokens: Iterable[int], head: int, away_from: int) -> None:
    """Hang the modifiers in front of a noun on it that the parser had hung on the verb behind it."""
    for k in tokens:
        if (
            tree.heads[k] == away_from
            and k != head
            and tree.deps[k] in ("det", "amod", "compound", "poss", "nmod", "nummod")
        ):
            tree.heads[k] = head


def _is_finite_cue(word: str, lexicon: Lexicon) -> bool:
    return any(
        len(base) == 1
        and (word != base[0] or word in lexicon.words("grammar", "repairs", "plain_cues"))
        and not word.endswith("ing")
        and {"say", "think"} & lexicon.cues.get(base[0], frozenset())
        for base in lexicon.verbs.get(word)
    )


def _trailing_cue(tree: Tree, lexicon: Lexicon) -> tuple[int, int, int] | None:
    """Find ', NOUN PHRASE said …' at the end of a sentence: (separator, head of the noun phrase, verb)."""
    for cue in range(len(tree) - 1, 1, -1):
        if not _is_finite_cue(tree.lower[cue], lexicon) or tree.tags[cue] not in ("VBD", "VBZ", "VBN", "VBP", "NNS"):
            continue
        if len(tree) - cue > _LONGEST_TAIL or not _tail_is_plain(tree, cue):
            continue
        separator = _separator_before(tree, cue)
        if separator is None:
            continue
        head = _head_of(tree, separator + 1, cue)
        if head is None or _is_right_already(tree, separator, cue):
            return None
        return separator, head, cue
    return None


def _tail_is_plain(tree: Tree, cue: int) -> bool:
    """Say whether nothing but 'AFP on Thursday', 'in a statement' follows the verb."""
    tail = range(cue + 1, len(tree))
    return not any(
        tree.tags[k] in ("VBD", "VBZ", "VBP", "MD", "WDT") or tree.lower[k] in ("that", "“", '"') for k in tail
    )


def _separator_before(tree: Tree, cue: int) -> int | None:
    """Give the comma or closing quotation mark from which a verbless noun phrase reaches to the verb."""
    best = None
    inside_apposition = tree.words[cue - 1] == ","
    for k in range(cue - 1, max(-1, cue - _LONGEST_SOURCE), -1):
        if tree.words[k] in _SEPARATORS:
            best = k
            quoted = tree.words[k] != ","
            if inside_apposition and not quoted and k < cue - 1:
                inside_apposition = False  # 'Ali Musa, HEAD OF THE COUNCIL, said': this comma opens the apposition
                continue
            if quoted or (k and _starts_noun_phrase(tree, k + 1) and not _continues_apposition(tree, k)):
                return k
        elif tree.words[k] == "." and k + 1 < cue and tree.tags[k + 1] in ("NNP", "."):
            continue
        elif tree.tags[k] not in _NOUN_PHRASE_TAGS or (
            tree.tags[k] in ("VBN", "VBG") and tree.deps[k] not in ("amod", "acl")
        ):
            return None
    return best if best == 0 else None


def _starts_noun_phrase(tree: Tree, k: int) -> bool:
    return tree.tags[k] in ("DT", "NNP", "NNPS", "PRP", "PRP$", "NNS", "NN", "JJ", "CD")


def _continues_apposition(tree: Tree, comma: int) -> bool:
    """Say whether a comma closes or opens an apposition inside the source: 'the mayor, Ali Musa, said'."""
    before = comma - 1
    return (
        tree.is_noun(before)
        and tree.deps[before] in ("appos", "nsubj")
        and comma > 0
        and any(tree.words[k] == "," for k in range(max(0, comma - 8), comma))
        and tree.deps[before] == "nsubj"
    )


def _head_of(tree: Tree, first: int, cue: int) -> int | None:
    head = None
    for k in range(first, cue):
        if tree.tags[k] in ("IN", ",", "CC", "WP", "TO") and head is not None:
            break
        if tree.is_noun(k) or tree.tags[k] == "PRP" or (head is None and k == cue - 1):
            head = k
    return head


def _is_right_already(tree: Tree, separator: int, cue: int) -> bool:
    own = next((c for c in range(len(tree)) if tree.heads[c] == cue and tree.deps[c] in SUBJECTS), None)
    said = any(tree.heads[c] == cue and tree.deps[c] in ("ccomp", "parataxis") for c in range(separator))
    return own is not None and separator < own < cue and said


def _hang_over(tree: Tree, separator: int, head: int, cue: int) -> None:
    """Make the verb of saying the root, the noun phrase its subject and what stands before its clause."""
    tail = range(cue + 1, len(tree))
    source = range(separator + 1, cue)
    root = _root_of(tree, separator)
    if root is None:
        return
    for k in range(separator):
        if tree.heads[k] >= separator and k != root:
            tree.heads[k] = root
    tree.heads[root], tree.deps[root] = cue, "ccomp"
    for k in source:
        if tree.heads[k] not in source or k == head:
            tree.heads[k], tree.deps[k] = head, _role(tree, k, head)
    tree.heads[head], tree.deps[head] = cue, "nsubj"
    for k in tail:
        tree.heads[k] = max(tree.heads[k], cue)
    tree.heads[cue], tree.deps[cue] = cue, "ROOT"
    tree.tags[cue] = "VBD" if tree.tags[cue] in ("VBN", "NNS") else tree.tags[cue]
    tree.heads[separator], tree.deps[separator] = cue, "punct"


def _root_of(tree: Tree, end: int) -> int | None:
    """Give the verb before ``end`` that nothing before ``end`` governs."""
    tops = [k for k in range(end) if tree.heads[k] == k or tree.heads[k] >= end]
    verbs = [k for k in tops if tree.is_verb(k)]
    return next(iter(verbs or tops), None)


def _role(tree: Tree, k: int, head: int) -> str:
    tag = tree.tags[k]
    if tag.startswith("NN"):
        return "compound" if k < head else "conj" if any(tree.tags[c] == "CC" for c in range(head, k)) else "appos"
    return {"DT": "det", "JJ": "amod", "CD": "nummod", "CC": "cc", "IN": "prep", ",": "punct", "PRP$": "poss"}.get(
        tag, "dep"
    )
