"""Toponyms: which words of a document are names on the map, and which place each of them means.

Which of several namesakes is meant is for :mod:`fogline.extract.namesakes`. Numbers are those of ``toponyms.toml``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from fogline.extract.context import Knowledge
from fogline.extract.namesakes import Candidate, place_words, resolve_namesakes, weights
from fogline.model import Document, Span
from fogline.places import Gazetteer, Place, PlaceKind
from fogline.places.names import fold_name

_WORD = re.compile(r"[^\W_]+(?:[.'’ʼ\-][^\W_]+)*\.?(?<=[\w])")
_LOCATED = re.compile(
    r"\b(?:in|near|at|around|outside|towards|inside"
    r"|(?:village|town|city|settlement|hamlet)(?: of)?|(?:south|north|east|west) of)"
    r"\s+([A-ZÀ-Þ][^\W\d_]+(?:[-’'][^\W\d_]+)*)"
)
_PLURAL_REGIONS = ("regions", "oblasts", "provinces", "governorates", "states")
_JOINED = re.compile(r"\s*(?:,|and|, and|&)\s*")
_LONGEST_ACRONYM = 5
_WATER = re.compile(r"\b(?:River|Sea|Lake|Reservoir|Gulf|Strait|Bay|Canal|Straits)\b", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:of|from|through|to|into|at|for|and|retook|captured|left|seized|entered)\s+([A-ZÀ-Þ][^\W\d_]+(?:[-’'][^\W\d_]+)*)"
)
_ARTICLED = re.compile(r"(?:al|el|ar|as|ash|at|ad|an|az|ed|er|es|esh|et|en|ez|ul|ech|edh|adh|ath)[-’'][A-ZÀ-Þ]")
_WIDE = (PlaceKind.COUNTRY, PlaceKind.CONTINENT)


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name on the map as it stands in the text, with the place it means."""

    span: Span
    place: Place


def find_toponyms(document: Document, knowledge: Knowledge) -> tuple[list[Toponym], Counter[str]]:
    """Give the toponyms of a document in order, and how often it names each side."""
    words = [(m.group(), m.start()) for m in _WORD.finditer(document.text)]
    candidates = _read_plural_regions(document.text, list(_recognise(document.text, words, knowledge)))
    if document.publisher:
        words = [*words, *((word, 0) for word in document.publisher.split())]
    sides = _count_sides(words, knowledge)
    countries = _count_countries(sides, candidates)
    chosen = resolve_namesakes(candidates, countries, document.text)
    toponyms = [Toponym(c.span, place) for c, place in zip(candidates, chosen, strict=True) if place]
    return toponyms, sides


def _recognise(text: str, words: Sequence[tuple[str, int]], knowledge: Knowledge) -> list[Candidate]:
    gazetteer = knowledge.gazetteer
    plain = [word for word, _ in words]
    found: list[Candidate] = []
    i = 0
    while i < len(words):
        hit = gazetteer.longest(plain, i) if _is_capitalised(plain[i]) else None
        if hit:
            length, places = hit
            start, last = words[i][1], words[i + length - 1]
            span = Span(start, last[1] + len(last[0]))
            if i and plain[i - 1].lower() in ("city", "town", "village", "settlement"):
                places = [p for p in places if p.kind is PlaceKind.SETTLEMENT] or places
            if not _WATER.search(" ".join(plain[i : i + length])):
                wet = [p for p in places if p.kind in (PlaceKind.RIVER, PlaceKind.LAKE, PlaceKind.SEA)]
                is_water = i and plain[i - 1].lower() == "the" and _stands_alone(text, span.end)
                places = (wet if is_water else [p for p in places if p not in wet]) or places
            party = knowledge.parties.group(plain[i : i + length])
            capitals = _line_around(text, start).isupper()
            beside = _words_beside(text, words, i, length)
            if party is None and _is_toponym(plain[i : i + length], beside, places, gazetteer, capitals=capitals):
                found.append(Candidate(span, tuple(places)))
                i += length
                continue
        i += 1
    return found


def _is_capitalised(word: str) -> bool:
    """Say whether a word is a name by its capital, also behind a small article: 'al-Bab'."""
    return word[0].isupper() or _ARTICLED.match(word) is not None


def _stands_alone(text: str, end: int) -> bool:
    """Say whether no noun follows a name: 'across the Dnipro.', not 'the Dnipro bridge'."""
    return not re.match(
        r"[\s-]+(?!(?:at|in|on|near|to|from|by|was|is|had|has|after|before|into|with)\b)[a-z]", text[end:]
    )


def _line_around(text: str, position: int) -> str:
    end = text.find("\n", position)
    return text[text.rfind("\n", 0, position) + 1 : end if end >= 0 else len(text)]


