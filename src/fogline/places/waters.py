"""Waters: rivers, seas and lakes under all the names that people use for them."""

from __future__ import annotations

from collections.abc import Iterator, Set

from fogline.places.curated import CuratedPlace
from fogline.places.entry import Entry, make_id
from fogline.places.names import fold_name
from fogline.places.place import PlaceKind

_TYPES = {
    PlaceKind.RIVER: ("River", "Canal"),
    PlaceKind.SEA: ("Sea", "Gulf", "Bay", "Strait", "Ocean"),
    PlaceKind.LAKE: ("Lake", "Reservoir"),
}


def make_water(water: CuratedPlace, common: Set[str]) -> Entry:
    """Give the entry of a water, found with and without 'River', 'Lake', 'Sea of'.

    A bare name is left out where it is an everyday word: 'Black' alone is not the Black Sea.
    """
    names = list(dict.fromkeys(form for name in (water.name, *water.aliases) for form in _forms(name, water.kind)))
    names = [name for name in names if name in (water.name, *water.aliases) or fold_name(name) not in common]
    return Entry(
        id=make_id(water.kind, water.name, *water.countries),
        name=water.name,
        kind=water.kind,
        lat=water.lat,
        lon=water.lon,
        country=water.countries[0] if len(water.countries) == 1 else None,
        region=None,
        population=0,
        radius_km=water.radius_km,
        names=names,
        weight=water.weight,
    )


def _forms(name: str, kind: PlaceKind) -> Iterator[str]:
    yield name
    yield f"the {name}"
    for word in _TYPES[kind]:
        for before, after in ((f"{word} of ", ""), (f"{word} ", ""), ("", f" {word}")):
            if len(name) > len(before + after) and name.startswith(before) and name.endswith(after):
                bare = name[len(before) : len(name) - len(after)]
                if kind is not PlaceKind.SEA:
                    yield from (bare, f"{word} {bare}", f"{bare} {word}", f"the {bare} {word}")
    if kind is PlaceKind.RIVER and not any(word in name for word in _TYPES[kind]):
        yield from (f"{name} River", f"River {name}", f"the {name} River")
