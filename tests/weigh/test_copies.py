from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fogline.weigh.copies import group_copies, shingles_of
from fogline.weigh.parameters import Shingling

RULE = Shingling(share=0.6, words=2, shortest=6)
TEXT = "Ukrainian troops have taken the town of Izium after three days of fighting near the river"
NEAR = "Ukrainian forces have taken the town of Izium after three days of fighting near the river"
OTHER = "The ministry published a video of a convoy that it said was on its way to the front line"


def test_near_copies_share_a_group_and_others_are_left_out():
    groups = group_copies({"a": (TEXT,), "b": (NEAR,), "c": (OTHER,)}, RULE)
    assert groups["a"] == groups["b"]
    assert "c" not in groups


def test_short_texts_are_no_copies():
    assert group_copies({"a": ("Izium was taken",), "b": ("Izium was taken",)}, RULE) == {}


def test_a_clause_inside_a_longer_sentence_is_found():
    longer = f"{OTHER}, and besides, {TEXT.lower()}, as its spokesman told reporters on Thursday evening in Kyiv"
    assert group_copies({"a": (longer, TEXT), "b": (OTHER + " again and again", NEAR)}, RULE)


def test_case_and_punctuation_do_not_count():
    assert len(group_copies({"a": (TEXT,), "b": (TEXT.upper().replace(" ", ", "),)}, RULE)) == 2


def test_shingles_are_runs_of_words():
    assert shingles_of(("a", "b", "c"), 2) == {"a b", "b c"}
    assert shingles_of(("a",), 2) == {"a"}


@given(st.permutations(["a", "b", "c", "d"]))
def test_order_changes_nothing(order):
    texts = {"a": (TEXT,), "b": (NEAR,), "c": (OTHER,), "d": (TEXT,)}
    assert group_copies({key: texts[key] for key in order}, RULE) == group_copies(texts, RULE)
