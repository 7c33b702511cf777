"""Naming: the columns of the index by which a name leads to the rows of its bearers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fogline.places.entry import Entry, Scores, weigh_entries
from fogline.places.index import LONGEST_NAME
from fogline.places.names import Bytes, Hashes, Positions, fold_name, hash_name, hash_slices

Rows = npt.NDArray[np.uint32]
Lengths = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Naming:
    """The hashes of all names in order with a row of each, and of all first words with a bit mask of name lengths.

    Under one hash the rows stand by importance, a good name before another spelling; each row once. Bit 0 of a mask is
    for names of one word.
    """

    hashes: Hashes
    rows: Rows
    head_hashes: Hashes
    head_lengths: Lengths


def index_names(entries: Sequence[Entry], row_of_entry: npt.NDArray[np.int64]) -> Naming:
    """Give the index of every name that the entries bear."""
    text = _join_folded(entries)
    ends = np.flatnonzero(text == ord("\n"))
    starts = np.concatenate(([0], ends[:-1] + 1))
    hashes = hash_slices(text, starts, ends)
    heads = _index_heads(text, starts, ends, hashes)
    return Naming(*_sort_names(hashes, *_score_names(entries, row_of_entry)), *heads)


def _join_folded(entries: Sequence[Entry]) -> Bytes:
    """Give all folded names in UTF-8, each with a line break after it: no folded name has one."""
    lines = [fold_name(name) for entry in entries for names in (entry.names, entry.alternates) for name in names]
    return np.frombuffer("\n".join([*lines, ""]).encode(), np.uint8)


def _score_names(entries: Sequence[Entry], row_of_entry: npt.NDArray[np.int64]) -> tuple[Rows, Scores]:
    """Give the row and the importance of each name: of every entry the good names, then the other spellings."""
    counts = np.array([count for entry in entries for count in (len(entry.names), len(entry.alternates))])
    scores = np.column_stack(weigh_entries(entries)).ravel()
    rows = np.repeat(row_of_entry.astype(np.uint32), 2)
    return np.repeat(rows, counts), np.repeat(scores, counts)


def _sort_names(hashes: Hashes, rows: Rows, scores: Scores) -> tuple[Hashes, Rows]:
    """Give each pair of hash and row once, by hash, best score and row; all names of a row come together."""
    order = np.argsort(hashes, kind="stable")
    order = order[hashes[order] != hash_name("")]
    hashes, rows, scores = hashes[order], rows[order], scores[order]
    firsts = np.flatnonzero(_differs_from_last(hashes) | _differs_from_last(rows))
    hashes, rows, scores = hashes[firsts], rows[firsts], np.maximum.reduceat(scores, firsts)
    shared = np.flatnonzero(_is_repeated(hashes))
    rows[shared] = rows[shared[np.lexsort((rows[shared], -scores[shared], hashes[shared]))]]
    return hashes, rows


def _index_heads(text: Bytes, starts: Positions, ends: Positions, hashes: Hashes) -> tuple[Hashes, Lengths]:
    """Give the hashes of all first words in order, and for each a bit for every number of words that names have.

    ``hashes`` are those of the whole names: a name of one word is its own first word.
    """
    spaces = np.flatnonzero(text == ord(" "))
    first_space = np.searchsorted(spaces, starts)
    more_words = np.searchsorted(spaces, ends) - first_space
    longer = more_words > 0
    hashes = hashes.copy()
    hashes[longer] = hash_slices(text, starts[longer], spaces[first_space[longer]])
    hashes, bits = hashes[more_words < LONGEST_NAME], np.left_shift(1, more_words[more_words < LONGEST_NAME])
    order = np.argsort(hashes)
    hashes, bits = hashes[order], bits[order].astype(np.uint8)
    firsts = np.flatnonzero(_differs_from_last(hashes))
    return hashes[firsts], np.bitwise_or.reduceat(bits, firsts)


def _is_repeated(values: npt.NDArray[np.generic]) -> npt.NDArray[np.bool_]:
    """Tell of each of sorted values whether it is there more than once."""
    differs = _differs_from_last(values)
    repeated: npt.NDArray[np.bool_] = ~(differs & np.append(differs[1:], True))
    return repeated


def _differs_from_last(values: npt.NDArray[np.generic]) -> npt.NDArray[np.bool_]:
    """Tell of each value whether it is the first or another than the one before."""
    differs = np.ones(len(values), bool)
    differs[1:] = values[1:] != values[:-1]
    return differs
