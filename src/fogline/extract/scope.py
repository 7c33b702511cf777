"""Scope: how sure, whether it happened, and in which world: the words that govern a trigger.

Coding rules 'Denial', 'Attacks that failed', 'Demands', 'Conditions and plans' and 'Rumour' of docs/claims.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from fogline.extract.lexicon import Lexicon
from fogline.extract.mention import Attribution, EventMention
from fogline.extract.tree import Tree
from fogline.model import Certainty, EventType, Modality, Polarity

_STOPS = ("relcl", "advcl", "parataxis")
_OWN = (
    *("neg", "aux", "advmod", "det", "amod", "prep", "mark", "preconj", "acomp", "attr", "prt", "intj"),
    *("nsubj", "nsubjpass", "dobj"),
)
"""Relations of the words that set how sure or how real their head is."""


@dataclass(frozen=True, slots=True)
class Scope:
    """How a speaker puts a claim."""

    polarity: Polarity
    certainty: Certainty
    modality: Modality
    type: EventType
    """The type once scope is known: an attack 'without success' is a denied advance."""


_OUTCOMES = (EventType.CAPTURED, EventType.ENCIRCLED)
"""What is reached or not: to try it is not to have done it, while an attack that is tried is made."""


def read_scope(tree: Tree, event: EventMention, content: Set[int], lexicon: Lexicon) -> Scope:
    """Give polarity, certainty and modality of an event from the words that govern its trigger.

    ``content`` are the tokens that the speaker says; words outside it (the verb of saying) do not count.
    """
    chain = list(_governors(tree, event.trigger, content))
    denied = event.denied != _is_negated(tree, event, chain, lexicon)
    type_ = event.type
    if denied and _is_failed_attack(tree, event, lexicon):
        type_ = EventType.ADVANCED
    certainty = _certainty(tree, chain, lexicon)
    if _unlikely(tree, chain, lexicon):
        denied, certainty = True, Certainty.PROBABLE
    modality = _modality(tree, chain, lexicon)
    if event.type in _OUTCOMES and not denied and modality is Modality.ACTUAL:
        above = {tree.lower[i] for i in chain[1:]}
        denied = bool(above & lexicon.words("grammar", "scope", "tried"))
        modality = Modality.FUTURE if above & lexicon.words("grammar", "scope", "trying") else modality
    return Scope(Polarity.DENIED if denied else Polarity.AFFIRMED, certainty, modality, type_)


def turn_scope(scope: Scope, around: Sequence[Attribution], lexicon: Lexicon) -> Scope:
    """Turn a scope by the verbs of saying around it: denied, believed, asked for, rumoured."""
    named = any(a.source is not None for a in around)
    for attribution in around:
        if "deny" in attribution.classes:
            flipped = Polarity.DENIED if scope.polarity is Polarity.AFFIRMED else Polarity.AFFIRMED
            scope = replace(scope, polarity=flipped)
        if "rumour" in attribution.classes and not named and scope.certainty is not Certainty.POSSIBLE:
            level = Certainty.PROBABLE if "think" in attribution.classes else Certainty.POSSIBLE
            scope = replace(scope, certainty=level)
        elif attribution.base in lexicon.words("grammar", "saying", "possible"):
            scope = replace(scope, certainty=Certainty.POSSIBLE)
        elif (
            attribution.base in lexicon.words("grammar", "saying", "probable") and scope.certainty is Certainty.CERTAIN
        ):
            scope = replace(scope, certainty=Certainty.PROBABLE)
        if "ask" in attribution.classes and "say" not in attribution.classes and scope.modality is Modality.ACTUAL:
            scope = replace(scope, modality=Modality.DEMANDED)
        if attribution.base in lexicon.words("grammar", "saying", "ahead") and scope.modality is Modality.ACTUAL:
            scope = replace(scope, modality=Modality.FUTURE)
    return scope


def _governors(tree: Tree, trigger: int, content: Set[int]) -> Iterator[int]:
    """Give the trigger and the heads above it that scope over it, as far as the content reaches."""
    yield trigger
    here = trigger
    while tree.heads[here] != here:
        above = tree.heads[here]
        if above not in content or (tree.deps[here] in _STOPS and tree.is_verb(above)):
            return
        if tree.deps[here] == "conj" and tree.child(here, "nsubj", "nsubjpass") is not None:
            return
        if tree.deps[here] == "ccomp" and any(word in (";", ":") for word in tree.words[here:above]):
            return  # 'The line is down; workers promise …': two sentences in one
        if tree.deps[here] == "conj" and tree.is_verb(above):
            here = above
            continue
        here = above
        yield here


def _own_words(tree: Tree, i: int) -> list[int]:
    return tree.each(i, *_OWN)


def _is_negated(tree: Tree, event: EventMention, chain: list[int], lexicon: Lexicon) -> bool:
    words = lexicon.words("certainty", "negation", "words")
    verbs = lexicon.words("certainty", "negation", "verbs")
    adjectives = lexicon.words("certainty", "negation", "adjectives")
    nouns = lexicon.words("certainty", "negation", "nouns")
    count = 0
    for n, i in enumerate(chain):
        count += _negations_beside(tree, i, chain, words, adjectives, lexicon)
        if n and (_bases(tree, i, lexicon) & verbs or tree.lower[i] in nouns | adjectives):
            count += 1
    if event.agent is not None:
        count += _denies_noun(tree, event.agent, lexicon)
    if event.target is not None and event.target != event.agent:
        count += _denies_noun(tree, event.target, lexicon)
    clause = _outcome_words(tree, chain)
    count += any(phrase in clause for phrase in lexicon.words("certainty", "negation", "phrases"))
    if event.type is EventType.HELD:
        count += "no longer" in " ".join(tree.lower)
    fail = [c for c in tree.each(event.trigger, "conj") if _bases(tree, c, lexicon) & {"fail"}]
    return (count + len(fail)) % 2 == 1


def _negations_beside(
    tree: Tree, i: int, chain: list[int], words: frozenset[str], adjectives: frozenset[str], lexicon: Lexicon
) -> int:
    """Give 1 where a word beside a link of the chain, and no link itself, negates it."""
    no_more = lexicon.words("grammar", "scope", "no_more")
    found = 0
    for c in _own_words(tree, i):
        if tree.lower[c] in words and not (tree.lower[c] == "no" and no_more & set(tree.lower[c + 1 : c + 2])):
            found += tree.deps[c] in ("neg", "advmod", "det", "preconj")
        elif c not in chain and tree.deps[c] in ("amod", "acomp") and tree.lower[c] in adjectives:
            found += 1
    return min(found, 1)


def _outcome_words(tree: Tree, chain: list[int]) -> str:
    """Give the words that may tell how it ended: the trigger's clause and the complements of what governs it.

    'Three attempts to push forward ENDED IN FAILURE'.
    """
    tokens = tree.subtree(chain[0])
    for below, i in pairwise(chain):
        if tree.deps[below] in ("ccomp", "xcomp", "conj", "advcl", "parataxis"):
            break
        tokens |= {i, *(k for c in tree.each(i, "prep", "advmod", "acomp", "attr", "prt") for k in tree.subtree(c))}
    return " ".join(tree.lower[k] for k in sorted(tokens))


def _denies_noun(tree: Tree, i: int, lexicon: Lexicon) -> int:
    no = lexicon.words("grammar", "scope", "no")
    if tree.lower[i] in lexicon.words("grammar", "scope", "nothing"):
        return 1
    first = min((c for c in tree.children[i] if tree.deps[c] in ("det", "nummod", "amod")), default=i)
    if tree.lower[max(0, first - 1) : first + 1] == ["not", "one"] or tree.lower[max(0, first - 1) : first + 2] == [
        "not",
        "a",
        "single",
    ]:
        return 1
    return int(any(tree.lower[c] in no and tree.deps[c] in ("det", "neg", "advmod") for c in tree.children[i]))


def _is_failed_attack(tree: Tree, event: EventMention, lexicon: Lexicon) -> bool:
    clause = " ".join(tree.lower)
    failed = any(phrase in clause for phrase in lexicon.words("grammar", "scope", "failed"))
    return failed and event.type in (EventType.CLASH, EventType.ADVANCED)


def _bases(tree: Tree, i: int, lexicon: Lexicon) -> set[str]:
    """Give the base forms (with particles that stand beside it) of a verb."""
    found = set()
    for base in lexicon.verbs.get(tree.lower[i]):
        if all(any(tree.lower[c] == part for c in range(i + 1, min(i + 4, len(tree)))) for part in base[1:]):
            found.add(" ".join(base))
    return found


def _certainty(tree: Tree, chain: list[int], lexicon: Lexicon) -> Certainty:
    levels = [
        level
        for n, i in enumerate(chain)
        for level in (Certainty.POSSIBLE, Certainty.PROBABLE)
        if _is_hedged(tree, i, n > 0, level, lexicon)
    ]
    if Certainty.POSSIBLE in levels:
        return Certainty.POSSIBLE
    return Certainty.PROBABLE if levels else Certainty.CERTAIN


def _is_hedged(tree: Tree, i: int, above: bool, level: Certainty, lexicon: Lexicon) -> bool:
    """Say whether a word, or one beside it, lowers what it governs to a level; ``above``: it governs the trigger."""
    words = [tree.lower[c] for c in (*_own_words(tree, i), *((i,) if above else ()))]
    if not all(lexicon.words("certainty", level, key).isdisjoint(words) for key in ("adverbs", "adjectives")):
        return True
    modals = lexicon.words("certainty", level, "modals")
    if any(tree.lower[c] in modals for c in tree.each(i, "aux")):
        return not _is_past_ability(tree, i)
    if above and tree.lower[i] in lexicon.words("certainty", level, "nouns"):
        return True
    return above and tree.is_verb(i) and bool(_bases(tree, i, lexicon) & lexicon.words("certainty", level, "verbs"))


def _is_past_ability(tree: Tree, i: int) -> bool:
    """Say whether 'could' tells of what was not possible ('could not reach') rather than of a chance."""
    return any(tree.lower[c] == "could" for c in tree.children[i]) and tree.child(i, "neg") is not None


def _unlikely(tree: Tree, chain: list[int], lexicon: Lexicon) -> bool:
    unlikely = lexicon.words("certainty", "negation", "unlikely")
    return any(tree.lower[i] in unlikely or any(tree.lower[c] in unlikely for c in tree.children[i]) for i in chain)


def _modality(tree: Tree, chain: list[int], lexicon: Lexicon) -> Modality:
    found = (_modality_at(tree, i, n > 0, lexicon) for n, i in enumerate(chain))
    return next((modality for modality in found if modality is not None), Modality.ACTUAL)


def _modality_at(tree: Tree, i: int, above: bool, lexicon: Lexicon) -> Modality | None:
    """Give the modality that a word sets for what it governs; ``above`` says that it stands above the trigger."""
    auxiliaries = {tree.lower[c] for c in tree.each(i, "aux")}
    if _is_condition(tree, i, lexicon):
        return Modality.HYPOTHETICAL
    asks = above and tree.is_verb(i) and _bases(tree, i, lexicon) & lexicon.words("certainty", "demanded", "verbs")
    beside = {tree.lower[c] for c in tree.each(i, "intj", "advmod")}
    requested = tree.tags[i] == "VB" and beside & lexicon.words("certainty", "demanded", "requests")
    if asks or requested or auxiliaries & lexicon.words("certainty", "demanded", "modals"):
        return Modality.DEMANDED
    if auxiliaries & lexicon.words("certainty", "hypothetical", "modals"):
        return Modality.FUTURE if _is_reported_future(tree, i, lexicon) else Modality.HYPOTHETICAL
    if auxiliaries & lexicon.words("certainty", "future", "modals"):
        return Modality.HYPOTHETICAL if _has_condition(tree, i, lexicon) else Modality.FUTURE
    if (
        auxiliaries & lexicon.words("certainty", "future", "chances")
        and tree.tags[i] == "VB"
        and not auxiliaries & {"have", "be"}
    ):
        return Modality.FUTURE if not _is_state(tree, i, lexicon) else None
    ahead = (above and _looks_ahead(tree, i, lexicon)) or (
        i > 1 and tree.lower[i - 1] == "to" and tree.lower[i - 2] in lexicon.words("grammar", "scope", "ahead")
    )
    return Modality.FUTURE if ahead else None


def _is_state(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    """Say whether a verb tells of how things are rather than of what happens: 'may be', 'may amount to'."""
    already = any(tree.lower[c] in ("already", "also") for c in tree.each(i, "advmod"))
    return (
        already or bool(_bases(tree, i, lexicon) & lexicon.words("grammar", "scope", "states")) or tree.lower[i] == "be"
    )


def _looks_ahead(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    if tree.lower[i] in lexicon.words("certainty", "future", "adjectives") | lexicon.words(
        "certainty", "future", "nouns"
    ):
        return True
    return tree.is_verb(i) and bool(_bases(tree, i, lexicon) & lexicon.words("certainty", "future", "verbs"))


def _is_condition(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    conditions = lexicon.words("grammar", "scope", "conditions")
    return any(tree.deps[c] == "mark" and tree.lower[c] in conditions for c in tree.children[i])


def _has_condition(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    return any(_is_condition(tree, c, lexicon) for c in tree.each(i, "advcl"))


def _is_reported_future(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    """Say whether 'would' is the future of reported speech ('said that it would send') and not a condition."""
    above = tree.heads[i]
    return (
        tree.deps[i] in ("ccomp", "conj")
        and above != i
        and tree.tags[above] in ("VBD", "VBN", "VBG")
        and any(tree.lower[c] == "would" for c in tree.children[i])
        and not _has_condition(tree, i, lexicon)
    )
