"""Where the parser trips over news style, the reading must not."""

import pytest

from fogline.extract import Extractor

from .texts import only, read


@pytest.mark.parametrize(
    "text",
    [
        "Russian troops left Izium overnight, ministry spokesman Petro Hrytsenko said on Thursday.",
        "Russian troops left Izium overnight, Petro Hrytsenko, head of the regional administration, wrote.",
    ],
)
def test_an_attribution_at_the_end_does_not_swallow_the_claim(extractor: Extractor, text: str) -> None:
    claim = only(read(extractor, text))
    assert claim.type == "control.withdrew"
    assert claim.speaker
    assert claim.speaker.name == "Petro Hrytsenko"
    assert "Hrytsenko" not in claim.content_text
