"""From paths to documents: names, ids, publishers, flaws, duplicates, limits, and laws that hold for any text."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fogline.errors import InputError
from fogline.model import Document, Reject
from fogline.read import ReadOptions, read_documents
from fogline.read.encoding import normalise_text

NOW = datetime(2022, 9, 12, 12, tzinfo=UTC)
OPTIONS = ReadOptions(now=NOW)
ENGLISH = "Ukrainian forces retook the town of Balakliia on Tuesday, officials said."

Read = tuple[list[Document], list[Reject]]


def read(*paths: Path | str, options: ReadOptions = OPTIONS) -> Read:
    rejects: list[Reject] = []
    documents = list(read_documents([str(path) for path in paths], options, rejects.append))
    return documents, rejects


def read_one(*paths: Path | str, options: ReadOptions = OPTIONS) -> Document:
    (document,), rejects = read(*paths, options=options)
    assert rejects == []
    return document


def reasons(found: Read) -> list[str]:
    return [reject.reason for reject in found[1]]


Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    monkeypatch.chdir(tmp_path)

    def write_file(name: str, content: str | bytes) -> Path:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write_file


def test_a_text_file_becomes_a_document_named_after_its_path(write: Write) -> None:
    document = read_one(write("news/a.txt", ENGLISH))
    assert document.text == ENGLISH
    assert document.name == document.origin == "news/a.txt"
    assert document.sha256 == hashlib.sha256(ENGLISH.encode()).hexdigest()
    assert document.first_seen == NOW
    assert document.language == "en"
    assert (document.title, document.publisher, document.url, document.published_at) == (None, None, None, None)


def test_options_fill_what_the_document_does_not_say(write: Write) -> None:
    options = ReadOptions(now=NOW, publisher="Desk", published=date(2022, 9, 6), language="uk")
    document = read_one(write("a.txt", ENGLISH), options=options)
    assert (document.publisher, document.language) == ("Desk", "uk")
    assert document.published_at == datetime(2022, 9, 6, 23, 59, 59, tzinfo=UTC)
    assert document.published_day == date(2022, 9, 6)


def test_what_the_document_says_goes_before_options_but_for_the_language(write: Write) -> None:
    head = "---\npublisher: Own\npublished: 2022-09-05T08:00:00+03:00\nlanguage: ru\nid: story-1\n---\n"
    options = ReadOptions(now=NOW, publisher="Desk", published=date(2022, 9, 6), language="en")
    document = read_one(write("a.txt", head + ENGLISH), options=options)
    assert (document.publisher, document.language, document.name) == ("Own", "en", "story-1")
    assert document.published_at == datetime(2022, 9, 5, 5, tzinfo=UTC)


def test_a_wrong_date_keeps_the_document_and_says_so(write: Write) -> None:
    options = ReadOptions(now=NOW, published=date(2022, 9, 6))
    found = read(write("a.txt", f"---\ndate: 13 Smarch 2022\n---\n{ENGLISH}"), options=options)
    assert found[0][0].published_at is None
    assert found[0][0].text == ENGLISH
    (reason,) = reasons(found)
    assert reason.startswith("published not understood: '13 Smarch 2022'")
    assert reason.endswith("; the document is kept")
    assert found[1][0].item == "a.txt"


def test_a_future_date_keeps_the_document_and_says_so(write: Write) -> None:
    found = read(write("a.txt", f"---\npublished: 2022-09-14\n---\n{ENGLISH}"))
    assert found[0][0].published_at is None
    assert reasons(found) == ["published in the future: '2022-09-14'; the document is kept"]


def test_wrong_url_and_language_keep_the_document_and_say_so(write: Write) -> None:
    found = read(write("a.txt", f"---\nurl: javascript:alert(1)\nlanguage: Ukrainian\n---\n{ENGLISH}"))
    assert (found[0][0].url, found[0][0].language) == (None, "en")
    assert [reason.split(":")[0] for reason in reasons(found)] == ["url not understood", "language not understood"]


def test_shared_links_to_one_story_are_one_story(write: Write) -> None:
    head = "---\npublisher: A\nurl: {}\n---\n{}"
    write("a.txt", head.format("https://Example.com/x?utm_source=t#top", ENGLISH))
    write("b.txt", head.format("https://example.com/x", f"{ENGLISH} Updated."))
    (first, second), _ = read("a.txt", "b.txt")
    assert first.story_id == second.story_id
    assert first.id != second.id


def test_one_version_of_one_story_comes_once(write: Write) -> None:
    line = json.dumps({"id": "1", "text": ENGLISH})
    found = read(write("a.jsonl", f"{line}\n{line}\n"))
    assert len(found[0]) == 1
    assert (found[1][0].item, found[1][0].reason) == ("a.jsonl#2", "duplicate of a.jsonl#1")


def test_equal_words_under_two_names_are_two_documents(write: Write) -> None:
    assert len(read(write("a.txt", ENGLISH), write("b.txt", ENGLISH))[0]) == 2


@pytest.mark.parametrize("content", ["", "   \t\n", "\n" * 10_000, "\ufeff", "\r\n\r\n"])
def test_a_file_without_words_is_empty(write: Write, content: str) -> None:
    found = read(write("a.txt", content))
    assert (found[0], reasons(found)) == ([], ["empty"])


def test_empty_pages_and_records_are_empty(write: Write) -> None:
    found = read(write("a.html", " \n"), write("a.jsonl", '{"text": " "}'), write("a.md", "---\ntitle: x\n---\n"))
    assert (found[0], reasons(found)) == ([], ["empty", "empty", "empty"])


def test_bytes_that_are_no_text_are_rejected(write: Write) -> None:
    write("image.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    write("noise.txt", bytes((7 * i * i + i // 3) % 256 for i in range(4096)))
    write("paper.pdf", b"%PDF-1.7\n...")
    write("zeros.dat", bytes(1000))
    found = read(".")
    assert found[0] == []
    assert all(reason.startswith("not text") for reason in reasons(found))
    assert "it looks like a PDF file" in reasons(found)[2]


def test_a_file_over_the_limit_is_rejected_with_its_size(write: Write) -> None:
    found = read(write("a.txt", "x" * 2_000_001), options=ReadOptions(now=NOW, max_bytes=1_500_000))
    assert (found[0], reasons(found)) == ([], ["too large: 2 MB, more than the limit of 1.5 MB"])


def test_a_file_of_just_the_limit_is_read(write: Write) -> None:
    assert len(read(write("a", "x" * 1000), options=ReadOptions(now=NOW, max_bytes=1000))[0]) == 1
    assert reasons(read("a", options=ReadOptions(now=NOW, max_bytes=999))) == [
        "too large: 1,000 bytes, more than the limit of 999 bytes"
    ]


def test_pages_and_markdown_have_limits_of_their_own(write: Write) -> None:
    found = read(write("a.md", "word " * 250_000), write("a.html", "<p>" + "word " * 700_000))
    assert [reason.split(",")[0] for reason in reasons(found)] == ["too large: 1.2 MB", "too large: 3.5 MB"]


def test_pictures_written_into_a_saved_page_do_not_make_it_too_large(write: Write) -> None:
    picture = f"<img src='data:image/png;base64,{'iVBORw0KGgo' * 400_000}='>"
    assert read_one(write("a.html", f"<html><body><article>{picture}<p>{ENGLISH}</p></article></body></html>")).text


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        ('{"text": "one"}\n{"text": "two"}\n', ["one", "two"]),
        ('\n  \n{"text": "one"}', ["one"]),
        ('[{"text": "one"}, {"text": "two"}]', ["one", "two"]),
        ('{\n  "text": "one"\n}', ["one"]),
        ("[Updated] Troops left.", ["[Updated] Troops left."]),
        ("{not json}\nTroops left.", ["{not json}\nTroops left."]),
        ("# no markup is stripped here", ["# no markup is stripped here"]),
    ],
)
def test_files_of_unknown_suffix_are_recognised_by_what_they_hold(write: Write, content: str, texts: list[str]) -> None:
    found = read(write("feed.dat", content))
    assert [document.text for document in found[0]] == texts


def test_a_page_under_any_text_name_is_read_as_a_page(write: Write) -> None:
    page = f"<!DOCTYPE html><html><body><article><p>{ENGLISH}</p><script>x()</script></article></body></html>"
    assert {d.text for d in read(write("a.txt", page), write("b", page))[0]} == {ENGLISH}


def test_xml_is_refused_with_a_way_out(write: Write) -> None:
    assert "XML is not read" in reasons(read(write("feed.rss", "<?xml version='1.0'?><rss/>")))[0]


@pytest.mark.parametrize(
    "options", [ReadOptions(now=NOW, language="Klingon"), ReadOptions(now=NOW, published=date(2023, 1, 1))]
)
def test_options_without_sense_are_refused_before_anything_is_read(write: Write, options: ReadOptions) -> None:
    path = write("a.txt", ENGLISH)
    with pytest.raises(InputError):
        read_documents([str(path)], options, lambda _: None)


def test_plain_text_loads_no_library_that_only_other_formats_need(write: Write) -> None:
    path = write("a.txt", f"---\ndate: 2022-09-06\n---\n{ENGLISH}")
    program = (
        "import sys; from datetime import datetime, UTC; from fogline.read import ReadOptions, read_documents\n"
        "options = ReadOptions(now=datetime(2022, 9, 12, tzinfo=UTC))\n"
        f"assert list(read_documents([{str(path)!r}], options, print))\n"
        "print({'trafilatura', 'lxml', 'markdown_it', 'dateparser', 'charset_normalizer'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert done.stdout == "set()\n"


def read_standard_input(sent: bytes) -> list[dict[str, str]]:
    program = (
        "import json; from datetime import datetime, UTC; from fogline.read import ReadOptions, read_documents\n"
        "options = ReadOptions(now=datetime(2022, 9, 12, tzinfo=UTC), max_bytes=10_000)\n"
        "show = lambda r: print(json.dumps({'item': r.item, 'reason': r.reason}))\n"
        "for d in read_documents(['-'], options, show):\n"
        "    print(json.dumps({'name': d.name, 'origin': d.origin, 'text': d.text}))"
    )
    done = subprocess.run([sys.executable, "-c", program], input=sent, capture_output=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_standard_input_takes_text_and_json_lines_alike() -> None:
    (text,) = read_standard_input(b"Troops left the town.\n")
    assert (text["origin"], text["text"]) == ("-", "Troops left the town.\n")
    assert text["name"].startswith("stdin:")
    lines = read_standard_input(b'\n{"id": "a", "text": "one"}\n{"broken\n{"text": "two"}\n' + b"x" * 20_000)
    assert [line.get("text") or line["reason"].split(":")[0] for line in lines] == [
        "one",
        "not JSON",
        "two",
        "too large",
    ]
    assert [line.get("origin") or line["item"] for line in lines] == ["-#2", "-#3", "-#4", "-#5"]


def test_standard_input_over_the_limit_is_rejected() -> None:
    (reject,) = read_standard_input(b"word " * 5000)
    assert reject["reason"] == "too large: more than the limit of 10,000 bytes"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(text=st.text(st.characters(exclude_categories=("Cs",)), min_size=1))
def test_any_text_comes_back_as_written_but_for_the_documented_cleaning(tmp_path: Path, text: str) -> None:
    path = tmp_path / "any.txt"
    path.write_bytes(text.encode())
    first, rejects = read(path)
    assert first == read(path)[0]
    if first:
        assert first[0].text == normalise_text(text)
    else:
        assert rejects[0].reason == "empty" or rejects[0].reason.startswith("not text")


@settings(deadline=None, max_examples=25)
@given(order=st.permutations(["a.txt", "b.md", "c.jsonl", "d.html", "e"]))
def test_the_order_of_paths_changes_no_document(corpus: Path, order: list[str]) -> None:
    expected = {document.origin: document for document in read(corpus)[0]}
    found = {document.origin: document for document in read(*(corpus / name for name in order))[0]}
    assert found == expected
    assert len(found) == 6


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    contents = {
        "a.txt": ENGLISH,
        "b.md": f"# Town retaken\n\n{ENGLISH}",
        "c.jsonl": f'{{"text": "{ENGLISH}"}}\n{{"id": "x", "text": "Other words."}}',
        "d.html": f"<html><body><article><p>{ENGLISH}</p><p>Nothing more was said.</p></article></body></html>",
        "e": "Words without a suffix.",
    }
    for name, content in contents.items():
        (folder / name).write_text(content)
    return folder
