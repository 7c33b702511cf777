"""Markdown: the words of a text without their markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_LIST_ENDS = {"bullet_list_open": 1, "ordered_list_open": 1, "bullet_list_close": -1, "ordered_list_close": -1}
_SPOKEN = {"text", "text_special", "code_inline"}
_BREAKS = {"softbreak", "hardbreak"}


def strip_markdown(text: str) -> tuple[str | None, str]:
    """Give the title (a first-level heading that opens the text) and the plain text, which keeps the title too.

    Headings, emphasis, quotations and links leave their words, list items their dash or number; images, code
    blocks, tables and HTML tags go. Paragraphs stand an empty line apart.
    """
    tokens = _parser().parse(text)
    titled = bool(tokens) and tokens[0].tag == "h1"
    title = " ".join(_words(tokens[1]).split()) if titled else None
    return title or None, "".join(_blocks(tokens)).lstrip("\n")


@cache
def _parser() -> MarkdownIt:
    """Load the parser. An indented paragraph is prose here, as many reports indent their paragraphs."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("code")


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    """Give each paragraph, heading and list item with the line ends that go before it."""
    depth, bullet, tight, follows = 0, "", False, False
    for token in _outside_tables(tokens):
        if token.type in _LIST_ENDS:
            depth += _LIST_ENDS[token.type]
            follows = depth > 1  # the first item of a list stands apart from the paragraph before it
        elif token.type == "list_item_open":
            number = f"{token.info}{token.markup}" if token.info else "-"
            bullet = f"{'  ' * (depth - 1)}{number} "
        elif token.type == "list_item_close":
            bullet = ""
        elif token.type in {"paragraph_open", "heading_open"}:
            tight = token.hidden
        elif words := _words(token):
            gap = "\n" if tight and follows else "\n\n"
            yield f"{gap}{bullet}{words}"
            bullet, follows = "", depth > 0


def _outside_tables(tokens: Iterable[Token]) -> Iterator[Token]:
    in_table = False
    for token in tokens:
        in_table = token.type == "table_open" or (in_table and token.type != "table_close")
        if not in_table:
            yield token


def _words(token: Token) -> str:
    if token.type == "html_block":
        return _words_of_html(token.content)
    if token.type != "inline":
        return ""
    words = (c.content if c.type in _SPOKEN else "\n" if c.type in _BREAKS else "" for c in token.children or ())
    return "".join(words).strip()


def _words_of_html(markup: str) -> str:
    from lxml import etree, html

    try:
        tree = html.fromstring(f"<div>{markup}</div>")
    except etree.ParserError:
        return ""
    etree.strip_elements(tree, "script", "style", etree.Comment, with_tail=False)
    return str(tree.text_content()).strip()
