"""Records: claims, events and control as files beside the report, under the same do-no-harm rules."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from fogline.brief.sentences import Writer
from fogline.model import ControlDay, claim_record


def claims_jsonl(writer: Writer) -> str:
    """Give all claims that may be shown in the public claim format, one a line, names of private persons withheld."""
    desk, screen = writer.desk, writer.screen
    lines = []
    for claim in sorted(desk.picture.claims.values(), key=desk.order_of):
        if claim.id not in screen.hidden:
            record = claim_record(claim, desk.document_of(claim).name)
            lines.append(json.dumps({"id": claim.id, **_cleaned(record, writer)}, ensure_ascii=False))
    return _lines(lines)


def events_jsonl(writer: Writer) -> str:
    """Give all events, one a line; units are left out of events whose claims are held back."""
    lines = []
    for event in sorted(writer.desk.picture.events, key=lambda e: e.id):
        record = asdict(event)
        shown = [c.id for c in writer.desk.claims_of(event) if c.id not in writer.screen.hidden]
        if len(shown) < len(writer.desk.claims_of(event)):
            record["actors"] = [
                {**actor, "name": actor["side"] or "withheld", "unit": None} for actor in record["actors"]
            ]
            record["claims"] = shown
            record["contradictions"] = [
                row for row in record["contradictions"] if not {row["left"], row["right"]} & set(writer.screen.hidden)
            ]
        lines.append(json.dumps(_cleaned(record, writer), ensure_ascii=False, default=_text_of))
    return _lines(lines)


def control_csv(rows: Sequence[ControlDay]) -> str:
    """Give control by place and day as CSV, with a column for the probability of each side."""
    sides = sorted({side for row in rows for side, _ in row.p_by_side})
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\n")
    odds = [f"p_{side}" for side in sides]
    head = ["place", "geonameid", "lat", "lon", "day", "holder", *odds, "p_contested", "last_evidence"]
    write.writerow([*head, "independent_origins"])
    for row in sorted(rows, key=lambda r: (r.name, r.place, r.day)):
        p = dict(row.p_by_side)
        write.writerow(
            [row.name, row.place, row.lat, row.lon, row.day.isoformat(), row.holder]
            + [f"{p.get(s, 0.0):.4f}" for s in sides]
            + [f"{row.p_contested:.4f}", row.last_evidence or "", f"{row.independent_origins:.2f}"]
        )
    return out.getvalue()


def _cleaned(value: Any, writer: Writer) -> Any:
    """Give a JSON value with private names withheld in every text of it."""
    if isinstance(value, str):
        return writer.screen.clean(value)
    if isinstance(value, dict):
        return {key: _cleaned(item, writer) for key, item in value.items()}
    return [_cleaned(item, writer) for item in value] if isinstance(value, (list, tuple)) else value


def _text_of(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _lines(lines: Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
