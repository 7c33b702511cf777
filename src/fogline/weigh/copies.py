"""Copies: texts that are nearly the same words, found by MinHash and checked exactly.

MinHash after Broder (1997), 'On the resemblance and containment of documents'; the share of common word
shingles (Jaccard) is computed exactly for each pair that MinHash proposes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from fogline.weigh.groups import Groups
from fogline.weigh.parameters import Shingling

_WORD = re.compile(r"[^\W_]+")
_PERMUTATIONS = 96
_BANDS = 24  # four rows a band: texts that share half of their shingles meet with probability 0.79, 0.7 with 0.998
Words = tuple[str, ...]


def group_copies(texts: Mapping[str, Sequence[str]], shingling: Shingling) -> dict[str, str]:
    """Give for each key that has a copy the name of its group; keys without a copy are left out.

    A key may have several texts, such as a sentence and the clause of it that is meant: one copy of any will do.
    """
    words = {
        (key, nth): tuple(_WORD.findall(text.casefold()))
        for key, some in texts.items()
        for nth, text in enumerate(some)
    }
    groups = Groups(texts)
    firsts: dict[Words, str] = {}
    for (key, _), some in sorted(words.items()):
        if len(some) >= shingling.shortest:
            groups.join(key, firsts.setdefault(some, key))
    _join_near({words: shingles_of(words, shingling.words) for words in firsts}, firsts, shingling.share, groups)
    return {key: name for name, keys in groups.members().items() if len(keys) > 1 for key in keys}


def shingles_of(words: Words, length: int) -> frozenset[str]:
    """Give the distinct runs of ``length`` words."""
    return frozenset(" ".join(words[i : i + length]) for i in range(max(1, len(words) - length + 1)))


def _join_near(
    shingles: Mapping[Words, frozenset[str]], keys: Mapping[Words, str], share: float, groups: Groups
) -> None:
    from rensa import RMinHash, RMinHashLSH

    if len(shingles) < 2:
        return
    texts = sorted(shingles)
    sketches = RMinHash.from_token_sets([sorted(shingles[text]) for text in texts], _PERMUTATIONS, 1)
    index = RMinHashLSH(threshold=share, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    for number, (text, sketch) in enumerate(zip(texts, sketches, strict=True)):
        for other in index.query(sketch):
            if _jaccard(shingles[text], shingles[texts[other]]) >= share:
                groups.join(keys[text], keys[texts[other]])
        index.insert(number, sketch)


def _jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b)
