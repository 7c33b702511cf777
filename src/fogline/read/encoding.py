"""From bytes to text: which encoding, and what is cleaned away."""

from __future__ import annotations

import codecs
import re

from fogline.read.parameters import reading_parameters

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP, Word or OpenDocument file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a gzip archive"),
)
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_REPLACEMENT = "\ufffd"
_SAMPLE_CHARACTERS = 65_536
_MAX_CONTROL_SHARE = 0.3
_MAX_CONTROL_SHARE_GUESSED = 0.02


class NotTextError(ValueError):
    """The bytes are not text; the message says what they seem to be."""


def decode_text(raw: bytes, declared: str | None = None) -> str:
    """Give the normalised text of a file's bytes.

    Byte order mark, then UTF-8, then the ``declared`` encoding, then a guess among those of ``reading.toml``.
    UTF-8 with a few broken bytes stays UTF-8, the broken ones shown as U+FFFD. Raises NotTextError.
    """
    for signature, what in _SIGNATURES:
        if raw.startswith(signature):
            raise NotTextError(f"not text: it looks like {what}")
    text, share = _decode(raw, declared)
    sample = text[:_SAMPLE_CHARACTERS]
    if len(_CONTROLS.findall(sample)) > share * len(sample):
        raise NotTextError("not text: mostly control characters")
    return normalise_text(text)


def normalise_text(text: str) -> str:
    """Give the text as fogline keeps it: ``\\n`` for every line end, no control characters but tabs.

    A byte order mark at the beginning goes; half surrogates, which no file can hold, become U+FFFD. All else
    stays as printed: no Unicode normal form, no trimming. Doing it twice changes nothing.
    """
    text = _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))
    return _SURROGATES.sub(_REPLACEMENT, text).lstrip("\ufeff")


def _decode(raw: bytes, declared: str | None) -> tuple[str, float]:
    """Give the text and the share of control characters that it may have."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark) and (text := _decode_as(raw[len(mark) :], encoding)) is not None:
            return text, _MAX_CONTROL_SHARE
    if (text := _decode_utf8(raw)) is not None:
        return text, _MAX_CONTROL_SHARE
    if declared and (text := _decode_as(raw, declared)) is not None:
        return text, _MAX_CONTROL_SHARE_GUESSED
    if (guessed := _guess_encoding(raw)) and (text := _decode_as(raw, guessed)) is not None:
        return text, _MAX_CONTROL_SHARE_GUESSED
    raise NotTextError("not text: in no known encoding")


def _decode_utf8(raw: bytes) -> str | None:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("utf-8", "replace")
    # Other encodings hardly ever form valid UTF-8 sequences: where most are valid, the rest is damage.
    broken = text.count(_REPLACEMENT)
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    return text if broken * 10 <= beyond_ascii else None


def _decode_as(raw: bytes, encoding: str) -> str | None:
    # Pages that declare Latin-1 mean Windows-1252, as browsers know.
    encoding = "cp1252" if encoding.lower() in {"iso-8859-1", "latin-1", "latin1", "us-ascii"} else encoding
    try:
        text = raw.decode(encoding, "replace")
    except (LookupError, UnicodeError):
        return None
    return text if text.count(_REPLACEMENT) * 100 <= len(text) else None


def _guess_encoding(raw: bytes) -> str | None:
    from charset_normalizer import from_bytes

    telling = b"\n".join(line for line in raw.split(b"\n") if not line.isascii())
    best = from_bytes(telling[:_SAMPLE_CHARACTERS], cp_isolation=list(reading_parameters().guessed_encodings)).best()
    return best.encoding if best else None
