"""The steps of the way, each from the ledger to the ledger. What has been done already is not done again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import TypeVar

from fogline.extract import Extractor
from fogline.infer import Area, area_of, infer_control
from fogline.link import cluster_claims, link_claims
from fogline.model import Claim, DayRange, Document, Event, Link, Reject, Speaker
from fogline.places import Gazetteer
from fogline.read import ReadOptions, read_documents
from fogline.run.journal import Tally, keep_rejects
from fogline.run.watch import Watch
from fogline.speakers import SpeakerRegistry, new_speaker
from fogline.store import Ledger
from fogline.weigh import weigh_events

BATCH = 32
"""Documents in one transaction: what a kill can cost."""
LINKER = "fogline.link"
Item = TypeVar("Item")


def read_into(ledger: Ledger, paths: Sequence[str], options: ReadOptions, tally: Tally, watch: Watch) -> list[Reject]:
    """Read files into the ledger, batch by batch, and give what was left out or kept with a flaw."""
    rejects: list[Reject] = []
    for batch in _batches(read_documents(paths, options, rejects.append)):
        tally.items_in += len(batch)
        tally.items_out += ledger.append_documents(batch)
        watch("read", tally.items_in, None)
    keep_rejects(ledger, rejects, tally)
    return rejects


def extract_pending(ledger: Ledger, extractor: Extractor, tally: Tally, watch: Watch, *, at: datetime) -> None:
    """Take the claims out of the documents that this extractor has not done; a batch is written whole or not at all."""
    total = ledger.count_pending(extractor.version)
    watch("extract", 0, total)
    for batch in _batches(ledger.pending_documents(extractor.version)):
        claims = [claim for _, found in extractor.extract(batch) for claim in found]
        ledger.append_speakers(_met(claims))  # before the claims: those mark the batch as done
        ledger.append_claims(batch, claims, extractor.version)
        keep_rejects(ledger, [_unread(document, at) for document in batch if not extractor.reads(document)], tally)
        tally.items_in += len(batch)
        tally.items_out += len(claims)
        watch("extract", tally.items_in, total)


def _unread(document: Document, at: datetime) -> Reject:
    reason = f"no claims are taken out of texts in {document.language!r} yet; the document is kept"
    return Reject("extract", document.name, reason, at)


def link_all(ledger: Ledger, tally: Tally, watch: Watch, *, at: datetime) -> None:
    """Judge the pairs of claims; pairs that are judged as before keep their links."""
    claims = list(ledger.claims())
    if not _is_new(ledger, LINKER, (claim.id for claim in claims)):
        return
    watch("link", 0, len(claims))
    known = {(link.left, link.right): link for link in ledger.links() if not link.by.startswith("person:")}
    judged = link_claims(claims, {d.id: d for d in ledger.documents()}, at=at)
    fresh = [link for link in judged if not _same_link(known.get((link.left, link.right)), link)]
    gone = known.keys() - {(link.left, link.right) for link in judged}
    ledger.delete_links(gone, at)
    ledger.append_links(fresh)
    _settle(ledger, LINKER, (claim.id for claim in claims))
    tally.items_in, tally.items_out = len(claims), len(fresh)
    watch("link", len(claims), len(claims))


def view_events(ledger: Ledger, registry: SpeakerRegistry, tally: Tally, watch: Watch, as_of: datetime | None) -> None:
    """Weigh the events that could be known at a moment, from nothing but claims and links."""
    claims = list(ledger.claims(as_of))
    documents = {d.id: d for d in ledger.documents(as_of)}
    # Links name parts of claims ('id@place'); those of claims that are not seen are passed over.
    links = list(ledger.links())
    watch("weigh", 0, len(claims))
    events = weigh_events(cluster_claims(claims, links), claims, documents, registry, as_of=as_of)
    ledger.replace_events(events, as_of)
    tally.items_in, tally.items_out = len(claims), len(events)
    watch("weigh", len(claims), len(claims))


def view_control(
    ledger: Ledger, gazetteer: Gazetteer, tally: Tally, watch: Watch, as_of: datetime | None, area: Area | None
) -> None:
    """Infer who held each place on each day that the events span."""
    events = list(ledger.events(as_of))
    days = _days_of(events, ledger.documents(as_of), as_of)
    watch("infer", 0, len(events))
    rows = []
    if days is not None:
        rows = infer_control(events, gazetteer, area=area or area_of(events), days=days, forward_only=as_of is not None)
    ledger.replace_control(rows, as_of)
    tally.items_in, tally.items_out = len(events), len(rows)
    watch("infer", len(events), len(events))


def _days_of(events: Sequence[Event], documents: Iterable[Document], as_of: datetime | None) -> DayRange | None:
    """Give the days the picture covers: from the day before the first report to the last, or to the moment asked."""
    published = sorted(d.published_day for d in documents if d.published_day)
    spanned = [event.days for event in events if event.days]
    if not published and not spanned:
        return None
    first = published[0] if published else min(days.start for days in spanned)
    last = as_of.date() if as_of else (published[-1] if published else max(days.end for days in spanned))
    return DayRange(min(first, last) - timedelta(days=1), last)


def _met(claims: Iterable[Claim]) -> list[Speaker]:
    """Give the records of the speakers that stand in claims, each once."""
    said = {claim.speaker.name: claim.speaker for claim in claims if claim.speaker}
    known = SpeakerRegistry.open()
    return [known.find(name) or new_speaker(name, s.kind, s.side) for name, s in sorted(said.items())]


def _same_link(known: Link | None, link: Link) -> bool:
    return known is not None and replace(link, created_at=known.created_at, deleted_at=None) == known


def _is_new(ledger: Ledger, step: str, inputs: Iterable[str]) -> bool:
    return ledger.noted(f"{step}:inputs") != _digest(inputs)


def _settle(ledger: Ledger, step: str, inputs: Iterable[str]) -> None:
    ledger.note(f"{step}:inputs", _digest(inputs))


def _digest(inputs: Iterable[str]) -> str:
    digest = sha256()
    for item in inputs:
        digest.update(item.encode() + b"\0")
    return digest.hexdigest()


def _batches(items: Iterable[Item], size: int = BATCH) -> Iterator[list[Item]]:
    batch: list[Item] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
