"""Quantities: numbers with what they count, as intervals.

Coding rule 'Numbers' of docs/claims.md.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from fogline.extract.lexicon import Lexicon
from fogline.extract.mention import EventMention
from fogline.extract.tree import Tree
from fogline.model import EventType, Quantity

_FIGURE = re.compile(r"^\d{1,3}(?:[,. \u00a0]\d{3})+$|^\d+(?:[.,]\d+)?$")


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity and the tokens of its number and of the noun that it counts."""

    quantity: Quantity
    number: int
    noun: int


def find_quantities(tree: Tree, lexicon: Lexicon) -> list[Counted]:
    """Give the counts and measures of a sentence; ages, dates, distances, durations and ordinals are none."""
    found = []
    i = 0
    while i < len(tree):
        read = _read_number(tree, i, lexicon) if _may_open_number(tree.lower[i], lexicon) else None
        if read is None:
            i += 1
            continue
        low, high, after = read
        counted = _count(tree, i, after, low, high, lexicon)
        if counted:
            found.append(counted)
        i = max(after, i + 1)
    return found


def _may_open_number(word: str, lexicon: Lexicon) -> bool:
    return word in _openers(lexicon) or word[0].isdigit() or "-" in word


@cache
def _openers(lexicon: Lexicon) -> frozenset[str]:
    """Give the words that begin a number, exact or vague."""
    table = lexicon.table["quantities"]
    return frozenset(words.split()[0] for words in (*table["vague"], *table["words"]))


def _read_number(tree: Tree, i: int, lexicon: Lexicon) -> tuple[float | None, float | None, int] | None:
    """Give low, high and the index behind a number that begins at a token."""
    table = lexicon.table["quantities"]
    for size in (4, 3, 2, 1):
        words = " ".join(tree.lower[i : i + size])
        if words in table["vague"] and not (
            size == 1 and i and tree.lower[i - 1] in lexicon.words("grammar", "quantities", "not_vague")
        ):
            vague = table["vague"][words]
            low, high = (vague, None) if isinstance(vague, int) else vague
            return low, high, i + size
    first = _figure(tree, i, lexicon)
    if first is None:
        return None
    low, after = first
    high = low
    if (tree.lower[i - 1 : i] == ["between"] and tree.lower[after : after + 1] == ["and"]) or (
        after < len(tree) and tree.lower[after] in lexicon.words("grammar", "quantities", "ranges")
    ):
        second = _figure(tree, after + 1, lexicon)
    else:
        second = None
    if second:
        high, after = second
    return (*_bounded(tree, i, low, high, lexicon), after) if high == low else (low, high, after)


def _figure(tree: Tree, i: int, lexicon: Lexicon) -> tuple[float, int] | None:
    if i >= len(tree):
        return None
    words, scales = lexicon.table["quantities"]["words"], lexicon.table["quantities"]["scales"]
    word = tree.lower[i]
    if _FIGURE.match(word):
        value = float(re.sub(r"[,\u00a0 ](?=\d{3})", "", word).replace(",", "."))
    elif word in words:
        value = float(words[word])
    elif all(part in words for part in word.split("-")):
        value = float(sum(words[part] for part in word.split("-")))
    else:
        return None
    after = i + 1
    while after < len(tree) and tree.lower[after] in scales:
        value *= scales[tree.lower[after]]
        after += 1
    return value, after


def _bounded(tree: Tree, i: int, low: float, high: float, lexicon: Lexicon) -> tuple[float | None, float | None]:
    before = " ".join(tree.lower[max(0, i - 4) : i])
    bounds = lexicon.table["quantities"]["bounds"]
    if any(before.endswith(word) for word in bounds["high"] if word not in bounds["about"]):
        return None, high
    if any(before.endswith(word) for word in bounds["low"]):
        return low, None
    return low, high


def _count(tree: Tree, i: int, after: int, low: float | None, high: float | None, lexicon: Lexicon) -> Counted | None:
    calibres = lexicon.words("grammar", "quantities", "calibres")
    if _is_age(tree, i) or calibres & set(tree.lower[after : after + 2]):
        return None
    noun = _counted_noun(tree, i, after)
    word = tree.lower[noun]
    if (low == high == 1 and tree.lower[i] == "one") or word in _ignored(lexicon) or _is_date(tree, i, after, lexicon):
        return None
    if noun != i and (
        word.endswith(tuple(lexicon.words("grammar", "quantities", "ages"))) or tree.words[noun - 1 : noun] == ["-"]
    ):
        return None
    if noun == i and tree.deps[i] in ("nummod", "appos", "npadvmod", "compound", "dep", "advmod", "amod"):
        return None
    if tree.tags[i] == "NNP" or (i and tree.lower[i - 1] in lexicon.words("grammar", "quantities", "not_counts")):
        return None
    unit = "person" if noun == i else _unit(tree, noun, lexicon)
    return Counted(Quantity(low, high, unit, " ".join(_narrower(tree, after, noun, lexicon)) or unit), i, noun)


