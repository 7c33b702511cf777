"""The command line: one command a step, and ``fogline run`` for the whole way.

Exit codes: 0 done; 1 something else failed; 2 the input or an option is wrong; 3 the ledger cannot be used;
4 the ledger was tampered with; 5 nothing of the input could be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from fogline import __version__
from fogline.options import ledger_path, make_folder, read_moment, read_options, read_settings
from fogline.progress import Progress
from fogline.terminal import claim_row, errors_told, print_claim, screen, tell_reading, tell_reject

if TYPE_CHECKING:
    from fogline.pipeline import Way
    from fogline.places import Gazetteer
    from fogline.read import ReadOptions

app = typer.Typer(
    name="fogline",
    help="Reads war reporting, takes out every claim, counts independent origins, weighs them, "
    "and says who holds what on which day.",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
places_app = typer.Typer(help="The gazetteer: build it, look a name up, add places.", no_args_is_help=True)
app.add_typer(places_app, name="places")


class Format(StrEnum):
    """How ``extract`` prints claims."""

    TABLE = "table"
    JSONL = "jsonl"


Paths = Annotated[
    list[str],
    typer.Argument(help="Files, folders, patterns, or - for standard input.", show_default=False),
]
LedgerOption = Annotated[
    Path | None, typer.Option("--ledger", help="The ledger file [default: ledger.fogline in the report folder].")
]
PublishedOption = Annotated[
    str | None, typer.Option("--published", help="Date of publication for documents that carry none (2022-09-10).")
]
PublisherOption = Annotated[str | None, typer.Option("--publisher", help="Publisher for documents that name none.")]
LanguageOption = Annotated[str | None, typer.Option("--language", help="Language of the documents (en), not guessed.")]
AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", help="Show only what had been published by then (2022-09-09T18:00, UTC unless it says)."),
]
AreaOption = Annotated[str | None, typer.Option("--area", help="A place by name, or south,west,north,east in degrees.")]
OutOption = Annotated[Path | None, typer.Option("--out", help="Folder for the report [default: fogline-report].")]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, only the result.")]


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"fogline {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", is_eager=True, callback=_show_version)
    ] = False,
) -> None: ...


@app.command()
def run(
    paths: Paths,
    ledger: LedgerOption = None,
    published: PublishedOption = None,
    publisher: PublisherOption = None,
    language: LanguageOption = None,
    as_of: AsOfOption = None,
    area: AreaOption = None,
    out: OutOption = None,
    quiet: QuietOption = False,
) -> None:
    """Go the whole way: read, extract, link, weigh, infer, and write the report.

    Example: `fogline run reports/ --published 2022-09-10 --out picture`
    """
    with _way(ledger, out, as_of, area, quiet) as (way, gazetteer, folder):
        read = way.read(paths, read_options(published, publisher, language))
        tell_reading(*read)
        way.extract(gazetteer())
        way.link()
        way.weigh()
        way.infer(gazetteer())
        files = way.brief(gazetteer(), folder)
    typer.echo(f"Report: {files.html}")


@app.command()
def read(
    paths: Paths,
    ledger: LedgerOption = None,
    published: PublishedOption = None,
    publisher: PublisherOption = None,
    language: LanguageOption = None,
    quiet: QuietOption = False,
) -> None:
    """Read files into the ledger; what is there already is not written again.

    Example: `fogline read posts.jsonl --ledger war.fogline`
    """
    with _way(ledger, None, None, None, quiet) as (way, _, _folder):
        tell_reading(*way.read(paths, read_options(published, publisher, language)))


@app.command()
def extract(
    paths: Annotated[list[str] | None, typer.Argument(help="Files to extract from without a ledger.")] = None,
    ledger: LedgerOption = None,
    format_: Annotated[Format, typer.Option("--format", help="How claims are printed.")] = Format.TABLE,
    published: PublishedOption = None,
    publisher: PublisherOption = None,
    language: LanguageOption = None,
    quiet: QuietOption = False,
) -> None:
    """Take the claims out of documents: of the ledger, or straight from files without one.

    Examples: `fogline extract --ledger war.fogline`, `fogline extract article.txt --format jsonl`
    """
    if paths and ledger is None:
        _extract_files(paths, format_, lambda: read_options(published, publisher, language))
        return
    with _way(ledger, None, None, None, quiet) as (way, gazetteer, _):
        if paths:
            tell_reading(*way.read(paths, read_options(published, publisher, language)))
        tally = way.extract(gazetteer())
        if format_ is Format.JSONL:
            documents = {d.id: d for d in way.ledger.documents()}
            for claim in way.ledger.claims():
                print_claim(claim, documents[claim.document_id].name)
        else:
            typer.echo(f"{tally.items_in} documents done, {tally.items_out} claims.")


@app.command()
def link(ledger: LedgerOption = None, quiet: QuietOption = False) -> None:
    """Judge which claims of the ledger speak of one event.

    Example: `fogline link --ledger war.fogline`
    """
    with _way(ledger, None, None, None, quiet) as (way, _, _folder):
        tally = way.link()
    typer.echo(f"{tally.items_out} new links.")


@app.command()
def weigh(ledger: LedgerOption = None, as_of: AsOfOption = None, quiet: QuietOption = False) -> None:
    """Count independent origins and weigh each event of the ledger.

    Example: `fogline weigh --ledger war.fogline --as-of 2022-09-09T18:00`
    """
    with _way(ledger, None, as_of, None, quiet) as (way, _, _folder):
        tally = way.weigh()
    typer.echo(f"{tally.items_out} events.")


@app.command()
def infer(
    ledger: LedgerOption = None, as_of: AsOfOption = None, area: AreaOption = None, quiet: QuietOption = False
) -> None:
    """Infer who held each place on each day.

    Example: `fogline infer --ledger war.fogline --area "Kharkiv Oblast"`
    """
    with _way(ledger, None, as_of, area, quiet) as (way, gazetteer, _):
        tally = way.infer(gazetteer())
    typer.echo(f"{tally.items_out} place-days.")


@app.command()
def brief(
    ledger: LedgerOption = None,
    as_of: AsOfOption = None,
    area: AreaOption = None,
    out: OutOption = None,
    quiet: QuietOption = False,
) -> None:
    """Write the situation report from what the ledger holds.

    Example: `fogline brief --ledger war.fogline --out picture`
    """
    with _way(ledger, out, as_of, area, quiet) as (way, gazetteer, folder):
        if as_of:  # a view of a moment is made when it is asked for
            way.weigh()
            way.infer(gazetteer())
        files = way.brief(gazetteer(), folder)
    typer.echo(f"Report: {files.html}")


@app.command()
def verify(ledger: LedgerOption = None) -> None:
    """Prove that nothing in the ledger was changed since it was written (exit code 4 when something was).

    Example: `fogline verify --ledger war.fogline`
    """
    from fogline.store import Ledger

    with errors_told(), Ledger.open(ledger_path(ledger, None), read_only=True) as book:
        report = book.verify()
    for problem in report.problems:
        screen.print(f"[red]{problem}[/red]")
    typer.echo(
        f"{report.batches} batches, {report.rows} rows: {'unchanged' if report.ok else 'CHANGED'}. Head {report.head}."
    )
    if not report.ok:
        raise typer.Exit(4)


@app.command()
def status(
    ledger: LedgerOption = None, rejects: Annotated[bool, typer.Option(help="List what was left out.")] = False
) -> None:
    """Say what the ledger holds, which runs made it, and what was left out.

    Example: `fogline status --ledger war.fogline --rejects`
    """
    from fogline.store import Ledger

    with errors_told(), Ledger.open(ledger_path(ledger, None), read_only=True) as book:
        table = Table("what", "how many")
        for name, count in book.counts().items():
            table.add_row(name, str(count))
        Console().print(table)
        runs = Table("run of", "started (UTC)", "in", "out", "rejected", "result")
        for done in book.runs():
            counts = (str(done.items_in), str(done.items_out), str(done.rejected))
            runs.add_row(done.step, f"{done.started_at:%Y-%m-%d %H:%M:%S}", *counts, done.result)
        Console().print(runs)
        if rejects:
            for reject in book.rejects():
                typer.echo(f"{reject.step}\t{reject.item}\t{reject.reason}")


@places_app.command("build")
def places_build() -> None:
    """Build the place index now instead of on first use.

    Example: `fogline places build`
    """
    from fogline.places import Gazetteer

    with errors_told(), Progress(quiet=False) as watch:
        gazetteer = Gazetteer.open(progress=lambda _, share: watch("places", int(100 * share), 100))
    typer.echo(f"{len(gazetteer):,} places, version {gazetteer.version}.")


@places_app.command("find")
def places_find(name: Annotated[str, typer.Argument(help="A name in any spelling.")]) -> None:
    """Look a name up.

    Example: `fogline places find Izium`
    """
    from fogline.places import Gazetteer

    with errors_told():
        found = Gazetteer.open().find(name)
    table = Table("id", "name", "kind", "country", "region", "people", "lat", "lon")
    for p in found[:20]:
        table.add_row(
            str(p.id),
            p.name,
            p.kind.value,
            p.country or "",
            p.region or "",
            f"{p.population:,}",
            f"{p.lat:.4f}",
            f"{p.lon:.4f}",
        )
    Console().print(table if found else f"No place is called {name!r}. Add it with 'fogline places add FILE'.")


@places_app.command("add")
def places_add(
    file: Annotated[Path, typer.Argument(help="A GeoNames dump (.txt, .zip) or a CSV with name,lat,lon,…")],
) -> None:
    """Add places from a file; adding it twice changes nothing.

    Example: `fogline places add villages.csv`
    """
    from fogline.places import add_places
    from fogline.places.folders import cache_folder

    with errors_told():
        result = add_places(file, cache_folder(None))
    for row in result.rejected:
        screen.print(f"[yellow]line {row.line}: {row.reason}[/yellow]")
    typer.echo("This file was added before." if result.already_known else f"{result.added} places added.")


def main() -> None:
    """Run the command line; this is the ``fogline`` program."""
    app()


@contextmanager
def _way(
    ledger: Path | None, out: Path | None, as_of: str | None, area: str | None, quiet: bool
) -> Iterator[tuple[Way, Callable[[], Gazetteer], Path]]:
    """Open what a command needs and tell errors in one line."""
    from fogline.infer import parse_area
    from fogline.pipeline import Way as Opened
    from fogline.places import Gazetteer as Places
    from fogline.store import Ledger

    opened: list[Places] = []

    def gazetteer() -> Places:
        if not opened:
            opened.append(Places.open(progress=lambda _, share: watch("places", int(100 * share), 100)))
        return opened[0]

    with errors_told(), Progress(quiet=quiet) as watch:
        settings, path = read_settings(), ledger_path(ledger, out)
        make_folder(path.parent)
        moment = read_moment(as_of) if as_of else None
        box = parse_area(area, gazetteer()) if area else None
        with Ledger.open(path) as book:
            yield (
                Opened(
                    ledger=book,
                    watch=watch,
                    now=datetime.now(UTC),
                    as_of=moment,
                    area=box,
                    model=settings.model,
                    settings_hash=settings.digest(),
                ),
                gazetteer,
                out or settings.out,
            )


def _extract_files(paths: list[str], format_: Format, options: Callable[[], ReadOptions]) -> None:
    from fogline.extract import Extractor
    from fogline.places import Gazetteer
    from fogline.read import read_documents
    from fogline.speakers import SpeakerRegistry

    with errors_told():
        extractor = Extractor(Gazetteer.open(), SpeakerRegistry.open(), read_settings().model)
        table = Table("who", "what", "where", "when", "words")
        for document in read_documents(paths, options(), tell_reject):
            if document.published_day is None:
                screen.print(
                    f"[yellow]{document.name}: date of publication unknown; 'on Tuesday' cannot be resolved[/yellow]"
                )
            for claim in extractor.claims(document):
                if format_ is Format.JSONL:
                    print_claim(claim, document.name)
                else:
                    table.add_row(*claim_row(claim))
        if format_ is Format.TABLE:
            Console().print(table)


if __name__ == "__main__":
    main()
