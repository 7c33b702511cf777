"""Sentences: the prose of the report, put together from templates, names and the words of claims."""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from dataclasses import replace

from fogline.brief.harm import Screen
from fogline.brief.page import Sentence
from fogline.brief.picture import Desk
from fogline.brief.voices import Voice, voice_name, voices_of
from fogline.brief.words import (
    join_names,
    place_adverbial,
    place_object,
    read_phrases,
    say_range,
    side_name,
    with_article,
)
from fogline.model import Actor, Certainty, Claim, Event, Polarity, role_in
from fogline.places import Gazetteer

LONGEST_QUOTE = 180
MODAL_VERBS = {
    "future": "spoke of {noun} as still to come",
    "hypothetical": "spoke of {noun} as a possibility, not as a fact",
    "demanded": "called for {noun}",
}
CERTAINTY_VERBS = {
    Certainty.CERTAIN: ("said that", "reported that"),
    Certainty.PROBABLE: ("called it likely that", "reported as likely that"),
    Certainty.POSSIBLE: ("called it possible that", "reported as possible that"),
}


class Writer:
    """Writes sentences about events: 'X and Y said that …; Z denied it; A had made no statement.'"""

    def __init__(self, desk: Desk, screen: Screen, gazetteer: Gazetteer) -> None:
        self.desk, self.screen, self.gazetteer = desk, screen, gazetteer

    def tell(self, event: Event, *, silence: bool = True) -> Sentence | None:
        """Give the sentence on an event, None when all its words are held back."""
        voices = voices_of(event, self.desk, self.screen)
        if not voices:
            return None
        affirm, deny = [v for v in voices if not v.denies], [v for v in voices if v.denies]
        parts = [self._affirmed(event, affirm)] if affirm else []
        if deny:
            parts.extend(_denials(deny) if affirm else [self._only_denied(event, deny)])
        claims = [id_ for voice in voices for id_ in voice.claims]
        if silence:
            for words, said in self._silences(event):
                parts.append(words)
                claims.extend(said)
        return Sentence(_capitalised("; ".join(parts)) + ".", tuple(dict.fromkeys(claims)), event.id)

    def tell_claim(self, claim: Claim) -> Sentence | None:
        """Give a sentence that quotes one claim, None when its words are held back."""
        if claim.id in self.screen.hidden:
            return None
        name = with_article(voice_name(claim, self.desk, self.screen))
        verb = "denied" if claim.polarity is Polarity.DENIED else "said" if claim.speaker else "reported"
        return Sentence(_capitalised(f"{name} {verb}: {self.quote(claim)}."), (claim.id,))

    def quote(self, claim: Claim) -> str:
        """Give the exact words of a claim in quotation marks, shortened at a word, names withheld."""
        words = " ".join(self.screen.clean(claim.content_text).split()).strip(" .,;:")
        words = words.replace("“", "‘").replace("”", "’").replace('"', "’")
        return f"“{words}”" if len(words) <= LONGEST_QUOTE else f"“{words[:LONGEST_QUOTE].rsplit(' ', 1)[0]} …”"

    def clause(self, event: Event) -> str:
        """Give what happened as a clause without a speaker, such as 'Ukraine took Izium'."""
        return _first_filled(read_phrases().events[event.type].clause, self._fields(event)) or self.noun(event)

    def noun(self, event: Event) -> str:
        """Give the event as a noun phrase, such as 'an encirclement at Izium'."""
        phrase = read_phrases().events[event.type]
        return _first_filled(phrase.noun, self._fields(event)) or phrase.label

    def label(self, event: Event) -> str:
        """Give the short name of what happened, such as 'taken'."""
        return read_phrases().events[event.type].label

    def _affirmed(self, event: Event, voices: Sequence[Voice]) -> str:
        phrase = read_phrases().events[event.type]
        if event.modality in MODAL_VERBS and not phrase.quote:
            return f"{_names(voices)} {MODAL_VERBS[event.modality].format(noun=self.noun(event))}"
        if phrase.quote:
            claim = self.desk.picture.claims[voices[0].claims[0]]
            verb = "reported" if all(v.own for v in voices) else "said"
            whose = f", in the words of {voices[0].name}" if len(voices) > 1 else ""
            return f"{_names(voices)} {verb}{whose}: {self.quote(claim)}"
        said, reported = CERTAINTY_VERBS[min((v.certainty for v in voices), key=list(Certainty).index)]
        speaking, printing = [v for v in voices if not v.own], [v for v in voices if v.own]
        if not speaking:
            return f"{_names(printing)} {reported} {self.clause(event)}"
        if not printing:
            return f"{_names(speaking)} {said} {self.clause(event)}"
        return f"{_names(speaking)} {said} {self.clause(event)}, as {_names(printing)} also reported"

    def _only_denied(self, event: Event, voices: Sequence[Voice]) -> str:
        if read_phrases().events[event.type].quote:
            claim = self.desk.picture.claims[voices[0].claims[0]]
            return f"{_names(voices)} denied, or called unlikely: {self.quote(claim)}"
        return f"{_names(voices)} denied, or called unlikely, that {self.clause(event)}"

    def _silences(self, event: Event) -> list[tuple[str, tuple[str, ...]]]:
        found: dict[str, tuple[str, ...]] = {}
        for silence in event.silences:
            shown = tuple(c.id for c in self.desk.claims_by_id(silence.claims) if c.id not in self.screen.hidden)
            if shown and silence.kind != "not collected":
                words = (
                    read_phrases()
                    .silence[silence.kind]
                    .format(speaker=with_article(self.screen.clean(silence.speaker)))
                )
                found.setdefault(words, shown)
        return list(found.items())[:2]

    def _fields(self, event: Event) -> dict[str, str]:
        fields = {"at": place_adverbial(event.place) if event.place else ""}
        if event.place:
            fields["place"] = place_object(event.place)
        said: set[str] = set()
        for role in ("agent", "target"):
            parties = self._parties(event, role)
            names = [name for name in parties if name not in said]
            said |= set(names)
            if names:
                fields[role] = join_names(names, 3)
        number = self._number(event)
        return fields | ({"number": number} if number else {})

    def _actors(self, event: Event) -> list[Actor]:
        """Give the actors in the roles of the event's own type: who left is no agent of a taking."""
        claims = [c for c in self.desk.claims_of(event) if c.type is event.type]
        own = [replace(a, role=role_in(event.type, a, c)) for c in claims for a in c.actors]
        return own or list(event.actors)

    def _parties(self, event: Event, role: str) -> list[str]:
        """Give the names of a role for prose, one for each side; never a unit (units have a section of their own)."""
        names: dict[str, str] = {}
        for actor in self._actors(event):
            name = side_name(actor.side, self.gazetteer) if actor.name in (actor.side, actor.unit) else actor.name
            if actor.role == role and (actor.side or actor.name != actor.unit):
                shown = with_article(self.screen.clean(name))
                names[actor.side or shown] = max(names.get(actor.side or shown, ""), shown, key=len)
        return list(names.values())

    def _number(self, event: Event) -> str:
        quantities = [q for c in self.desk.claims_of(event) for q in c.quantities]
        if not quantities or len({q.unit for q in quantities}) != 1:
            return ""
        lows = [q.low for q in quantities if q.low is not None]
        highs = [q.high for q in quantities if q.high is not None]
        shown = say_range(min(lows) if lows else None, max(highs) if highs else None)
        return f"{shown} {quantities[0].of or quantities[0].unit}"


def _names(voices: Sequence[Voice]) -> str:
    return join_names(list(dict.fromkeys(with_article(v.name) for v in voices)))


def _denials(voices: Sequence[Voice]) -> list[str]:
    flat, other = [v for v in voices if v.flatly], [v for v in voices if not v.flatly]
    parts = [f"{_names(flat)} denied it"] if flat else []
    return [*parts, f"{_names(other)} said otherwise"] if other else parts


def _first_filled(templates: Sequence[str], fields: Mapping[str, str]) -> str | None:
    for template in templates:
        wanted = {name for _, name, _, _ in string.Formatter().parse(template) if name}
        if wanted <= fields.keys():
            return template.format(**fields)
    return None


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
