"""Which words name which event, who does it and who suffers it."""

import pytest

from fogline.extract import Extractor

from .texts import only, place_words, read, types


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Ukrainian forces recaptured Balakliia.", "control.captured"),
        ("Russian units withdrew from Izium.", "control.withdrew"),
        ("The rebels surrounded the garrison in Goma.", "control.encircled"),
        ("The garrison still holds Severodonetsk.", "control.held"),
        ("The army repelled the attack on Avdiivka.", "control.held"),
        ("Ukrainian troops entered Kupiansk.", "control.advanced"),
        ("The two sides fought street battles in El Fasher.", "combat.clash"),
        ("Artillery shelled Nikopol.", "combat.shelling"),
        ("Drones struck an oil depot in Belgorod.", "combat.airstrike"),
        ("A car bomb exploded in Mogadishu.", "combat.explosion"),
        ("Four soldiers were killed near Lyman.", "losses.killed"),
        ("Nine people were wounded in Kherson.", "losses.wounded"),
        ("Thirty Russian soldiers surrendered near Izium.", "losses.prisoners"),
        ("The brigade destroyed six tanks near Vuhledar.", "losses.equipment"),
        ("Soldiers deserted their posts near Lyman.", "force.collapsed"),
        ("Russia sent reinforcements to Kupiansk.", "force.moved"),
        ("The garrison in Kherson ran out of ammunition.", "force.supplied"),
        ("A missile destroyed a bridge in Kherson.", "infrastructure.damaged"),
        ("Thousands of residents fled Goma.", "civilians.displaced"),
        ("Soldiers detained the mayor of Melitopol.", "civilians.detained"),
        ("Aid trucks reached Gaza City.", "civilians.aided"),
        ("Ukraine and Russia agreed on a ceasefire.", "politics.agreed"),
        ("Parliament in Kyiv imposed sanctions on Russian banks.", "politics.decided"),
    ],
)
def test_each_type_of_event_is_told_from_the_others(extractor: Extractor, text: str, type_: str) -> None:
    assert type_ in types(read(extractor, text))


@pytest.mark.parametrize(
    "text",
    [
        "The army band played in Kyiv.",
        "He took a seat beside the Ukrainian ambassador.",
        "The film captured the mood in Kharkiv.",
    ],
)
def test_words_of_war_in_peaceful_use_are_no_events(extractor: Extractor, text: str) -> None:
    assert read(extractor, text) == []


def test_dead_and_wounded_are_two_claims(extractor: Extractor) -> None:
    claims = read(extractor, "Shelling killed three civilians and wounded seven in Nikopol.")
    counts = {c.type.value: (c.quantities[0].low, c.quantities[0].high) for c in claims if c.quantities}
    assert counts == {"losses.killed": (3, 3), "losses.wounded": (7, 7)}


def test_two_places_of_one_action_are_one_claim(extractor: Extractor) -> None:
    claim = only(read(extractor, "Ukrainian forces liberated Balakliia and Verbivka."))
    assert len(claim.places) == 2


def test_two_actions_are_two_claims(extractor: Extractor) -> None:
    text = "Ukrainian forces entered Kupiansk and shelled Izium."
    claims = read(extractor, text)
    assert types(claims) == ["control.advanced", "combat.shelling"]
    assert place_words(text, claims) == [["Kupiansk"], ["Izium"]]


def test_the_active_and_the_passive_voice_say_the_same(extractor: Extractor) -> None:
    active = only(read(extractor, "Ukrainian forces captured Balakliia."))
    passive = only(read(extractor, "Balakliia was captured by Ukrainian forces."))
    assert active.type == passive.type
    assert {(a.side, a.role) for a in active.actors} == {(a.side, a.role) for a in passive.actors} == {("UA", "agent")}
    assert [p.geonameid for p in active.places] == [p.geonameid for p in passive.places]


def test_who_suffers_is_told_from_who_does(extractor: Extractor) -> None:
    claim = read(extractor, "Ukrainian artillery killed twelve Russian soldiers near Lyman.")[0]
    assert {(actor.side, actor.role) for actor in claim.actors} == {("UA", "agent"), ("RU", "target")}


def test_a_unit_is_an_actor_under_its_name(extractor: Extractor) -> None:
    claim = only(read(extractor, "The Ukrainian 92nd Mechanised Brigade entered Kupiansk."))
    assert [actor.unit for actor in claim.actors] == ["92nd Mechanised Brigade"]
