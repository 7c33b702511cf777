"""Files as they come: what cannot be used is told and kept as a reject, the rest goes its way."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from fogline.model import Claim, Document, Reject
from fogline.store import Ledger
from tests.terminal import Outcome, fogline, fogline_process, write_report

GOOD = "Ukrainian forces captured Balakliia on Tuesday, the General Staff said."
LEAVES = b"Russian troops withdrew from Izium, the ministry said."


class Ran:
    """A whole run over a folder with one good report and what a test put beside it."""

    def __init__(self, outcome: Outcome, out: Path) -> None:
        self.outcome = outcome
        self.report = (out / "report.html").read_text(encoding="utf-8")
        with Ledger.open(out / "ledger.fogline", read_only=True) as book:
            self.documents: dict[str, Document] = {Path(d.name).name: d for d in book.documents()}
            self.claims: list[Claim] = list(book.claims())
            self.rejects: list[Reject] = list(book.rejects())

    def reasons(self, name: str) -> list[str]:
        """Give why something was left out, or with which flaw it was kept."""
        return [reject.reason for reject in self.rejects if Path(reject.item).name == name]

    def claims_of(self, name: str) -> list[Claim]:
        """Give the claims of one document."""
        return [claim for claim in self.claims if claim.document_id == self.documents[name].id]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good report."""
    write_report(tmp_path / "in", "good.txt", GOOD)
    return tmp_path / "in"


def run(folder: Path) -> Ran:
    """Go the whole way; whatever stands beside the good report must not keep it from being read."""
    out = folder.parent / "out"
    ran = Ran(fogline("run", folder, "--out", out), out)
    assert ran.outcome.code == 0, ran.outcome.told
    assert len(ran.claims_of("good.txt")) == 1
    return ran


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b"\n" * 10_000, "empty"),
        ("binary.txt", bytes(range(256)) * 100, "not text"),
        ("photo.jpg", b"\xff\xd8\xff\xe0" + bytes(range(256)) * 10, "image"),
        ("no-bom.txt", LEAVES.decode().encode("utf-16-le"), "control characters"),
        ("cut.json", b'{"id": "a", "text": "Russian', "not JSON"),
    ],
)
def test_a_file_that_is_no_text_is_left_out_with_its_reason(
    folder: Path, name: str, content: bytes, reason: str
) -> None:
    (folder / name).write_bytes(content)
    ran = run(folder)
    assert name not in ran.documents
    assert [reason in told for told in ran.reasons(name)] == [True]
    assert name in ran.outcome.told


def test_bad_lines_cost_only_themselves(folder: Path) -> None:
    lines = ['{"id": "first", "text": "Russian troops left Lyman."}', "no json", "[1]", '{"id": "b"}', '{"text": 5}']
    lines.append('{"id": "last", "text": "Russian troops left Izium."}')
    (folder / "posts.jsonl").write_text("\n".join(lines), encoding="utf-8")
    ran = run(folder)
    assert {"first", "last"} <= ran.documents.keys()
    assert [len(ran.reasons(f"posts.jsonl#{n}")) for n in range(1, 7)] == [0, 1, 1, 1, 1, 0]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-16", "utf-8-sig"])
def test_an_old_encoding_is_recognised(folder: Path, encoding: str) -> None:
    words = "Российские войска покинули Изюм, сообщило министерство обороны в субботу вечером."
    (folder / "old.txt").write_bytes(words.encode(encoding))
    assert run(folder).documents["old.txt"].text == words


def test_a_page_that_lies_about_its_encoding_is_still_read(folder: Path) -> None:
    words = "Russian troops withdrew from the town of Izium – “we left”, the ministry said. Depots were destroyed."
    page = f'<html><head><meta charset="utf-8"></head><body><article><p>{words}</p></article></body></html>'
    (folder / "lying.html").write_bytes(page.encode("cp1252"))
    assert "the town of Izium – “we left”" in run(folder).documents["lying.html"].text


def test_control_characters_do_not_reach_the_report(folder: Path) -> None:
    (folder / "nul.txt").write_bytes(LEAVES.replace(b"Izium", b"Iz\x00ium \x1b[31m"))
    ran = run(folder)
    assert not {"\x00", "\x1b"} & set(ran.report)


