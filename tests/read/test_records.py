"""JSON and JSON lines: good lines are read, bad ones named."""

from __future__ import annotations

import hashlib
import io
import json

import pytest

from fogline.read.imprint import Draft, Imprint
from fogline.read.lines import bounded_lines
from fogline.read.records import parse_json, read_json, read_json_lines

Dropped = list[tuple[str, str]]


def read_lines(raw: bytes, limit: int = 10_000) -> tuple[list[Draft], Dropped]:
    dropped: Dropped = []
    lines = bounded_lines(io.BytesIO(raw), limit)
    return list(read_json_lines(lines, "f.jsonl", lambda *what: dropped.append(what))), dropped


def test_a_line_gives_a_draft_with_its_hash_and_place() -> None:
    line = json.dumps(
        {"id": 7, "title": "T", "publisher": "P", "published": 1662488100, "url": "u", "language": "en", "x": [1]}
        | {"text": "One\r\ntwo\u0000 \ud800"}
    )
    (draft,), dropped = read_lines(b"\xef\xbb\xbf" + line.encode() + b"\r\n")
    assert draft.text == "One\ntwo \ufffd"
    assert draft.imprint == Imprint("7", "T", "P", "1662488100", "u", "en")
    assert draft.origin == "f.jsonl#1"
    assert draft.sha256 == hashlib.sha256(b"\xef\xbb\xbf" + line.encode()).hexdigest()
    assert dropped == []


def test_bad_lines_are_named_and_the_rest_goes_on() -> None:
    lines = ['{"text": "a"}', "", "{broken", "[1]", '{"id": "x"}', '{"text": 5}', '{"text": null}', '{"text": "b"}']
    drafts, dropped = read_lines("\n".join(lines).encode())
    assert [draft.text for draft in drafts] == ["a", "b"]
    assert [place for place, _ in dropped] == [f"f.jsonl#{n}" for n in (3, 4, 5, 6, 7)]
    assert dropped[0][1].startswith("not JSON: ")
    assert [reason for _, reason in dropped[1:]] == [
        "not a JSON object but a list",
        "no text: the field 'text' is missing",
        "no text: 'text' is not a string",
        "no text: the field 'text' is missing",
    ]


def test_a_line_over_the_limit_is_skipped_with_its_size() -> None:
    raw = b'{"text": "' + b"x" * 300_000 + b'"}\n{"text": "after"}\n' + b"y" * 5000
    drafts, dropped = read_lines(raw, limit=1000)
    assert [draft.text for draft in drafts] == ["after"]
    assert dropped == [
        ("f.jsonl#1", "too large: a line of 0.3 MB"),
        ("f.jsonl#3", "too large: a line of 5,000 bytes"),
    ]


def test_a_long_line_is_never_held_whole() -> None:
    class Counted(io.BytesIO):
        largest = 0

        def readline(self, size: int | None = -1, /) -> bytes:
            chunk = super().readline(size)
            self.largest = max(self.largest, len(chunk))
            return chunk

    stream = Counted(b"x" * 2_000_000)
    (line,) = bounded_lines(stream, 1000)
    assert (line.raw, line.size) == (None, 2_000_000)
    assert stream.largest < 100_000


def test_lines_in_old_encodings_and_raw_tabs_are_read() -> None:
    text = "Украинские войска вошли в город, сообщает военкор"
    assert read_lines(f'{{"text": "{text}"}}'.encode("cp1251"))[0][0].text == text
    assert read_lines(b'{"text": "a\tb"}')[0][0].text == "a\tb"


def test_json_lines_in_utf16_are_refused_with_a_way_out() -> None:
    assert read_lines('{"text": "a"}\n{"text": "b"}'.encode("utf-16")) == (
        [],
        [("f.jsonl", "in UTF-16: save it as UTF-8")],
    )


def test_a_list_is_numbered_and_an_object_is_the_file_itself() -> None:
    item = {"text": "a"}
    assert [draft.origin for draft in read_json([item, item], "h", "f.json", print)] == ["f.json#1", "f.json#2"]
    assert [draft.origin for draft in read_json(item, "h", "f.json", print)] == ["f.json"]


@pytest.mark.parametrize("text", ["{", "", "[" * 100_000, '{"a": ' + "9" * 5000 + "}", "nonsense"])
def test_hostile_json_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_json(text)
