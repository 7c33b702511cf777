"""Markdown: the report as plain text that reads well as it is and renders anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fogline.brief.page import Block, Dispute, Group, Ledger, Note, Sentence, Table
from fogline.brief.report import Report

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def render_markdown(report: Report) -> str:
    """Give the report as Markdown. Words of documents are escaped: no markup, link or HTML of theirs survives."""
    lines = [f"# {_plain(report.title)}", "", f"fogline situation report · {' · '.join(map(_plain, report.dateline))}"]
    for section in report.sections:
        lines += ["", f"## {section.title}", ""]
        if section.lead:
            lines += [f"*{section.lead}*", ""]
        for block in section.blocks:
            lines += [*_block(block, report), ""]
    lines += ["## Documents", ""]
    for d in report.documents:
        link = f", <{_url(d.url)}>" if d.url else ""
        who = f"{_plain(d.publisher)}, {d.day}, {d.claims} claims"
        lines.append(f"- **{_plain(d.title)}**, {who}{link}, SHA-256 `{d.sha256[:16]}`")
    text = "\n".join(lines)
    return re.sub(r"\n{3,}", "\n\n", text).rstrip() + "\n"


def _block(block: Block, report: Report) -> Iterator[str]:
    match block:
        case Sentence():
            yield from _sentence(block, report)
        case Note():
            yield _plain(block.text)
        case Table():
            yield from _table(block.caption, (*block.head, "Claims"), _proven(block, report))
        case Ledger():
            yield from _table(block.caption, block.head, block.rows)
        case Dispute():
            yield f"### {_plain(block.title)}"
            for version in block.versions:
                yield from ("", f"**{version.title}**", "")
                for sentence in version.sentences:
                    yield from _sentence(sentence, report)
        case Group():
            yield from (f"### {_plain(block.title)}", "")
            for sentence in block.sentences:
                yield from _sentence(sentence, report)


def _sentence(sentence: Sentence, report: Report) -> Iterator[str]:
    event = report.events.get(sentence.event or "")
    odds = f" ({event.words}, {event.percent}; grade {event.grade}; {event.sides})" if event else ""
    yield f"{_plain(sentence.text)}{odds}"
    yield ""
    for id_ in sentence.claims:
        if id_ in report.claims:
            view = report.claims[id_]
            quoted = "".join(p.text for p in view.pieces if p.kind != "plain")
            manner = f", {view.manner}" if view.manner else ""
            chain = " → ".join(map(_plain, (view.speaker, *view.chain)))
            yield f"> “{_plain(quoted)}” — {chain}, {view.day}{manner}  "
    yield ""


def _proven(table: Table, report: Report) -> list[tuple[str, ...]]:
    rows = []
    for row in table.rows:
        views = [report.claims[id_] for id_ in row.claims if id_ in report.claims]
        quotes = ["“" + "".join(p.text for p in v.pieces if p.kind != "plain") + "”" for v in views[:3]]
        more = [f"and {len(views) - 3} more"] if len(views) > 3 else []
        rows.append((*row.cells, "; ".join([*quotes, *more])))
    return rows


def _table(caption: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield from (f"**{_plain(caption)}**", "")
    yield f"| {' | '.join(map(_plain, head))} |"
    yield f"|{' --- |' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(map(_plain, row))} |"


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _url(url: str) -> str:
    return re.sub(r"[\s<>]", "", url)
