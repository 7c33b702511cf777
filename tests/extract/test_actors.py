"""Who does it and to whom, however the words are turned."""

import pytest

from fogline.extract import Extractor

from .texts import only, read


def roles(extractor: Extractor, text: str) -> set[tuple[str | None, str]]:
    return {(actor.side, actor.role) for actor in read(extractor, text)[-1].actors}


@pytest.mark.parametrize(
    "text",
    [
        "Russian troops withdrew from Izium.",
        "Russian troops were withdrawn from Izium.",
        "The withdrawal of Russian troops from Izium is complete.",
        "Russian troops in Izium took the decision to withdraw.",
        "Russia's decision to withdraw from Izium was announced at noon.",
    ],
)
def test_who_withdraws_does_it_in_every_turn_of_phrase(extractor: Extractor, text: str) -> None:
    assert roles(extractor, text) == {("RU", "agent")}


@pytest.mark.parametrize(
    "text",
    [
        "The Russian army inflicted heavy losses on the Ukrainian army near Izium.",
        "The Russian army is resisting the Ukrainian army near Izium and causing heavy losses to the latter.",
    ],
)
def test_losses_that_are_inflicted_are_those_of_the_other_side(extractor: Extractor, text: str) -> None:
    assert roles(extractor, text) == {("RU", "agent"), ("UA", "target")}


def test_what_an_army_does_with_its_own_troops_has_no_target(extractor: Extractor) -> None:
    text = "The Ukrainian army holds Izium. The Russian Ministry of Defence says it is increasing its troops there."
    assert all(actor.role == "agent" for actor in read(extractor, text)[-1].actors)


def test_a_unit_behind_such_as_has_the_side_of_its_army(extractor: Extractor) -> None:
    text = "Several units have collapsed near Izium, such as the 202nd Mechanised Brigade of the Russian Army."
    claim = only(read(extractor, text))
    assert [(a.side, a.unit) for a in claim.actors if a.unit] == [("RU", "202nd Mechanised Brigade")]