def _is_age(tree: Tree, i: int) -> bool:
    """Say whether a number goes on with ages: 'aged 63 AND 71'."""
    k = i - 1
    while k > 0 and (tree.tags[k] == "CD" or tree.lower[k] in ("and", ",")):
        k -= 1
    return k >= 0 and tree.lower[k] == "aged"


def _counted_noun(tree: Tree, i: int, after: int) -> int:
    """Give the noun that a number counts: 'two [dozen] of the soldiers', '12 armoured vehicles', else itself."""
    last = after - 1
    if tree.deps[last] == "conj" and i <= tree.heads[last] < last:
        last = tree.heads[last]  # 'between 20 and 30 bodies'
    if tree.deps[last] in ("nummod", "amod", "compound", "det", "quantmod") and tree.heads[last] >= after - 1:
        head = tree.heads[last]
        if tree.deps[head] in ("nummod", "quantmod", "compound") and tree.is_noun(tree.heads[head]):
            head = tree.heads[head]
        if head >= after:
            return head
    of = next((c for c in tree.children[last] if tree.lower[c] == "of" and c > last), None)
    if of is not None:
        pobj = tree.child(of, "pobj")
        if pobj is not None and tree.is_noun(pobj):
            return pobj
    if after < len(tree) and tree.is_noun(after) and tree.heads[last] == after:
        return after
    return i


def _narrower(tree: Tree, after: int, noun: int, lexicon: Lexicon) -> list[str]:
    unspoken = lexicon.words("grammar", "quantities", "unspoken")
    return [tree.words[k] for k in range(after, noun + 1) if tree.lower[k] not in unspoken]


@cache
def _unit_table(key: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, str]:
    return {noun: unit for unit, nouns in key for noun in nouns}


def _unit(tree: Tree, noun: int, lexicon: Lexicon) -> str:
    units = lexicon.table["quantities"]["units"]
    table = _unit_table(tuple((unit, tuple(nouns)) for unit, nouns in units.items()))
    word = singular(tree.lower[noun])
    pair = f"{tree.lower[noun - 1]} {word}" if noun else word
    return table.get(pair) or table.get(tree.lower[noun]) or table.get(word) or word


def singular(noun: str) -> str:
    """Give the singular of a regular English plural."""
    if noun.endswith("ies") and len(noun) > 4:
        return f"{noun[:-3]}y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def _ignored(lexicon: Lexicon) -> frozenset[str]:
    units = lexicon.words("quantities", "ignored", "units")
    return units | frozenset(f"{u}s" for u in units)


def _is_date(tree: Tree, i: int, after: int, lexicon: Lexicon) -> bool:
    months = lexicon.table["time"]["months"]
    beside = {tree.lower[k] for k in (i - 1, after) if 0 <= k < len(tree)}
    year = after == i + 1 and re.fullmatch(r"(?:19|20)\d\d", tree.words[i]) is not None
    clock = after < len(tree) and tree.lower[after] in lexicon.words("grammar", "quantities", "clock")
    return (
        bool(beside & set(months))
        or clock
        or (year and (tree.lower[i - 1 : i] or [""])[0] in lexicon.words("grammar", "quantities", "year"))
    )


def choose_quantities(
    tree: Tree, event: EventMention, tokens: set[int], counted: Sequence[Counted]
) -> tuple[Quantity, ...]:
    """Give the counts of what an event did or suffered; of the people killed, not of the days it took."""
    inside = [c for c in counted if (c.noun in tokens or c.number in tokens) and not _is_aside(tree, c, event)]
    family_of = {"losses.killed": "person", "losses.wounded": "person", "losses.prisoners": "person"}
    wanted = family_of.get(event.type.value)
    if wanted and any(c.quantity.unit == wanted for c in inside):
        inside = [c for c in inside if c.quantity.unit == wanted]
    if event.type is EventType.EQUIPMENT:
        inside = [c for c in inside if c.quantity.unit != "person"]
    return tuple(c.quantity for c in inside)


def _is_aside(tree: Tree, counted: Counted, event: EventMention) -> bool:
    """Say whether a number stands in a clause of its own below the event: 'an arsenal that can store 900 t'."""
    here = counted.noun
    while here != event.trigger and tree.heads[here] != here:
        if tree.deps[here] in ("relcl", "advcl", "ccomp", "parataxis") and event.trigger not in tree.subtree(here):
            return True
        here = tree.heads[here]
    return False
