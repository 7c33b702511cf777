"""English inflection: all forms of a base form, so that texts need no lemmatiser."""

from __future__ import annotations

from collections.abc import Mapping

_VOWELS = "aeiou"


def verb_forms(base: str, irregular: Mapping[str, str]) -> tuple[str, ...]:
    """Give base, third person, past, participle and gerund of a one-word verb."""
    if base in irregular:
        return (base, *irregular[base].split())
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base, f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base}ing"
    third = f"{base}es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{base}s"
    if base.endswith("ee"):
        return base, third, f"{base}d", f"{base}ing"
    if base.endswith("e"):
        return base, third, f"{base}d", f"{base[:-1]}ing"
    stem = base + base[-1] if _doubles(base) else base
    return base, third, f"{stem}ed", f"{stem}ing"


def noun_forms(base: str, irregular: Mapping[str, str]) -> tuple[str, str]:
    """Give singular and plural of a noun; of a compound, its last word is inflected."""
    head, last = base.rpartition(" ")[0], base.rpartition(" ")[2]
    if last in irregular:
        plural = irregular[last]
    elif last.endswith("y") and last[-2:-1] not in _VOWELS:
        plural = f"{last[:-1]}ies"
    else:
        plural = f"{last}es" if last.endswith(("s", "x", "z", "ch", "sh")) else f"{last}s"
    return base, f"{head} {plural}".strip()


def _doubles(base: str) -> bool:
    """Say whether the last consonant doubles: one syllable, consonant-vowel-consonant ('stop', not 'fight')."""
    syllables = sum(c in _VOWELS and (i == 0 or base[i - 1] not in _VOWELS) for i, c in enumerate(base))
    return (
        syllables == 1
        and len(base) > 2
        and base[-1] not in f"{_VOWELS}wxy"
        and base[-2] in _VOWELS
        and base[-3] not in _VOWELS
    )
