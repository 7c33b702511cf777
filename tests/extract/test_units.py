import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.extract.lexicon import load_lexicon
from fogline.extract.units import find_units, normalise_unit
from fogline.model import Span


def units(text: str) -> list[str]:
    return [u.name for u in find_units(text, Span(0, len(text)), load_lexicon("en"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 92nd Separate Mechanised Brigade entered.", ["92nd Separate Mechanised Brigade"]),
        (
            "the 4th Guards Tank Division and the 1st Guards Tank Army",
            ["4th Guards Tank Division", "1st Guards Tank Army"],
        ),
        ("soldiers of the 25 airborne brigade", ["25th Airborne Brigade"]),
        ("the 3rd company of the 12th motor-rifle regiment", ["3rd Company", "12th Motor Rifle Regiment"]),
        ("fighters of the Azov Regiment", ["Azov Regiment"]),
        ("on the 3rd day of the 21st century", []),
        ("20 divisions", []),
        ("the 5th grade and the 2nd floor", []),
    ],
)
def test_units_are_recognised_by_number_kind_and_echelon(text: str, expected: list[str]) -> None:
    assert units(text) == expected


@given(st.integers(1, 999))
def test_ordinals_are_those_of_english(number: int) -> None:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if not 10 < number % 100 < 14 else "th"
    assert normalise_unit(f"{number}th brigade") == f"{number}{ending} Brigade"


def test_a_unit_is_found_only_where_it_is_sought() -> None:
    text = "The 92nd Brigade entered. The 93rd Brigade left."
    found = find_units(text, Span(26, len(text)), load_lexicon("en"))
    assert [(u.name, u.span.of(text)) for u in found] == [("93rd Brigade", "93rd Brigade")]
