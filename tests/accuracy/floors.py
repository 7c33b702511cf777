"""Holds extraction to the accuracy it has reached: measures it on the annotated texts against pinned floors.

python -m tests.accuracy.floors                  exits 1 when a measure is under its floor
python -m tests.accuracy.floors --report         prints the table as Markdown
python -m tests.accuracy.floors --raise          writes floors just under what is measured, never lower ones
python -m tests.accuracy.floors --lower REASON   lowers the floors that are missed and records why
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from fogline.extract import Extractor
from fogline.model import Reject, claim_record
from fogline.places import Gazetteer
from fogline.read import ReadOptions, read_documents
from fogline.speakers import SpeakerRegistry

from .compile import compile_files
from .records import ClaimRecord
from .score import score_claims

FOLDER = Path(__file__).parent
FLOORS = FOLDER / "floors.toml"
HALVES = ("tune", "held")
MARGIN = 0.01
"""How far a floor lies under what was measured: a change that gains in one place may lose as much in another."""
HEADING = """\
# The lowest accuracy that the annotated texts may show, by half and measure. Written by `python -m
# tests.accuracy.floors --raise`; a floor is lowered only with `--lower REASON`, which is kept below.
"""

Measures = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Lowered:
    """A floor that was lowered, and why."""

    half: str
    measure: str
    before: float
    after: float
    day: date
    reason: str


@dataclass(frozen=True, slots=True)
class Floors:
    """The pinned floors by half and measure, and the history of those that were lowered."""

    by_half: Mapping[str, Measures]
    lowered: tuple[Lowered, ...] = ()

    def floor(self, half: str, measure: str) -> float:
        """Give the floor of a measure, 0 where none is pinned."""
        return self.by_half.get(half, {}).get(measure, 0.0)

    def missed(self, half: str, measured: Measures) -> list[str]:
        """Give the measures that are under their floors."""
        return [name for name, value in measured.items() if value < self.floor(half, name)]


def measure(half: str, extractor: Extractor) -> Measures:
    """Give every measure of one half of the annotated texts, extracted the way files are."""
    docs = FOLDER / f"{half}.docs.jsonl"
    gold = compile_files(docs, FOLDER / f"{half}.src.jsonl")
    return score_claims(gold, extract_records(docs, extractor)).measures()


def extract_records(docs: Path, extractor: Extractor) -> Iterator[ClaimRecord]:
    """Give the claims of all documents of a file in the public format."""

    def refuse(reject: Reject) -> None:
        raise ValueError(f"{reject.item}: {reject.reason}")

    for document in read_documents([str(docs)], ReadOptions(now=datetime.now(UTC)), refuse):
        for claim in extractor.claims(document):
            yield ClaimRecord.model_validate(claim_record(claim, document.name), strict=False)


def read_floors(path: Path = FLOORS) -> Floors:
    """Give the pinned floors."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return Floors(table["floor"], tuple(Lowered(**row) for row in table.get("lowered", ())))


def write_floors(floors: Floors, path: Path = FLOORS) -> None:
    """Write the floors and the history of those that were lowered."""
    lines = [HEADING]
    for half, pinned in floors.by_half.items():
        lines += [f"[floor.{half}]", *(f"{name} = {value:.3f}" for name, value in pinned.items()), ""]
    for row in floors.lowered:
        lines += ["[[lowered]]", f'half = "{row.half}"', f'measure = "{row.measure}"']
        lines += [f"before = {row.before:.3f}", f"after = {row.after:.3f}"]
        lines += [f"day = {row.day.isoformat()}", f"reason = {_toml_string(row.reason)}", ""]
    path.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


def raise_floors(floors: Floors, measured: Mapping[str, Measures]) -> Floors:
    """Give floors just under what is measured wherever that is higher than before."""
    raised = {
        half: {name: max(floors.floor(half, name), _just_under(value)) for name, value in values.items()}
        for half, values in measured.items()
    }
    return Floors(raised, floors.lowered)


def lower_floors(floors: Floors, measured: Mapping[str, Measures], reason: str, day: date) -> Floors:
    """Give floors just under what is measured where they were missed, with a record of each."""
    by_half = {half: dict(pinned) for half, pinned in floors.by_half.items()}
    records = list(floors.lowered)
    for half, values in measured.items():
        for name in floors.missed(half, values):
            after = _just_under(values[name])
            records.append(Lowered(half, name, by_half[half][name], after, day, reason))
            by_half[half][name] = after
    return Floors(by_half, tuple(records))


def _just_under(value: float) -> float:
    return round(max(0.0, value - MARGIN), 3)


def _toml_string(words: str) -> str:
    return '"' + " ".join(words.split()).replace("\\", "\\\\").replace('"', '\\"') + '"'


def table_lines(measured: Mapping[str, Measures], floors: Floors) -> list[str]:
    """Give the measures beside their floors as plain text."""
    lines = [f"{'measure':<12}" + "".join(f"{half:>10}{'floor':>8}" for half in measured)]
    for name in next(iter(measured.values())):
        cells = [_cell(values[name], floors.floor(half, name)) for half, values in measured.items()]
        lines.append(f"{name:<12}" + "".join(cells))
    return lines


def _cell(value: float, floor: float) -> str:
    return f"{value:>9.3f}{'!' if value < floor else ' '}{floor:>8.3f}"


def report_lines(measured: Mapping[str, Measures]) -> list[str]:
    """Give the measures as a Markdown table."""
    lines = ["| measure | " + " | ".join(measured) + " |", "|---" * (len(measured) + 1) + "|"]
    for name in next(iter(measured.values())):
        lines.append(f"| {name} | " + " | ".join(f"{values[name]:.3f}" for values in measured.values()) + " |")
    return lines


def main(arguments: list[str] | None = None) -> int:
    """Measure and compare; gives the exit code."""
    options = _options(arguments)
    extractor = Extractor(Gazetteer.open(), SpeakerRegistry.open())
    measured = {half: measure(half, extractor) for half in HALVES}
    floors = read_floors()
    if options.report:
        print("\n".join(report_lines(measured)))
        return 0
    if options.up:
        floors = raise_floors(floors, measured)
    if options.lower:
        floors = lower_floors(floors, measured, options.lower, datetime.now(UTC).date())
    if options.up or options.lower:
        write_floors(floors)
    print("\n".join(table_lines(measured, floors)))
    missed = [f"{half} {name}" for half, values in measured.items() for name in floors.missed(half, values)]
    if missed:
        print(f"Under the floor: {', '.join(missed)}.", file=sys.stderr)
    return 1 if missed else 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy.floors", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--report", action="store_true", help="print the measures as a Markdown table")
    parser.add_argument("--raise", dest="up", action="store_true", help="write higher floors")
    parser.add_argument("--lower", metavar="REASON", help="lower the floors that are missed, for this reason")
    options = parser.parse_args(arguments)
    if options.lower is not None and not options.lower.strip():
        parser.error("--lower needs a reason")
    return options


if __name__ == "__main__":
    sys.exit(main())
