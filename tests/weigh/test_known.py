from __future__ import annotations

import pytest

from fogline.speakers import SpeakerRegistry, new_speaker
from fogline.weigh.known import KnownSpeakers, is_listed

from .scenes import MINISTRY, PRESIDENT, REGISTRY, SPOKESMAN, STAFF, A, B, speaker

KNOWN = KnownSpeakers(REGISTRY)


@pytest.mark.parametrize(
    ("name", "side", "who"),
    [
        ("General Staff of A", None, STAFF),
        ("the general staff of a", A, STAFF),
        ("Earlier President Anna Alpha", A, PRESIDENT),
        ("President Anna Alpha", B, None),
        ("General Staff of the Forces", A, STAFF),
        ("General Staff of the Forces", B, None),
        ("General Staff", None, None),
        ("head of the Ministry of Defence of B", A, MINISTRY),
        ("somebody", A, None),
        ("", None, None),
    ],
)
def test_who_is_meant(name, side, who):
    assert KNOWN.find(name, side) == who


def test_a_record_learned_from_a_text_gives_way_to_the_listed_one():
    learned = new_speaker("Spokesman Boris Beta", "official", B)
    known = KnownSpeakers(SpeakerRegistry.of([learned, SPOKESMAN]))
    assert known.find("Spokesman Boris Beta", B) == SPOKESMAN
    assert not is_listed(learned)


def test_two_bodies_with_one_beginning_are_neither():
    two = [
        speaker("Ministry of Defence of North B", "official", B),
        speaker("Ministry of Defence of South B", "official", B),
    ]
    assert KnownSpeakers(SpeakerRegistry.of(two)).find("Ministry of Defence", B) is None


def test_the_body_that_a_text_names_last_is_meant_by_its_kind():
    text = "The Ministry of Defence of B showed a video. Anna Alpha spoke."
    assert KNOWN.named_before(text, "ministry") == MINISTRY
    assert KNOWN.named_before("Anna Alpha spoke.", "ministry") is None


def test_a_body_named_after_a_known_owner_has_its_side():
    known = KnownSpeakers(SpeakerRegistry.of([speaker("Cee", "military", A, "Armed Forces of A")]))
    assert known.side_of("Press service of the Armed Forces of A") == (A, "Armed Forces of A")
    assert known.side_of("Press service") == (None, None)
