"""Runs the command line as a user does: in this process for speed, in one of its own where that matters."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from fogline.cli import app

WIDE = {"COLUMNS": "240", "NO_COLOR": "1", "TERM": "dumb"}
COMMAND = [sys.executable, "-m", "fogline.cli"]
_READS_ALL = "-dac_override,-dac_read_search"
_AS_USER = ["setpriv", f"--inh-caps={_READS_ALL}", f"--bounding-set={_READS_ALL}"] if os.geteuid() == 0 else []
"""Takes from root what lets it read files whose mode forbids it."""
EXAMPLE = Path(__file__).parents[1] / "examples" / "kharkiv-2022"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command left on the screen, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def told(self) -> str:
        """All that was told, on one line."""
        return " ".join((self.out + " " + self.err).split())


def fogline(*arguments: object, stdin: str | bytes = "") -> Outcome:
    """Run a command in this process; an error that the command line does not tell is raised."""
    result = CliRunner(env=WIDE).invoke(app, [str(a) for a in arguments], input=stdin, catch_exceptions=False)
    return Outcome(result.exit_code, result.stdout, result.stderr)


def fogline_process(
    *arguments: object,
    stdin: bytes = b"",
    seconds: float = 120,
    memory: int = resource.RLIM_INFINITY,
    file_size: int = resource.RLIM_INFINITY,
) -> Outcome:
    """Run a command in a process of its own, bound by file modes, memory and the size of a file (bytes)."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a write beyond the limit fails, as on a full disk
        resource.setrlimit(resource.RLIMIT_FSIZE, (file_size, resource.RLIM_INFINITY))
        resource.setrlimit(resource.RLIMIT_DATA, (memory, resource.RLIM_INFINITY))

    done = subprocess.run(
        [*_AS_USER, *COMMAND, *map(str, arguments)],
        input=stdin,
        capture_output=True,
        env={**os.environ, **WIDE},
        timeout=seconds,
        check=False,
        preexec_fn=limit,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


def write_report(folder: Path, name: str, text: str, published: str = "2024-03-05", publisher: str = "Desk") -> Path:
    """Write one report with its front matter and give its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    imprint = f"publisher: {publisher}\npublished: {published}\nlanguage: en"
    path.write_text(f"---\n{imprint}\n---\n{text}\n", encoding="utf-8")
    return path
