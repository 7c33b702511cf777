"""A hostile page: nothing of it runs, neither while it is read nor in the report that quotes it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.terminal import fogline

pytestmark = pytest.mark.browser

EVIL = """<html><head><title>News<script>window.hacked=1</script></title>
<meta property="article:published_time" content="2024-03-05">
<meta property="og:site_name" content="&lt;img src=x onerror=window.hacked=1&gt;Desk">
<script>window.hacked=1</script><style>body{background:url(http://example.org/beacon)}</style></head>
<body onload="window.hacked=1"><article><h1>Strike on <img src=x onerror="window.hacked=1">Izium</h1>
<p onclick="window.hacked=1">Russian troops shelled Izium on Monday, &lt;script&gt;window.hacked=1&lt;/script&gt; the
mayor said. Two people were killed there and &lt;img src=x onerror=window.hacked=1&gt; the bridge was destroyed.</p>
<svg onload="window.hacked=1"></svg><a href="javascript:window.hacked=1">Ukrainian forces captured Lyman, they said.</a>
<iframe src="javascript:parent.hacked=1"></iframe></article></body></html>"""
POST = {
    "id": "<script>window.hacked=1</script>",
    "publisher": '"><svg onload=window.hacked=1>',
    "url": "javascript:window.hacked=1",
    "title": "</title><script>window.hacked=1</script>",
    "published": "2024-03-05",
    "language": "en",
    "text": "Russian troops left Izium, <b onmouseover=window.hacked=1>Petro Hrytsenko</b> said. "
    "</script><script>window.hacked=1</script> Ukrainian forces captured Lyman.",
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report made of nothing but hostile input."""
    folder = tmp_path_factory.mktemp("evil")
    (folder / "in").mkdir()
    (folder / "in" / "evil.html").write_text(EVIL, encoding="utf-8")
    (folder / "in" / "posts.jsonl").write_text(json.dumps(POST), encoding="utf-8")
    outcome = fogline("run", folder / "in", "--out", folder / "out")
    assert outcome.code == 0, outcome.told
    return folder / "out" / "report.html"


def test_nothing_of_it_runs_or_calls_home(browser: Browser, report: Path) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(report.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    page.mouse.move(200, 200)
    for link in page.locator("a[href^='#']").all()[:5]:
        link.dispatch_event("click")
    assert page.evaluate("window.hacked") is None
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert page.locator("main [onerror], main [onload], main [onclick], main [onmouseover], iframe").count() == 0
    assert page.locator("[href^='javascript'], main script, main img").count() == 0
    page.close()


def test_the_words_themselves_are_kept(browser: Browser, report: Path) -> None:
    page = browser.new_page()
    page.goto(report.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    assert "Russian troops shelled Izium on Monday" in page.inner_text("main")
    page.close()
