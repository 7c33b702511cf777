"""JSON: one document a line, or one or several documents in a file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator

from fogline.read.encoding import NotTextError, decode_text, normalise_text
from fogline.read.imprint import Draft, Drop, imprint_of
from fogline.read.lines import Line, in_megabytes

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_json_lines(lines: Iterable[Line], origin: str, drop: Drop) -> Iterator[Draft]:
    """Give a draft for each line that is a JSON object with a text; ``drop`` gets the others as ``origin#line``."""
    for line in lines:
        place = f"{origin}#{line.number}"
        if line.raw is None:
            drop(place, f"too large: a line of {in_megabytes(line.size)}")
        elif line.raw.startswith(_UTF16_MARKS):
            drop(origin, "in UTF-16: save it as UTF-8")
            return
        elif line.raw.strip():
            yield from _read_line(line.raw.rstrip(b"\r\n"), place, drop)


def read_json(content: object, sha256: str, origin: str, drop: Drop) -> Iterator[Draft]:
    """Give the drafts in a file whose JSON is one object, or a list of objects, told apart as ``origin#number``."""
    if not isinstance(content, list):
        yield from _draft_of(content, sha256, origin, drop)
        return
    for number, record in enumerate(content, start=1):
        yield from _draft_of(record, sha256, f"{origin}#{number}", drop)


def parse_json(text: str) -> object:
    """Give the value that a JSON text holds; raises ValueError, its message short enough for a reason."""
    try:
        # Not strict: raw tabs and line ends inside strings are common in hand-made files.
        return json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}") from error
    except RecursionError as error:
        raise ValueError("not JSON that can be read: nested too deeply") from error


def _read_line(raw: bytes, place: str, drop: Drop) -> Iterator[Draft]:
    try:
        record = parse_json(decode_text(raw))
    except (NotTextError, ValueError) as error:
        drop(place, str(error))
    else:
        yield from _draft_of(record, hashlib.sha256(raw).hexdigest(), place, drop)


def _draft_of(record: object, sha256: str, place: str, drop: Drop) -> Iterator[Draft]:
    """Give the draft of one record, or none."""
    if not isinstance(record, dict):
        drop(place, f"not a JSON object but a {type(record).__name__}")
        return
    text = record.get("text")
    if not isinstance(text, str):
        drop(place, "no text: the field 'text' is missing" if text is None else "no text: 'text' is not a string")
        return
    yield Draft(normalise_text(text), imprint_of(record), sha256, place)
