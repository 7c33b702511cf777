"""A bare denial denies what was said before it."""

import pytest

from fogline.extract import Extractor

from .texts import read

CLAIM = "Rwandan troops crossed the border near Goma, the Congolese army said. "


@pytest.mark.parametrize("denial", ["Kigali denied it.", "Rwanda denied this."])
def test_a_bare_denial_takes_the_event_it_denies(extractor: Extractor, denial: str) -> None:
    said, denied = read(extractor, CLAIM + denial)
    assert (denied.type, denied.polarity) == (said.type, "denied")
    assert denied.places == said.places
    assert denied.speaker
    assert denied.speaker.side == "RW"


def test_nobody_denies_himself(extractor: Extractor) -> None:
    text = "Kigali said that its troops crossed the border near Goma. Kigali denied it."
    assert all(claim.polarity == "affirmed" for claim in read(extractor, text))
