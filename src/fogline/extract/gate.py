"""The gate: which sentences are worth parsing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from fogline.extract.lexicon import Lexicon
from fogline.extract.sentences import Sentence
from fogline.model import Span

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LABEL_WORDS = 5
"""A shorter opening sentence may be the label of its paragraph ('Gao region. …')."""
_CONTEXT = 2
"""Sentences on either side of an event in which its speaker may be named."""


class Gate:
    """Lets through the sentences that may hold an event, and those around them that may say who reports it."""

    def __init__(self, lexicon: Lexicon) -> None:
        weak_verbs = lexicon.words("gate", "weak", "verbs")
        weak_nouns = lexicon.words("gate", "weak", "nouns")
        verbs = {key.removeprefix("verb:").split()[0] for key in lexicon.triggers if key.startswith("verb:")}
        verbs |= {verb.split()[0] for rule in lexicon.table["silence"]["rule"] for verb in rule.get("verbs", ())}
        nouns = {form.split()[-1] for form, base in lexicon.nouns.items() if base not in weak_nouns}
        words = {key.removeprefix("adjective:") for key in lexicon.triggers if key.startswith("adjective:")}
        for rule in lexicon.table["silence"]["rule"]:
            words |= {*rule.get("adjectives", ()), *rule.get("nouns", ())}
        self._strong = frozenset(_forms(lexicon, verbs - weak_verbs) | nouns | words)
        self._weak = frozenset(_forms(lexicon, verbs & weak_verbs) | {form.split()[-1] for form in lexicon.nouns})
        company = lexicon.words("gate", "company", "classes")
        self._company = frozenset(form for form, classes in lexicon.classes.items() if classes & company)
        self._cues = frozenset(_forms(lexicon, {cue.split()[0] for cue in lexicon.cues})) | lexicon.words(
            "grammar", "saying", "sources"
        )

    def choose(self, text: str, sentences: list[Sentence], names: Sequence[Span] = ()) -> list[Sentence]:
        """Give the sentences to parse: with event words, or with a verb of saying within two sentences of them.

        A word of many meanings ('hold', 'take') counts in company: beside a soldier or a town, or one of ``names``.
        """
        words = [set(_WORD.findall(s.span.of(text).lower())) for s in sentences]
        starts = [name.start for name in names]
        named = [bisect_left(starts, s.span.start) < bisect_left(starts, s.span.end) for s in sentences]
        events = [self._may_hold_event(w, named=n) for w, n in zip(words, named, strict=True)]
        if not any(events):
            return []
        chosen = []
        for n, sentence in enumerate(sentences):
            beside = any(events[max(0, n - _CONTEXT) : n + _CONTEXT + 1])
            label = sentence.first and len(words[n]) <= _LABEL_WORDS and any(events[n + 1 : n + 2])
            if events[n] or (beside and words[n] & self._cues) or n == 0 or sentence.heading or label:
                chosen.append(sentence)
        return chosen

    def _may_hold_event(self, words: set[str], *, named: bool) -> bool:
        return bool(words & self._strong) or bool(words & self._weak and (named or words & self._company))


def _forms(lexicon: Lexicon, heads: set[str]) -> set[str]:
    return {form for form, bases in lexicon.verbs.by_form.items() if any(base[0] in heads for base in bases)}
