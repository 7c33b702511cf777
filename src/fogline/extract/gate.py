"""The gate: which sentences are worth parsing."""

from __future__ import annotations

import re

from fogline.extract.lexicon import Lexicon
from fogline.extract.sentences import Sentence

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


class Gate:
    """Lets through the sentences that may hold an event, and those around them that may say who reports it."""

    def __init__(self, lexicon: Lexicon) -> None:
        events = {key.partition(":")[2].split()[0] for key in lexicon.triggers if key.startswith("verb:")}
        verbs = {form for form, bases in lexicon.verbs.by_form.items() if any(b[0] in events for b in bases)}
        nouns = {form.split()[-1] for form in lexicon.nouns}
        adjectives = {key.partition(":")[2] for key in lexicon.triggers if key.startswith("adjective:")}
        silent = {w for rule in lexicon.table["silence"]["rule"] for w in (*rule.get("adjectives", ()), *rule.get("nouns", ()))}
        silent_verbs = {v.split()[0] for rule in lexicon.table["silence"]["rule"] for v in rule.get("verbs", ())}
        silent |= {form for form, bases in lexicon.verbs.by_form.items() if any(b[0] in silent_verbs for b in bases)}
        self._events = frozenset(verbs | nouns | silent | adjectives)
        cue_heads = {cue.split()[0] for cue in lexicon.cues} | {"according", "citing", "quoting"}
        self._cues = frozenset(
            form for form, bases in lexicon.verbs.by_form.items() if any(b[0] in cue_heads for b in bases)
        ) | {"according", "citing", "quoting"}

    def choose(self, text: str, sentences: list[Sentence]) -> list[Sentence]:
        """Give the sentences to parse: with event words, or with a verb of saying within two sentences of them."""
        words = [set(_WORD.findall(s.span.of(text).lower())) for s in sentences]
        events = [bool(w & self._events) for w in words]
        if not any(events):
            return []
        chosen = []
        for n, sentence in enumerate(sentences):
            beside = any(events[max(0, n - 2) : n + 3])
            if events[n] or (beside and words[n] & self._cues) or n == 0 or sentence.heading:
                chosen.append(sentence)
        return chosen
