"""Sections: disputes, silences, readings kept apart, losses, background, sources, what was left out."""

from __future__ import annotations

from dataclasses import replace

from fogline.brief.page import Dispute, Group, Ledger, Note, Section, Table
from fogline.brief.report import make_report
from fogline.brief.sections.apart import write_apart
from fogline.brief.sections.changes import write_changes
from fogline.brief.sections.disputed import write_disputed
from fogline.brief.sections.headline import write_headline
from fogline.brief.sections.holders import write_holders
from fogline.brief.sections.left_out import write_left_out
from fogline.brief.sections.losses import write_losses
from fogline.brief.sections.silent import write_silent
from fogline.brief.sections.sources import write_sources
from fogline.brief.sections.topics import write_politics
from fogline.brief.sections.units import write_units
from fogline.model import EventType, Modality, Origin, Quantity, Silence

from .scene import BLOGGER, MINISTRY, RU, RU_TARGET, STAFF, UA, Atlas, Scene, a_reject, kharkiv


def texts(section: Section | None) -> str:
    return repr(section)


def table(section: Section | None) -> Table:
    assert section is not None
    return next(block for block in section.blocks if isinstance(block, Table))


def test_the_headline_leads_with_what_changes_hands() -> None:
    section = write_headline(kharkiv().writer())
    assert "took Izium" in section.blocks[0].text  # type: ignore[union-attr]
    assert 2 <= len(section.blocks) <= 5


def test_changes_tell_before_after_and_who_says_so() -> None:
    rows = table(write_changes(kharkiv().writer())).rows
    izium = next(row for row in rows if row.cells[0] == "Izium")
    assert izium.cells[1].startswith("Russia")
    assert izium.cells[2].startswith("Ukraine, ")
    assert "General Staff of Ukraine" in izium.cells[3]
    assert izium.claims


def test_a_change_without_a_day_is_not_said_to_be_no_change() -> None:
    scene = Scene()
    document = scene.document("Russian troops left Izium.", day=None)
    scene.event(scene.claim(document, "Russian troops left Izium", EventType.WITHDREW, None, "Izium", [RU]))
    scene.events[0] = replace(scene.events[0], days=None)
    for section in (write_changes(scene.writer()), write_holders(scene.writer())):
        assert "For 1 change of hands the day is not known" in texts(section)
        assert "no place" not in texts(section)


def test_a_denied_event_shows_both_versions_side_by_side() -> None:
    section = write_disputed(kharkiv().writer())
    dispute = next(b for b in section.blocks if isinstance(b, Dispute) and b.title.startswith("Izium"))
    yes, no = dispute.versions
    assert {s.text for s in yes.sentences} == {
        "The General Staff of Ukraine said: “its troops took Izium”.",
        "Rybar said: “Russian troops left Izium”.",
    }
    assert [s.text for s in no.sentences] == ["The Russian Ministry of Defence denied: “Izium was lost”."]


def test_a_side_that_does_not_agree_with_itself_is_a_dispute() -> None:
    scene = Scene()
    document = scene.document("Our army is holding. Our troops left Izium.")
    holding = scene.claim(document, "Our army is holding", EventType.HELD, MINISTRY, None, [RU])
    left = scene.claim(document, "Our troops left Izium", EventType.WITHDREW, BLOGGER, "Izium", [RU])
    scene.event(holding)
    scene.event(left)
    within = write_disputed(scene.writer()).blocks[0]
    assert isinstance(within, Dispute)
    assert within.title.startswith("Russia: its authorities and its own voices")
    assert "holding" in within.versions[0].sentences[0].text
    assert "left Izium" in within.versions[1].sentences[0].text


def test_no_dispute_is_said_plainly() -> None:
    scene = Scene()
    document = scene.document("They took Izium.")
    scene.event(scene.claim(document, "They took Izium", EventType.CAPTURED, STAFF, "Izium", [UA]))
    assert write_disputed(scene.writer()).blocks == (Note("No two claims here contradict each other."),)


def test_silence_and_a_gap_in_the_material_are_not_mixed_up() -> None:
    scene = kharkiv()
    document = scene.document("They held Balakliia.")
    claim = scene.claim(document, "They held Balakliia", EventType.HELD, STAFF, "Balakliia", [UA])
    scene.event(claim, silences=[Silence("Ministry of X", "RU", "not collected", (), None)])
    section = write_silent(scene.writer())
    assert table(section).rows[0].cells[:2] == ("Russian Ministry of Defence", "no statement")
    assert "Ministry of X" not in repr(table(section))
    assert "Nothing of Ministry of X is among the documents" in texts(section)


