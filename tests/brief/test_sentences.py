"""Prose: built from claims only, told as what somebody said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fogline.brief.page import Row, Sentence, sentences_of
from fogline.brief.report import make_report
from fogline.brief.words import (
    join_names,
    read_phrases,
    say_days,
    say_likelihood,
    say_percent,
    say_range,
    with_article,
)
from fogline.errors import UnsupportedSentence
from fogline.model import Certainty, EventType, Modality, Polarity

from .scene import BLOGGER, MINISTRY, RU, RU_TARGET, STAFF, UA, Atlas, Scene, kharkiv


def test_a_sentence_or_row_without_a_claim_is_refused() -> None:
    with pytest.raises(UnsupportedSentence, match="no claim"):
        Sentence("Ukraine took Izium.", ())
    with pytest.raises(UnsupportedSentence, match="no claim"):
        Row(("Izium",), ())


def test_who_says_who_denies_and_who_is_silent_stand_in_one_sentence() -> None:
    scene = kharkiv()
    told = scene.writer().tell(scene.events[0])
    assert told is not None
    assert told.text == (
        "The General Staff of Ukraine and Rybar said that the Armed Forces of Ukraine took Izium from the "
        "Russian Armed Forces; the Russian Ministry of Defence denied it."
    )
    silent = scene.writer().tell(scene.events[1])
    assert silent is not None
    assert silent.text == (
        "Wire reported that the Armed Forces of Ukraine advanced at Kupiansk; "
        "the Russian Ministry of Defence had made no statement."
    )
    assert len(silent.claims) == 2


def test_every_sentence_of_a_report_rests_on_claims_of_the_picture() -> None:
    scene = kharkiv()
    report, _ = make_report(scene.picture(), Atlas())  # type: ignore[arg-type]
    told = sentences_of(report.sections)
    assert len(told) > 8
    for sentence in told:
        assert sentence.claims
        assert set(sentence.claims) <= scene.claims.keys()


def test_a_hypothetical_is_told_as_one_and_a_demand_as_a_demand() -> None:
    scene = Scene()
    document = scene.document("Izium could be encircled. Leave Izium now.")
    ring = scene.claim(
        document, "Izium could be encircled", EventType.ENCIRCLED, BLOGGER, "Izium", [RU_TARGET],
        modality=Modality.HYPOTHETICAL,
    )  # fmt: skip
    leave = scene.claim(
        document, "Leave Izium now", EventType.WITHDREW, STAFF, "Izium", [RU], modality=Modality.DEMANDED
    )
    texts = [scene.writer().tell(scene.event(claim)).text for claim in (ring, leave)]  # type: ignore[union-attr]
    assert texts[0] == (
        "Rybar spoke of an encirclement of the Russian Armed Forces at Izium as a possibility, not as a fact."
    )
    assert texts[1] == "The General Staff of Ukraine called for the withdrawal of the Russian Armed Forces from Izium."


def test_doubt_of_the_speaker_is_kept() -> None:
    scene = Scene()
    document = scene.document("They may have taken Izium.")
    claim = scene.claim(
        document, "They may have taken Izium", EventType.CAPTURED, BLOGGER, "Izium", [UA], certainty=Certainty.POSSIBLE
    )
    told = scene.writer().tell(scene.event(claim))
    assert told is not None
    assert told.text == "Rybar called it possible that the Armed Forces of Ukraine took Izium."


def test_a_lone_denial_is_told_as_a_denial() -> None:
    scene = Scene()
    document = scene.document("Izium was not lost.")
    claim = scene.claim(
        document, "Izium was not lost", EventType.CAPTURED, MINISTRY, "Izium", [RU_TARGET], polarity=Polarity.DENIED
    )
    told = scene.writer().tell(scene.event(claim, p=0.2))
    assert told is not None
    assert told.text.startswith("The Russian Ministry of Defence denied, or called unlikely, that")


def test_types_without_a_clause_quote_the_exact_words() -> None:
    scene = Scene()
    document = scene.document("The only bridge was destroyed by the Russians themselves.")
    claim = scene.claim(document, "The only bridge was destroyed by the Russians themselves", EventType.DAMAGED, STAFF)
    told = scene.writer().tell(scene.event(claim))
    assert told is not None
    assert "“The only bridge was destroyed by the Russians themselves”" in told.text


def test_the_roles_are_those_of_the_events_own_type() -> None:
    scene = Scene()
    document = scene.document("They took Izium. Russia left Izium.")
    taken = scene.claim(document, "They took Izium", EventType.CAPTURED, STAFF, "Izium", [UA])
    left = scene.claim(document, "Russia left Izium", EventType.WITHDREW, BLOGGER, "Izium", [RU])
    event = replace(scene.event(taken, left), actors=(RU, UA))
    scene.events[-1] = event
    told = scene.writer().tell(event)
    assert told is not None
    assert "the Armed Forces of Ukraine took Izium" in told.text
    assert "Russian" not in told.text


def test_every_event_type_has_a_phrase_that_needs_no_field() -> None:
    phrases = read_phrases().events
    assert set(phrases) == set(EventType)
    scene = Scene()
    document = scene.document("Something happened.")
    for type_ in EventType:
        told = scene.writer().tell(scene.event(scene.claim(document, "Something happened", type_, STAFF)))
        assert told is not None
        assert "{" not in told.text


@pytest.mark.parametrize(
    ("p", "words", "percent"),
    [(0.02, "remote chance", "2"), (0.3, "unlikely", "30"), (0.5, "realistic possibility", "50"), (0.7, "likely", "70"),
     (0.9, "highly likely", "90"), (0.97, "almost certain", "97"), (0.9999, "almost certain", "> 99")],
)  # fmt: skip
def test_probabilities_have_words_and_numbers(p: float, words: str, percent: str) -> None:
    assert say_likelihood(p) == words
    assert say_percent(p) == f"{percent}\u00a0%".replace("> 99", "> 99")


def test_lists_days_and_ranges() -> None:
    assert join_names(["A"]) == "A"
    assert join_names(["A", "B", "C"]) == "A, B and C"
    assert join_names(list("ABCDEFG")) == "A, B, C and 4 others"
    assert say_days(date(2022, 9, 6), date(2022, 9, 14)) == "6–14 September 2022"
    assert say_days(date(2022, 8, 30), date(2022, 9, 2)) == "30 August – 2 September 2022"
    assert say_range(20, None) == "at least 20"
    assert say_range(None, 150000) == "up to 150,000"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Armed Forces of Ukraine", "the Armed Forces of Ukraine"),
        ("Rybar", "Rybar"),
        ("official", "an official"),
        ("news site", "a news site"),
        ("adviser to the head of the regional council", "an adviser to the head of the regional council"),
        ("governor of the Belgorod region", "the governor of the Belgorod region"),
        ("town's Ukrainian mayor", "the town's Ukrainian mayor"),
        ("local residents", "local residents"),
        ("two officials", "two officials"),
        ("his deputy", "his deputy"),
    ],
)
def test_speakers_take_the_article_that_english_gives_them(name: str, shown: str) -> None:
    assert with_article(name) == shown
