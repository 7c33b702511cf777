"""The laws of weighing, and face validity of the numbers."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .scenes import (
    BLOGGER,
    MINISTRY,
    MONITOR,
    PRESIDENT,
    REGISTRY,
    REPORTER,
    SPOKESMAN,
    STAFF,
    START,
    WIRE,
    A,
    B,
    Scene,
)

SPEAKERS = (STAFF, PRESIDENT, MINISTRY, SPOKESMAN, BLOGGER, REPORTER, MONITOR, None)
WORDS = (
    "units have raised the flag over the town hall of Izium this morning",
    "Izium was taken after three days of heavy street fighting, it is said",
    "the last defenders left Izium by the eastern bridge before dawn",
    "soldiers walk freely through the empty market of Izium on a video",
)

saying = st.tuples(
    st.sampled_from(SPEAKERS),
    st.sampled_from(WORDS),
    st.sampled_from(["affirmed", "denied"]),
    st.sampled_from(["certain", "probable", "possible"]),
)


def scene_of(sayings) -> Scene:
    scene = Scene()
    for nth, (who, words, polarity, certainty) in enumerate(sayings):
        scene.say(
            who,
            words,
            polarity=polarity,
            certainty=certainty,
            hours=nth,
            publisher="World Wire" if who else f"Paper {nth}",
        )
    return scene


@given(sayings=st.lists(saying, min_size=1, max_size=6), chance=st.randoms(use_true_random=False))
def test_order_of_input_changes_nothing(sayings, chance):
    scene = scene_of(sayings)
    expected = scene.weigh()
    chance.shuffle(scene.claims)
    scene.documents = dict(sorted(scene.documents.items(), key=lambda _: chance.random()))
    assert scene.weigh() == expected


@given(sayings=st.lists(saying, max_size=5), who=st.sampled_from([MONITOR, WIRE, STAFF, REPORTER]))
def test_one_more_independent_voice_never_lowers_the_probability(sayings, who):
    before = scene_of([(None, WORDS[0], "affirmed", "certain"), *sayings])
    after = scene_of([(None, WORDS[0], "affirmed", "certain"), *sayings])
    after.say(who, "Izium has changed hands for good, as far as anybody can see", hours=9, publisher="Another Paper")
    assert after.weigh().probability >= before.weigh().probability - 1e-12


@given(sayings=st.lists(saying, min_size=1, max_size=5))
def test_a_claim_that_is_taken_away_leaves_no_trace(sayings):
    expected = scene_of(sayings).weigh()
    scene = scene_of(sayings)
    scene.say(MONITOR, "the town of Izium was entered by armoured columns at noon", hours=20)
    gone = scene.claims.pop()
    del scene.documents[gone.document_id]
    assert scene.weigh() == expected


@given(sayings=st.lists(saying, min_size=1, max_size=5))
def test_what_was_not_yet_published_is_not_heard(sayings):
    expected = scene_of(sayings).weigh()
    scene = scene_of(sayings)
    scene.say(MONITOR, "the town of Izium was entered by armoured columns at noon", hours=48)
    assert scene.weigh(as_of=START + timedelta(hours=24)) == expected


@given(sayings=st.lists(saying, min_size=1, max_size=6))
def test_numbers_hang_together(sayings):
    event = scene_of(sayings).weigh()
    low, high = event.interval
    assert 0 <= low <= event.probability <= high <= 1
    assert event.support >= 0 <= event.against
    assert {claim for origin in event.origins for claim in origin.claims} == set(event.claims)


def test_forty_copies_of_a_post_weigh_as_one():
    one, forty = Scene(), Scene()
    post = "Our sources say that units have raised the flag over the town hall of Izium this morning, residents fled"
    one.say(None, post, publisher="Paper 0")
    for nth in range(40):
        forty.say(None, post, publisher=f"Paper {nth}", hours=nth, document=f"copy {nth}")
    assert forty.weigh().probability == one.weigh().probability
    assert forty.weigh().interval == one.weigh().interval
    assert len(forty.weigh().origins) == 1


def test_forty_papers_that_quote_one_speaker_weigh_as_one():
    one, forty = Scene(), Scene()
    one.say(STAFF, WORDS[0])
    for nth in range(40):
        forty.say(STAFF, WORDS[nth % 4], publisher=f"Paper {nth}", hours=nth)
    assert forty.weigh().probability == one.weigh().probability


def test_a_denial_lowers():
    told, denied = Scene(), Scene()
    for scene in (told, denied):
        scene.say(STAFF, WORDS[0])
    denied.say(MINISTRY, "nothing of the kind has happened at Izium", polarity="denied", hours=2)
    assert denied.weigh().probability < told.weigh().probability


def test_an_admission_weighs_more_than_the_same_words_from_the_other_side():
    admission, boast = Scene(), Scene()
    admission.say(MINISTRY, WORDS[2], upon=B)
    boast.say(PRESIDENT, WORDS[2], upon=B)
    assert admission.weigh().probability > boast.weigh().probability + 0.2


def test_what_one_side_boasts_of_alone_is_about_even():
    scene = Scene()
    scene.say(STAFF, WORDS[0], upon=B)
    event = scene.weigh()
    assert 0.4 <= event.probability <= 0.55
    assert event.interval[1] - event.interval[0] > 0.6
    assert event.reasons[-1].startswith(f"Only {A} speaks for it")


@pytest.mark.parametrize(("who", "at_least"), [(BLOGGER, 0.72), (REPORTER, 0.8), (MINISTRY, 0.8)])
def test_an_admission_beside_the_winners_claim_is_likely_to_very_likely(who, at_least):
    scene = Scene()
    scene.say(STAFF, WORDS[0], upon=B)
    scene.say(who, WORDS[2], type="control.withdrew", by=B, hours=3)
    event = scene.weigh()
    assert at_least <= event.probability <= 0.95
    assert event.grade[1] in "12"


def test_an_anonymous_source_alone_is_below_even_wide_and_unverifiable():
    scene = Scene()
    scene.say(None, WORDS[0], publisher=None)
    event = scene.weigh()
    assert event.probability < 0.5
    assert event.interval[1] - event.interval[0] > 0.6
    assert event.grade == "F6"


def test_no_number_of_voices_makes_certainty():
    scene = Scene()
    for nth in range(30):
        scene.say(None, f"correspondent {nth} saw it", publisher=f"Paper {nth}")
    assert scene.weigh().probability < 0.985


def test_what_is_imagined_is_no_admission():
    scene = Scene()
    scene.say(REPORTER, "the loss of Izium would be a disaster", upon=B, modality="hypothetical")
    event = scene.weigh()
    assert event.modality == "hypothetical"
    assert event.probability < 0.3


def test_who_was_made_to_speak_weighs_nothing():
    scene = Scene()
    scene.say(STAFF, WORDS[0])
    before = scene.weigh().probability
    scene.say("captured prisoner", WORDS[1], hours=2)
    assert scene.weigh().probability == before


def test_no_events_from_no_claims():
    assert Scene().weigh_apart({}) == []


def test_events_are_sorted_by_id_and_claims_without_one_are_left_out():
    scene = Scene()
    one, two, _ = (scene.say(STAFF, words) for words in WORDS[:3])
    events = scene.weigh_apart({one.id: "e2", two.id: "e1"})
    assert [event.id for event in events] == ["e1", "e2"]
    assert [event.claims for event in events] == [(two.id,), (one.id,)]


def test_a_speaker_who_takes_it_back_counts_once():
    scene = Scene()
    scene.say(STAFF, WORDS[0])
    scene.say(STAFF, "we have to correct ourselves: Izium is not ours", polarity="denied", hours=5)
    event = scene.weigh()
    assert event.support == 0 < event.against


def test_the_register_is_only_asked_never_needed():
    scene = Scene()
    scene.say(STAFF, WORDS[0])
    assert scene.weigh(registry=type(REGISTRY).of([])).probability == pytest.approx(scene.weigh().probability)
