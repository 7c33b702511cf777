"""Whose side words name."""

from __future__ import annotations

import pytest

from fogline.places import Gazetteer, PlaceKind
from fogline.speakers import Parties


@pytest.fixture(scope="module")
def parties(gazetteer: Gazetteer) -> Parties:
    def country(name: str) -> str | None:
        found = gazetteer.find(name)
        return found[0].country if found and found[0].kind is PlaceKind.COUNTRY else None

    return Parties(gazetteer.demonym, country)


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Ukrainian forces", "UA"),
        ("Russia's army", "RU"),
        ("the Kremlin", "RU"),
        ("M23 rebels", "CD-M23"),
        ("the Rapid Support Forces", "SD-RSF"),
        ("Houthi fighters", "YE-HOUTHI"),
        ("the soldiers", None),
        ("", None),
    ],
)
def test_words_name_a_side(parties: Parties, words: str, side: str | None) -> None:
    assert parties.side(words.split()) == side


def test_the_longest_name_of_a_group_wins(parties: Parties) -> None:
    party = parties.group(["the", "Sudanese", "Rapid", "Support", "Forces"])
    assert party
    assert party.side == "SD-RSF"


def test_a_side_without_a_name_of_its_own_gets_that_of_its_people(parties: Parties) -> None:
    assert parties.forces("XX", "Ruritanian") == "Ruritanian Armed Forces"
    assert parties.forces("XX") == "XX"
