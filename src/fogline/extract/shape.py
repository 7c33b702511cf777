"""Shape: which files, sections and values a lexicon may hold, so that a slip in one is told and not ignored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from fogline.errors import LexiconError
from fogline.model import EventType

CONDITIONS = ("object", "subject", "means", "near", "not_near", "verbs", "nouns", "adjectives", "not_verbs")
"""Lists of words or classes of which a sense needs (``not_…``: bars) one."""
FLAGS = ("plural", "located", "powerless", "unsupplied", "copula", "counted", "infinitive", "complement", "active")
"""What must hold of the trigger itself."""
_CLASS_CONDITIONS = ("object", "subject", "means")
_CLASSES_OF_TEXT = ("place", "party", "pronoun", "none", "other")
_TRIGGER = ("verbs", "nouns", "adjectives", "subject_is", "senses")
_RULE = ("verbs", "nouns", "adjectives", "objects", "subjects", "followed_by", "negated", "passive", "silent")
_SECTIONS: Mapping[str, tuple[str, ...]] = {
    "attribution": (
        *(
            "cues",
            "accuse",
            "denial",
            "nouns",
            "according",
            "conjunctions",
            "impersonal",
            "not_speakers",
            "generic",
            "titles",
        ),
        *("weak", "documents", "first_person", "enemy"),
    ),
    "certainty": ("probable", "possible", "negation", "future", "hypothetical", "demanded"),
    "events": ("trigger",),
    "gate": ("weak", "company"),
    "grammar": (
        *("parties", "nouns", "pronouns", "saying", "retorts", "events", "scope", "silence", "speech", "voices"),
        *("persons", "headings", "whereabouts", "quantities", "repairs"),
    ),
    "quantities": ("words", "scales", "vague", "bounds", "units", "ignored"),
    "silence": ("rule", "negation"),
    "time": ("relative", "months", "weekdays", "spans"),
    "units": ("numbered_echelons", "kinds", "named"),
}
_FREE = ("nouns", "forms")
"""Files whose sections are the classes and words of the language itself."""


def check_shape(tables: Mapping[str, Mapping[str, Any]]) -> None:
    """Raise LexiconError for a file, section, key, class or event type that nothing reads, or a file that is missing.

    ``tables`` are the lexicon's files by name without ``.toml``.
    """
    files = (*_SECTIONS, *_FREE)
    _check("the lexicon", "files", tables, files)
    missing = sorted(set(files) - set(tables))
    if missing:
        raise LexiconError(f"the lexicon has no {', '.join(f'{name}.toml' for name in missing)}")
    for file, sections in _SECTIONS.items():
        _check(f"{file}.toml", "sections", tables[file], sections)
    for rule in tables["silence"]["rule"]:
        _check("silence.toml", "keys", rule, _RULE)
    classes = (*tables["nouns"], *_CLASSES_OF_TEXT)
    for trigger in tables["events"]["trigger"]:
        _check("events.toml", "keys", trigger, _TRIGGER)
        for sense in trigger["senses"]:
            _check_sense(sense, classes)


def _check_sense(sense: Mapping[str, Any], classes: Iterable[str]) -> None:
    _check("events.toml", "keys", sense, (*CONDITIONS, *FLAGS, "type", "polarity"))
    _check("events.toml", "event types", [sense["type"]], (*EventType, "none"))
    for condition in _CLASS_CONDITIONS:
        _check("events.toml", "classes", sense.get(condition, ()), classes)


def _check(where: str, what: str, found: Iterable[str], known: Iterable[str]) -> None:
    unknown = sorted(set(found) - set(known))
    if unknown:
        raise LexiconError(f"{where}: unknown {what} {unknown}; known are {', '.join(sorted(known))}")
