"""Gazetteer: the places that a name may mean, those near a point, and whose people a word means."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

import numpy as np

from fogline.errors import GazetteerError
from fogline.places.build import Progress, build_index
from fogline.places.cells import Rows, box_around, distances_km, rows_in_box
from fogline.places.folders import cache_folder, wanted_version
from fogline.places.index import LONGEST_NAME, Columns, Meta, is_whole, read_index
from fogline.places.names import fold_name, hash_name
from fogline.places.place import Place, PlaceKind, River

_KINDS = tuple(PlaceKind)
_PLACES_IN_MEMORY = 16_384


class Gazetteer:
    """All places by name, id and position, over memory-mapped files: opening reads next to nothing."""

    def __init__(self, columns: Columns, names: memoryview, meta: Meta) -> None:
        self.version = meta.version
        self._columns, self._names, self._meta = columns, names, meta
        self._name_hashes, self._name_rows = columns.name_hash.data, columns.name_row.data
        self._head_hashes, self._head_lengths = columns.head_hash.data, columns.head_lengths.data
        self._common = frozenset(meta.common_words)
        self._place_at = lru_cache(_PLACES_IN_MEMORY)(self._read_place)
        self._courses = cache(lambda: {river.place.id: river.path for river in self.rivers()})

    @classmethod
    def open(cls, folder: Path | None = None, progress: Progress | None = None) -> Gazetteer:
        """Open the gazetteer, building its index first when there is none for today's data.

        ``folder`` is where indexes stand, by default ``$FOGLINE_CACHE/places`` or the user's cache folder.
        """
        home = cache_folder(folder)
        index = home / wanted_version(home)
        if not is_whole(index):
            index = build_index(home, progress)
        return cls(*read_index(index))

    def __len__(self) -> int:
        return len(self._columns.id)

    def find(self, name: str) -> list[Place]:
        """Give the places that bear a name, the most important first; none gives an empty list.

        Case, diacritics, apostrophes, hyphens and a leading 'the' make no difference.
        """
        folded = fold_name(name)
        return self._lookup(folded) or self._lookup(folded.removeprefix("the "))

    def longest(self, words: Sequence[str], start: int, most: int = 6) -> tuple[int, list[Place]] | None:
        """Give the longest run of words from ``start`` that is a name: its length in words and the places.

        Tokens of a hyphen or apostrophe alone count as words of the run but neither begin nor end it.
        """
        parts = fold_name(words[start]).split()
        lengths = self._lengths_after(parts[0]) if parts else 0
        if not lengths:
            return None
        runs = [(1, " ".join(parts))]
        for size, word in enumerate(words[start + 1 : start + most], 2):
            folded = fold_name(word).split()
            parts += folded
            if len(parts) > LONGEST_NAME:
                break
            if folded:
                runs.append((size, " ".join(parts)))
        for size, name in reversed(runs):
            if lengths >> name.count(" ") & 1 and (places := self._lookup(name)):
                return size, places
        return None

    def place(self, id: int) -> Place:  # noqa: A002 (the name of the field)
        """Give the place of an id.

        Raises:
            GazetteerError: there is no such place.
        """
        position = bisect_left(self._columns.sorted_id.data, id)
        if position == len(self) or self._columns.sorted_id[position] != id:
            raise GazetteerError(f"no place has the id {id}; add it with 'fogline places add'")
        return self._place_at(int(self._columns.sorted_row[position]))

    def near(self, lat: float, lon: float, km: float, min_population: int = 0) -> list[tuple[Place, float]]:
        """Give the settlements within ``km`` of a point with their distance in km, the nearest first."""
        rows = rows_in_box(self._columns.cell_start, *box_around(lat, lon, km))
        rows = rows[self._columns.population[rows] >= min_population]
        distances = distances_km(lat, lon, self._columns.lat[rows], self._columns.lon[rows])
        order = np.argsort(distances, kind="stable")
        order = order[distances[order] <= km]
        return [(self._place_at(int(rows[i])), float(distances[i])) for i in order]

    def within(self, south: float, west: float, north: float, east: float, min_population: int = 0) -> list[Place]:
        """Give the settlements in a box of degrees, the largest first; a box with west > east crosses 180°."""
        rows = rows_in_box(self._columns.cell_start, south, west, north, east)
        lat, lon, population = self._columns.lat[rows], self._columns.lon[rows], self._columns.population[rows]
        beside = (lon >= west) & (lon <= east) if west <= east else (lon >= west) | (lon <= east)
        chosen: Rows = rows[(lat >= south) & (lat <= north) & beside & (population >= min_population)]
        order = np.argsort(-self._columns.population[chosen], kind="stable")
        return [self._place_at(int(row)) for row in chosen[order]]

    def demonym(self, word: str) -> str | None:
        """Give the country code of an adjective or a word for a people: 'Sudanese', 'Ukrainians'."""
        return self._meta.demonyms.get(fold_name(word))

    def adjective(self, code: str) -> str | None:
        """Give the usual English adjective of a country by its ISO 3166 alpha-2 code: 'Sudanese' for SD."""
        return next((word.title() for word, country in self._meta.demonyms.items() if country == code), None)

    def course(self, river: Place) -> tuple[tuple[float, float], ...]:
        """Give the course of a river as (lat, lon) points from the source to the mouth; empty where unknown."""
        return self._courses().get(river.id, ())

    def country(self, code: str) -> Place | None:
        """Give the country of an ISO 3166 alpha-2 code."""
        row = self._meta.country_rows.get(code.upper())
        return None if row is None else self._place_at(row)

    def rivers(self) -> list[River]:
        """Give the rivers whose course is known, source to mouth."""
        courses = self._meta.courses.items()
        return [River(self._place_at(int(row)), tuple((lat, lon) for lat, lon in path)) for row, path in courses]

    def is_common_word(self, name: str) -> bool:
        """Tell whether a name is an everyday word or a person's name, a place only with strong evidence: 'Most'."""
        return fold_name(name) in self._common

    def _lookup(self, folded: str) -> list[Place]:
        hashes, wanted, found = self._name_hashes, hash_name(folded), []
        position = bisect_left(hashes, wanted)
        while position < len(hashes) and hashes[position] == wanted:
            found.append(self._place_at(self._name_rows[position]))
            position += 1
        return found

    def _lengths_after(self, first_word: str) -> int:
        wanted = hash_name(first_word)
        position = bisect_left(self._head_hashes, wanted)
        if position == len(self._head_hashes) or self._head_hashes[position] != wanted:
            return 0
        return self._head_lengths[position]

    def _read_place(self, row: int) -> Place:
        c, meta = self._columns, self._meta
        return Place(
            id=int(c.id[row]),
            name=bytes(self._names[c.name_start[row] : c.name_start[row + 1]]).decode(),
            kind=_KINDS[c.kind[row]],
            lat=float(c.lat[row]),
            lon=float(c.lon[row]),
            country=meta.countries[c.country[row]] or None,
            region=meta.regions[c.region[row]] or None,
            population=int(c.population[row]),
            radius_km=round(float(c.radius_km[row]), 1),
        )
