"""Help that helps: every command says what it does and shows one way to call it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from typer.main import get_command

from fogline import __version__
from fogline.cli import app
from tests.terminal import fogline


def _commands() -> Iterator[tuple[str, ...]]:
    """Give every command that does something, with the group it stands in."""
    for name, command in sorted(get_command(app).commands.items()):  # type: ignore[attr-defined]
        inner = getattr(command, "commands", None)
        yield from ((name, sub) for sub in sorted(inner)) if inner else [(name,)]


COMMANDS = list(_commands())


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_shows_an_example_of_itself(command: tuple[str, ...]) -> None:
    help_ = fogline(*command, "--help")
    assert help_.code == 0
    assert f"fogline {' '.join(command)}" in help_.told.split("Example", 1)[1]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_option_is_explained(command: tuple[str, ...]) -> None:
    found = get_command(app)
    for name in command:
        found = found.commands[name]  # type: ignore[attr-defined]
    assert [p.name for p in found.params if not getattr(p, "help", "") and p.name != "help"] == []


def test_the_first_help_lists_every_command() -> None:
    told = fogline("--help").told
    assert all(command[0] in told for command in COMMANDS)


def test_the_version_is_that_of_the_package() -> None:
    assert fogline("--version").out == f"fogline {__version__}\n"


def test_no_command_at_all_shows_the_help() -> None:
    assert "Usage" in fogline().told


def test_a_misspelt_command_is_a_usage_error() -> None:
    outcome = fogline("exract")
    assert outcome.code == 2
    assert "exract" in outcome.told
