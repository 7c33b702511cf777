"""Sources: the files that the given paths lead to."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from fogline.errors import InputError
from fogline.read.imprint import Drop

STANDARD_INPUT = "-"
LEDGER_SUFFIX = ".fogline"


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read, or standard input where ``path`` is None."""

    origin: str
    """The path as given, with forward slashes."""
    path: Path | None

    def open(self) -> AbstractContextManager[BinaryIO]:
        """Open it for reading bytes; standard input is left open afterwards."""
        return nullcontext(sys.stdin.buffer) if self.path is None else self.path.open("rb")


def find_sources(paths: Sequence[str], drop: Drop) -> list[Source]:
    """Give the files that files, directories, patterns and ``-`` lead to, in the order given.

    Directories are walked in order of names, without hidden entries; what cannot be read in them is told to
    ``drop``. Raises InputError where a path does not exist or nothing at all is found.
    """
    named = [name for path in paths for name in _expand(path)]
    sources = [source for name in named for source in _sources_at(name, drop)]
    if not sources:
        where = ", ".join(paths) or "no path was given"
        raise InputError(f"Nothing to read: {where}. Give files, directories or '-' (.txt .md .html .json .jsonl).")
    return sources


def _expand(path: str) -> list[str]:
    """Give the path itself, or what it matches as a pattern."""
    if path == STANDARD_INPUT:
        return [path]
    try:
        os.stat(path)  # noqa: PTH116 (to Path an empty name is the current directory)
    except (OSError, ValueError) as error:
        if matches := sorted(glob.glob(path, recursive=True)):  # noqa: PTH207 (the pattern may be absolute)
            return matches
        why = getattr(error, "strerror", None) or str(error)
        raise InputError(f"Cannot read '{path}': {why}. Check the spelling and the directory you are in.") from error
    return [path]


def _sources_at(name: str, drop: Drop) -> Iterator[Source]:
    path = Path(name)
    if name == STANDARD_INPUT:
        yield Source(STANDARD_INPUT, None)
    elif path.is_dir():
        yield from _walk(path, drop)
    else:
        yield _source(path)


def _walk(directory: Path, drop: Drop) -> Iterator[Source]:
    def refuse(error: OSError) -> None:
        drop(_shown(Path(os.fsdecode(error.filename or directory))), reason_of(error))

    for folder, folders, files in os.walk(directory, onerror=refuse):
        if any(name.endswith(LEDGER_SUFFIX) for name in files):
            drop(_shown(Path(folder)), "a report folder of fogline, not read as reporting")
            folders[:] = []
            continue
        links = [name for name in folders if Path(folder, name).is_symlink()]
        for name in sorted(_visible(links)):
            drop(_shown(Path(folder, name)), "a link to a directory, not followed: name it as a path of its own")
        folders[:] = sorted(set(_visible(folders)) - set(links))
        for name in sorted(_visible(files)):
            yield from _regular_file(Path(folder, name), drop)


def _regular_file(path: Path, drop: Drop) -> Iterator[Source]:
    """Give the source of a regular file; pipes and devices in a directory would block the walk."""
    try:
        path.stat()
    except OSError as error:
        drop(_shown(path), reason_of(error))
        return
    if path.is_file():
        yield _source(path)
    else:
        drop(_shown(path), "not a regular file")


def reason_of(error: OSError) -> str:
    """Give the reason of a failed access in words."""
    return f"cannot be read: {error.strerror or error}"


def _visible(names: Sequence[str]) -> list[str]:
    return [name for name in names if not name.startswith(".")]


def _source(path: Path) -> Source:
    return Source(_shown(path), path)


def _shown(path: Path) -> str:
    """Give the path with forward slashes; bytes in its name that are no UTF-8 are shown as U+FFFD."""
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")
