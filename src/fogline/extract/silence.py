"""Silence: who has not spoken, what was not given, what could not be checked.

Coding rule 'Silence' of docs/claims.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fogline.extract.lexicon import Lexicon
from fogline.extract.mention import EventMention
from fogline.extract.scene import Scene
from fogline.extract.tree import SUBJECTS, Tree
from fogline.model import EventType


@dataclass(frozen=True, slots=True)
class SilenceRule:
    """One row of silence.toml: the words that fire it and what must stand beside them."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    adjectives: frozenset[str]
    objects: frozenset[str]
    subjects: frozenset[str]
    followed_by: frozenset[str]
    negated: bool
    passive: bool
    silent: str


def read_rules(lexicon: Lexicon) -> dict[str, list[SilenceRule]]:
    """Give the rules of silence.toml by each word form that may fire them."""
    sets = ("verbs", "nouns", "adjectives", "objects", "subjects", "followed_by")
    by_word: dict[str, list[SilenceRule]] = {}
    for row in lexicon.table["silence"]["rule"]:
        rule = SilenceRule(
            **{name: frozenset(row.get(name, ())) for name in sets},
            negated=bool(row.get("negated")),
            passive=bool(row.get("passive")),
            silent=str(row["silent"]),
        )
        firing = rule.nouns or rule.adjectives or _forms(rule.verbs, lexicon)
        for word in firing:
            by_word.setdefault(word, []).append(rule)
    return by_word


def _forms(verbs: frozenset[str], lexicon: Lexicon) -> set[str]:
    return {form for form, bases in lexicon.verbs.by_form.items() if any(" ".join(base) in verbs for base in bases)}


def find_silences(scene: Scene) -> Iterator[EventMention]:
    """Give the silences of a sentence as events of type ``information.silent``, at most one per clause."""
    tree, rules = scene.tree, scene.reading.knowledge.silences
    seen: set[int] = set()
    for i, word in enumerate(tree.lower):
        for rule in rules.get(word, ()):
            if _matches(scene, i, rule) and (clause := tree.clause(i)) not in seen:
                seen.add(clause)
                yield EventMention(EventType.SILENT, i, i, tree.is_verb(i), _silent_body(scene, i, rule), None, False)
                break


def unsaid_tokens(scene: Scene, silence: EventMention) -> set[int]:
    """Give the tokens of the question that a silence leaves open: 'did not say HOW MANY HAD BEEN KILLED'."""
    tree = scene.tree
    questions = scene.lexicon.words("grammar", "silence", "questions")
    return {
        k
        for top in {silence.trigger, tree.clause(silence.trigger), *tree.each(silence.trigger, "xcomp")}
        for c in tree.each(top, "ccomp", "csubj")
        for below in [tree.subtree(c)]
        if questions & {tree.lower[i] for i in sorted(below)[:2]}
        for k in below
    }


def _matches(scene: Scene, i: int, rule: SilenceRule) -> bool:
    tree, lexicon = scene.tree, scene.lexicon
    word = tree.lower[i]
    if rule.nouns:
        return tree.is_noun(i) and _is_negated(tree, i, lexicon) and _withheld(tree, i, lexicon)
    if rule.adjectives:
        return _adjective_fits(scene, i, rule, _is_negated(tree, i, lexicon))
    if not (tree.is_verb(i) or tree.deps[i] in ("ROOT", "xcomp", "conj")):
        return False
    bases = {" ".join(base) for base in lexicon.verbs.get(word)}
    if not bases & rule.verbs or _is_negated(tree, i, lexicon) != rule.negated:
        return False
    return _arguments_fit(tree, i, rule, lexicon)


def _adjective_fits(scene: Scene, i: int, rule: SilenceRule, negated: bool) -> bool:
    tree = scene.tree
    if tree.deps[i] not in ("acomp", "attr", "dobj", "oprd", "advmod", "ROOT", "amod") or negated != rule.negated:
        return False
    above = tree.clause(i)
    if rule.verbs:
        lexicon = scene.lexicon
        copula = tree.lower[above] in lexicon.words("grammar", "silence", "copulas")
        bases = {base[0] for base in lexicon.verbs.get(tree.lower[above])} | (
            {"be"} if copula else {tree.lower[above].rstrip("s").removesuffix("ed")}
        )
        return bool(bases & rule.verbs) and tree.deps[i] != "amod"
    after = set(tree.lower[i + 1 : i + 4])
    return tree.child(above, *SUBJECTS) is not None and bool(after & rule.followed_by)


