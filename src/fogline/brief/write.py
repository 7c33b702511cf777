"""Write: the report and its records into a folder."""

from __future__ import annotations

from pathlib import Path

from fogline.brief.html import render_html
from fogline.brief.markdown import render_markdown
from fogline.brief.picture import BriefFiles, Picture
from fogline.brief.records import claims_jsonl, control_csv, events_jsonl
from fogline.brief.report import make_report
from fogline.errors import InputError
from fogline.places import Gazetteer


def write_brief(picture: Picture, gazetteer: Gazetteer, out: Path) -> BriefFiles:
    """Write report.html, report.md, claims.jsonl, events.jsonl and control.csv into ``out``; give their paths.

    Raises UnsupportedSentence when a sentence of the report has no claim, and InputError when the folder cannot be
    written.
    """
    report, writer = make_report(picture, gazetteer)
    files = BriefFiles(
        html=out / "report.html",
        markdown=out / "report.md",
        claims=out / "claims.jsonl",
        events=out / "events.jsonl",
        control=out / "control.csv",
    )
    texts = {
        files.html: render_html(report),
        files.markdown: render_markdown(report),
        files.claims: claims_jsonl(writer),
        files.events: events_jsonl(writer),
        files.control: control_csv(picture.control),
    }
    try:
        out.mkdir(parents=True, exist_ok=True)
        for path, text in texts.items():
            path.write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise InputError(f"Cannot write the report into {out}: {error.strerror}. Give another folder.") from error
    return files
