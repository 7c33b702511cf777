"""Front matter: what is taken from it, and when it stays text."""

from __future__ import annotations

import pytest

from fogline.read.front_matter import split_front_matter
from fogline.read.imprint import Imprint


def split(text: str) -> tuple[Imprint, str, list[str]]:
    warnings: list[str] = []
    return *split_front_matter(text, warnings.append), warnings


def test_known_fields_are_taken_and_others_ignored() -> None:
    imprint, text, warnings = split(
        "---\ntitle: Town retaken\npublisher: A\ndate: 2022-09-06 18:00\nurl: https://a.b/c\nlanguage: en\n"
        "id: 0012\nnote: mine\ntags: [x, y]\n---\n\nWords.\n"
    )
    assert imprint == Imprint("0012", "Town retaken", "A", "2022-09-06 18:00", "https://a.b/c", "en")
    assert (text, warnings) == ("Words.\n", [])


def test_published_goes_before_date_and_empty_fields_are_none() -> None:
    imprint, _, _ = split("---\npublished: 2022-09-06\ndate: 2020-01-01\ntitle:\npublisher: ''\n---\nx")
    assert imprint == Imprint(published="2022-09-06")


def test_a_title_with_a_colon_is_no_trouble() -> None:
    imprint, text, warnings = split('---\ntitle: Izium: the town falls: live\npublisher: "A"\n---\nWords.')
    assert (imprint.title, imprint.publisher, text, warnings) == ("Izium: the town falls: live", "A", "Words.", [])


@pytest.mark.parametrize(
    "text",
    [
        "---\nJust a ruled line.\n---\nMore.",
        "---\nno end",
        "Text.\n---\ntitle: x\n---\n",
        "---\n- a\n- b\n---\nx",
        "---",
    ],
)
def test_ruled_lines_are_text(text: str) -> None:
    assert split(text) == (Imprint(), text, [])


def test_broken_front_matter_stays_text_and_says_where() -> None:
    text = "---\ntitle: [open\nsome prose here\n---\nWords."
    imprint, kept, warnings = split(text)
    assert (imprint, kept) == (Imprint(), text)
    assert warnings[0].startswith("front matter not understood: ")


@pytest.mark.parametrize("bomb", ["[" * 3000, "a: &a [x]\nb: &b [*a,*a]\nc: [*b,*b]", "!!python/object:os.system x"])
def test_hostile_yaml_builds_nothing(bomb: str) -> None:
    imprint, text, _ = split(f"---\n{bomb}\n---\nWords.")
    assert imprint == Imprint()
    assert text.endswith("Words.")
