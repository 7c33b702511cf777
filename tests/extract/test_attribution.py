"""Who says it, in all the ways in which reporters put that."""

import pytest

from fogline.extract import Extractor

from .texts import only, read


def speakers(extractor: Extractor, text: str) -> list[str | None]:
    return [claim.speaker.name if claim.speaker else None for claim in read(extractor, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Colonel Petro Hrytsenko said that Ukrainian forces had captured Balakliia.",
        "Ukrainian forces had captured Balakliia, Colonel Petro Hrytsenko said.",
        "Ukrainian forces had captured Balakliia, said Colonel Petro Hrytsenko.",
        "According to Colonel Petro Hrytsenko, Ukrainian forces captured Balakliia.",
        "Ukrainian forces captured Balakliia, according to Colonel Petro Hrytsenko.",
        "“Ukrainian forces captured Balakliia last night,” Colonel Petro Hrytsenko said.",
        "“Ukrainian forces captured Balakliia last night,” Colonel Petro Hrytsenko told reporters.",
        "Ukrainian forces, Colonel Petro Hrytsenko said, captured Balakliia.",
        "Ukrainian forces captured Balakliia. This was reported by Colonel Petro Hrytsenko.",
    ],
)
def test_the_speaker_is_found_wherever_he_stands(extractor: Extractor, text: str) -> None:
    assert speakers(extractor, text) == ["Petro Hrytsenko"]


def test_without_a_speaker_the_document_speaks(extractor: Extractor) -> None:
    assert speakers(extractor, "Ukrainian forces captured Balakliia.") == [None]


def test_a_quotation_inside_a_statement_belongs_to_the_innermost(extractor: Extractor) -> None:
    claim = only(
        read(extractor, "Local radio quoted Colonel Petro Hrytsenko as saying that Ukrainian forces took Balakliia.")
    )
    assert claim.speaker
    assert claim.speaker.name == "Petro Hrytsenko"
    assert [name.lower() for name in claim.via] == ["local radio"]


def test_a_medium_that_only_carries_the_words_is_no_relay(extractor: Extractor) -> None:
    claim = only(read(extractor, "“Our troops left Izium overnight,” Colonel Petro Hrytsenko told a radio channel."))
    assert claim.via == ()


def test_two_speakers_of_one_sentence_keep_their_own_words(extractor: Extractor) -> None:
    text = "The mayor said two people were killed in Nikopol, while the governor said nine people were wounded there."
    by_type = {c.type.value: c.speaker.name.lower() for c in read(extractor, text) if c.speaker}
    assert "mayor" in by_type["losses.killed"]
    assert "governor" in by_type["losses.wounded"]


def test_the_words_of_saying_are_not_part_of_what_is_said(extractor: Extractor) -> None:
    claim = only(read(extractor, "Colonel Petro Hrytsenko said that Ukrainian forces had captured Balakliia."))
    assert claim.content_text == "Ukrainian forces had captured Balakliia"


def test_an_unnamed_source_is_named_by_its_description(extractor: Extractor) -> None:
    (name,) = speakers(extractor, "Russian troops withdrew from Izium, residents said.")
    assert name
    assert name.lower() == "residents"
