"""How names are folded before they are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LEADING = re.compile(r"^(?:the|a|an|some|several|many)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"\s?['’]s\b")
_NOT_WORD = re.compile(r"[^\w]+")


@lru_cache(maxsize=65_536)
def fold_name(name: str) -> str:
    """Give the form under which a name is compared: no case, accents, articles, punctuation; British spelling."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c)).replace("defense", "defence")
    plain = _POSSESSIVE.sub("", plain)
    return _NOT_WORD.sub(" ", _LEADING.sub("", plain.strip())).strip()
