"""Words: how the report writes lists, names, days, figures and probabilities."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from itertools import takewhile

from fogline.model import EventPlace, EventType, Quantity
from fogline.places import Gazetteer

WATERS = ("River", "Sea", "Lake", "Reservoir", "Canal", "Strait", "Gulf")
PLURAL_BODIES = (
    "Forces",
    "Army",
    "Guard",
    "Police",
    "Militia",
    "Troops",
    "Navy",
    "Marines",
    "forces",
    "army",
    "troops",
)

BODIES = frozenset(
    {"Ministry", "Staff", "Directorate", "Council", "Administration", "Office", "Command", "Government", "Kremlin"}
    | {"Armed", "Secretariat", "Assembly", "Mission", "Committee", "Commission", "Institute", "Service", "Republic"}
)

OFFICES = frozenset({"chief", "commander", "governor", "head", "leader", "mayor", "minister", "president"})
"""Of these there is one to each place or body: 'the mayor of Kupiansk', but 'an adviser to the mayor'."""

PREPOSITIONS = frozenset({"of", "to", "in", "from", "for", "with", "at", "on", "near"})
PLURALS = frozenset({"people", "police", "media", "troops", "men", "women", "militia", "staff", "personnel"})
DETERMINERS = frozenset({"a", "an", "the", "his", "her", "its", "their", "our", "my", "this", "that"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """How one type of event is worded."""

    label: str
    clause: tuple[str, ...]
    noun: tuple[str, ...]
    consequence: float
    quote: bool


@dataclass(frozen=True, slots=True)
class Phrases:
    """The wording of all types, of likelihoods and of silences."""

    events: Mapping[EventType, Phrase]
    likelihood: tuple[tuple[float, str], ...]
    silence: Mapping[str, str]


@cache
def read_phrases() -> Phrases:
    """Give the templates that ship with fogline."""
    raw = tomllib.loads(resources.files("fogline.brief").joinpath("phrases.toml").read_text(encoding="utf-8"))
    events = {
        EventType(name): Phrase(
            row["label"], tuple(row.get("clause", ())), tuple(row["noun"]), row["consequence"], row.get("quote", False)
        )
        for name, row in raw["events"].items()
    }
    bands = tuple((row["up_to"], row["words"]) for row in raw["likelihood"])
    return Phrases(events, bands, raw["silence"])


def join_names(names: Sequence[str], most: int = 4) -> str:
    """Give 'A, B and C', cut to 'A, B, C and 5 others'."""
    shown = list(names)
    if len(shown) > most:
        shown = [*shown[: most - 1], f"{len(shown) - most + 1} others"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def say_day(day: date, *, year: bool = True) -> str:
    """Give '10 September 2022'."""
    return f"{day.day} {day:%B}{f' {day.year}' if year else ''}"


def say_days(first: date, last: date) -> str:
    """Give '6–14 September 2022', as short as it stays clear."""
    if first == last:
        return say_day(last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{say_day(last)}"
    return f"{say_day(first, year=first.year != last.year)} – {say_day(last)}"


def say_likelihood(p: float) -> str:
    """Give 'likely' and its like for a probability."""
    return next((words for up_to, words in read_phrases().likelihood if p <= up_to), "almost certain")


def say_percent(p: float) -> str:
    """Give '78 %' (with a space that does not break), never 0 or 100 for what is not certain."""
    rounded = round(100 * p)
    if rounded >= 100:
        return "> 99\u00a0%"
    return "< 1\u00a0%" if rounded <= 0 else f"{rounded}\u00a0%"


def say_number(value: float) -> str:
    """Give '150,000'."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"


def say_quantity(quantity: Quantity) -> str:
    """Give '20–30 soldiers', 'at least 20 soldiers', 'up to 20 tanks'."""
    noun = quantity.of or quantity.unit
    return f"{say_range(quantity.low, quantity.high)} {noun}".strip()


def say_range(low: float | None, high: float | None) -> str:
    """Give '20–30', '20', 'at least 20' or 'up to 20'."""
    if low is not None and high is not None:
        return say_number(low) if low == high else f"{say_number(low)}–{say_number(high)}"
    if low is not None:
        return f"at least {say_number(low)}"
    return f"up to {say_number(high)}" if high is not None else "a number not given"


def place_object(place: EventPlace) -> str:
    """Give a place as an object: 'Izium', 'ground near Izium', 'ground in Kharkiv Oblast'."""
    if place.precision == "settlement":
        return place.name
    return f"ground{place_adverbial(place)}"


def place_adverbial(place: EventPlace) -> str:
    """Give a place as an adverbial with a space before it: ' at Izium', ' near Izium', ' in Donbas'."""
    if place.name.endswith(WATERS):
        return f" at the {place.name}"
    word = {"settlement": "at", "near": "near"}.get(place.precision, "in")
    return f" {word} {place.name}"


def say_undated(events: int) -> str:
    """Give why changes of hands are on no day: 'For 2 changes of hands the day is not known: …'."""
    noun = "1 change" if events == 1 else f"{events} changes"
    return f"For {noun} of hands the day is not known: no day is given, or the document has no date of publication."


def with_article(name: str) -> str:
    """Give 'the Armed Forces of Ukraine' for names of forces, 'an official' for a description, others unchanged."""
    words = name.split()
    if name[:1].islower():
        return _describe(words)
    title = list(takewhile(lambda word: word[:1].isupper() and not word.endswith("."), words))
    takes_one = bool(words) and (words[-1].endswith(PLURAL_BODIES) or not BODIES.isdisjoint(title))
    bare = name[:4].casefold() == "the "
    return f"the {name}" if takes_one and not bare else name


def _describe(words: Sequence[str]) -> str:
    """Give a speaker known only by description with its article; plurals and what has a determiner take none."""
    name = " ".join(words)
    core = list(takewhile(lambda word: word not in PREPOSITIONS, words))
    if not core or words[0] in DETERMINERS or core[-1] in PLURALS or core[-1].endswith("s"):
        return name
    unique = core[-1] in OFFICES and words[len(core) : len(core) + 1] == ["of"]
    if unique or core[0].endswith(("'s", "\u2019s")):
        return f"the {name}"
    return f"an {name}" if name[0] in "aeio" else f"a {name}"


def side_name(side: str | None, gazetteer: Gazetteer) -> str:
    """Give 'Ukraine' for UA, 'RSF' for SD-RSF, 'no side' for None."""
    if side is None:
        return "no side"
    country = gazetteer.country(side)
    if country:
        return country.name
    return side.partition("-")[2] or side
