import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from fogline.places.entry import Entry, weigh_entries
from fogline.places.index import LONGEST_NAME
from fogline.places.names import fold_name, hash_name
from fogline.places.naming import index_names
from fogline.places.place import PlaceKind

WORDS = st.lists(st.sampled_from(["Nova", "nová", "Зоря", "Kut'", "-", ""]), max_size=LONGEST_NAME + 2)
NAMES = st.lists(WORDS.map(" ".join), max_size=3)
ENTRIES = st.lists(
    st.builds(
        lambda names, alternates, population, weight: Entry(
            0, "", PlaceKind.SETTLEMENT, 0.0, 0.0, None, None, population, 0.0, names, alternates, "", weight
        ),
        NAMES.filter(bool),
        NAMES,
        st.sampled_from([0, 400, 600, 90_000]),
        st.sampled_from([0.0, 1.0, 3_000.0]),
    ),
    min_size=1,
    max_size=6,
)


@given(ENTRIES, st.randoms())
def test_rows_stand_under_every_name_by_the_best_importance(entries: list[Entry], random: st.DrawFn) -> None:
    rows = np.random.default_rng(random.getrandbits(32)).permutation(len(entries))
    best: dict[int, dict[int, float]] = {}
    for entry, row, good, other in zip(entries, rows.tolist(), *weigh_entries(entries), strict=True):
        scored = [*((name, good) for name in entry.names), *((name, other) for name in entry.alternates)]
        for name, score in scored:
            if fold_name(name):
                bearers = best.setdefault(hash_name(fold_name(name)), {})
                bearers[row] = max(score, bearers.get(row, -1))
    expected = [
        (number, row)
        for number, bearers in sorted(best.items())
        for row in sorted(bearers, key=lambda row: (-bearers[row], row))
    ]
    found = index_names(entries, rows)
    assert list(zip(found.hashes.tolist(), found.rows.tolist(), strict=True)) == expected


@given(ENTRIES)
def test_first_words_tell_how_many_words_names_have(entries: list[Entry]) -> None:
    lengths: dict[int, int] = {}
    for name in {fold_name(name) for entry in entries for name in (*entry.names, *entry.alternates)}:
        first, size = hash_name(name.partition(" ")[0]), name.count(" ") + 1
        if size <= LONGEST_NAME:
            lengths[first] = lengths.get(first, 0) | 1 << (size - 1)
    found = index_names(entries, np.arange(len(entries)))
    assert dict(zip(found.head_hashes.tolist(), found.head_lengths.tolist(), strict=True)) == lengths
    assert found.head_hashes.tolist() == sorted(lengths)