def test_a_ring_that_is_claimed_expected_and_imagined_is_kept_apart() -> None:
    scene = Scene()
    document = scene.document("The ring is closed. It will close. It would be a disaster. Close it!")
    for words, modality in (
        ("The ring is closed", Modality.ACTUAL),
        ("It will close", Modality.FUTURE),
        ("It would be a disaster", Modality.HYPOTHETICAL),
        ("Close it", Modality.DEMANDED),
    ):
        scene.event(scene.claim(document, words, EventType.ENCIRCLED, BLOGGER, "Izium", [RU_TARGET], modality=modality))
    section = write_apart(scene.writer())
    assert section is not None
    dispute = section.blocks[0]
    assert isinstance(dispute, Dispute)
    assert [v.title for v in dispute.versions] == [
        "Said to have happened",
        "Expected or feared",
        "Only imagined or conditional",
        "Demanded",
    ]


def test_only_what_is_said_to_have_happened_carries_a_probability() -> None:
    scene = kharkiv()
    report, _ = make_report(scene.picture(), Atlas())  # type: ignore[arg-type]
    assert {e.id for e in scene.events if e.modality == "actual"} == set(report.events)


def test_losses_are_ranges_by_who_speaks_and_never_sums() -> None:
    scene = Scene()
    document = scene.document("20 were killed. 30 to 40 were killed. 5 were killed.")
    for words, low, high, speaker in (
        ("20 were killed", 20, 20, STAFF),
        ("30 to 40 were killed", 30, 40, STAFF),
        ("5 were killed", 5, 5, MINISTRY),
    ):
        quantities = [Quantity(low, high, "person", "soldiers")]
        scene.claim(document, words, EventType.KILLED, speaker, None, [RU_TARGET], quantities)
    rows = {row.cells[2]: row.cells[4] for row in table(write_losses(scene.writer())).rows}
    assert rows == {"Russia": "5", "Ukraine": "20–40"}


def test_a_figure_that_is_no_claim_is_background() -> None:
    section = write_losses(kharkiv().writer())
    assert section is not None
    background = next(b for b in section.blocks if isinstance(b, Group))
    assert "as background: “where an arsenal can store 150,000 tons of shells”" in background.sentences[0].text
    assert "150,000" not in repr(table(section))


def test_units_stand_in_their_own_section() -> None:
    cells = table(write_units(kharkiv().writer())).rows[0].cells
    assert cells == ("92nd Mechanised Brigade", "Ukraine", "advance", "Kupiansk", "10 September 2022", "Wire")


def test_politics_quotes_the_calls() -> None:
    scene = Scene()
    document = scene.document("The council called on the president to resign.")
    scene.event(scene.claim(document, "called on the president to resign", EventType.DEMANDED))
    assert "“called on the president to resign”" in texts(write_politics(scene.writer()))


def test_sources_count_who_is_first_who_repeats_and_who_speaks_against_own_side() -> None:
    scene = Scene()
    one, two = scene.document("We left Izium."), scene.document("They left Izium, Rybar wrote.", publisher="Copy")
    first = scene.claim(one, "We left Izium", EventType.WITHDREW, BLOGGER, "Izium", [RU])
    second = scene.claim(two, "They left Izium", EventType.WITHDREW, ("Someone", "media", "RU"), "Izium", [RU])
    origin = Origin("Rybar", "blogger", "RU", (first.id, second.id), "for", 1.0, ())
    scene.event(first, second, origins=[origin])
    ledger = [b for b in write_sources(scene.writer()).blocks if isinstance(b, Ledger)][1]
    rows = {row[0]: row[3:] for row in ledger.rows}
    assert rows == {"Rybar": ("1", "1", "0", "1"), "Someone": ("1", "0", "1", "1")}


def test_what_was_left_out_is_counted_with_reasons() -> None:
    scene = kharkiv()
    scene.document("No date here.", day=None, title="Leaflet")
    text = texts(write_left_out(scene.writer(rejects=(a_reject(), a_reject()))))
    assert "('Dropped in “read”', 'no text in it', '2')" in text
    assert "Leaflet" in text


def test_nothing_read_and_nothing_found_are_said_honestly() -> None:
    assert "No document was read" in texts(write_headline(Scene().writer()))
    scene = Scene()
    scene.document("A quiet day.")
    assert "In the 1 document read, no claim" in texts(write_headline(scene.writer()))


def test_a_change_of_the_order_of_records_changes_nothing() -> None:
    scene = kharkiv()
    one, _ = make_report(scene.picture(), Atlas())  # type: ignore[arg-type]
    scene.claims = dict(reversed(scene.claims.items()))
    scene.events.reverse()
    two, _ = make_report(scene.picture(), Atlas())  # type: ignore[arg-type]
    assert one.sections == two.sections
    assert one.maps == two.maps
    assert one.documents == two.documents
