"""Claims: events, voices, places, days and numbers of a sentence put together into claim records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from fogline.extract.actors import find_actors, silent_actors
from fogline.extract.attribution import find_attributions
from fogline.extract.content import content_tokens
from fogline.extract.days import DayMention, find_days
from fogline.extract.events import find_events
from fogline.extract.mention import Attribution, EventMention
from fogline.extract.quantities import Counted, choose_quantities, find_quantities
from fogline.extract.quotes import Quote, quote_at
from fogline.extract.scene import Scene
from fogline.extract.scope import read_scope, turn_scope
from fogline.extract.silence import find_silences, unsaid_tokens
from fogline.extract.timing import choose_days, move_ahead
from fogline.extract.voices import resolve_voice
from fogline.extract.whereabouts import find_whereabouts
from fogline.model import Certainty, Claim, DayRange, EventType, Modality, PlaceMention, Polarity, Said


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading or a first line hands down to the sentences below it.

    Coding rules 'What carries over' and 'Briefings' of docs/claims.md.
    """

    speaker: Said | None = None
    places: tuple[PlaceMention, ...] = ()
    days: DayRange | None = None
    listed: bool = False
    """The places stand for the items of a list, until the next heading or running paragraph."""
    line: int = -1
    """The line read last."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says a stretch of text, relayed by whom."""

    speaker: Said | None
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the text around a sentence lends it."""

    heading: Heading
    quotes: list[Quote]
    quoted: dict[Quote, Voice]
    """The voices of the quotations whose speaker is known by now."""


@dataclass(slots=True)
class SentenceClaims:
    """The claims of one sentence and what its attributions may lend to its neighbours."""

    scene: Scene
    attributions: list[Attribution]
    voices: dict[int, Said | None]
    """Cue token → who speaks there."""
    claims: list[Claim]


@dataclass(frozen=True, slots=True)
class _Named:
    """What a sentence names besides its speakers."""

    events: list[EventMention]
    days: list[DayMention]
    counted: list[Counted]


def read_sentence(scene: Scene, around: Surroundings) -> SentenceClaims:
    """Give the claims of a sentence, in the order of their triggers; a clause of silence makes no other claim."""
    attributions = find_attributions(scene)
    voices = {
        a.cue: resolve_voice(scene, a.source) for a in sorted(attributions, key=lambda a: a.cue) if a.source is not None
    }
    found = SentenceClaims(scene, attributions, voices, [])
    silences = list(find_silences(scene))
    silent_clauses = {scene.tree.clause(e.trigger) for e in silences}
    triggers = find_events(scene)
    events = [e for e in triggers if not _is_cue_only(e, attributions, triggers)]
    named = _Named(
        events,
        find_days(scene.reading.text, scene.tree.sentence.span, scene.reading.day, scene.lexicon),
        find_quantities(scene.tree, scene.lexicon),
    )
    unsaid = {k for e in silences for k in unsaid_tokens(scene, e)}
    told = [e for e in events if scene.tree.clause(e.trigger) not in silent_clauses and e.trigger not in unsaid]
    for event in sorted([*silences, *told], key=lambda e: e.trigger):
        claim = _assemble(found, event, named, around)
        if claim is not None:
            found.claims.append(claim)
    return found


def _is_cue_only(event: EventMention, attributions: Sequence[Attribution], events: Sequence[EventMention]) -> bool:
    """Say whether a trigger is only the verb of saying of another claim ('claimed that')."""
    return any(
        a.cue == event.trigger and "ask" not in a.classes and any(e.trigger in a.content for e in events)
        for a in attributions
    )


def _assemble(found: SentenceClaims, event: EventMention, named: _Named, around: Surroundings) -> Claim | None:
    scene = found.scene
    tokens = content_tokens(scene.tree, event, named.events, found.attributions)
    if not tokens:
        return None
    sayings = [a for a in found.attributions if event.trigger in a.content]
    voice = _voice(found, event, sayings, around)
    content = scene.tree.span(min(tokens), max(tokens))
    bare = Claim(
        id="",
        document_id=scene.reading.document.id,
        content=content,
        content_text=content.of(scene.reading.text),
        sentence=scene.tree.sentence.span,
        speaker=voice.speaker,
        via=voice.via,
        type=event.type,
        trigger=scene.tree.span(event.trigger, event.trigger_last),
        actors=(),
        places=(),
        time=None,
        quantities=(),
        polarity=Polarity.AFFIRMED,
        certainty=Certainty.CERTAIN,
        modality=Modality.ACTUAL,
        extractor="",
    )
    if event.type is EventType.SILENT:
        return replace(bare, actors=silent_actors(scene, event))
    return _circumstantiate(bare, scene, event, tokens, sayings, named, around.heading)


def _circumstantiate(
    bare: Claim,
    scene: Scene,
    event: EventMention,
    tokens: set[int],
    sayings: Sequence[Attribution],
    named: _Named,
    heading: Heading,
) -> Claim:
    """Add to a claim who did it to whom, where, when, how many, and how the speaker puts it."""
    said = sayings[0].content if sayings else frozenset(range(len(scene.tree)))
    scope = turn_scope(read_scope(scene.tree, event, said, scene.lexicon), sayings, scene.lexicon)
    days = choose_days(scene, event, named.days, bare.content) or heading.days
    return replace(
        bare,
        type=scope.type,
        actors=find_actors(scene, event, bare.speaker),
        places=tuple(find_whereabouts(scene, event, tokens, said)) or heading.places,
        time=move_ahead(days, scope.modality, scene.reading.day),
        quantities=choose_quantities(scene.tree, event, tokens, named.counted),
        polarity=scope.polarity,
        certainty=scope.certainty,
        modality=scope.modality,
    )


def _voice(found: SentenceClaims, event: EventMention, sayings: Sequence[Attribution], around: Surroundings) -> Voice:
    """Give the innermost speaker of an event and, in order, those who relay it."""
    if event.type is EventType.SILENT:
        sayings = [a for a in sayings if a.source != event.agent and a.cue != event.trigger]
    names = [said for a in sayings if (said := found.voices.get(a.cue)) is not None]
    names = [said for n, said in enumerate(names) if said.name not in {s.name for s in names[:n]}]
    heading = around.heading.speaker
    quote = quote_at(around.quotes, found.scene.tree.starts[event.trigger])
    outer = around.quoted.get(quote) if quote else None
    if names:
        inside = quote is not None and quote_at(around.quotes, found.scene.tree.starts[sayings[0].cue]) is quote
        return _relayed(names, (outer.speaker if outer and inside else None, heading))
    if outer:
        return outer
    return Voice(None if any("rumour" in a.classes for a in sayings) else heading)


def _relayed(names: Sequence[Said], beyond: Sequence[Said | None]) -> Voice:
    """Give the first of several speakers, relayed by the others and by those ``beyond`` the sentence."""
    via = tuple(said.name for said in names[1:])
    for relay in beyond:
        if relay and relay.name not in (names[0].name, *via):
            via = (*via, relay.name)
    return Voice(names[0], via)
