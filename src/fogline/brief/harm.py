"""Do no harm: what a report may show, each rule a function, and a count of what it held back."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import cache
from importlib import resources
from typing import TypedDict

from fogline.brief.persons import find_persons, looks_like_a_person
from fogline.brief.picture import Desk
from fogline.model import Claim, Event, Said, Span
from fogline.places import Gazetteer

UNIT, PERSON, CAPTIVE, GRAVE = "unit at a place", "name of a person", "words from captivity", "grave matter"
RULE_OF = {UNIT: 2, PERSON: 7, CAPTIVE: 7, GRAVE: 8}
FATED_FAMILIES = frozenset({"losses", "civilians"})


class HarmWords(TypedDict):
    """The lists of ``harm.toml``."""

    embargo_hours: int
    protected: list[str]
    captive: list[str]
    grave: list[str]
    fates: list[str]
    bodies: list[str]
    ranks: list[str]


@cache
def harm_words() -> HarmWords:
    """Give the words by which the rules know what they protect."""
    text = resources.files("fogline.brief").joinpath("harm.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class Mask:
    """A stretch of a document that is not shown, and why."""

    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class Screen:
    """What is held back in one report."""

    masks: Mapping[str, tuple[Mask, ...]]
    """By document id, in order, without overlap."""
    hidden: Mapping[str, str]
    """Claims whose words are not shown at all, with the reason."""
    private_names: tuple[str, ...]
    embargo_hours: int

    def clean(self, text: str) -> str:
        """Give a text without the private names that the masks hide."""
        for name in self.private_names:
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "[name withheld]", text)
        return text

    def name_of(self, said: Said) -> str:
        """Give the name under which a speaker is shown; private witnesses have none."""
        private = said.kind == "witness" and looks_like_a_person(said.name, harm_words()["bodies"])
        return "a witness (name withheld)" if private else self.clean(said.name)

    def counts(self) -> dict[str, int]:
        """Give how much was held back, by reason."""
        found: dict[str, int] = {}
        for why in self.hidden.values():
            found[why] = found.get(why, 0) + 1
        persons = len(self.private_names)
        return found | ({PERSON: persons} if persons else {})


def make_screen(desk: Desk, gazetteer: Gazetteer) -> Screen:
    """Give what has to be held back of a picture, under the overrides that it names."""
    waived = waived_rules(desk.picture.overrides)
    hidden: dict[str, str] = {}
    for claim in desk.picture.claims.values():
        why = _why_hidden(claim, desk)
        if why and RULE_OF[why] not in waived:
            hidden[claim.id] = why
    names = () if {6, 7} & waived else _private_names(desk, gazetteer)
    masks = {id_: _masks_of(id_, desk, hidden, names) for id_ in desk.picture.documents}
    return Screen(masks, hidden, names, harm_words()["embargo_hours"])


def waived_rules(overrides: Sequence[str]) -> frozenset[int]:
    """Give the numbers of the rules that overrides such as 'rule 2: who, why' put out of force."""
    found = (re.match(r"\s*(?:rule\s*)?(\d+)\b", text, re.IGNORECASE) for text in overrides)
    return frozenset(int(match.group(1)) for match in found if match)


def unit_is_embargoed(claim: Claim, desk: Desk) -> bool:
    """Tell whether a claim puts a unit at a place less than 72 hours before the report's moment (rule 2)."""
    if not any(actor.unit for actor in claim.actors):
        return False
    placed = bool(claim.places) or any(event.place for event in desk.events_of_claim.get(claim.id, ()))
    midnight = time(tzinfo=UTC)
    free_at = datetime.combine(desk.day_of(claim) + timedelta(days=1), midnight)
    return placed and desk.picture.moment < free_at + timedelta(hours=harm_words()["embargo_hours"])


def is_said_in_captivity(claim: Claim) -> bool:
    """Tell whether a prisoner is made to speak (rule 7)."""
    return claim.speaker is not None and _has(claim.speaker.name, harm_words()["captive"])


def is_grave(claim: Claim) -> bool:
    """Tell whether a claim speaks of sexual violence (rule 8)."""
    return _has(claim.content_text, harm_words()["grave"])


def may_map(event: Event, claims: Iterable[Claim]) -> bool:
    """Tell whether an event may stand on the map: no civilians, no hospitals, shelters, aid, routes (rules 1, 5)."""
    if event.type.family == "civilians" or event.modality != "actual":
        return False
    return not any(_has(claim.content_text, harm_words()["protected"]) for claim in claims)


def _why_hidden(claim: Claim, desk: Desk) -> str | None:
    if is_said_in_captivity(claim):
        return CAPTIVE
    if is_grave(claim):
        return GRAVE
    return UNIT if unit_is_embargoed(claim, desk) else None


def _has(text: str, stems: Sequence[str]) -> bool:
    return re.search(rf"(?<!\w)(?:{'|'.join(map(re.escape, stems))})", text, re.IGNORECASE) is not None


def _private_names(desk: Desk, gazetteer: Gazetteer) -> tuple[str, ...]:
    words = harm_words()
    spoken = {c.speaker.name for c in desk.picture.claims.values() if c.speaker and c.speaker.kind != "witness"}
    spoken |= {name for c in desk.picture.claims.values() for name in c.via}
    found: set[str] = set()
    for claim in desk.picture.claims.values():
        if claim.type.family in FATED_FAMILIES:
            sentence = claim.sentence.of(desk.document_of(claim).text)
            taken = {p.span.of(desk.document_of(claim).text) for p in claim.places}
            found |= find_persons(sentence, gazetteer, words["bodies"], words["ranks"], spoken | taken)
        if (
            claim.speaker
            and claim.speaker.kind == "witness"
            and looks_like_a_person(claim.speaker.name, words["bodies"])
        ):
            found.add(claim.speaker.name)
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


def _masks_of(document_id: str, desk: Desk, hidden: Mapping[str, str], names: Sequence[str]) -> tuple[Mask, ...]:
    text = desk.picture.documents[document_id].text
    masks = []
    for claim in desk.picture.claims.values():
        if claim.document_id == document_id and claim.id in hidden:
            start, end = min(claim.sentence.start, claim.content.start), max(claim.sentence.end, claim.content.end)
            masks.append(Mask(Span(start, end), hidden[claim.id]))
    for name in names:
        masks.extend(
            Mask(Span(*match.span()), PERSON) for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
        )
    return _without_overlap(masks)


def _without_overlap(masks: Sequence[Mask]) -> tuple[Mask, ...]:
    kept: list[Mask] = []
    for mask in sorted(masks, key=lambda m: (m.span.start, -m.span.end, m.why)):
        if kept and mask.span.start < kept[-1].span.end:
            end = max(kept[-1].span.end, mask.span.end)
            kept[-1] = Mask(Span(kept[-1].span.start, end), kept[-1].why)
        else:
            kept.append(mask)
    return tuple(kept)
