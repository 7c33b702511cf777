"""Content: the words of a sentence that state an event."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.extract.mention import Attribution, EventMention
from fogline.extract.tree import SUBJECTS, Tree

_EDGES = frozenset(("cc", "punct", "mark", "preconj"))
_MARKS = '“”"«»,;:–—-'
_CLIMBING = ("xcomp", "acomp", "oprd", "attr")
_CLIMBING_NOUNS = ("nsubj", "nsubjpass", "dobj", "pobj", "prep", "conj", "agent", "compound", "appos")
_GOVERNING = ("of", "in", "from", "at")
"""Prepositions that a verb asks for before a gerund: 'is suspected OF collapsing', 'succeeded IN taking'."""
_WIDEST_GAP = 6
"""Tokens; what stands further away is another stretch of the sentence."""


def content_tokens(
    tree: Tree, event: EventMention, events: Sequence[EventMention], attributions: Sequence[Attribution]
) -> set[int]:
    """Give the tokens that state an event: its clause without those of other events and of who says so.

    The set holds no edge punctuation and no wide gap, so that the span from its first to its last token is the
    claim's content; it is empty where nothing but punctuation is left.
    """
    triggers = {e.trigger_last if not e.verb else e.trigger for e in events} - {event.trigger, event.trigger_last}
    top = _clause_top(tree, event, triggers, attributions)
    tokens = tree.subtree(top)
    for i in sorted(tokens):
        if i == top or i not in tokens or event.trigger in tree.subtree(i):
            continue
        below = tree.subtree(i)
        says_it = any(a.cue in below and event.trigger in a.content for a in attributions)
        if says_it or _is_other_clause(tree, i, below, triggers):
            tokens -= below
    return _trim(tree, tokens, event.trigger)


def _is_other_clause(tree: Tree, i: int, below: set[int], triggers: set[int]) -> bool:
    dep = tree.deps[i]
    clausal = dep in ("conj", "advcl", "ccomp", "parataxis", "relcl", "acl", "xcomp", "pcomp", "dep") and tree.is_verb(
        i
    )
    apart = dep == "conj" and ";" in tree.words[tree.heads[i] + 1 : i]
    return clausal and (apart or bool(below & triggers) or dep in ("parataxis", "ccomp"))


def _clause_top(tree: Tree, event: EventMention, triggers: set[int], attributions: Sequence[Attribution]) -> int:
    """Give the head of the clause that states an event: up through 'began to', 'launched an attack'."""
    barred = {a.cue for a in attributions if event.trigger in a.content}
    here = event.trigger_last if not event.verb else event.trigger
    while tree.heads[here] != here:
        above, dep = tree.heads[here], tree.deps[here]
        if above in barred:
            break
        if dep == "pobj" and _is_about_another(tree, tree.heads[above], triggers):
            break
        infinitive = tree.is_willed(here) or (dep == "acl" and tree.is_noun(above) and tree.tags[here] == "VB")
        governed = dep == "pcomp" and tree.lower[above] in _GOVERNING and tree.is_verb(tree.heads[above])
        if not (infinitive or governed or dep in _CLIMBING or (dep in _CLIMBING_NOUNS and not tree.is_verb(here))):
            break
        here = tree.heads[above] if governed else above
    return here


def _is_about_another(tree: Tree, verb: int, triggers: set[int]) -> bool:
    """Say whether a verb's subject names another event: 'THE WITHDRAWAL is tied to the threat of encirclement'."""
    subjects = tree.each(verb, *SUBJECTS) if tree.is_verb(verb) else []
    return any(triggers & tree.subtree(subject) for subject in subjects)


def _trim(tree: Tree, tokens: set[int], trigger: int) -> set[int]:
    """Keep the run of tokens around the trigger, without conjunctions and punctuation at its edges."""
    run: list[int] = []
    for i in _without_edges(tree, sorted(tokens), trigger):
        if run and i - run[-1] > _WIDEST_GAP:
            if trigger in run or trigger < i:
                break
            run = []
        run.append(i)
    return set(_without_edges(tree, run, trigger))


def _without_edges(tree: Tree, ordered: list[int], trigger: int) -> list[int]:
    first, last = 0, len(ordered)
    while first < last and ordered[first] != trigger and _is_edge(tree, ordered[first], _MARKS):
        first += 1
    while last > first and ordered[last - 1] != trigger and _is_edge(tree, ordered[last - 1], f"{_MARKS}."):
        last -= 1
    return ordered[first:last]


def _is_edge(tree: Tree, i: int, marks: str) -> bool:
    return tree.deps[i] in _EDGES or tree.words[i] in marks
