"""An event that is named again keeps its parties and places; another event does not take them."""

from fogline.extract import Extractor

from .texts import read

TOLD = "Russian troops withdrew from Izium on Saturday."


def test_a_noun_that_points_back_takes_parties_and_places_of_the_event(extractor: Extractor) -> None:
    text = f"{TOLD} “The decision to withdraw was right,” a Russian correspondent said."
    first, again = read(extractor, text)
    assert (again.actors, again.places) == (first.actors, first.places)


def test_another_side_makes_it_another_event(extractor: Extractor) -> None:
    text = f"{TOLD} Ukraine's decision to withdraw from Lysychansk was right, an analyst said."
    again = read(extractor, text)[-1]
    assert [place.name for place in again.places] == ["Lysychansk"]
    assert {actor.side for actor in again.actors} == {"UA"}
