"""Sources: files, directories, patterns, and what cannot be read in them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from fogline.errors import InputError
from fogline.read.sources import find_sources

Dropped = list[tuple[str, str]]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.txt", ".hidden.txt", "sub/c.md", "sub/deep/d.txt", ".git/x.txt", "z.jsonl"):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path


def find(*paths: str) -> tuple[list[str], Dropped]:
    dropped: Dropped = []
    sources = find_sources(paths, lambda *what: dropped.append(what))
    return [source.origin for source in sources], dropped


ALL = ["news/a.txt", "news/b.txt", "news/z.jsonl", "news/sub/c.md", "news/sub/deep/d.txt"]


@pytest.mark.parametrize("path", ["news", "news/", "./news", "news//"])
def test_a_directory_is_walked_in_order_without_hidden_entries(path: str) -> None:
    assert find(path) == (ALL, [])


def test_patterns_are_expanded_when_the_shell_did_not() -> None:
    assert find("news/*.txt")[0] == ["news/a.txt", "news/b.txt"]
    assert find("news/**/*.txt")[0] == ["news/a.txt", "news/b.txt", "news/sub/deep/d.txt"]
    assert find("news/su*")[0] == ["news/sub/c.md", "news/sub/deep/d.txt"]


def test_a_name_with_brackets_is_a_file_before_it_is_a_pattern(folder: Path) -> None:
    (folder / "live[1].txt").write_text("x")
    assert find("live[1].txt")[0] == ["live[1].txt"]


def test_paths_keep_their_order_and_hidden_files_may_be_named() -> None:
    assert find("news/b.txt", "-", "news/.hidden.txt")[0] == ["news/b.txt", "-", "news/.hidden.txt"]


@pytest.mark.parametrize("path", ["absent.txt", "", "news/*.pdf", "x" * 5000, "nul\0byte", "news/a.txt/b"])
def test_a_path_that_leads_nowhere_is_an_input_error(path: str) -> None:
    with pytest.raises(InputError, match="Cannot read"):
        find("news/a.txt", path)


def test_nothing_at_all_is_an_input_error_that_helps(folder: Path) -> None:
    (folder / "empty").mkdir()
    with pytest.raises(InputError, match=r"Nothing to read: empty\. Give files"):
        find("empty")
    with pytest.raises(InputError, match="no path was given"):
        find()


def test_dangling_links_pipes_and_loops_are_told_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "news/gone.txt").symlink_to("nowhere")
    (folder / "news/round.txt").symlink_to("round.txt")
    (folder / "news/loop").symlink_to(folder / "news")
    (folder / "news/alias.txt").symlink_to(folder / "news/a.txt")
    os.mkfifo(folder / "news/pipe")
    origins, dropped = find("news")
    assert origins == ["news/a.txt", "news/alias.txt", *ALL[1:]]
    assert sorted(dropped) == [
        ("news/gone.txt", "cannot be read: No such file or directory"),
        ("news/loop", "a link to a directory, not followed: name it as a path of its own"),
        ("news/pipe", "not a regular file"),
        ("news/round.txt", "cannot be read: Too many levels of symbolic links"),
    ]


def test_a_link_to_a_directory_is_followed_when_it_is_named(folder: Path) -> None:
    (folder / "link").symlink_to(folder / "news/sub")
    assert find("link")[0] == ["link/c.md", "link/deep/d.txt"]


def test_a_directory_without_permission_is_told_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def refuse(path: str) -> Iterator[os.DirEntry[str]]:
        if Path(path).name == "sub":
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert find("news") == (ALL[:3], [("news/sub", "cannot be read: Permission denied")])


def test_names_that_are_no_utf8_are_shown_and_can_be_opened(folder: Path) -> None:
    name = os.fsdecode(b"news/\xd0\xff.txt")
    Path(name).write_text("x")
    dropped: Dropped = []
    source = find_sources([name], lambda *what: dropped.append(what))[0]
    assert source.origin == "news/\ufffd\ufffd.txt"
    with source.open() as stream:
        assert stream.read() == b"x"
