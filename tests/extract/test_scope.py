"""How sure, whether it happened, and in which world."""

import pytest

from fogline.extract import Extractor

from .texts import only, read


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Russian troops withdrew from Izium.", "affirmed"),
        ("Russian troops did not withdraw from Izium.", "denied"),
        ("Russian troops have not left Izium.", "denied"),
        ("Russian troops never left Izium.", "denied"),
        ("No Russian troops left Izium.", "denied"),
        ("Russian troops failed to capture Bakhmut.", "denied"),
        ("The ministry denied that Russian troops had left Izium.", "denied"),
        ("Reports that Russian troops had left Izium are false, the ministry said.", "denied"),
        ("Not only Izium but also Lyman was captured by Ukrainian forces.", "affirmed"),
    ],
)
def test_denials_are_told_from_statements(extractor: Extractor, text: str, polarity: str) -> None:
    assert only(read(extractor, text)).polarity == polarity


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Russian troops withdrew from Izium.", "certain"),
        ("Russian troops probably withdrew from Izium.", "probable"),
        ("Russian troops likely withdrew from Izium.", "probable"),
        ("Russian troops appear to have withdrawn from Izium.", "probable"),
        ("Analysts believe that Russian troops withdrew from Izium.", "probable"),
        ("Russian troops may have withdrawn from Izium.", "possible"),
        ("Russian troops have reportedly withdrawn from Izium.", "possible"),
        ("Russian troops have allegedly withdrawn from Izium.", "possible"),
        ("The mayor said that Russian troops withdrew from Izium.", "certain"),
    ],
)
def test_certainty_is_that_of_the_speaker(extractor: Extractor, text: str, certainty: str) -> None:
    assert only(read(extractor, text)).certainty == certainty


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Russian troops withdrew from Izium.", "actual"),
        ("Russian troops will withdraw from Izium.", "future"),
        ("Russian troops plan to withdraw from Izium.", "future"),
        ("If the bridge falls, Russian troops would withdraw from Izium.", "hypothetical"),
        ("Russian troops must withdraw from Izium, the president said.", "demanded"),
    ],
)
def test_the_world_of_an_event_is_kept(extractor: Extractor, text: str, modality: str) -> None:
    found = {c.type.value: c.modality for c in read(extractor, text)}
    assert found["control.withdrew"] == modality


def test_unlikely_is_a_probable_denial(extractor: Extractor) -> None:
    claim = only(read(extractor, "Russian troops are unlikely to have captured Bakhmut."))
    assert (claim.polarity, claim.certainty) == ("denied", "probable")


def test_a_denial_covers_its_own_clause_only(extractor: Extractor) -> None:
    claims = read(extractor, "Russian troops did not leave Izium, but they left Lyman.")
    assert [claim.polarity for claim in claims] == ["denied", "affirmed"]


@pytest.mark.parametrize(
    ("text", "polarity", "modality"),
    [
        ("Ukrainian troops tried to encircle Balakliia.", "denied", "actual"),
        ("Ukrainian troops are trying to take Izium.", "affirmed", "future"),
        ("The withdrawal from Izium is explained by the threat of encirclement.", "affirmed", "future"),
        ("Please evacuate the residents of Izium.", "affirmed", "demanded"),
        ("Ukrainian troops took Izium.", "affirmed", "actual"),
    ],
)
def test_what_is_tried_feared_or_asked_for_has_not_come_about(
    extractor: Extractor, text: str, polarity: str, modality: str
) -> None:
    claim = read(extractor, text)[-1]
    assert (claim.polarity.value, claim.modality.value) == (polarity, modality)
