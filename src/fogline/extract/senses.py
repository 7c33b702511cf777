"""Senses: which reading of a word fits what stands around it, as the conditions of events.toml say."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from fogline.extract.frames import Frame
from fogline.extract.lexicon import Sense, Trigger


def choose_sense(triggers: Sequence[Trigger], frame: Frame, weak: bool) -> tuple[Sense, Trigger] | None:
    """Give the first sense that fits, and its trigger; when none does, the first that an unknown noun may satisfy.

    ``weak`` says that the word has many meanings ('leave'), so that unknown nouns alone do not bear a reading out.
    Any other verb has an event as its plain meaning: its first sense holds even where no noun bears it out.
    """
    plain = () if weak or frame.part != "verbs" else (_names_word,)
    for fits in (_fits, partial(_fits_loosely, weak=weak), *plain):
        for trigger in triggers:
            sense = next((sense for sense in trigger.senses if fits(sense, frame)), None)
            if sense is not None:
                return sense, trigger
    return None


def _fits(sense: Sense, frame: Frame) -> bool:
    """Say whether a sense's conditions hold."""
    return _words_fit(sense, frame) and _holds(sense, "object", frame) and _holds(sense, "subject", frame)


def _fits_loosely(sense: Sense, frame: Frame, weak: bool) -> bool:
    """Say whether they hold if a noun that no lexicon knows may be of any class: 'looted two pharmacies'.

    One known noun must bear the reading out; a verb of many meanings ('leave') needs it, a plain one does not.
    """
    if not _words_fit(sense, frame) or frame.part == "nouns":
        return False
    asked = [role for role in ("object", "subject") if role in sense.conditions]
    known = [role for role in asked if _holds(sense, role, frame)]
    unknown = [role for role in asked if role not in known and "other" in _classes(frame, role)]
    if asked == ["subject"] and frame.words == "fall" and sense.type == "control.captured" and frame.name_acts:
        return True  # 'Stepove has fallen'
    if weak and (("object" in unknown and not frame.named) or not known):
        return False
    return bool(asked) and len(known) + len(unknown) == len(asked)


def _classes(frame: Frame, role: str) -> frozenset[str]:
    return frame.object_classes if role == "object" else frame.subject_classes


def _holds(sense: Sense, role: str, frame: Frame) -> bool:
    return role not in sense.conditions or bool(sense.conditions[role] & _classes(frame, role))


def _names_word(sense: Sense, frame: Frame) -> bool:
    """Say whether a sense is for this word by name, or for all of its trigger without asking for any noun."""
    asks = {"object", "subject"} & sense.conditions.keys()
    return _words_fit(sense, frame) and (not asks or frame.words in sense.conditions.get(frame.part, ()))


def _words_fit(sense: Sense, frame: Frame) -> bool:
    conditions = sense.conditions
    if any(key in conditions for key in ("verbs", "nouns", "adjectives")):
        if frame.words not in conditions.get(frame.part, frozenset()):
            return False
    elif frame.part != "verbs" and "not_verbs" in conditions:
        return False
    if frame.words in conditions.get("not_verbs", ()):
        return False
    return (
        ("means" not in conditions or bool(conditions["means"] & frame.means))
        and ("near" not in conditions or bool(conditions["near"] & frame.near))
        and not conditions.get("not_near", frozenset()) & frame.near
        and sense.flags <= frame.flags
    )
