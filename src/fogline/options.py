"""Options: what the words of the command line and of the environment mean. All raise InputError."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from fogline.errors import InputError
from fogline.settings import Settings

if TYPE_CHECKING:
    from fogline.read import ReadOptions


def read_settings() -> Settings:
    """Give the settings of the environment; one that makes no sense is told like a wrong option."""
    try:
        return Settings()
    except ValidationError as error:
        wrong = error.errors()[0]
        name = f"FOGLINE_{'_'.join(map(str, wrong['loc']))}".upper()
        raise InputError(f"{name}={wrong['input']!r} in the environment: {wrong['msg']}") from error


def make_folder(folder: Path) -> None:
    """Make a folder and those above it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"Cannot make the folder {folder}: {error.strerror}. Give another one.") from error


def ledger_path(ledger: Path | None, out: Path | None) -> Path:
    """Give the file of the ledger: as told, as in the environment, or in the folder of the report."""
    settings = read_settings()
    if ledger or (settings.ledger and out is None):
        return ledger or settings.ledger or Path()
    return (out or settings.out) / "ledger.fogline"


def read_options(published: str | None, publisher: str | None, language: str | None) -> ReadOptions:
    """Give the options of reading; ``published`` as in ``--published``."""
    from fogline.read import ReadOptions as Options

    return Options(
        now=datetime.now(UTC),
        published=_published(published) if published else None,
        publisher=publisher,
        language=language,
        max_bytes=read_settings().max_bytes,
    )


def _published(words: str) -> date | datetime:
    try:
        return date.fromisoformat(words) if len(words) <= len("2022-09-10") else datetime.fromisoformat(words)
    except ValueError as error:
        raise InputError(
            f"--published {words!r} is not a date; write it as 2022-09-10 or 2022-09-10T18:30+03:00"
        ) from error


def read_moment(words: str) -> datetime:
    """Give the moment of ``--as-of``: a day alone means its end; without a zone it is UTC."""
    try:
        moment = datetime.fromisoformat(words)
    except ValueError as error:
        raise InputError(f"--as-of {words!r} is not a time; write it as 2022-09-09T18:00") from error
    if len(words) <= len("2022-09-09"):
        moment = datetime.combine(moment.date(), time(23, 59, 59))
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
