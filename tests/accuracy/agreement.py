"""Which slots of a found claim agree with an annotated one, and by which rule."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from itertools import chain
from pathlib import Path
from typing import get_args

from fogline.places import distance_km

from .records import (
    ActorRecord,
    Amount,
    ClaimRecord,
    Days,
    GoldClaim,
    GoldPlace,
    GoldVoice,
    PlaceRecord,
    Relay,
    Slot,
    Voice,
)

SLOTS: tuple[Slot, ...] = get_args(Slot)
NEAR_KM = 25.0
LONGER = timedelta(days=7)


def agreeing_slots(gold: GoldClaim, found: ClaimRecord) -> frozenset[Slot]:
    """Give the slots in which a found claim says what the annotation says."""
    type_ = found.event.type
    agrees: dict[Slot, bool] = {
        "family": type_.family in {t.family for t in gold.event.types},
        "type": type_ in gold.event.types,
        "speaker": same_speaker(gold.speaker, found.speaker),
        "via": same_relays(gold.via, found.via),
        "places": same_places(gold.places, found.places),
        "time": same_days(gold.time, found.time),
        "polarity": gold.polarity is found.polarity,
        "certainty": gold.certainty is found.certainty,
        "modality": gold.modality is found.modality,
        "quantities": same_quantities(gold.quantities, found.quantities),
        "sides": _sides(gold.actors) == _sides(found.actors),
    }
    return frozenset(slot for slot in SLOTS if agrees[slot])


def same_speaker(gold: GoldVoice | None, found: Voice | None) -> bool:
    """Tell whether a found speaker is the annotated one.

    It is when no nation differs and its name has half of the telling words of one of the annotated names, or when
    both stand in the same place of the text, that place is more than a pronoun, and they share a word.
    """
    if gold is None or found is None:
        return gold is None and found is None
    names = [name_words(name) for name in (gold.name, *gold.aliases)]
    said = name_words(found.name)
    if not said or _nations_differ(frozenset(chain(*names)), said):
        return False
    if any(_half_shared(name - _names().generic or name, said) for name in names):
        return True
    here = name_words(gold.text) - _names().generic
    return bool(_touches(gold, found) and here and said & here.union(*names))


def same_relays(gold: Sequence[Relay], found: Sequence[Relay]) -> bool:
    """Tell whether the same passed a claim on, in the same order."""
    pairs = zip(gold, found, strict=False)
    return len(gold) == len(found) and all(name_words(a.name) & name_words(b.name) for a, b in pairs)


def same_places(gold: Sequence[GoldPlace], found: Sequence[PlaceRecord]) -> bool:
    """Tell whether every annotated place is met and no found place is far from all of them."""
    if not gold:
        return not found
    met = all(any(_is_near(a, b) for b in found) for a in gold)
    return met and all(any(_is_near(a, b) for a in gold) for b in found)


def same_days(gold: Days | None, found: Days | None) -> bool:
    """Tell whether the days meet and the found ones are at most a week longer."""
    if gold is None or found is None:
        return gold is None and found is None
    meet = found.start <= gold.end and gold.start <= found.end
    return meet and found.end - found.start <= gold.end - gold.start + LONGER


def same_quantities(gold: Sequence[Amount], found: Sequence[Amount]) -> bool:
    """Tell whether the same numbers stand in both, in any order."""
    return sorted(map(_bounds, gold)) == sorted(map(_bounds, found))


@cache
def name_words(name: str) -> frozenset[str]:
    """Give the words of a name as they are compared."""
    plain = unicodedata.normalize("NFKD", name).casefold().replace("defense", "defence")
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return frozenset(re.sub(r"[^\w]+", " ", plain).split()) - _names().stop


@dataclass(frozen=True, slots=True)
class _Names:
    stop: frozenset[str]
    generic: frozenset[str]
    nations: dict[str, str]


@cache
def _names() -> _Names:
    table = tomllib.loads(Path(__file__).with_name("names.toml").read_text(encoding="utf-8"))
    return _Names(frozenset(table["stop"]), frozenset(table["generic"]), table["nations"])


def _nations_differ(names: frozenset[str], said: frozenset[str]) -> bool:
    table = _names().nations
    wanted = {table[word] for word in names if word in table}
    given = {table[word] for word in said if word in table}
    return bool(wanted and given and not wanted & given)


def _half_shared(name: frozenset[str], said: frozenset[str]) -> bool:
    return bool(name) and 2 * len(name & said) >= len(name)


def _touches(gold: GoldVoice, found: Voice) -> bool:
    if gold.start is None or gold.end is None or found.start is None or found.end is None:
        return False
    return min(gold.end, found.end) > max(gold.start, found.start)


def _is_near(gold: GoldPlace, found: PlaceRecord) -> bool:
    if found.lat is None or found.lon is None:
        return False
    return distance_km(gold.lat, gold.lon, found.lat, found.lon) <= max(NEAR_KM, gold.radius_km)


def _bounds(amount: Amount) -> tuple[str, str]:
    low, high = (None if bound is None else round(bound, 3) for bound in (amount.low, amount.high))
    return str(low), str(high)


def _sides(actors: Sequence[ActorRecord]) -> set[tuple[str, str]]:
    return {(actor.role, actor.side) for actor in actors if actor.side}
