"""HTML: the report as one self-contained page that asks the network for nothing."""

from __future__ import annotations

import base64
import hashlib
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from fogline.brief.page import Dispute, Group, Ledger, Note, Sentence, Table
from fogline.brief.report import Report

KINDS = {Sentence: "sentence", Note: "note", Table: "table", Ledger: "ledger", Dispute: "dispute", Group: "group"}


def render_html(report: Report) -> str:
    """Give the report as HTML. Everything that comes from documents is escaped; the only script is fogline's own."""
    environment = Environment(
        loader=PackageLoader("fogline.brief", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests["block"] = lambda block, kind: KINDS[type(block)] == kind
    script, style = _file("report.js"), _file("report.css")
    return environment.get_template("report.html.j2").render(
        report=report,
        script=Markup(script),  # noqa: S704 (fogline's own file)
        style=Markup(style),  # noqa: S704
        policy=content_policy(script),
    )


def content_policy(script: str) -> str:
    """Give the Content-Security-Policy: nothing but inline style and this one script, known by its hash."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _file(name: str) -> str:
    return resources.files("fogline.brief").joinpath("templates", name).read_text(encoding="utf-8")
