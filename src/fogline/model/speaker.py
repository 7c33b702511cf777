"""Speaker: a person or body that says something; never mixed up with the publisher that prints it."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = ("official", "military", "media", "blogger", "analyst", "witness", "ngo", "armed_group", "other")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A known speaker or publisher: who it is, whose side it is on, who owns it, what else it is called."""

    id: str
    name: str
    kind: str
    side: str | None
    """ISO 3166 code of a state, COUNTRY-GROUP for others, None when neutral or unknown."""
    owner: str | None
    """Name of the body that controls it; two outlets of one owner are one origin."""
    aliases: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
