"""Encodings: what is recognised, what is cleaned, what is no text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.read.encoding import NotTextError, decode_text, normalise_text

RUSSIAN = "Украинские войска вошли в город, сообщает военкор Поддубный. Бои идут у реки."
UKRAINIAN = "Збройні сили України звільнили селище, їхні підрозділи просуваються."
FRENCH = "Les forces ont repris la ville située à l'est, a déclaré l'armée, qui a été renforcée."
GERMAN = "Die Truppen haben die Stadt überraschend erreicht, erklärte der Präsident."
ARABIC = "قوات الدعم السريع تسيطر على المدينة بعد اشتباكات عنيفة"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (UKRAINIAN, "cp1251"),
        (UKRAINIAN, "koi8-u"),
        (FRENCH, "latin-1"),
        (GERMAN, "cp1252"),
        (ARABIC, "cp1256"),
    ],
)
@pytest.mark.parametrize("prefix", ["", "ASCII line\n" * 10_000])
def test_old_encodings_are_recognised_by_their_letters(text: str, encoding: str, prefix: str) -> None:
    assert decode_text((prefix + text).encode(encoding)) == prefix + text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_says_the_encoding_and_goes(mark: bytes, encoding: str) -> None:
    assert decode_text(mark + RUSSIAN.encode(encoding)) == RUSSIAN


def test_a_declared_encoding_goes_before_a_guess_and_nonsense_is_overlooked() -> None:
    assert decode_text("žluťoučký kůň".encode("cp1250"), "windows-1250") == "žluťoučký kůň"
    for declared in ("no-such-charset", "hex", "base64"):
        assert decode_text(RUSSIAN.encode("cp1251"), declared) == RUSSIAN


def test_utf8_with_broken_bytes_stays_utf8() -> None:
    raw = RUSSIAN.encode()
    assert decode_text(raw + b"\xff" + raw) == RUSSIAN + "\ufffd" + RUSSIAN
    assert decode_text(raw[:21]).startswith("Украинские")


@pytest.mark.parametrize("raw", [b"\x00\x01\x02\x03" * 10, codecs.BOM_UTF16_LE + b"\x00\xd8" * 50, bytes(9)])
def test_control_characters_and_broken_codes_are_no_text(raw: bytes) -> None:
    with pytest.raises(NotTextError, match="not text"):
        decode_text(raw)


def test_line_ends_become_one_kind_and_the_rest_stays_as_printed() -> None:
    printed = "e\u0301 ﬁ  \t‘x’\u00a0\u200b \r\nnext\rlast\u2028end  \n\n"
    assert normalise_text(printed) == "e\u0301 ﬁ  \t‘x’\u00a0\u200b \nnext\nlast\nend  \n\n"


def test_nulls_and_control_characters_go() -> None:
    assert decode_text(b"Troops\x00 left\x07 the town.\x1b\n") == "Troops left the town.\n"


@given(st.text(st.characters()))
def test_cleaning_twice_changes_nothing_and_the_result_can_be_stored(text: str) -> None:
    once = normalise_text(text)
    assert normalise_text(once) == once
    assert once.encode().decode() == once
    assert "\r" not in once
    assert "\0" not in once
