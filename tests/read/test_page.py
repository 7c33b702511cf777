"""Web pages: article, metadata, and what must not survive."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from fogline.read.imprint import Imprint
from fogline.read.page import declared_charset, looks_like_page, read_page

NOW = datetime(2022, 9, 12, tzinfo=UTC)
FIRST = "Ukrainian forces retook the town of Balakliia on Tuesday, officials said, after two days of fighting."
SECOND = "The ministry has not commented on the loss of the town, which its troops had held since March."
HEAD = """<title>Town retaken | Example News</title><meta property="og:site_name" content="Example News">
<meta property="og:title" content="Town retaken"><link rel="canonical" href="https://example.com/a/b">"""


def page(body: str, head: str = HEAD) -> str:
    return (
        f"<!DOCTYPE html><html lang=en><head>{head}</head><body><nav><a href=/>Home</a> <a href=/w>World</a></nav>"
        f"<article><h1>Town retaken</h1>{body}</article><footer>Copyright 2019 Example</footer></body></html>"
    )


def read(markup: str) -> tuple[Imprint, str, list[str]]:
    warnings: list[str] = []
    found = read_page(markup, NOW, warnings.append)
    assert found is not None
    return *found, warnings


def test_the_article_is_taken_with_its_metadata_and_without_the_furniture() -> None:
    head = HEAD + '<meta property="article:published_time" content="2022-09-06T21:30:00+03:00">'
    imprint, text, warnings = read(page(f"<p>{FIRST}</p>\n<p>{SECOND}</p>", head))
    assert imprint == Imprint(
        title="Town retaken",
        publisher="Example News",
        published="2022-09-06T21:30:00+03:00",
        url="https://example.com/a/b",
    )
    assert text == f"Town retaken\n\n{FIRST}\n\n{SECOND}"
    assert warnings == []


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (
            '<script type="application/ld+json">{"datePublished": "2022-09-06T10:00:00Z"}</script>',
            "2022-09-06T10:00:00Z",
        ),
        ('<meta itemprop="datePublished" content="2022-09-06">', "2022-09-06"),
        ('<meta name="date" content="2022-09-06">', "2022-09-06"),
        ("", None),
    ],
)
def test_the_date_is_as_exact_as_the_page_gives_it(head: str, published: str | None) -> None:
    assert read(page(f"<p>{FIRST}</p><p>{SECOND}</p>", head))[0].published == published


def test_lists_and_line_breaks_keep_their_lines() -> None:
    body = f"<p>{FIRST}</p><ul><li>The bridge is cut</li><li>The depot <b>burns</b></li></ul><p>One<br>two {SECOND}</p>"
    text = read(page(body))[1]
    assert "\n\n- The bridge is cut\n- The depot burns\n\nOne\ntwo The ministry" in text


def test_scripts_handlers_styles_and_links_do_not_survive() -> None:
    body = (
        f"<p onclick='evil()'>{FIRST}</p><script>evil()</script><style>p {{evil}}</style><img src=x onerror=evil()>"
        f"<p><a href='javascript:evil()'>link words</a> {SECOND}</p><iframe src='data:text/html,evil'>evil</iframe>"
        "<svg onload=evil()><script>evil()</script></svg><noscript>evil</noscript><template>evil</template>"
    )
    imprint, text, _ = read(page(body))
    assert "evil" not in text
    assert "javascript" not in text
    assert "link words" in text
    assert "<" not in text
    assert "evil" not in str(imprint)


def test_written_out_markup_stays_words() -> None:
    assert "He wrote <script> there." in read(page(f"<p>{FIRST}</p><p>He wrote &lt;script&gt; there. {SECOND}</p>"))[1]


def test_a_truncated_page_gives_what_there_is() -> None:
    whole = page(f"<p>{FIRST}</p><p>{SECOND}</p>")
    assert FIRST in read(whole[: whole.index("The ministry") + 20])[1]


def test_thousands_of_nested_boxes_end_and_are_told() -> None:
    warnings: list[str] = []
    read_page(page("<div>" * 5000 + f"<p>{FIRST}</p>"), NOW, warnings.append)
    assert warnings == ["nested too deeply: only the outer part of the page was read"]


@pytest.mark.parametrize("markup", ["<html></html>", "<html><body><script>x()</script></body></html>", "<!-- -->", "<"])
def test_a_page_without_an_article_gives_none(markup: str) -> None:
    assert read_page(markup, NOW, lambda _: None) is None


@pytest.mark.parametrize(
    ("raw", "charset"),
    [
        (b'<html><head><meta charset="windows-1251">', "windows-1251"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        (b"<?xml version='1.0' encoding='iso-8859-1'?>", "iso-8859-1"),
        (b"<p>charset=utf-8</p>", None),
        (b"", None),
    ],
)
def test_the_declared_charset_is_found(raw: bytes, charset: str | None) -> None:
    assert declared_charset(raw) == charset


@pytest.mark.parametrize(
    ("text", "is_page"),
    [
        ("\n<!DOCTYPE html>\n<html>", True),
        ("<?xml version='1.0'?><html xmlns='x'>", True),
        ("<!-- saved from url -->\n<html>", True),
        ("<HTML lang=ru>", True),
        ("<p>He said <html> is old", False),
        ("The <html> tag", False),
        ("<htmlx>", False),
        ("<!---->" * 5000 + "x", False),
        (" " * 100_000, False),
    ],
)
def test_a_page_is_told_from_a_text(text: str, is_page: bool) -> None:
    assert looks_like_page(text) is is_page
