"""Topics: texts about sport, business, elections or weather that only borrow the words of war."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def is_off_topic(text: str, parties: int) -> bool:
    """Say whether a text is about another world; ``parties`` counts how often it names a side of a conflict."""
    other, certain, war, weigh = _table()
    words = [word.lower() for word in _WORD.findall(text)]
    pairs = [f"{a} {b}" for a, b in pairwise(words)]
    found = words + pairs
    other_words = sum(word in other for word in found)
    hard_words = sum(word in war for word in found)
    alien = [word for word in found if word in certain or word in other]
    telling = len({word for word in found if word in certain}) >= weigh["certain"]
    if telling and len(set(alien)) >= weigh["different"] and len(alien) > weigh["ratio"] * hard_words:
        return True
    war_words = hard_words + weigh["party"] * parties
    if not war_words and other_words:
        return True
    return other_words >= weigh["least"] and other_words > weigh["ratio"] * war_words


@cache
def _table() -> tuple[frozenset[str], frozenset[str], frozenset[str], dict[str, float]]:
    table = tomllib.loads(resources.files("fogline.extract").joinpath("topics.toml").read_text("utf-8"))
    other, certain, war = (frozenset(table[part]["words"]) for part in ("other", "certain", "war"))
    return other, certain, war, table["weigh"]
