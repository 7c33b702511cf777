"""Tree: one parsed sentence as plain lists, with the walks over its dependencies that all rules share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fogline.extract.sentences import Sentence
from fogline.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_WILLS = frozenset(("initiative", "decision", "order", "orders", "plan", "plans", "intention", "move", "steps"))
"""Nouns of what somebody sets out to do: who has the will is who does it."""


@dataclass(slots=True)
class Tree:
    """A dependency tree by token index: CLEAR-style labels, Penn Treebank tags, offsets into the document."""

    sentence: Sentence
    words: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    """Index of each token's head; a root is its own head."""
    starts: list[int]
    """Offset of each token in the document, in code points."""
    lower: list[str] = field(init=False)
    children: list[list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.lower = [word.lower() for word in self.words]
        self.link()

    def link(self) -> None:
        """Lay out the children of each token anew, after heads were set."""
        self.children = [[] for _ in self.words]
        for i, head in enumerate(self.heads):
            if head != i:
                self.children[head].append(i)

    @classmethod
    def of(cls, sentence: Sentence, doc: Doc) -> Tree:
        """Give the tree of a sentence that spaCy has parsed."""
        offset = sentence.span.start
        rows = [(t.text, t.tag_, t.dep_, t.head.i, offset + t.idx) for t in doc]
        words, tags, deps, heads, starts = map(list, zip(*rows, strict=True)) if rows else ([], [], [], [], [])
        return cls(sentence, words, tags, deps, heads, starts)

    def __len__(self) -> int:
        return len(self.words)

    def end(self, i: int) -> int:
        """Give the offset behind a token, in code points of the document."""
        return self.starts[i] + len(self.words[i])

    def span(self, first: int, last: int) -> Span:
        """Give the document span from one token to another, both included."""
        return Span(self.starts[first], self.end(last))

    def child(self, i: int, *deps: str) -> int | None:
        """Give the first child with one of these relations."""
        return next((c for c in self.children[i] if self.deps[c] in deps), None)

    def each(self, i: int, *deps: str) -> list[int]:
        """Give the children with one of these relations."""
        return [c for c in self.children[i] if self.deps[c] in deps]

    def subtree(self, i: int) -> set[int]:
        """Give a token and all below it."""
        found, todo = {i}, [i]
        while todo:
            for c in self.children[todo.pop()]:
                if c not in found:
                    found.add(c)
                    todo.append(c)
        return found

    def ancestors(self, i: int) -> Iterator[int]:
        """Give the heads above a token, nearest first."""
        while self.heads[i] != i:
            i = self.heads[i]
            yield i

    def is_verb(self, i: int) -> bool:
        """Say whether a token is a verb by its tag."""
        return self.tags[i].startswith("VB")

    def is_noun(self, i: int) -> bool:
        """Say whether a token is a noun or a name by its tag."""
        return self.tags[i].startswith("NN")

    def clause(self, i: int) -> int:
        """Give the verb (or root) whose clause a token belongs to."""
        while self.heads[i] != i and not self.is_verb(i):
            i = self.heads[i]
        return i

    def conjuncts(self, i: int) -> list[int]:
        """Give a token and what is coordinated with it."""
        found = [i]
        for c in self.children[i]:
            listed = (
                self.deps[c] == "appos" and self.child(c, "nummod") is not None and self.child(i, "nummod") is not None
            )
            if self.deps[c] == "conj" or listed:
                found += self.conjuncts(c)
        return found

    def objects(self, prep: int) -> list[int]:
        """Give the objects of a preposition, with their conjuncts."""
        return [o for c in self.each(prep, "pobj") for o in self.conjuncts(c)]

    def is_infinitive(self, verb: int) -> bool:
        """Say whether a verb is an infinitive with 'to'."""
        return any(self.lower[c] == "to" for c in self.each(verb, "aux"))

    def is_passive(self, verb: int) -> bool:
        """Say whether a verb is passive: with 'be', or a bare participle behind or coordinated with one."""
        if self.child(verb, "auxpass", "nsubjpass") is not None:
            return True
        if self.tags[verb] != "VBN" or self.child(verb, "aux") is not None:
            return False
        if self.deps[verb] == "conj":
            return self.child(verb, *SUBJECTS) is None and self.is_passive(self.heads[verb])
        return self.deps[verb] in ("acl", "advcl", "amod") or (
            self.deps[verb] == "ROOT" and self.child(verb, "dobj", "ccomp") is None
        )

    def subject(self, verb: int) -> int | None:
        """Give who or what the verb is said of: its own subject, or the one it shares with the verb above."""
        own = self.each(verb, *SUBJECTS)
        if own:
            return self._antecedent(verb, min(own, key=lambda i: abs(i - verb)))
        return self._shared_subject(verb)

    def _shared_subject(self, verb: int) -> int | None:
        dep, head = self.deps[verb], self.heads[verb]
        subject = None
        if self.is_willed(verb):
            subject = self._who_wills(head)
        elif dep == "amod" or (dep in ("acl", "relcl") and not self.is_verb(head)):
            subject = head
        elif dep == "pcomp" and self.lower[head] == "with" and self.child(head, "pobj") is not None:
            subject = self.child(head, "pobj")
        elif dep == "pcomp" or (dep == "prep" and self.is_verb(verb)):
            subject = self._subject_behind_preposition(head)
        elif dep in ("xcomp", "ccomp") and self.is_verb(head):
            controller = self.child(head, "dobj")
            subject = controller if controller is not None else self.subject(head)
        elif dep in ("conj", "advcl", "xcomp", "dep", "acomp", "oprd") and head != verb:
            subject = self.subject(self.clause(head))
        return subject

    def is_willed(self, verb: int) -> bool:
        """Say whether a verb tells what somebody sets out to do: 'the decision TO WITHDRAW'."""
        aside = self.deps[verb] in ("acl", "relcl") and self.is_infinitive(verb)
        return aside and self.lower[self.heads[verb]] in _WILLS

    def _who_wills(self, noun: int) -> int | None:
        """Give whose 'decision to leave' it is: 'RUSSIA'S decision', 'THEY took the decision'."""
        owner = self.child(noun, "poss")
        if owner is not None or self.deps[noun] != "dobj":
            return owner
        return self.subject(self.heads[noun])

    def _subject_behind_preposition(self, prep: int) -> int | None:
        above = self.clause(prep)
        if self.lower[prep] in ("of", "for", "as", "with", "from", "into"):
            controller = self.child(above, "dobj")
            if controller is not None:
                return controller
            passive = self.child(above, "nsubjpass")
            if passive is not None:
                return passive
        return self.subject(above) if self.is_verb(above) else None

    def _antecedent(self, verb: int, subject: int) -> int:
        """Give the noun that a relative pronoun stands for, else the subject itself."""
        if self.deps[verb] == "relcl" and self.lower[subject] in ("who", "which", "that"):
            return self.heads[verb]
        return subject

    def patient(self, verb: int) -> int | None:
        """Give what suffers the verb: the subject of a passive, else the object."""
        if self.is_passive(verb):
            own = self.child(verb, "nsubjpass", "nsubj")
            if own is not None:
                return self._antecedent(verb, own)
            return self.subject(verb)
        dobj = self.child(verb, "dobj")
        if dobj is None:
            dobj = next((c for c in self.each(verb, "npadvmod", "attr", "dep") if c > verb and self._is_thing(c)), None)
        if dobj is not None and self.lower[dobj] in ("who", "which", "that", "whom") and self.deps[verb] == "relcl":
            return self.heads[verb]
        if dobj is None and self.deps[verb] == "relcl" and self.child(verb, "nsubj") is not None:
            gap = self.child(verb, "nsubj")
            return None if gap is not None and self.lower[gap] in ("who", "which", "that") else self.heads[verb]
        return dobj

    def _is_thing(self, i: int) -> bool:
        """Say whether a noun beside a verb is a misread object and no time: 'a third missile', not 'last night'."""
        times = ("day", "night", "week", "month", "year", "morning", "evening", "hours", "times")
        return self.tags[i] in ("NN", "NNS", "CD") and not self.lower[i].endswith(times)

    def agent(self, verb: int) -> int | None:
        """Give who does the verb: the subject of an active, the 'by' of a passive."""
        if not self.is_passive(verb):
            return self.subject(verb)
        by = self.child(verb, "agent")
        if by is None:
            by = next((c for c in self.each(verb, "prep") if self.lower[c] == "by"), None)
        return self.child(by, "pobj") if by is not None else None

    def noun_phrase(self, head: int) -> list[int]:
        """Give the tokens of a noun phrase in order: modifiers, name and 'of …'; no clauses, no appositions."""
        keep: list[int] = []
        for c in self.children[head]:
            dep = self.deps[c]
            if dep in ("relcl", "acl", "appos", "punct", "cc", "conj", "advcl", "ccomp", "dep", "preconj"):
                continue
            if dep == "prep" and self.lower[c] not in ("of", "for", "in", "at", "from", "to", "on"):
                continue
            keep += self.subtree(c)
        keep.append(head)
        low, high = min(keep), max(keep)
        return [i for i in range(low, high + 1) if i in set(keep) or self.deps[i] == "punct"]
