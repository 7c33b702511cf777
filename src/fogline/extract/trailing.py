"""Trailing attribution: '…, a local official told AFP.', which parsers take for an apposition or a coordination."""

from __future__ import annotations

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


def hang_trailing_attribution(tree: Tree, lexicon: Lexicon) -> None:
    """Hang the attribution at the end of a sentence over what is said; the tree is mended in place."""
    cue = _trailing_cue(tree, lexicon)
    if cue is not None:
        _hang_over(tree, *cue)


def is_finite_cue(word: str, lexicon: Lexicon) -> bool:
    """Say whether a word is a verb of saying that can be the verb of its clause."""
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
        if not is_finite_cue(tree.lower[cue], lexicon) or tree.tags[cue] not in ("VBD", "VBZ", "VBN", "VBP", "NNS"):
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