def _words_beside(text: str, words: Sequence[tuple[str, int]], i: int, length: int) -> tuple[str, str]:
    """Give the words before and after a run of words; empty where punctuation stands between ('Izium, Kupiansk')."""
    start, (last, last_at) = words[i][1], words[i + length - 1]
    before, before_at = words[i - 1] if i else ("", 0)
    after, after_at = words[i + length] if i + length < len(words) else ("", len(text))
    opened = text[before_at + len(before) : start].strip()
    closed = text[last_at + len(last) : after_at].strip()
    return "" if opened else before, "" if closed else after


def _is_toponym(
    words: list[str], beside: tuple[str, str], places: list[Place], gazetteer: Gazetteer, *, capitals: bool
) -> bool:
    """Say whether a run of words that is in the gazetteer is used as a place here."""
    name, length = " ".join(words), len(words)
    before, after = beside
    placed = before.lower() in place_words()["before"]
    if _is_no_name(words, before, places, gazetteer, capitals=capitals):
        return False
    if length == 1 and gazetteer.is_common_word(name):
        return placed and not after[:1].isupper() and places[0].population >= weights()["floor"]["common"]
    if before.lower().rstrip(".") in place_words()["titles"] or after.lower() in place_words()["within"]:
        return False
    beside_name = (before[:1].isupper() and before.lower() not in place_words()["openers"]) or (
        after[:1].isupper() and after.lower() not in place_words()["closers"]
    )
    if beside_name and not placed and places[0].kind is PlaceKind.SETTLEMENT:
        usual = fold_name(places[0].name) == fold_name(name)
        return usual and places[0].population >= weights()["floor"]["in_name"]
    return (
        length > 1
        or placed
        or places[0].population >= weights()["floor"]["bare"]
        or places[0].kind is not (PlaceKind.SETTLEMENT)
    )


def _is_no_name(words: list[str], before: str, places: list[Place], gazetteer: Gazetteer, *, capitals: bool) -> bool:
    """Say whether a run of words is no place's name by its form: an acronym, a month, 'Tahrir al-Sham'."""
    name = " ".join(words)
    if len(words) == 1:
        acronym = name.isupper() and len(name) <= _LONGEST_ACRONYM and places[0].kind not in _WIDE and not capitals
        return (
            acronym or name.lower() in place_words()["never"] or (before[:1].isupper() and bool(_ARTICLED.match(name)))
        )
    telling = any(w[:1].isupper() and not gazetteer.is_common_word(w) for w in words)
    return places[0].kind is PlaceKind.SETTLEMENT and not telling


def _count_sides(words: Sequence[tuple[str, int]], knowledge: Knowledge) -> Counter[str]:
    """Give how often the document names each side, by country, demonym or group."""
    counts: Counter[str] = Counter()
    for word, _ in words:
        if word[0].isupper():
            side = knowledge.parties.side([re.sub(r"['’]s$", "", word)])
            if side:
                counts[side] += 1
    return counts


def _count_countries(sides: Counter[str], candidates: Sequence[Candidate]) -> Counter[str]:
    """Give how often the document speaks of each country: through its sides and its unambiguous places."""
    counts: Counter[str] = Counter()
    for side, n in sides.items():
        counts[side.split("-")[0]] += n
    for candidate in candidates:
        first = candidate.places[0]
        countries = {place.country for place in candidate.places if place.country}
        peopled = first.kind in (PlaceKind.SETTLEMENT, PlaceKind.REGION, PlaceKind.COUNTY)
        telling = not peopled or first.population >= weights()["floor"]["telling"]
        if len(countries) == 1 and telling and first.kind is not PlaceKind.COUNTRY:
            counts[countries.pop()] += 2
    return counts


def _read_plural_regions(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give candidates in which 'the A and B regions' means two regions and not two cities."""
    read = list(candidates)
    for n in range(len(read) - 1, -1, -1):
        after = text[read[n].span.end :].lstrip()[:12].lower()
        joined = n + 1 < len(read) and _JOINED.fullmatch(text[read[n].span.end : read[n + 1].span.start])
        follows = joined and any(p.kind is PlaceKind.REGION for p in read[n + 1].places[:1])
        if after.startswith(_PLURAL_REGIONS) or follows:
            regions = tuple(p for p in read[n].places if p.kind is PlaceKind.REGION)
            read[n] = replace(read[n], places=regions or read[n].places)
    return read


def find_located_names(text: str, toponyms: Sequence[Toponym], knowledge: Knowledge) -> frozenset[str]:
    """Give the names that the text treats as places ('in X', 'the village of X') and no gazetteer knows."""
    known = {word for t in toponyms for word in t.span.of(text).split()}
    names = {m.group(1) for m in _LOCATED.finditer(text)} - known
    names |= {m.group(1) for m in _MOVED.finditer(text) if knowledge.gazetteer.find(m.group(1))} - known
    parties = knowledge.parties
    return frozenset(
        name for name in names if not knowledge.gazetteer.is_common_word(name) and not parties.side([name])
    )