@pytest.mark.parametrize(
    ("published", "flaw"), [("2999-01-01", "future"), ("soon", "not understood"), ("2022-02-31", "not understood")]
)
def test_a_date_that_makes_no_sense_is_none_and_told(folder: Path, published: str, flaw: str) -> None:
    write_report(folder, "odd.txt", LEAVES.decode(), published=published)
    ran = run(folder)
    assert ran.documents["odd.txt"].published_at is None
    assert [flaw in told and "kept" in told for told in ran.reasons("odd.txt")] == [True]
    assert len(ran.claims_of("odd.txt")) == 1


def test_without_a_date_a_weekday_stays_unresolved(folder: Path) -> None:
    (folder / "undated.txt").write_bytes(LEAVES.replace(b"withdrew", b"on Friday withdrew"))
    (claim,) = run(folder).claims_of("undated.txt")
    assert claim.time is None


def test_a_language_that_is_not_known_makes_no_claims_and_no_trouble(folder: Path) -> None:
    words = "Ila flani bomon kaj la trupoj restis tie ĝis vespero, diris la urbestro al la ĵurnalistoj."
    (folder / "other.txt").write_text(words, encoding="utf-8")
    ran = run(folder)
    assert ran.documents["other.txt"].text == words
    assert ran.claims_of("other.txt") == []


def test_a_text_in_a_language_without_a_lexicon_is_told(folder: Path) -> None:
    words = "Российские войска покинули Изюм, сообщило министерство обороны в субботу вечером."
    (folder / "russian.txt").write_text(words, encoding="utf-8")
    ran = run(folder)
    assert ran.claims_of("russian.txt") == []
    assert any("ru" in reason for reason in ran.reasons("russian.txt")), ran.rejects


def test_the_same_file_given_twice_is_read_once(folder: Path) -> None:
    outcome = fogline("read", folder, folder / "good.txt", "--ledger", folder.parent / "war.fogline")
    assert outcome.code == 0
    assert "duplicate of" in outcome.told
    with Ledger.open(folder.parent / "war.fogline", read_only=True) as book:
        assert book.counts()["documents"] == 1


def test_the_same_words_under_two_names_are_one_origin(folder: Path) -> None:
    write_report(folder, "copy.txt", GOOD)
    run(folder)
    with Ledger.open(folder.parent / "out" / "ledger.fogline", read_only=True) as book:
        (event,) = book.events()
    assert len(event.documents) == 2
    assert event.independent_origins <= 1


def test_links_that_lead_nowhere_and_pipes_do_not_stop_it(folder: Path) -> None:
    (folder / "loop").symlink_to("loop")
    (folder / "gone.txt").symlink_to("nowhere")
    os.mkfifo(folder / "pipe.txt")
    ran = run(folder)
    assert all(ran.reasons(name) for name in ("loop", "gone.txt", "pipe.txt"))


def test_a_directory_that_may_not_be_read_is_told(folder: Path) -> None:
    (folder / "shut").mkdir(mode=0)
    out = folder.parent / "out"
    ran = Ran(fogline_process("run", folder, "--out", out), out)
    assert ran.outcome.code == 0, ran.outcome.told
    assert len(ran.claims_of("good.txt")) == 1
    assert "Permission denied" in " ".join(ran.reasons("shut"))


def test_a_name_that_is_no_text_is_no_trouble(folder: Path) -> None:
    write_report(folder, "a.txt", LEAVES.decode()).rename(folder / os.fsdecode(b"\xff\xfe.txt"))
    assert len(run(folder).claims) == 2


@pytest.mark.parametrize("content", [b"x" * 50_000_000, b"Russian troops left Izium. " * 1_850_000])
def test_a_line_of_50_mb_is_refused_quickly(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "line.txt"
    path.write_bytes(content)
    outcome = fogline_process("run", path, "--out", tmp_path / "out", seconds=60)
    assert outcome.code == 5
    assert "too large: 50 MB" in outcome.told


@pytest.mark.skipif(sys.platform != "linux", reason="limits memory as Linux does")
def test_a_line_of_4_mb_is_read_in_bounded_memory(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_bytes(b"the market was open and bread was cheap that day " * 85_000)
    outcome = fogline_process("run", path, "--out", tmp_path / "out", seconds=120, memory=3_000_000_000)
    assert outcome.code == 0, outcome.told


def test_nothing_at_all_is_told(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    outcome = fogline("run", tmp_path / "none", "--out", tmp_path / "out")
    assert outcome.code == 2
    assert "Nothing to read" in outcome.told
