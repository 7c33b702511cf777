"""The page as people use it: in a real browser, offline, hostile, by keyboard, on a phone, dark, printed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from fogline.brief import write_brief
from fogline.model import EventType, Quantity

from .scene import BLOGGER, MINISTRY, RU_TARGET, STAFF, UA, Atlas, Scene, kharkiv

pytestmark = pytest.mark.browser

HOSTILE = (
    "<script>window.hacked=1</script> <img src=x onerror='window.hacked=1'> </script></style></title> "
    "<svg onload=window.hacked=1> javascript:alert(1) {{ 7*7 }} \"'><b>bold</b> took Izium & more"
)
CONTRAST = """() => {
  const linear = (v) => { v /= 255; return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; };
  const light = (c) => { const [r, g, b] = c.map(linear);
    return .2126 * r + .7152 * g + .0722 * b; };
  const parse = (s) => s.match(/[\\d.]+/g).map(Number);
  const ground = (el) => { for (; el; el = el.parentElement) { const c = parse(getComputedStyle(el).backgroundColor);
    if (c.length < 4 || c[3] > 0) return c.slice(0, 3); } return [255, 255, 255]; };
  let worst = [99, ''];
  for (const el of document.querySelectorAll('main *, header *, nav *')) {
    if (el.closest('svg') || !el.getClientRects().length) continue;
    if (![...el.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
    const a = light(parse(getComputedStyle(el).color).slice(0, 3)), b = light(ground(el));
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < worst[0]) worst = [ratio, el.outerHTML.slice(0, 120)];
  }
  return worst;
}"""
OPEN_ALL = "document.querySelectorAll('details').forEach(d => { d.open = true; })"


def hostile() -> Scene:
    scene = kharkiv()
    document = scene.document(f"They say {HOSTILE}.", publisher="<b onclick=hacked()>Channel</b>", title=HOSTILE)
    claim = scene.claim(document, HOSTILE, EventType.DAMAGED, ("<i>Somebody</i>", "blogger", "RU"), "Izium", [UA])
    scene.event(claim)
    return scene


def large() -> Scene:
    """Give fifty documents with eight claims each."""
    scene = Scene()
    types = [EventType.CAPTURED, EventType.WITHDREW, EventType.CLASH, EventType.SHELLING, EventType.DAMAGED]
    places = ["Izium", "Kupiansk", "Balakliia", "Oskil River"]
    for d in range(50):
        words = [f"report {d} says that unusually long-worded thing number {c} happened" for c in range(8)]
        document = scene.document(". ".join(words) + ".", publisher=f"Publisher number {d}")
        for c, said in enumerate(words):
            speaker = (STAFF, BLOGGER, MINISTRY, None)[(c + d) % 4]
            type_, place = types[(c * 3 + d) % 5], places[(c + d * 3) % 4]
            quantities = [Quantity(d, d + c, "person", "soldiers")] if c == 7 else []
            type_ = EventType.KILLED if quantities else type_
            scene.event(scene.claim(document, said, type_, speaker, place, [UA, RU_TARGET], quantities), p=0.3 + c / 12)
    return scene


def open_report(browser: Browser, scene: Scene, out: Path, **context: object) -> Page:
    files = write_brief(scene.picture(), Atlas(), out)  # type: ignore[arg-type]
    page = browser.new_context(**context).new_page()  # type: ignore[arg-type]
    page.troubles = []  # type: ignore[attr-defined]
    page.on("console", lambda message: page.troubles.append(message.text))  # type: ignore[attr-defined]
    page.on("pageerror", lambda error: page.troubles.append(str(error)))  # type: ignore[attr-defined]
    page.on("dialog", lambda dialog: page.troubles.append(dialog.message))  # type: ignore[attr-defined]
    page.on("request", lambda r: r.url.startswith("file:") or page.troubles.append(r.url))  # type: ignore[attr-defined]
    page.goto(files.html.as_uri())
    return page


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    opened = open_report(browser, hostile(), tmp_path)
    yield opened
    assert opened.troubles == []  # type: ignore[attr-defined]
    opened.context.close()


def test_hostile_text_is_shown_and_does_nothing(page: Page) -> None:
    page.evaluate(OPEN_ALL)
    assert page.evaluate("window.hacked") is None
    assert page.locator("main script, main img, main b[onclick], main i, main svg[onload]").count() == 0
    assert "<script>window.hacked=1</script>" in page.inner_text("main")
    assert "{{ 7*7 }}" in page.inner_text("main")
    assert page.locator("a[href^='javascript']").count() == 0


def test_every_sentence_and_row_opens_to_words_that_stand_in_a_document(page: Page) -> None:
    page.evaluate(OPEN_ALL)
    documents = "\n".join(page.locator(".document .text").all_text_contents())
    sentences = page.locator(".sentence, tr.proof")
    assert sentences.count() > 10
    for sentence in sentences.all():
        quotes = sentence.locator("details.evidence blockquote")
        assert quotes.count() >= 1
        for quote in quotes.all():
            words = "".join(quote.locator("mark").all_text_contents())
            assert words
            assert words in documents


def test_the_keyboard_reaches_and_opens_the_disclosures(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "SUMMARY":
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.open")


def test_a_link_to_a_claim_opens_its_document(page: Page) -> None:
    page.evaluate("document.querySelector('#brief details.evidence').open = true")
    page.locator("#brief a.jump").first.click()
    assert page.evaluate("document.querySelector(location.hash).closest('details').open")


def test_headings_come_in_order_and_names_are_there_for_a_screen_reader(page: Page) -> None:
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert page.get_attribute("html", "lang") == "en"
    for svg in page.locator("svg.map").all():
        assert svg.get_attribute("role") == "img"
        assert svg.locator("title").count() >= 1
        assert svg.locator("desc").count() == 1
    assert page.locator("table thead th:not([scope=col])").count() == 0
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))


def test_the_day_slider_rewinds_the_map(page: Page) -> None:
    dot = page.locator("svg.wide circle.named", has=page.locator("title", has_text="Izium")).first
    last = dot.get_attribute("class")
    for _ in range(3):
        page.click("#day-before")
    assert page.inner_text("#day-name") == "8 September 2022"
    assert dot.get_attribute("class") != last
    assert page.locator("svg.wide .mark.future").count() > 0
    page.press("#day", "End")
    assert dot.get_attribute("class") == last


def test_without_script_the_last_day_shows_and_nothing_is_dead(browser: Browser, tmp_path: Path) -> None:
    page = open_report(browser, kharkiv(), tmp_path, java_script_enabled=False)
    assert page.locator("svg.wide circle.named[class*=' s']").count() >= 1
    assert page.locator("[data-needs-script]:visible").count() == 0


@pytest.mark.parametrize("scene", [kharkiv, hostile, large, Scene])
def test_a_phone_needs_no_sideways_scrolling(browser: Browser, tmp_path: Path, scene) -> None:  # type: ignore[no-untyped-def]
    page = open_report(browser, scene(), tmp_path, viewport={"width": 360, "height": 740})
    page.evaluate(OPEN_ALL)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.troubles == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_contrast_enough(browser: Browser, tmp_path: Path, scheme: str) -> None:
    page = open_report(browser, kharkiv(), tmp_path, color_scheme=scheme)
    page.evaluate(OPEN_ALL)
    ratio, element = page.evaluate(CONTRAST)
    assert ratio >= 4.5, element


def test_the_toggle_turns_the_page_dark_and_back(page: Page) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.click("#theme")
    dark = page.evaluate(ground)
    page.click("#theme")
    assert dark != light == page.evaluate(ground)


def test_on_paper_the_disclosures_stand_open(page: Page) -> None:
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#brief blockquote").first.is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert not page.locator("#brief blockquote").first.is_visible()


def test_an_empty_report_is_honest(browser: Browser, tmp_path: Path) -> None:
    page = open_report(browser, Scene(), tmp_path)
    assert "No document was read" in page.inner_text("main")
    assert page.troubles == []  # type: ignore[attr-defined]
