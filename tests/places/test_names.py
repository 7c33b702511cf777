import unicodedata
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.places import names
from fogline.places.names import fold_name, hash_name, hash_slices, usable_names

NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mar'yinka", "MARYINKA"),
        ("Куп’янськ", "куп'янськ"),
        ("Khān Yūnis", "Khan Yunis"),
        ("Deir-ez-Zor", "deir ez  zor"),
        ("Łódź", "lodz"),
        ("U.S.", "US"),
        ("Ізюм", "ізюм"),
        ("Posten № 3", "posten no 3"),
    ],
)
def test_spellings_that_differ_in_case_marks_and_apostrophes_are_one(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


def test_latin_and_cyrillic_stay_apart() -> None:
    assert fold_name("Сумы") != fold_name("Cymbl")


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold_name(text)
    assert fold_name(once) == once
    assert once == " ".join(once.split())


@given(st.text(max_size=40))
def test_folding_by_characters_gives_what_normalising_the_whole_name_gives(text: str) -> None:
    decomposed = unicodedata.normalize("NFKD", text.casefold()).casefold()
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    assert fold_name(text) == " ".join(letters.translate(names._REPLACED).split())


@given(st.lists(NAMES, max_size=20))
def test_stretches_of_a_text_have_the_hashes_that_each_has_alone(pieces: list[str]) -> None:
    encoded = [piece.encode() for piece in pieces]
    ends = np.cumsum([len(piece) for piece in encoded], dtype=np.int64)
    starts = ends - np.array([len(piece) for piece in encoded], np.int64)
    hashes = hash_slices(np.frombuffer(b"".join(encoded), np.uint8), starts, ends)
    assert hashes.tolist() == [hash_name(piece) for piece in pieces]


def test_names_that_differ_in_two_letters_have_different_hashes() -> None:
    pairs = product("abcdefghijklmnopqrstuvwxyz", repeat=2)
    spellings = {form for a, b in pairs for form in (f"{a}{b}rodyansk", f"{a}orodyans{b}", f"borody{a}ns{b}e gora")}
    assert len({hash_name(name) for name in spellings}) == len(spellings)


@pytest.mark.parametrize("name", ["IEV", "ab", "yi jiu mu", "حلب", "北京"])
def test_codes_romanisations_and_other_scripts_are_no_names(name: str) -> None:
    assert usable_names([name]) == []


@pytest.mark.parametrize("name", ["Kiev", "Київ", "Alep", "Göd"])
def test_latin_and_cyrillic_alternates_are_names(name: str) -> None:
    assert usable_names([name]) == [name]
