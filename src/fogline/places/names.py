"""Names: the form in which two spellings of a place name are equal, and its hash."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

_DROPPED = "'’ʼ‘`´ʹʻʾʿʽ′ˈ.ʺ\u00ad\u200b\u200c\u200d\ufeff"
_SPACED = "-‐‑‒–—_/\u00a0\u202f"
_PLAIN_LETTERS = {"ł": "l", "đ": "d", "ð": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ə": "a"}
_FOLDS = str.maketrans(dict.fromkeys(_DROPPED, "") | dict.fromkeys(_SPACED, " ") | _PLAIN_LETTERS)
_OTHER_SCRIPT = re.compile(r"[^\W\d_\u0000-\u024f\u0300-\u036f\u0400-\u052f\u1e00-\u1eff\u02b0-\u02ff]")


def fold_name(name: str) -> str:
    """Give the form in which spellings are compared: 'Mar'yinka' and 'MARYINKA' both give 'maryinka'.

    Case and diacritics go, apostrophes and full stops are dropped, hyphens and slashes become spaces, runs of spaces
    one. Latin and Cyrillic are kept apart; й, ї and ё lose their marks on both sides of a comparison.
    """
    folded = name.casefold()
    if folded.isascii():
        if folded.isalpha():
            return folded
    else:
        folded = unicodedata.normalize("NFKD", folded)
        folded = "".join([c for c in folded if not unicodedata.combining(c)])
    return " ".join(folded.translate(_FOLDS).split())


def hash_name(folded: str) -> int:
    """Give the 64-bit hash under which a folded name is indexed, the same on every machine.

    Two of a million names share a hash with a probability of 3e-8; names are therefore not stored to compare.
    """
    return int.from_bytes(blake2b(folded.encode(), digest_size=8).digest(), "little")


def hash_names(folded: Iterable[str]) -> npt.NDArray[np.uint64]:
    """Give ``hash_name`` of each of many names at once."""
    digests = b"".join([blake2b(name.encode(), digest_size=8).digest() for name in folded])
    return np.frombuffer(digests, "<u8").astype(np.uint64)


def is_usable(alternate: str) -> bool:
    """Tell whether an alternate name of GeoNames is worth indexing.

    Not those under three letters, in other scripts than Latin and Cyrillic, codes of airports and ports ('IEV'), or
    machine romanisations, which alone have no capital ('yi jiu mu').
    """
    if len(alternate) < 3 or alternate.islower() or (len(alternate) <= 4 and alternate.isupper()):
        return False
    return alternate.isascii() or _OTHER_SCRIPT.search(alternate) is None
