from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fogline.weigh.groups import Groups

IDS = "abcdef"
pairs = st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)))


def test_everything_starts_alone():
    assert Groups("ab").members() == {"a": ["a"], "b": ["b"]}


def test_reasons_of_joined_groups_are_kept_together():
    groups = Groups("abc")
    groups.join("b", "c", "same words")
    groups.join("a", "c", "same owner")
    assert groups.reasons_of("b") == ["same owner", "same words"]


@given(joined=pairs, chance=st.randoms(use_true_random=False))
def test_order_of_joining_changes_nothing(joined, chance):
    one, other = Groups(IDS), Groups(IDS)
    for a, b in joined:
        one.join(a, b, f"{a}{b}")
    for a, b in chance.sample(joined, len(joined)):
        other.join(b, a, f"{a}{b}")
    assert one.members() == other.members()
    assert [one.reasons_of(i) for i in IDS] == [other.reasons_of(i) for i in IDS]
