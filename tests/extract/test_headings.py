"""What the first line of a briefing or the heading of a list hands down to what stands below."""

from fogline.extract import Extractor

from .texts import read

BRIEFING = (
    "The General Staff of the Armed Forces of Ukraine reports as of 08 September:\n\n"
    "- Ukrainian forces repelled attacks near Bakhmut.\n"
    "- Russian artillery shelled Nikopol.\n"
)


def test_the_body_of_a_briefing_speaks_every_item(extractor: Extractor) -> None:
    claims = read(extractor, BRIEFING)
    assert len(claims) == 2
    assert {claim.speaker.side for claim in claims if claim.speaker} == {"UA"}
    assert all(claim.speaker for claim in claims)


def test_a_speaker_of_his_own_overrules_the_briefing(extractor: Extractor) -> None:
    claim = read(extractor, BRIEFING + "- Colonel Petro Hrytsenko said that Russian troops left Izium.\n")[-1]
    assert claim.speaker
    assert claim.speaker.name == "Petro Hrytsenko"


def test_a_heading_gives_its_place_to_the_items_below_it(extractor: Extractor) -> None:
    text = "Kherson region:\n- Two people were wounded by shelling.\n- A bridge was destroyed.\n"
    names = [[place.name for place in claim.places] for claim in read(extractor, text)]
    assert names
    assert all(any("Kherson" in name for name in found) for found in names)


def test_a_place_of_its_own_overrules_the_heading(extractor: Extractor) -> None:
    claim = read(extractor, "Kherson region:\n- Russian artillery shelled Nikopol.\n")[-1]
    assert [place.name for place in claim.places] == ["Nikopol"]


def test_the_past_day_of_the_first_line_holds_below(extractor: Extractor) -> None:
    text = "Situation over the past 24 hours:\n\n- Russian artillery shelled Nikopol.\n"
    claim = read(extractor, text)[-1]
    assert claim.time
    assert (claim.time.start.isoformat(), claim.time.end.isoformat()) == ("2022-09-07", "2022-09-08")
