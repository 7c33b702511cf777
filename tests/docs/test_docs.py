"""The documentation holds: links lead somewhere, every command is described, the examples run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest
import typer
import yaml

from fogline import __version__, errors
from fogline.cli import app
from fogline.model import EventType
from fogline.places import Gazetteer
from fogline.settings import Settings

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
REFERENCE = DOCS / "command-reference.md"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *(ROOT / "examples").glob("*.md")])
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_CODE = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)


def script(name: str) -> ModuleType:
    """Give a script of the project as a module."""
    loader = SourceFileLoader(name.replace("-", "_"), str(ROOT / "scripts" / name))
    spec = spec_from_loader(loader.name, loader)
    assert spec is not None
    module = module_from_spec(spec)
    loader.exec_module(module)
    return module


def commands() -> Iterator[tuple[str, list[str]]]:
    """Give every command with its options."""
    reference = script("write-command-reference")
    for name, command in reference.walk(typer.main.get_command(app), "fogline"):
        yield name, [option for parameter in command.params for option in reference.names_of(parameter)]


def test_the_command_reference_is_what_the_program_says() -> None:
    assert REFERENCE.read_text() == script("write-command-reference").command_reference(), "run 'make docs'"


@pytest.mark.parametrize(("name", "options"), list(commands()))
def test_every_command_and_option_is_described(name: str, options: list[str]) -> None:
    section = REFERENCE.read_text().partition(f"\n## {name}\n")[2].partition("\n## ")[0]
    assert section, f"{name} is missing"
    assert [option for option in options if f"`{option}`" not in section] == []


def test_every_exit_code_is_described() -> None:
    codes = {e.exit_code for e in vars(errors).values() if isinstance(e, type) and issubclass(e, errors.FoglineError)}
    for page in (ROOT / "README.md", REFERENCE):
        described = page.read_text().partition("## Exit codes")[2].partition("\n## ")[0]
        assert {code for code in codes | {0, 130} if not re.search(rf"(?<!\d){code}(?!\d)", described)} == set()


def test_every_setting_is_described() -> None:
    text = REFERENCE.read_text()
    assert [name for name in Settings.model_fields if f"`FOGLINE_{name.upper()}`" not in text] == []


def test_every_event_type_has_its_row_in_the_claim_format() -> None:
    text = (DOCS / "claims.md").read_text()
    assert [kind.value for kind in EventType if f"| `{kind.value}` |" not in text] == []


def test_every_decision_is_listed() -> None:
    listed = (DOCS / "decisions" / "README.md").read_text()
    assert [page.name for page in (DOCS / "decisions").glob("0*.md") if f"({page.name})" not in listed] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_relative_links_lead_to_something(page: Path) -> None:
    links = [link for link in _LINK.findall(_CODE.sub("", page.read_text())) if "://" not in link]
    assert [link for link in links if not _leads_somewhere(link, page)] == []


def _leads_somewhere(link: str, page: Path) -> bool:
    path, _, anchor = link.partition("#")
    target = (page.parent / path).resolve() if path else page
    if not target.exists():
        return False
    return not anchor or anchor in {_anchor_of(h) for h in re.findall(r"^#+ (.+)$", target.read_text(), re.MULTILINE)}


def _anchor_of(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def test_pictures_are_small() -> None:
    pictures = list((DOCS / "img").glob("*"))
    assert pictures
    assert [picture.name for picture in pictures if picture.stat().st_size > 300_000] == []


@pytest.mark.parametrize("name", ["README.md", "docs/tutorial.md"])
def test_the_examples_run(name: str, tmp_path: Path, gazetteer: Gazetteer) -> None:
    assert len(gazetteer)  # built beforehand, so that no example has to
    examples = script("write-examples")
    page = examples.run_page((ROOT / name).read_text(), tmp_path, examples.own_environment())
    assert "report.html" in page


def test_the_readme_shows_a_worked_event() -> None:
    text = (ROOT / "README.md").read_text()
    example = text.partition("<!-- event:")[2].partition("<!-- end of event -->")[0]
    assert "before anybody is heard" in example
    assert "Probability" in example


def test_the_citation_names_this_version() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text())
    assert citation["version"] == __version__
    assert f"## [{__version__}] - {citation['date-released']}" in (ROOT / "CHANGELOG.md").read_text()
