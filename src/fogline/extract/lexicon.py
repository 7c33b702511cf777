"""The words of a language: what names an event, who is spoken of, who says so, how sure.

Lexicons are TOML files under ``lexicons/<language>/``, one structure for all languages. They are read once
per process by :func:`load_lexicon`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from fogline.errors import LexiconError
from fogline.extract.inflection import noun_forms, verb_forms
from fogline.extract.shape import CONDITIONS, FLAGS, check_shape


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of a trigger: the conditions under which it names an event of ``type``; ``none`` bars it."""

    type: str
    conditions: Mapping[str, frozenset[str]]
    flags: frozenset[str]
    denied: bool


@dataclass(frozen=True, slots=True)
class Trigger:
    """A group of words that name events, with their senses in order of preference."""

    senses: tuple[Sense, ...]
    suffers: bool
    """The subject of the verb suffers the event ('three soldiers died')."""


@dataclass(slots=True)
class Words:
    """Base forms by inflected first word: 'pulled' → ``('pull',)``, ``('pull', 'back')``, longest first."""

    by_form: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)

    def add(self, forms: Iterable[str], base: tuple[str, ...]) -> None:
        """Register a base form, word by word, under its inflected first words."""
        for form in forms:
            known = self.by_form.setdefault(form, [])
            if base not in known:
                known.append(base)
                known.sort(key=len, reverse=True)

    def get(self, form: str) -> list[tuple[str, ...]]:
        """Give the base forms that an inflected word may begin, longest first."""
        return self.by_form.get(form, [])


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All lexicons of one language, compiled for look-up by inflected form; equal to itself alone."""

    verbs: Words
    nouns: dict[str, str]
    """Inflected trigger noun (compounds with spaces) → base form."""
    triggers: dict[str, list[Trigger]]
    """Base form, ``verb:``, ``noun:`` or ``adjective:`` in front → triggers."""
    classes: dict[str, frozenset[str]]
    """Inflected noun → classes of nouns.toml."""
    cues: dict[str, frozenset[str]]
    """Base verb → classes of saying: say, think, deny, ask, intend."""
    table: Mapping[str, Any]
    """All files by name, section and key, as :mod:`fogline.extract.shape` allows them."""
    sets: dict[tuple[str, str, str], frozenset[str]] = field(default_factory=dict)
    """Lists of ``table`` as sets, made on first use."""

    def words(self, file: str, section: str, key: str) -> frozenset[str]:
        """Give one list of the lexicon as a set; empty when the language does not have it."""
        found = self.sets.get((file, section, key))
        if found is None:
            found = self.sets[file, section, key] = frozenset(self.table[file].get(section, {}).get(key, ()))
        return found


@cache
def load_lexicon(language: str) -> Lexicon:
    """Give the lexicon of a language, read and checked once per process.

    Raises LexiconError for an unknown language, and for a file, section, key, class or event type that nothing reads.
    """
    folder = resources.files("fogline.extract").joinpath(f"lexicons/{language}")
    if not folder.is_dir():
        raise LexiconError(f"no lexicon for language {language!r}; there is one for 'en'")
    tables = {f.name.removesuffix(".toml"): tomllib.loads(f.read_text("utf-8")) for f in folder.iterdir()}
    check_shape(tables)
    irregular = {base: forms for base, forms in tables["forms"].items() if isinstance(forms, str)}
    plurals: dict[str, str] = tables["forms"]["nouns"]
    lexicon = Lexicon(Words(), {}, {}, _noun_classes(tables["nouns"], plurals), {}, tables)
    for row in tables["events"]["trigger"]:
        _add_trigger(lexicon, row, irregular, plurals)
    _add_cues(lexicon, tables, irregular)
    return lexicon


def _add_trigger(lexicon: Lexicon, row: dict[str, Any], irregular: dict[str, str], plurals: dict[str, str]) -> None:
    trigger = Trigger(tuple(_sense(sense) for sense in row["senses"]), row.get("subject_is") == "target")
    for verb in row.get("verbs", ()):
        base = tuple(verb.split())
        forms = (*verb_forms(base[0], irregular), "are", "were") if verb == "be" else verb_forms(base[0], irregular)
        lexicon.verbs.add(forms, base)
        lexicon.triggers.setdefault(f"verb:{verb}", []).append(trigger)
    for adjective in row.get("adjectives", ()):
        lexicon.triggers.setdefault(f"adjective:{adjective}", []).append(trigger)
    for noun in row.get("nouns", ()):
        for form in noun_forms(noun, plurals):
            lexicon.nouns[form] = noun
        lexicon.triggers.setdefault(f"noun:{noun}", []).append(trigger)


def _sense(row: dict[str, Any]) -> Sense:
    return Sense(
        type=row["type"],
        conditions={key: frozenset(row[key]) for key in CONDITIONS if key in row},
        flags=frozenset(flag for flag in FLAGS if row.get(flag)),
        denied=row.get("polarity") == "denied",
    )


def _noun_classes(table: dict[str, list[str]], plurals: dict[str, str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, nouns in table.items():
        for noun in nouns:
            for form in noun_forms(noun, plurals):
                found.setdefault(form, set()).add(name)
    return {form: frozenset(names) for form, names in found.items()}


def _add_cues(lexicon: Lexicon, tables: dict[str, Any], irregular: dict[str, str]) -> None:
    found: dict[str, set[str]] = {}
    for name, verbs in tables["attribution"]["cues"].items():
        for verb in verbs:
            found.setdefault(verb, set()).add(name)
    governing = [v for section in tables["certainty"].values() for v in section.get("verbs", ())]
    silent = [v for rule in tables["silence"]["rule"] for v in rule.get("verbs", ())]
    for verb in {*found, *governing, *silent, *tables["attribution"]["accuse"]["verbs"]}:
        base = tuple(verb.split())
        lexicon.verbs.add(verb_forms(base[0], irregular), base)
    lexicon.cues.update({verb: frozenset(names) for verb, names in found.items()})
