"""Scene: one sentence with everything that was recognised in it before events are sought."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from fogline.extract.context import Reading
from fogline.extract.lexicon import Lexicon
from fogline.extract.toponyms import Toponym
from fogline.extract.tree import Tree
from fogline.extract.units import Unit, find_units
from fogline.speakers import Party

_Mention = TypeVar("_Mention", Toponym, Unit)


@dataclass(slots=True)
class Scene:
    """A parsed sentence, its toponyms and units by token, and the classes of its nouns."""

    tree: Tree
    reading: Reading
    toponyms: dict[int, Toponym]
    """Token index → the toponym that the token is part of."""
    units: dict[int, Unit]
    _own: dict[int, frozenset[str]] = field(default_factory=dict)
    """Token index → the classes of its noun, as far as they were asked for."""

    @classmethod
    def of(cls, tree: Tree, reading: Reading, toponyms: Sequence[Toponym]) -> Scene:
        """Give the scene of a sentence; ``toponyms`` are those that stand in it."""
        units = find_units(reading.text, tree.sentence.span, reading.knowledge.lexicon)
        return cls(tree, reading, _by_token(tree, toponyms), _by_token(tree, units))

    @property
    def lexicon(self) -> Lexicon:
        """The words of the document's language."""
        return self.reading.knowledge.lexicon

    def toponym_heads(self) -> list[int]:
        """Give, for each toponym, the token of it that governs the others."""
        heads: dict[Toponym, int] = {}
        for i, toponym in sorted(self.toponyms.items()):
            if toponym not in heads or self.tree.heads[heads[toponym]] == i:
                heads[toponym] = i
        return list(heads.values())

    def party(self, i: int) -> Party | None:
        """Give the party that a noun phrase names: a group, a unit's army, 'Ukrainian troops', 'the Russians'."""
        tree, parties = self.tree, self.reading.knowledge.parties
        words = [tree.words[k] for k in tree.noun_phrase(i)]
        group = parties.group(words)
        if group:
            return group
        near = [tree.words[k] for k in sorted({i, *self._modifiers(i)}) if tree.words[k][:1].isupper()]
        side = parties.state(near) or parties.state([word for word in words if word[:1].isupper()])
        return Party(side, parties.forces(side, self._demonym(near))) if side else None

    def _demonym(self, words: list[str]) -> str | None:
        demonym = self.reading.knowledge.gazetteer.demonym
        return next((w for w in words if w[0].isupper() and demonym(w) and not w.endswith(("s", "land"))), None)

    def _modifiers(self, i: int) -> list[int]:
        return [c for c in self.tree.children[i] if self.tree.deps[c] in ("amod", "compound", "poss", "nmod")]

    def classes(self, i: int | None) -> frozenset[str]:
        """Give the noun classes of a noun phrase by its head; ``none`` where there is none, ``other`` when unknown."""
        if i is None:
            return frozenset(("none",))
        found: set[str] = set()
        for k in self.tree.conjuncts(i)[:4]:
            found |= self.own_classes(k)
            if found - {"other"}:
                break
        return frozenset(found)

    def own_classes(self, i: int) -> frozenset[str]:
        """Give the classes of one noun, without what is coordinated with it."""
        found = self._own.get(i)
        if found is None:
            found = self._own[i] = self._classes_of_noun(i)
        return found

    def _classes_of_noun(self, i: int) -> frozenset[str]:
        if i in self.units:
            return frozenset(("force", "party"))
        inner = self.content_noun(i)
        if inner is not None and inner != i:
            return self._counted_classes(i, inner)
        return self._pronoun(self.tree.lower[i]) or self._named_classes(i)

    def _counted_classes(self, i: int, inner: int) -> frozenset[str]:
        people = frozenset(("person",)) if self.tree.tags[i] == "CD" else frozenset()
        return (self._noun_classes(i) & {"territory"}) | self.classes(inner) | people

    def _named_classes(self, i: int) -> frozenset[str]:
        """Give the classes of a name or noun by the map, by the parties and by nouns.toml."""
        word, tag = self.tree.words[i], self.tree.tags[i]
        known = self._noun_classes(i)
        if i in self.toponyms and not known & {"force", "body", "civilian"}:
            acts = self._is_country(i) or self.reading.knowledge.parties.state([word])
            return known | {"place", "party"} if acts else known | {"place"}
        if tag in ("NNPS", "NNP", "NNS", "NN", "JJ") and self.tree.lower[i][:1] != word[:1] and self.party(i):
            return known | {"party", "force"}
        if known & {"force"} and self.party(i):
            return known | {"party"}
        return known or self._unknown_classes(i)

    def _unknown_classes(self, i: int) -> frozenset[str]:
        if self.tree.words[i] in self.reading.located:
            return frozenset(("place",))
        return frozenset(("person",)) if self.tree.tags[i] in ("CD", "JJ") else frozenset(("other",))

    def _is_country(self, i: int) -> bool:
        return self.toponyms[i].place.kind.value == "country"

    def content_noun(self, i: int) -> int | None:
        """Give the noun behind a transparent one: 'a large number OF weapons' is weapons."""
        transparent = self.lexicon.words("grammar", "nouns", "transparent")
        if self.tree.lower[i] not in transparent and self.tree.tags[i] != "CD":
            return None
        of = next((c for c in self.tree.each(i, "prep") if self.tree.lower[c] == "of"), None)
        return self.tree.child(of, "pobj") if of is not None else None

    def _pronoun(self, word: str) -> frozenset[str] | None:
        if word in self.lexicon.words("grammar", "pronouns", "persons"):
            return frozenset(("pronoun", "person"))
        if word in self.lexicon.words("grammar", "pronouns", "groups"):
            return frozenset(("pronoun",)) | (self.reading.last_people or frozenset(("force",)))
        if word in self.lexicon.words("grammar", "pronouns", "things"):
            return frozenset(("pronoun", "place")) if self.reading.last_settlement else frozenset(("pronoun",))
        if word in self.lexicon.words("grammar", "pronouns", "anybody"):
            return frozenset(("person",))
        return None

    def _noun_classes(self, i: int) -> frozenset[str]:
        """Give the classes of a noun by its longest compound: 'power plant' before 'plant'."""
        classes = self.reading.knowledge.lexicon.classes
        lower = self.tree.lower
        for size in (4, 3, 2):
            compound = " ".join(lower[i - size + 1 : i + 1]).replace(" - ", "-")
            if i >= size - 1 and (found := classes.get(compound)):
                return found
        of = next((c for c in self.tree.each(i, "prep") if lower[c] == "of"), None)
        inner = self.tree.child(of, "pobj") if of is not None else None
        if inner is not None and (found := classes.get(f"{lower[i]} of {lower[inner]}")):
            return found
        return classes.get(lower[i], frozenset())


def _by_token(tree: Tree, mentions: Sequence[_Mention]) -> dict[int, _Mention]:
    """Give the mention that each token belongs to."""
    found: dict[int, _Mention] = {}
    for mention in mentions:
        i = bisect_left(tree.starts, mention.span.start)
        if i and (i == len(tree) or tree.starts[i] > mention.span.start):
            i -= 1
        while i < len(tree) and tree.starts[i] < mention.span.end:
            found[i] = mention
            i += 1
    return found
