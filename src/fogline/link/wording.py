"""The content words of a claim, and the MinHash bands under which near-identical wording meets."""

from __future__ import annotations

import re
from functools import partial

from fogline.link.weights import Wording

_WORD = re.compile(r"[^\W_]+")


def content_words(text: str, wording: Wording) -> list[str]:
    """Give the distinct content words of a text, cut to their first letters, sorted."""
    words = (word for word in _WORD.findall(text.casefold()) if word.isdigit() or len(word) > 2)
    return sorted({word[: wording.stem] for word in words if word not in wording.stop})


def wording_bands(words: list[list[str]], wording: Wording) -> list[list[str]]:
    """Give for each list of words its MinHash bands; two lists that share a band are worth comparing."""
    from rensa import RMinHash

    digests = RMinHash.digests_from_token_sets(words, num_perm=wording.permutations, seed=1)
    cut = partial(_bands, rows=wording.rows_per_band)
    return [cut(list(digest)) if some else [] for some, digest in zip(words, digests, strict=True)]


def _bands(digest: list[int], rows: int) -> list[str]:
    starts = range(0, len(digest), rows)
    return [f"{start}:" + "-".join(map(str, digest[start : start + rows])) for start in starts]
