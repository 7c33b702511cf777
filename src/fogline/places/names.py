"""Names: the form in which two spellings of a place name are equal, and its hash."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

Bytes = npt.NDArray[np.uint8]
Hashes = npt.NDArray[np.uint64]
Positions = npt.NDArray[np.int64]

_DROPPED = "'’ʼ‘`´ʹʻʾʿʽ′ˈ.ʺ\u00ad\u200b\u200c\u200d\ufeff"
_SPACED = "-‐‑‒–—_/\u00a0\u202f"
_PLAIN_LETTERS = {"ł": "l", "đ": "d", "ð": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ə": "a"}
_REPLACED = str.maketrans(dict.fromkeys(_DROPPED, "") | dict.fromkeys(_SPACED, " ") | _PLAIN_LETTERS)
_OTHER_SCRIPT = re.compile(r"[^\W\d_\u0000-\u024f\u0300-\u036f\u0400-\u052f\u1e00-\u1eff\u02b0-\u02ff]")

_BYTE = np.uint64(8)
_PRIME = 56_593_902_016_227_493  # under 2**56, so that a byte more still fits into 64 bits; near no power of two


class _Folds(dict[int, str | None]):
    """The folded form of each character by its code, None for one that is dropped, worked out when it is first met.

    A folded name is a row of folded characters: marks are dropped, so none is left to change places with another.
    """

    def __missing__(self, code: int) -> str | None:
        plain = unicodedata.normalize("NFKD", chr(code).casefold()).casefold()
        letters = [c for c in plain if not unicodedata.combining(c)]
        self[code] = "".join(letters).translate(_REPLACED) or None
        return self[code]


_FOLDS = _Folds()


def fold_name(name: str) -> str:
    """Give the form in which spellings are compared: 'Mar'yinka' and 'MARYINKA' both give 'maryinka'.

    Case and diacritics go, apostrophes and full stops are dropped, hyphens and slashes become spaces, runs of spaces
    one. Latin and Cyrillic are kept apart; й, ї and ё lose their marks on both sides of a comparison.
    """
    if name.isascii() and name.isalpha():
        return name.lower()
    return " ".join(name.translate(_FOLDS).split())


def hash_name(folded: str) -> int:
    """Give the 56-bit hash under which a folded name is indexed, the same on every machine.

    It is the remainder of the name's bytes, taken as one number, by a prime: quick for one name, and for many at once.
    Two of a million names share a hash with a probability of 1e-5; names are therefore not stored to compare.
    """
    return int.from_bytes(folded.encode(), "big") % _PRIME


def hash_slices(text: Bytes, starts: Positions, ends: Positions) -> Hashes:
    """Give ``hash_name`` of many stretches of a text in UTF-8 at once."""
    longest_first = np.argsort(starts - ends, kind="stable")
    lengths, at = (ends - starts)[longest_first], starts[longest_first]
    hashes = np.zeros(len(at), np.uint64)
    for offset in range(lengths[0] if len(lengths) else 0):
        reaching = np.searchsorted(-lengths, -offset)
        hashes[:reaching] = (hashes[:reaching] << _BYTE | text[at[:reaching] + offset]) % _PRIME
    in_order = np.empty_like(hashes)
    in_order[longest_first] = hashes
    return in_order


def usable_names(alternates: Iterable[str]) -> list[str]:
    """Give those alternate names of GeoNames that are worth indexing.

    Not those under three letters, in other scripts than Latin and Cyrillic, codes of airports and ports ('IEV'), or
    machine romanisations, which alone have no capital ('yi jiu mu').
    """
    return [
        name
        for name in alternates
        if len(name) > 2
        and not name.islower()
        and (len(name) > 4 or not name.isupper())
        and (name.isascii() or not _OTHER_SCRIPT.search(name))
    ]
