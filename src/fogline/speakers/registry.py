"""The register of speakers and publishers: who they are, on whose side, owned by whom, called what else."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib import resources

from fogline.model import Speaker, hash_id
from fogline.speakers.names import fold_name


class SpeakerRegistry:
    """Known speakers by name and alias; looking up is case-, article- and spelling-insensitive."""

    def __init__(self, speakers: Iterable[Speaker]) -> None:
        self._by_name: dict[str, Speaker] = {}
        for speaker in speakers:
            for name in (speaker.name, *speaker.aliases):
                self._by_name.setdefault(fold_name(name), speaker)

    @classmethod
    def of(cls, speakers: Iterable[Speaker]) -> SpeakerRegistry:
        """Give a registry of just these speakers."""
        return cls(speakers)

    @classmethod
    def open(cls, learned: Iterable[Speaker] = ()) -> SpeakerRegistry:
        """Give the registry that ships with fogline, extended by the speakers a ledger has learned."""
        return cls([*_shipped(), *learned])

    def find(self, name: str) -> Speaker | None:
        """Give the speaker of this name or alias, None when it is not known."""
        return self._by_name.get(fold_name(name))

    def publisher(self, name: str | None) -> Speaker | None:
        """Give the publisher of this name, None when it has no name or is not known."""
        return self.find(name) if name else None

    def __iter__(self) -> Iterator[Speaker]:
        return iter(dict.fromkeys(self._by_name.values()))


def new_speaker(name: str, kind: str, side: str | None) -> Speaker:
    """Give the record of a speaker that was met in a text and is not in the registry."""
    return Speaker(id=hash_id("person", fold_name(name), kind), name=name, kind=kind, side=side, owner=None)


def _shipped() -> list[Speaker]:
    file = resources.files("fogline.speakers").joinpath("data/speakers.toml")
    rows = tomllib.loads(file.read_text(encoding="utf-8"))["speaker"]
    return [
        replace(
            new_speaker(row["name"], row["kind"], row.get("side")),
            owner=row.get("owner"),
            aliases=tuple(row.get("aliases", ())),
        )
        for row in rows
    ]
