"""One row per claim part for the link model: what two claims are compared by, flat enough for SQL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from fogline.link.sides import by_and_upon
from fogline.link.weights import LinkWeights
from fogline.link.wording import content_words, wording_bands
from fogline.model import Claim, Document, EventType, Quantity, claim_parts, place_key

if TYPE_CHECKING:
    import pyarrow as pa

_CELL_RESOLUTION = 6  # H3 cells of about 36 km2: a cell and its neighbours reach about 10 km

Row = dict[str, object]


def claim_rows(claims: Sequence[Claim], documents: Mapping[str, Document], weights: LinkWeights) -> pa.Table:
    """Give the table that the link model reads, one row per claim part, sorted by part id."""
    import pyarrow as pa

    parts = sorted((item for claim in claims for item in claim_parts(claim).items()), key=lambda item: item[0])
    words = [content_words(claim.content_text, weights.wording) for _, claim in parts]
    bands = wording_bands(words, weights.wording)
    rows: list[Row] = [
        _row(part, claim, documents.get(claim.document_id), weights) | {"words": some, "bands": band}
        for (part, claim), some, band in zip(parts, words, bands, strict=True)
    ]
    return pa.Table.from_pylist(rows, schema=_schema())


def topic_of(claim: Claim, weights: LinkWeights) -> str:
    """Give the name under which types that can be words for one happening meet."""
    return weights.topics.get(claim.type.value, claim.type.value)


def days_of(claim: Claim, document: Document | None) -> tuple[date, date, bool] | None:
    """Give first and last day and whether the text states them; else the day of publication and the one before."""
    if claim.time:
        return claim.time.start, claim.time.end, True
    if document and document.published_day:
        return document.published_day - timedelta(days=1), document.published_day, False
    return None


def _row(part: str, claim: Claim, document: Document | None, weights: LinkWeights) -> Row:
    row: Row = {
        "unique_id": part,
        "claim": claim.id,
        "document": claim.document_id,
        "type": claim.type.value,
        "topic": topic_of(claim, weights),
        "modality": claim.modality.value,
        "polarity": claim.polarity.value,
        "units": sorted({actor.unit.casefold() for actor in claim.actors if actor.unit}),
        "body": _body(claim),
    }
    row["by"], row["upon"] = by_and_upon(claim, weights)
    sentence = claim.sentence.of(document.text) if document else ""
    row["sentence"] = content_words(sentence or claim.content_text, weights.wording)
    return row | _place_columns(claim) | _day_columns(claim, document) | _figure_columns(claim.quantities)


def _place_columns(claim: Claim) -> Row:
    keys = sorted({place_key(place) for place in claim.places})
    first = min(claim.places, key=lambda place: place.span.start, default=None)
    if first is None:
        return {"place": None, "places": [], "precision": "", "lat": None, "lon": None, "cells": []}
    cells = _cells(first.lat, first.lon) if first.precision != "area" else []
    position: Row = {"lat": first.lat, "lon": first.lon, "cells": cells}
    return {"place": place_key(first), "places": keys, "precision": first.precision} | position


def _cells(lat: float | None, lon: float | None) -> list[str]:
    if lat is None or lon is None:
        return []
    import h3

    return sorted(h3.grid_disk(h3.latlng_to_cell(lat, lon, _CELL_RESOLUTION), 1))


def _day_columns(claim: Claim, document: Document | None) -> Row:
    days = days_of(claim, document)
    if days is None:
        return {"first_day": None, "last_day": None, "known": False}
    return {"first_day": days[0].toordinal(), "last_day": days[1].toordinal(), "known": days[2]}


def _figure_columns(quantities: Sequence[Quantity]) -> Row:
    if not quantities:
        return {"figure": None, "figure_unit": None, "low": None, "high": None, "distinctive": False}
    one = quantities[0]
    low = one.low if one.low is not None else 0.0
    high = one.high if one.high is not None else 1e12
    exact = one.low is not None and one.low == one.high
    figure = f"{one.unit}:{low:g}-{high:g}" if exact else None
    return {
        "figure": figure if _is_distinctive(low) else None,
        "figure_unit": one.unit,
        "low": low,
        "high": high,
        "distinctive": exact and _is_distinctive(low),
    }


def _is_distinctive(number: float) -> bool:
    """Tell figures that hardly come up by chance (214, 150000) from round or small ones (20, 300)."""
    digits = f"{number:.0f}".strip("0")
    return number >= 10_000 or len(digits) >= 3 or (len(digits) == 2 and number >= 20)


def _body(claim: Claim) -> str | None:
    if claim.type is EventType.SILENT or claim.type.family == "politics":
        names = sorted(actor.name.casefold() for actor in claim.actors if actor.role == "agent")
        return names[0] if names else None
    return None


def _schema() -> pa.Schema:
    import pyarrow as pa

    words = (
        "unique_id",
        "claim",
        "document",
        "type",
        "topic",
        "modality",
        "polarity",
        "place",
        "precision",
        "by",
        "upon",
    )
    text = (*words, "body", "figure", "figure_unit")
    lists = ("units", "places", "cells", "words", "sentence", "bands")
    numbers = ("lat", "lon", "low", "high")
    return pa.schema(
        [(name, pa.string()) for name in text]
        + [(name, pa.list_(pa.string())) for name in lists]
        + [(name, pa.float64()) for name in numbers]
        + [("first_day", pa.int64()), ("last_day", pa.int64()), ("known", pa.bool_()), ("distinctive", pa.bool_())]
    )
