"""Markdown: the words stay, the markup goes."""

from __future__ import annotations

import pytest

from fogline.read.markdown import strip_markdown


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Para *with* **strong** [link](http://x) and `code`.", "Para with strong link and code."),
        ("One ![map](m.png) line <https://a.b/c>", "One  line https://a.b/c"),
        ("First line\nsecond line  \nthird", "First line\nsecond line\nthird"),
        ("## Heading ##\n\nText", "Heading\n\nText"),
        ("Intro:\n\n- one\n- two\n  1. a\n  2. b\n\nEnd", "Intro:\n\n- one\n- two\n  1. a\n  2. b\n\nEnd"),
        ("- loose\n\n- items", "- loose\n\n- items"),
        ("4. four\n5. five", "4. four\n5. five"),
        ("> He said:\n> we hold.", "He said:\nwe hold."),
        ("Before\n\n```\ncode()\n```\n\nAfter", "Before\n\nAfter"),
        ("Before\n\n| a | b |\n|---|---|\n| c | d |\n\nAfter", "Before\n\nAfter"),
        ("Words <b>bold</b> AT&amp;T 5 \\* 6 &lt;x>", "Words bold AT&T 5 * 6 <x>"),
        ("<div>\nin a box\n<script>evil()</script></div>\n\nAfter", "in a box\n\nAfter"),
        ("<script>\nevil()\n\nstill()\n</script>\n\nAfter", "After"),
        ("    An indented paragraph.\n\nNext", "An indented paragraph.\n\nNext"),
        ("a_b_c 2 * 3 * 4 snake_case", "a_b_c 2 * 3 * 4 snake_case"),
        ("- ![only](image.png)\n\nAfter", "After"),
        ("", ""),
    ],
)
def test_words_stay_and_markup_goes(markdown: str, text: str) -> None:
    assert strip_markdown(markdown)[1] == text


def test_the_opening_heading_is_the_title_and_stays_in_the_text() -> None:
    assert strip_markdown("# Town *retaken*\n\nText") == ("Town retaken", "Town retaken\n\nText")
    assert strip_markdown("Text\n\n# Later")[0] is None
    assert strip_markdown("## Second\n\nText")[0] is None
    assert strip_markdown("#\n\nText")[0] is None


def test_plain_prose_passes_unchanged() -> None:
    prose = "Troops left the town, he said.\n\n“We hold,” said another — nothing more.\n\nУ Харкові 5 поранених."
    assert strip_markdown(prose) == (None, prose)


@pytest.mark.parametrize("hostile", ["[" * 5000, ">" * 5000 + " x", "*a " * 5000, "`a" * 5000, "- " * 2000 + "x"])
def test_hostile_nesting_ends(hostile: str) -> None:
    strip_markdown(hostile)
