"""Names, kinds and sides of those who speak."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.model import Speaker
from fogline.speakers import SpeakerRegistry, fold_name, kind_of, new_speaker

KINDS = {"official", "military", "media", "blogger", "analyst", "witness", "ngo", "armed_group", "other"}


@pytest.fixture(scope="module")
def shipped() -> list[Speaker]:
    return list(SpeakerRegistry.open())  # type: ignore[call-overload]


@pytest.mark.parametrize(
    "spelling", ["Ministry of Defence", "the Ministry of Defense", "MINISTRY OF DEFENCE", "Ministry  of Défence."]
)
def test_spelling_makes_no_difference(spelling: str) -> None:
    assert fold_name(spelling) == fold_name("Ministry of Defence")


@given(st.text())
def test_a_folded_name_has_no_case_and_single_spaces(name: str) -> None:
    folded = fold_name(name)
    assert folded == " ".join(folded.casefold().split())


def test_every_shipped_speaker_is_found_by_its_name_and_aliases(shipped: list[Speaker]) -> None:
    registry = SpeakerRegistry.open()
    assert len(shipped) > 20
    for speaker in shipped:
        assert registry.find(speaker.name) == speaker
        assert all(registry.find(alias) for alias in speaker.aliases)


def test_every_shipped_speaker_has_a_known_kind(shipped: list[Speaker]) -> None:
    assert {speaker.kind for speaker in shipped} <= KINDS


def test_no_alias_belongs_to_two_speakers(shipped: list[Speaker]) -> None:
    owners: dict[str, set[str]] = {}
    for speaker in shipped:
        for name in (speaker.name, *speaker.aliases):
            owners.setdefault(fold_name(name), set()).add(speaker.id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_who_is_shipped_overrules_who_was_learned(shipped: list[Speaker]) -> None:
    known = shipped[0]
    stranger = new_speaker(known.name, "other", None)
    registry = SpeakerRegistry.open([stranger, new_speaker("Petro Hrytsenko", "military", "UA")])
    assert registry.find(known.name) == known
    learned = registry.find("petro hrytsenko")
    assert learned
    assert learned.side == "UA"


def test_nobody_is_found_under_an_unknown_name() -> None:
    registry = SpeakerRegistry.of([])
    assert registry.find("Petro Hrytsenko") is None
    assert registry.publisher(None) is None


def test_the_id_of_a_speaker_is_that_of_the_folded_name_and_kind() -> None:
    assert new_speaker("The Staff", "military", "UA").id == new_speaker("staff", "military", "RU").id
    assert new_speaker("The Staff", "military", "UA").id != new_speaker("staff", "official", "UA").id


@pytest.mark.parametrize(
    ("description", "kind"),
    [
        ("Ministry of Defence", "official"),
        ("a Malian military blogger", "blogger"),
        ("residents", "witness"),
        ("army spokesman", "military"),
        ("a newspaper", "media"),
        ("independent analysts", "analyst"),
        ("a charity", "ngo"),
        ("the rebels", "armed_group"),
        ("somebody", "other"),
        ("", "other"),
    ],
)
def test_a_description_tells_the_kind(description: str, kind: str) -> None:
    assert kind_of(description) == kind
