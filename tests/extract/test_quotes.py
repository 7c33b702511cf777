import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.extract.quotes import find_quotes, quote_at


def quoted(text: str) -> list[str]:
    return [q.span.of(text) for q in find_quotes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said: “We left the town last night.” Then silence.", ["We left the town last night."]),
        ('"They shelled us," she said, "all night long."', ["They shelled us,", "all night long."]),
        ("«Мы ушли из города», сказал он.", ["Мы ушли из города"]),
        ("„Wir haben die Stadt verlassen“, sagte er.", ["Wir haben die Stadt verlassen"]),
        ("The soldiers' trucks weren't there, the army's men said.", []),
        ("‘We did not leave,’ he said.", ["We did not leave,"]),
    ],
)
def test_quotations_are_found_under_any_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_word_held_with_tongs_is_no_statement() -> None:
    assert [q.statement for q in find_quotes("The “special operation” went on. “We have left the town.”")] == [
        False,
        True,
    ]


def test_a_mark_that_is_never_closed_ends_with_its_paragraph() -> None:
    assert quoted("“We left the town\nNothing else happened.") == ["We left the town"]


def test_a_position_is_in_its_quotation_only() -> None:
    text = "Before “we have left the town” after."
    quotes = find_quotes(text)
    assert quote_at(quotes, text.index("left")) == quotes[0]
    assert quote_at(quotes, text.index("after")) is None


@given(st.text(alphabet="ab “”\"«»„‘’'\n"))
def test_quotations_never_overlap(text: str) -> None:
    last = 0
    for quote in find_quotes(text):
        assert last <= quote.span.start <= quote.span.end <= len(text)
        last = quote.span.end
