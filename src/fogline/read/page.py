"""Web pages: the article of a saved HTML page and what its metadata say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from fogline.read.encoding import normalise_text
from fogline.read.imprint import Imprint, one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DECLARED_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w.:-]{2,40})""", re.I)
_HEAD_BYTES = 4096
_PAGE = re.compile(r"\s*(<\?xml[^>]{0,200}>\s*)?(?><!--.{0,2000}?-->\s*)*<(!doctype html|html)\b", re.I | re.DOTALL)
_EMBEDDED_FILE = re.compile(r"(?<![\w-])data:[\w/+.-]{3,80};base64,[\w+/=%-]*", re.ASCII)
_LINKED_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{4,80})"')
# Trafilatura gives the day alone; these, where a page has them, give the minute, which `--as-of` lives on.
_EXACT_DATES = (
    "//meta[@property='article:published_time' or @name='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//time[@itemprop='datePublished' or @pubdate]/@datetime",
)


def looks_like_page(text: str) -> bool:
    """Tell whether a text begins as an HTML page does."""
    return _PAGE.match(text) is not None


def declared_charset(raw: bytes) -> str | None:
    """Give the encoding that a page declares in its head."""
    match = _DECLARED_CHARSET.search(raw[:_HEAD_BYTES])
    return match[1].decode("ascii") if match else None


def drop_embedded_files(markup: str) -> str:
    """Give a page without the pictures and fonts that are written into it, which can be most of a saved page."""
    return _EMBEDDED_FILE.sub("", markup)


def read_page(markup: str, now: datetime, warn: Callable[[str], None]) -> tuple[Imprint, str] | None:
    """Give the imprint and the article of a page, its paragraphs an empty line apart; None without an article.

    Navigation, comments, tables, scripts, styles and handlers are left out. ``warn`` is told where a page
    nests so deeply that its inner part was lost.
    """
    from trafilatura import bare_extraction
    from trafilatura.settings import Document as Article

    tree = _parse(markup, warn)
    if tree is None:
        return None
    exact = _exact_date(tree)
    latest = (now + timedelta(days=1)).date().isoformat()
    found = bare_extraction(
        tree,
        favor_precision=True,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params={"original_date": True, "extensive_search": False, "max_date": latest},
    )
    if not isinstance(found, Article) or found.body is None:
        return None
    text = "\n\n".join(_paragraphs(found.body))
    imprint = Imprint(
        title=one_line(found.title),
        publisher=one_line(found.sitename),
        published=exact or one_line(found.date),
        url=one_line(found.url),
    )
    return (imprint, text) if text else None


def _parse(markup: str, warn: Callable[[str], None]) -> HtmlElement | None:
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        tree = html.document_fromstring(markup.encode(), parser=parser)
    except etree.ParserError:
        return None
    if any("depth" in entry.message for entry in parser.error_log):
        warn("nested too deeply: only the outer part of the page was read")
    return tree


def _exact_date(tree: HtmlElement) -> str | None:
    for path in _EXACT_DATES:
        for value in tree.xpath(path):
            return one_line(str(value))
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        if match := _LINKED_DATE.search(str(script)):
            return one_line(match[1])
    return None


def _paragraphs(body: HtmlElement) -> Iterator[str]:
    for block in body:
        if block.tag == "list":
            lines = [f"- {words}" for item in block if (words := _words(item))]
        else:
            lines = [words] if (words := _words(block)) else []
        if lines:
            yield "\n".join(lines)


def _words(block: HtmlElement) -> str:
    for line_break in block.iter("lb"):
        line_break.tail = f"\n{line_break.tail or ''}"
    lines = normalise_text("".join(block.itertext())).split("\n")
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)
