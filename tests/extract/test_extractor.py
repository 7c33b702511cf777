"""Laws of extraction that hold for any text."""

from __future__ import annotations

import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fogline.extract import Extractor
from fogline.model import Claim
from fogline.places import Gazetteer
from fogline.speakers import SpeakerRegistry

from .texts import document, read

PIECES = (
    "Ukrainian forces captured Balakliia",
    "Russian troops did not leave Izium",
    "the General Staff said",
    "“We have left the town of Lyman”",
    "two soldiers were killed and nine wounded",
    "he added",
    "according to residents",
    "on Tuesday",
    "in the past 24 hours",
    "Kherson region:",
    "Kigali denied it",
    "the ministry has not commented",
    "the 92nd Brigade",
    "могут уйти из Изюма",
    "🔴",
    "\u202eabc",
)
GLUE = (", ", ". ", ".\n", "\n- ", " – ", "” ", " and ", "?! ", "\n\n", "\u00a0", "\r\n", "\x00")
NEWS = st.lists(st.sampled_from(PIECES + GLUE), max_size=14).map("".join)
ANYTHING = st.one_of(NEWS, st.text(max_size=200))
FEW = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def check(claim: Claim, text: str) -> None:
    """Check what holds for every claim."""
    assert claim.content.of(text) == claim.content_text != ""
    assert 0 <= claim.sentence.start <= claim.content.start
    assert 0 <= claim.trigger.start < claim.trigger.end <= len(text)
    assert claim.trigger.of(text).strip()
    assert all(0 <= place.span.start < place.span.end <= len(text) for place in claim.places)
    assert all(q.low is None or q.high is None or q.low <= q.high for q in claim.quantities)
    if claim.speaker and claim.speaker.span:
        assert claim.speaker.span.of(text)


@FEW
@given(text=ANYTHING)
def test_every_claim_points_into_its_text(extractor: Extractor, text: str) -> None:
    for claim in read(extractor, text):
        check(claim, text)


@FEW
@given(text=NEWS)
def test_extracting_twice_gives_equal_claims(extractor: Extractor, text: str) -> None:
    assert read(extractor, text) == read(extractor, text)


@FEW
@given(text=NEWS)
def test_ids_are_unique_within_a_document(extractor: Extractor, text: str) -> None:
    ids = [claim.id for claim in read(extractor, text * 2)]
    assert len(ids) == len(set(ids))


@settings(parent=FEW, max_examples=15)
@given(texts=st.lists(NEWS, min_size=2, max_size=6, unique=True), order=st.randoms(use_true_random=False))
def test_the_order_of_documents_changes_no_claim(extractor: Extractor, texts: list[str], order: random.Random) -> None:
    documents = [document(text, name=f"document {nth}") for nth, text in enumerate(texts)]
    shuffled = order.sample(documents, len(documents))
    assert dict(ids(extractor.extract(documents))) == dict(ids(extractor.extract(shuffled)))


def ids(extracted):  # type: ignore[no-untyped-def]
    """Give the claims by document, hashable and in order."""
    return [(source.id, found) for source, found in extracted]


def test_another_extractor_gives_the_same(extractor: Extractor, gazetteer: Gazetteer) -> None:
    text = "Ukrainian forces captured Balakliia, the General Staff said. Russian troops left Izium on Tuesday."
    other = Extractor(gazetteer, SpeakerRegistry.open())
    assert read(extractor, text) == read(other, text) != []


def test_an_edit_elsewhere_keeps_the_id_of_a_claim(extractor: Extractor) -> None:
    sentence = "Ukrainian forces captured Balakliia."
    (before,) = read(extractor, sentence)
    after = read(extractor, f"The weather was fine. {sentence}")[-1]
    assert after.id == before.id
    assert after.content != before.content


def test_a_sentence_printed_twice_is_two_claims(extractor: Extractor) -> None:
    first, second = read(extractor, "Ukrainian forces captured Balakliia.\n" * 2)
    assert first.id != second.id
    assert first.content_text == second.content_text


def test_claims_carry_the_version_that_made_them(extractor: Extractor) -> None:
    assert read(extractor, "Ukrainian forces captured Balakliia.")[0].extractor == extractor.version


def test_claims_stand_in_the_order_of_the_text(extractor: Extractor) -> None:
    text = "Russian troops left Izium. Ukrainian forces captured Lyman. Two soldiers were killed there."
    starts = [claim.content.start for claim in read(extractor, text)]
    assert starts == sorted(starts)
    assert len(starts) == 3
