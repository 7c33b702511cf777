"""Articles: the spellings of Arabic names with their article, with another form of it, and without it."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Countries whose places bear the article: written 'Al', 'El' or by the letter that follows ('Ad-Dindar').
_COUNTRIES = frozenset(
    ("AE", "BH", "DJ", "DZ", "EG", "EH", "ER", "IQ", "JO", "KM", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA")
) | {"SD", "SO", "SY", "TD", "TN", "YE"}
_ARTICLE = re.compile(
    r"(?:al|el|ad|ed|adh|edh|an|en|ar|er|as|es|ash|esh|at|et|ath|az|ez|aḑ|aş|aţ|az̧)[- ’'](?=\w{3})", re.IGNORECASE
)


def article_spellings(country: str | None, names: Iterable[str]) -> list[str]:
    """Give the further spellings of a place's names: 'Ad Dindar' is also 'Al Dindar', 'El Dindar' and 'Dindar'.

    None for a country whose names bear no Arabic article.
    """
    if country not in _COUNTRIES:
        return []
    bare = {name[found.end() :] for name in names if (found := _ARTICLE.match(name))}
    return [spelling for name in sorted(bare) for spelling in (name, f"Al {name}", f"El {name}")]
