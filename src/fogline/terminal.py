"""The terminal: errors in one line, what was read and left out, claims as rows or records."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer
from rich.console import Console

from fogline.errors import FoglineError

if TYPE_CHECKING:
    from fogline.model import Claim, Reject
    from fogline.run import Tally

_REJECTS_TOLD = 10

screen = Console(stderr=True, highlight=False)
"""Where everything is told that is no result."""


@contextmanager
def errors_told() -> Iterator[None]:
    """Tell errors in one line and leave with their exit code; a reader who has seen enough is none."""
    try:
        yield
    except FoglineError as error:
        screen.print(f"[red]error:[/red] {error}", soft_wrap=True)
        raise typer.Exit(error.exit_code) from error
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None
    except KeyboardInterrupt:
        screen.print("stopped; what was written is whole, and the same command goes on from there")
        raise typer.Exit(130) from None


def tell_reading(tally: Tally, rejects: Sequence[Reject]) -> None:
    """Tell how many documents were read, and the first of those that were not, with the reason."""
    screen.print(f"{tally.items_in} documents, {tally.items_out} of them new.")
    for reject in rejects[:_REJECTS_TOLD]:
        tell_reject(reject)
    if len(rejects) > _REJECTS_TOLD:
        screen.print(f"[yellow]… and {len(rejects) - _REJECTS_TOLD} more; see 'fogline status --rejects'[/yellow]")


def tell_reject(reject: Reject) -> None:
    """Tell what was left out, and why."""
    screen.print(f"[yellow]{reject.item}: {reject.reason}[/yellow]", soft_wrap=True)


def claim_row(claim: Claim) -> tuple[str, str, str, str, str]:
    """Give who says it, what, where, when, and the words, for a table."""
    who = " ← ".join([claim.speaker.name if claim.speaker else "the text itself", *claim.via])
    shades = [
        x.value
        for x in (claim.polarity, claim.certainty, claim.modality)
        if x.value not in ("affirmed", "certain", "actual")
    ]
    where = ", ".join(place.name for place in claim.places)
    when = f"{claim.time.start} – {claim.time.end}" if claim.time else ""
    return who, " ".join([claim.type.value, *shades]), where, when, claim.content_text


def print_claim(claim: Claim, document_name: str) -> None:
    """Print a claim as a line of JSON, as docs/claims.md has it."""
    from fogline.model import claim_record

    sys.stdout.write(json.dumps(claim_record(claim, document_name), ensure_ascii=False) + "\n")
