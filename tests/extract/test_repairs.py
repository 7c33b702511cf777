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


def test_a_clause_behind_although_is_told_by_the_document_and_not_by_who_is_named_in_it(extractor: Extractor) -> None:
    text = (
        "Although the Russian Ministry of Defence claims that it is sending reserves and showed a video of a column "
        "advancing towards Kharkiv, the Kharkiv front is suspected of collapsing, and the town of Izium is empty."
    )
    collapse = next(claim for claim in read(extractor, text) if claim.type == "force.collapsed")
    assert collapse.speaker is None
    assert collapse.content_text.startswith("the Kharkiv front is suspected of collapsing")


def test_a_speaker_goes_on_behind_a_semicolon_where_the_one_before_him_does_not(extractor: Extractor) -> None:
    text = (
        "The Russian Ministry of Defence claims that its troops took Lyman, and the General Staff of Ukraine says that "
        "they left Izium; several Russian units have collapsed."
    )
    collapse = next(claim for claim in read(extractor, text) if claim.type == "force.collapsed")
    assert collapse.speaker
    assert (collapse.speaker.name, collapse.via) == ("General Staff of Ukraine", ())
