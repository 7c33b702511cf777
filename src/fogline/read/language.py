"""Which language a text is in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from fogline.read.parameters import reading_parameters

if TYPE_CHECKING:
    from lingua import LanguageDetector

_CODE = re.compile(r"[a-z]{2}")


def detect_language(text: str) -> str | None:
    """Give the ISO 639-1 code of a text's language, None where it is too short or not clear.

    Only its beginning counts.
    """
    parameters = reading_parameters().language
    sample = text[: parameters.sample_characters]
    if sum(map(str.isalpha, sample)) < parameters.min_letters:
        return _language_by_letters(sample, parameters.telling_letters)
    best = _detector().compute_language_confidence_values(sample)[0]
    return best.language.iso_code_639_1.name.lower() if best.value >= parameters.min_confidence else None


def language_code(name: str) -> str | None:
    """Give the ISO 639-1 code in a language tag such as ``uk`` or ``en-GB``, None where there is none."""
    code = re.split("[-_]", name.strip().lower(), maxsplit=1)[0]
    return code if _CODE.fullmatch(code) else None


def _language_by_letters(text: str, telling: Mapping[str, str]) -> str | None:
    """Give the one language whose own letters a short text has."""
    letters = set(text.lower())
    languages = [code for code, own in telling.items() if not letters.isdisjoint(own)]
    return languages[0] if len(languages) == 1 else None


@cache
def _detector() -> LanguageDetector:
    """Load the detector once. Its light mode costs 0.1 s and 20 MB; the other more than 2 s and 280 MB."""
    from lingua import IsoCode639_1, LanguageDetectorBuilder

    codes = [getattr(IsoCode639_1, code.upper()) for code in reading_parameters().language.considered]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*codes).with_low_accuracy_mode().build()
