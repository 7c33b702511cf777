import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.extract.sentences import split_sentences

GLUE = st.sampled_from([". ", "! ", "?\n", "\n\n", ": ", " — ", "“", "”", "Gen. ", "No. 5 ", "1) ", "• ", "…", " "])
TEXTS = st.lists(st.one_of(st.text(max_size=20), GLUE)).map("".join)


def sentences(text: str) -> list[str]:
    return [s.span.of(text) for s in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops left. They went east.", ["Troops left.", "They went east."]),
        ("Did they leave? Yes! All of them.", ["Did they leave?", "Yes!", "All of them."]),
        ("Gen. Petrenko spoke. Lt. Col. Sydorenko did not.", ["Gen. Petrenko spoke.", "Lt. Col. Sydorenko did not."]),
        ("The U.S. Army sent 3.5 tonnes.", ["The U.S. Army sent 3.5 tonnes."]),
        ("“We left.” He said no more.", ["“We left.”", "He said no more."]),
        ("Fighting near Izium\nNo word from Lyman", ["Fighting near Izium", "No word from Lyman"]),
        ("They left… Nobody saw it.", ["They left…", "Nobody saw it."]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_the_marker_of_a_list_item_is_not_part_of_its_sentence() -> None:
    text = "Reported today:\n- Izium was shelled.\n• Lyman was not.\n3) A bridge fell."
    assert sentences(text)[1:] == ["Izium was shelled.", "Lyman was not.", "A bridge fell."]
    assert [s.item for s in split_sentences(text)] == [False, True, True, True]


def test_a_dateline_is_not_part_of_the_first_sentence() -> None:
    assert sentences("KYIV, Sept 8 (Wire) — Troops entered Balakliia.") == ["Troops entered Balakliia."]


def test_a_line_without_a_full_stop_is_a_heading() -> None:
    headings = [s.heading for s in split_sentences("Southern front\nTroops left. They went east.\nIn the north:")]
    assert headings == [True, False, False, True]


def test_a_line_without_an_end_is_cut_at_spaces() -> None:
    found = list(split_sentences("word " * 5_000))
    assert all(s.span.end - s.span.start <= 2_000 for s in found)
    assert sum(len(s.span.of("word " * 5_000).split()) for s in found) == 5_000


@given(TEXTS)
def test_sentences_stand_in_order_apart_and_within_lines(text: str) -> None:
    last = 0
    for sentence in split_sentences(text):
        assert last <= sentence.span.start < sentence.span.end <= len(text)
        words = sentence.span.of(text)
        assert words == words.strip()
        assert "\n" not in words
        last = sentence.span.end
