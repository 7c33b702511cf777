"""Texts that only borrow the words of war."""

import pytest

from fogline.extract import Extractor
from fogline.extract.topics import is_off_topic

from .texts import read


@pytest.mark.parametrize(
    "text",
    [
        "The home team attacked from the first minute and captured the title. The goalkeeper was beaten twice, "
        "the coach said after the match. The league championship is decided.",
        "Shares fell after the takeover battle. Investors fled the market and the company lost its stronghold.",
    ],
)
def test_sport_and_business_make_no_claims(extractor: Extractor, text: str) -> None:
    assert is_off_topic(text, 0)
    assert read(extractor, text) == []


def test_a_match_that_is_shelled_is_war(extractor: Extractor) -> None:
    text = "Russian artillery shelled Nikopol during a football match. Two players were killed, the mayor said."
    assert len(read(extractor, text)) == 2
