"""The lexicons are data that people extend: they load, they are complete, and a slip in them is told."""

import tomllib
from importlib import resources

import pytest

from fogline.errors import LexiconError
from fogline.extract.lexicon import load_lexicon
from fogline.model import EventType

FOLDER = resources.files("fogline.extract").joinpath("lexicons")
LANGUAGES = sorted(folder.name for folder in FOLDER.iterdir() if folder.is_dir())
WITHOUT_TRIGGERS = {EventType.SILENT, EventType.OTHER}
"""Silence has rules of its own; ``other`` is for people who code by hand."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_lexicon_loads(language: str) -> None:
    lexicon = load_lexicon(language)
    assert lexicon.triggers
    assert lexicon.cues


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_of_event_has_a_trigger(language: str) -> None:
    triggers = [t for found in load_lexicon(language).triggers.values() for t in found]
    named = {sense.type for trigger in triggers for sense in trigger.senses}
    assert named >= {t.value for t in EventType} - WITHOUT_TRIGGERS
    assert named <= {t.value for t in EventType} | {"none"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_says_what_it_is(language: str) -> None:
    for file in FOLDER.joinpath(language).iterdir():
        assert file.read_text(encoding="utf-8").startswith("# "), file.name
        tomllib.loads(file.read_text(encoding="utf-8"))


def test_an_unknown_language_is_told() -> None:
    with pytest.raises(LexiconError, match="'tlh'"):
        load_lexicon("tlh")
