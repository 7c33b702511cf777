"""The gate saves work; it must never cost a claim."""

from fogline.extract.gate import Gate
from fogline.extract.lexicon import load_lexicon
from fogline.extract.sentences import split_sentences

TEXT = (
    "The market opens at nine. Bread is cheap. Ukrainian forces captured Balakliia. The mayor confirmed it. "
    "The sun set at eight. Tourists like the museum. Tea is served."
)


def chosen(text: str) -> list[str]:
    found = Gate(load_lexicon("en")).choose(text, list(split_sentences(text)))
    return [sentence.span.of(text) for sentence in found]


def test_sentences_with_event_words_and_their_sources_pass() -> None:
    assert {"Ukrainian forces captured Balakliia.", "The mayor confirmed it."} <= set(chosen(TEXT))


def test_what_stands_far_from_events_does_not_pass() -> None:
    assert {"Tourists like the museum.", "Tea is served."}.isdisjoint(chosen(TEXT))


def test_a_text_without_events_is_not_parsed_at_all() -> None:
    assert chosen("The choir sings at nine. Bread is cheap.") == []
