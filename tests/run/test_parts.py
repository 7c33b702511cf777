from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from fogline.run.journal import Tally
from fogline.run.steps import link_all, view_events
from fogline.speakers import SpeakerRegistry
from fogline.store import Ledger
from tests.weigh.scenes import MONITOR, STAFF, Scene


def test_the_further_places_of_a_claim_meet_the_claims_of_these_places(tmp_path: Path):
    scene = Scene()
    scene.say(STAFF, "our units took Izium and Lyman", at="Izium, Lyman")
    scene.say(MONITOR, "armed men of A took Lyman", at="Lyman")
    with Ledger.open(tmp_path / "ledger") as ledger:
        ledger.append_documents(list(scene.documents.values()))
        ledger.append_claims(list(scene.documents.values()), scene.claims, "test")
        link_all(ledger, Tally(), lambda *_: None, at=datetime(2022, 9, 9, tzinfo=UTC))
        view_events(ledger, SpeakerRegistry.of([STAFF, MONITOR]), Tally(), lambda *_: None, None)
        claims_at = {event.place.name: len(event.claims) for event in ledger.events() if event.place}
    assert claims_at == {"Izium": 1, "Lyman": 2}
