"""The whole way in one call: from files of reporting to a report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from fogline import __version__
from fogline.brief import BriefFiles, Picture, write_brief
from fogline.errors import TooManyRejects
from fogline.extract import Extractor
from fogline.infer import Area, area_of
from fogline.model import Reject
from fogline.places import Gazetteer
from fogline.read import ReadOptions
from fogline.run import (
    Tally,
    Watch,
    extract_pending,
    journal,
    link_all,
    read_into,
    view_control,
    view_events,
)
from fogline.speakers import SpeakerRegistry
from fogline.store import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """What all steps of one run share."""

    ledger: Ledger
    watch: Watch
    now: datetime
    as_of: datetime | None = None
    area: Area | None = None
    model: str
    settings_hash: str

    def _step(self, name: str, work: Callable[[Tally], object], models: Sequence[str] = ()) -> Tally:
        with journal(self.ledger, name, version=__version__, settings_hash=self.settings_hash, models=models) as tally:
            work(tally)
        return tally

    def read(self, paths: Sequence[str], options: ReadOptions) -> tuple[Tally, list[Reject]]:
        """Read files; raises TooManyRejects when there was input and none of it could be used."""
        rejects: list[Reject] = []
        tally = self._step("read", lambda t: rejects.extend(read_into(self.ledger, paths, options, t, self.watch)))
        if not tally.items_in and rejects:
            listed = "; ".join(f"{r.item}: {r.reason}" for r in rejects[:5])
            raise TooManyRejects(f"Nothing could be read. {listed}")
        return tally, rejects

    def extract(self, gazetteer: Gazetteer) -> Tally:
        """Take out the claims of all documents that are not done."""
        extractor = Extractor(gazetteer, self._registry(), self.model)
        models = (extractor.version, f"gazetteer {gazetteer.version}")
        return self._step(
            "extract", lambda t: extract_pending(self.ledger, extractor, t, self.watch, at=self.now), models
        )

    def link(self) -> Tally:
        """Judge which claims speak of one event."""
        return self._step("link", lambda t: link_all(self.ledger, t, self.watch, at=self.now))

    def weigh(self) -> Tally:
        """Weigh the events."""
        return self._step("weigh", lambda t: view_events(self.ledger, self._registry(), t, self.watch, self.as_of))

    def infer(self, gazetteer: Gazetteer) -> Tally:
        """Infer control by day."""
        return self._step("infer", lambda t: view_control(self.ledger, gazetteer, t, self.watch, self.as_of, self.area))

    def brief(self, gazetteer: Gazetteer, out: Path) -> BriefFiles:
        """Write the report."""
        files: list[BriefFiles] = []
        self._step("brief", lambda t: files.append(write_brief(self.picture(), gazetteer, out)))
        return files[0]

    def picture(self) -> Picture:
        """Give all that the ledger knows at the moment asked for."""
        events = list(self.ledger.events(self.as_of))
        return Picture(
            documents={d.id: d for d in self.ledger.documents(self.as_of)},
            claims={c.id: c for c in self.ledger.claims(self.as_of)},
            events=events,
            control=list(self.ledger.control(self.as_of)),
            area=self.area or area_of(events),
            as_of=self.as_of,
            made_at=self.now,
            version=__version__,
            rejects=list(self.ledger.rejects()),
        )

    def run(self, paths: Sequence[str], options: ReadOptions, gazetteer: Gazetteer, out: Path) -> BriefFiles:
        """Go the whole way: read, extract, link, weigh, infer, brief."""
        self.read(paths, options)
        self.extract(gazetteer)
        self.link()
        self.weigh()
        self.infer(gazetteer)
        return self.brief(gazetteer, out)

    def _registry(self) -> SpeakerRegistry:
        return SpeakerRegistry.open(self.ledger.speakers())
