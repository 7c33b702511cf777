"""Copies: texts that are nearly the same words, found by MinHash and checked exactly.

MinHash after Broder (1997), 'On the resemblance and containment of documents'; the share of common word
shingles (Jaccard) is computed exactly for each pair that MinHash proposes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from fogline.weigh.groups import Groups
from fogline.weigh.parameters import Shingling

_WORD = re.compile(r"[^\W_]+")
_PERMUTATIONS = 96
_BANDS = 24  # four rows a band: texts that share half of their shingles meet with probability 0.79, 0.7 with 0.998
Words = tuple[str, ...]


def group_copies(texts: Mapping[str, str], shingling: Shingling) -> dict[str, str]:
    """Give for each text that has a copy the name of its group; texts without a copy are left out."""
    words = {key: tuple(_WORD.findall(text.casefold())) for key, text in texts.items()}
    long_enough = {key: some for key, some in words.items() if len(some) >= shingling.shortest}
    groups = Groups(long_enough)
    firsts: dict[Words, str] = {}
    for key in sorted(long_enough):
        groups.join(key, firsts.setdefault(long_enough[key], key))
    _join_near({key: shingles_of(some, shingling.words) for some, key in firsts.items()}, shingling.share, groups)
    return {key: name for name, keys in groups.members().items() if len(keys) > 1 for key in keys}


def share_in_common(a: str, b: str, shingling: Shingling) -> float:
    """Give the share (0..1) of word shingles that two texts have in common (Jaccard)."""
    left, right = (shingles_of(tuple(_WORD.findall(text.casefold())), shingling.words) for text in (a, b))
    return _jaccard(left, right)


def shingles_of(words: Words, length: int) -> frozenset[str]:
    """Give the distinct runs of ``length`` words."""
    return frozenset(" ".join(words[i : i + length]) for i in range(max(1, len(words) - length + 1)))


def _join_near(shingles: Mapping[str, frozenset[str]], share: float, groups: Groups) -> None:
    from rensa import RMinHash, RMinHashLSH

    if len(shingles) < 2:
        return
    keys = sorted(shingles)
    sketches = RMinHash.from_token_sets([sorted(shingles[key]) for key in keys], _PERMUTATIONS, 1)
    index = RMinHashLSH(threshold=share, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    for number, (key, sketch) in enumerate(zip(keys, sketches, strict=True)):
        for other in index.query(sketch):
            if _jaccard(shingles[key], shingles[keys[other]]) >= share:
                groups.join(key, keys[other])
        index.insert(number, sketch)


def _jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b)
