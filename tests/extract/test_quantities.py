"""Numbers as intervals, with what they count."""

import pytest

from fogline.extract import Extractor

from .texts import read


@pytest.mark.parametrize(
    ("number", "low", "high"),
    [
        ("20", 20, 20),
        ("twenty", 20, 20),
        ("about 20", 20, 20),
        ("at least 20", 20, None),
        ("more than 20", 20, None),
        ("up to 20", None, 20),
        ("20 to 30", 20, 30),
        ("1,200", 1200, 1200),
        ("dozens of", 24, None),
        ("hundreds of", 200, None),
        ("thousands of", 2000, None),
    ],
)
def test_a_number_is_an_interval(extractor: Extractor, number: str, low: float | None, high: float | None) -> None:
    (claim,) = read(extractor, f"The shells killed {number} soldiers in Nikopol.")
    assert [(q.low, q.high, q.unit) for q in claim.quantities] == [(low, high, "person")]


@pytest.mark.parametrize(
    "text",
    [
        "The shells killed a soldier in Nikopol.",
        "The shells killed several soldiers in Nikopol.",
        "The shells killed a 20-year-old woman in Nikopol.",
        "A shell that fell 20 km from Nikopol killed soldiers.",
        "The shells killed soldiers in Nikopol on 20 August.",
    ],
)
def test_ages_distances_dates_and_vague_words_are_no_counts(extractor: Extractor, text: str) -> None:
    assert [claim.quantities for claim in read(extractor, text) if claim.type == "losses.killed"] == [()]


def test_equipment_is_counted_by_its_name(extractor: Extractor) -> None:
    (claim,) = read(extractor, "Ukrainian forces destroyed six Russian tanks near Vuhledar.")
    assert [(q.low, q.high, q.unit) for q in claim.quantities] == [(6, 6, "tank")]
