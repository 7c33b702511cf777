"""Evidence: exact words, marked; hostile text made harmless; Markdown and records."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from fogline.brief.evidence import anchor_of, cut_pieces, safe_url, show_claim
from fogline.brief.html import content_policy, render_html
from fogline.brief.markdown import render_markdown
from fogline.brief.records import claims_jsonl, control_csv
from fogline.brief.report import make_report
from fogline.model import EventType, Span

from .scene import BLOGGER, STAFF, UA, Atlas, Scene, kharkiv


def test_the_marked_words_are_the_claims_and_the_context_is_the_documents() -> None:
    scene = kharkiv()
    writer = scene.writer()
    for claim in scene.claims.values():
        view = show_claim(claim, writer.desk, writer.screen, writer.gazetteer)
        text = writer.desk.document_of(claim).text
        assert "".join(p.text for p in view.pieces if p.kind == "claim") == claim.content_text
        assert "".join(p.text for p in view.pieces if p.text not in ("… ", " …")) in text


def test_overlapping_claims_share_their_pieces_and_keep_their_anchors() -> None:
    scene = Scene()
    document = scene.document("They took Izium and held it.")
    long = scene.claim(document, "They took Izium and held it", EventType.CAPTURED, STAFF)
    short = scene.claim(document, "Izium and held it", EventType.HELD, STAFF)
    pieces = cut_pieces(document, Span(0, len(document.text)), [long, short], scene.screen())
    assert "".join(p.text for p in pieces) == document.text
    assert [a for p in pieces for a in p.anchors] == [anchor_of(long.id), anchor_of(short.id)]


def test_the_relay_chain_ends_with_who_printed_it() -> None:
    scene = kharkiv()
    writer = scene.writer()
    claim = next(c for c in scene.claims.values() if c.via)
    view = show_claim(claim, writer.desk, writer.screen, writer.gazetteer)
    assert (view.speaker, view.about, view.chain) == ("Rybar", "blogger, Russia", ("Radio", "printed by Wire"))


@pytest.mark.parametrize(
    ("url", "kept"),
    [("https://a.example/x", True), ("javascript:alert(1)", False), ("data:text/html,x", False), ("//a.b", False),
     ("https://[", False), ("file:///etc/passwd", False), (None, False), (" http://a.example ", True)],
)  # fmt: skip
def test_only_web_addresses_become_links(url: str | None, kept: bool) -> None:
    assert (safe_url(url) is not None) is kept


def test_unseen_control_characters_are_made_visible() -> None:
    scene = Scene()
    document = scene.document("They took \u202eIzium\u200b.")
    scene.event(scene.claim(document, "They took \u202eIzium", EventType.CAPTURED, STAFF, "Izium", [UA]))
    report, _ = make_report(scene.picture(), Atlas())  # type: ignore[arg-type]
    html = render_html(report)
    assert "\u202e" not in html
    assert "\u200b" not in html


def test_the_policy_allows_one_script_and_nothing_else() -> None:
    policy = content_policy("alert(1)")
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-")
    assert "http" not in policy


def test_markdown_escapes_words_of_documents() -> None:
    scene = Scene()
    words = "They *took* [Izium](javascript:alert(1)) <img src=x onerror=alert(1)> | # `x`"
    document = scene.document(f"{words}.", title="# <script>alert(1)</script>")
    scene.event(scene.claim(document, words, EventType.CAPTURED, BLOGGER, "Izium", [UA]))
    report, _ = make_report(scene.picture(), Atlas())  # type: ignore[arg-type]
    markdown = render_markdown(report)
    assert "\\*took\\*" in markdown
    for raw in ("<img", "<script", "[Izium](", " | # "):
        assert raw not in markdown.replace("\\<", "").replace("\\[", "").replace("\\|", "")


def test_markdown_tells_the_same_sentences() -> None:
    scene = kharkiv()
    report, _ = make_report(scene.picture(), Atlas())  # type: ignore[arg-type]
    markdown = render_markdown(report)
    assert markdown.startswith("# Izium")
    assert "the Russian Ministry of Defence denied it." in markdown
    assert "## What is disputed" in markdown


def test_claims_and_control_files_have_the_public_form() -> None:
    scene = kharkiv()
    lines = [json.loads(line) for line in claims_jsonl(scene.writer()).splitlines()]
    assert {"id", "doc", "content", "speaker", "event", "polarity"} <= lines[0].keys()
    rows = list(csv.DictReader(io.StringIO(control_csv(scene.picture().control))))
    assert list(rows[0])[:8] == ["place", "geonameid", "lat", "lon", "day", "holder", "p_RU", "p_UA"]
    assert all(abs(sum(float(row[k]) for k in ("p_RU", "p_UA", "p_contested")) - 1) < 2e-4 for row in rows)


def test_a_lone_surrogate_does_not_stop_the_report(tmp_path) -> None:  # type: ignore[no-untyped-def]
    from fogline.brief import write_brief

    scene = Scene()
    document = scene.document("They took Izium \ud800 today.")
    scene.event(scene.claim(document, "They took Izium \ud800 today", EventType.CAPTURED, STAFF, "Izium", [UA]))
    scene.documents = {k: replace(v, title="\udfff") for k, v in scene.documents.items()}
    assert write_brief(scene.picture(), Atlas(), tmp_path).html.exists()  # type: ignore[arg-type]
