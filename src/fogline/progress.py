"""Progress on the screen: one line a step, on standard error, and only where somebody looks on."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars


class Progress:
    """A :class:`fogline.run.Watch` that draws bars; silent when ``quiet``, plain lines when not a terminal."""

    def __init__(self, *, quiet: bool) -> None:
        self._console = Console(stderr=True, quiet=quiet)
        self._bars = Bars(
            TextColumn("{task.description:<22}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=self._console,
            disable=quiet or not self._console.is_terminal,
        )
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bars.stop()

    def __call__(self, step: str, done: int, total: int | None) -> None:
        """Show how far a step has come."""
        if step not in self._tasks:
            self._tasks[step] = self._bars.add_task(step, total=total)
            if not self._console.is_terminal:
                self._console.print(f"{step} …", highlight=False)
        self._bars.update(self._tasks[step], completed=done, total=total)
