"""Who is meant: kinds, sides, pronouns, short names."""

import pytest

from fogline.extract import Extractor
from fogline.model import Said

from .texts import only, read


def voice(extractor: Extractor, text: str) -> Said:
    said = read(extractor, text)[-1].speaker
    assert said
    return said


@pytest.mark.parametrize(
    ("text", "kind", "side"),
    [
        ("Russian troops withdrew from Izium, the Russian Defence Ministry said.", "official", "RU"),
        ("Russian troops withdrew from Izium, the General Staff of Ukraine said.", "military", "UA"),
        ("Russian troops withdrew from Izium, a Russian military blogger wrote.", "blogger", "RU"),
        ("Russian troops withdrew from Izium, residents said.", "witness", None),
        ("Russian troops withdrew from Izium, a charity said.", "ngo", None),
    ],
)
def test_a_speaker_has_a_kind_and_a_side(extractor: Extractor, text: str, kind: str, side: str | None) -> None:
    said = voice(extractor, text)
    assert said.kind == kind
    assert side is None or said.side == side


@pytest.mark.parametrize(
    "second",
    [
        "He added that they had left Lyman.",
        "Hrytsenko added that they had left Lyman.",
        "They had left Lyman, he said.",
    ],
)
def test_pronouns_and_surnames_lead_back_to_the_full_name(extractor: Extractor, second: str) -> None:
    first = "Russian troops withdrew from Izium, Colonel Petro Hrytsenko said."
    assert voice(extractor, f"{first} {second}").name == "Petro Hrytsenko"


def test_the_words_that_name_the_speaker_are_pointed_at(extractor: Extractor) -> None:
    text = "Russian troops withdrew from Izium, Colonel Petro Hrytsenko said. They left Lyman too, he said."
    spans = [claim.speaker.span for claim in read(extractor, text) if claim.speaker]
    assert [span.of(text) for span in spans if span] == ["Colonel Petro Hrytsenko", "he"]


def test_a_capital_speaks_for_its_government(extractor: Extractor) -> None:
    said = voice(extractor, "Moscow said that Ukrainian troops had shelled Belgorod.")
    assert (said.name, said.side) == ("Government of Russia", "RU")


def test_the_ministry_is_the_one_named_before(extractor: Extractor) -> None:
    text = "The Russian Defence Ministry said its troops had captured Lyman. The ministry said they had left Izium."
    names = {claim.speaker.name for claim in read(extractor, text) if claim.speaker}
    assert len(names) == 1


def test_a_joint_statement_has_one_joint_speaker(extractor: Extractor) -> None:
    claim = only(read(extractor, "Russian troops left Izium, said the mayor and the governor."))
    assert claim.speaker
    assert "mayor" in claim.speaker.name


@pytest.mark.parametrize(
    ("speaker", "side"),
    [("pro-Russian bloggers", "RU"), ("a pro-Ukrainian channel", "UA"), ("pro-Kremlin channels", "RU")],
)
def test_a_description_tells_whose_side_a_speaker_takes(extractor: Extractor, speaker: str, side: str) -> None:
    assert voice(extractor, f"The troops in Izium had surrendered, {speaker} said.").side == side


def test_the_spokesman_of_the_group_has_the_side_of_the_group_named_before(extractor: Extractor) -> None:
    text = (
        "Sudan's army said it had retaken Singa from the Rapid Support Forces. "
        "A spokesman for the paramilitary group denied that the town had fallen."
    )
    assert voice(extractor, text).side == "SD-RSF"


def test_the_united_nations_keep_their_name(extractor: Extractor) -> None:
    assert voice(extractor, "The United Nations said that 2,000 people had fled Singa.").name == "United Nations"


def test_considering_that_is_no_verb_of_saying(extractor: Extractor) -> None:
    text = "The Ukrainian army took Izium, but considering that the Russian supply line was attacked, it is tired."
    assert [claim.speaker for claim in read(extractor, text)] == [None, None]
