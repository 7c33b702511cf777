"""Starts :mod:`child` in processes of its own."""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from . import child

MODULE = child.__name__
ROOT = Path(child.__file__).parents[MODULE.count(".")]


def run_each(task: str, folder: Path, numbers: Iterable[int]) -> list[str]:
    """Run a task of :mod:`child` for each number on ``folder/<number>.fogline`` and give the lines it prints."""
    command = [sys.executable, "-m", MODULE, task, str(folder), *map(str, numbers)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()


@contextmanager
def held(path: Path) -> Iterator[int]:
    """Have another process hold the ledger open inside the block; gives its process id."""
    command = [sys.executable, "-m", MODULE, "hold", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        yield holder.pid
        holder.communicate("")