def _arguments_fit(tree: Tree, i: int, rule: SilenceRule, lexicon: Lexicon) -> bool:
    if rule.passive:
        subject = tree.patient(i) if tree.is_passive(i) else None
        return subject is not None and tree.lower[subject] in rule.subjects and not _is_no_loss(tree, subject, lexicon)
    if rule.followed_by:
        return any(tree.lower[c] in rule.followed_by for c in tree.each(i, "xcomp"))
    if rule.objects:
        subject = tree.patient(i) if tree.is_passive(i) else None
        if subject is not None and _is_no_loss(tree, subject, lexicon):
            return False
        below = {
            tree.lower[k]
            for c in tree.each(i, "dobj", "prep", "ccomp", "xcomp", "advmod", "nsubjpass", "relcl", "dep")
            for k in tree.subtree(c)
        }
        if any(
            tree.deps[c] == "ccomp"
            and tree.is_verb(c)
            and not lexicon.words("grammar", "silence", "questions")
            & {*tree.lower[i:], *(tree.lower[k] for k in tree.subtree(c))}
            for c in tree.children[i]
        ):
            return False
        bare = tree.lower[i] in lexicon.words("grammar", "silence", "bare_verbs")
        return bool(below & rule.objects) or bare
    return True


def _is_no_loss(tree: Tree, subject: int, lexicon: Lexicon) -> bool:
    """Say whether a count is said to be nought rather than kept back: 'no casualties were reported'."""
    no = any(tree.lower[c] == "no" for c in tree.children[subject])
    return no and "losses" in lexicon.classes.get(tree.lower[subject], frozenset())


def _is_negated(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    words = lexicon.words("silence", "negation", "words")
    chain = [i]
    if tree.deps[i] == "xcomp" or (tree.deps[i] in ("conj",) and tree.child(i, *SUBJECTS) is None):
        chain.append(tree.heads[i])
        if tree.tags[tree.heads[i]] == "JJ":  # 'has NOT been able to confirm'
            chain.append(tree.clause(tree.heads[i]))
    if tree.is_noun(i) or tree.tags[i] == "JJ":
        above = tree.clause(i)
        chain.append(above)
        if tree.deps[above] == "xcomp":
            chain.append(tree.heads[above])
    if tree.lower[i - 2 : i] == ["yet", "to"]:
        return True
    for k in chain:
        if tree.lower[k] in words:
            return True
        for c in tree.children[k]:
            if tree.lower[c] in words and tree.deps[c] not in ("ccomp", "advcl"):
                return True
            if tree.deps[c] in ("nsubj", "nsubjpass", "dobj", "prep") and any(
                tree.lower[d] in words
                for d in (c, *tree.children[c])
                if tree.deps[d] in ("det", "neg", "nsubj", "nsubjpass", "dobj", "advmod", "amod")
            ):
                return True
    return False


def _withheld(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    """Say whether a negated noun of information is what is missing in its clause: subject, object or bare."""
    above = tree.clause(i)
    existential = tree.child(above, "expl") is not None
    giving = tree.lower[above] in lexicon.words("grammar", "silence", "giving")
    return tree.deps[i] in ("attr", "nsubj", "nsubjpass", "dobj", "ROOT", "conj") and (
        existential or giving or tree.deps[i] == "ROOT"
    )


def _silent_body(scene: Scene, i: int, rule: SilenceRule) -> int | None:
    tree = scene.tree
    if rule.silent == "subject":
        verb = tree.clause(i)
        return tree.subject(verb)
    if rule.silent == "from":
        above = tree.clause(i)
        for start in (i, above):
            for prep in tree.each(start, "prep"):
                if tree.lower[prep] in scene.lexicon.words("grammar", "silence", "bodies"):
                    return tree.child(prep, "pobj")
        return tree.subject(above) if tree.deps[i] == "dobj" else None
    return None
