"""Claims: events, voices, places, days and numbers of a sentence put together into claim records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from fogline.extract.actors import find_actors, silent_actors
from fogline.extract.attribution import Attribution, find_attributions
from fogline.extract.days import DayMention, find_days
from fogline.extract.events import EventMention, find_events
from fogline.extract.lexicon import Lexicon
from fogline.extract.quantities import Counted, find_quantities
from fogline.extract.quotes import Quote, quote_at
from fogline.extract.scene import Scene
from fogline.extract.scope import Scope, read_scope
from fogline.extract.silence import find_silences
from fogline.extract.tree import Tree
from fogline.extract.voices import resolve_voice
from fogline.extract.whereabouts import find_whereabouts
from fogline.model import Certainty, Claim, DayRange, EventType, Modality, PlaceMention, Polarity, Quantity, Said, Span


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading or a first line hands down to the sentences below it (coding rules 2 and 7)."""

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


@dataclass(slots=True)
class SentenceClaims:
    """The claims of one sentence and what its attributions may lend to its neighbours."""

    scene: Scene
    attributions: list[Attribution]
    voices: dict[int, Said | None]
    """Cue token → who speaks there."""
    claims: list[Claim]
    lends_backwards: Said | None = None
    """The speaker of 'This was reported by X': of the sentences before."""


def read_sentence(scene: Scene, heading: Heading, quoted: dict[Quote, Voice], quotes: list[Quote]) -> SentenceClaims:
    """Give the claims of a sentence. ``quoted`` holds the voices of quotations found so far."""
    attributions = find_attributions(scene)
    voices = {
        a.cue: resolve_voice(scene, a.source) for a in sorted(attributions, key=lambda a: a.cue) if a.source is not None
    }
    found = SentenceClaims(scene, attributions, voices, [])
    silences = list(find_silences(scene))
    silent_clauses = {scene.tree.clause(e.trigger) for e in silences}
    named = find_events(scene)
    events = [e for e in named if not _is_cue_only(e, attributions, named)]
    days = find_days(scene.reading.text, scene.tree.sentence.span, scene.reading.day, scene.lexicon)
    counted = find_quantities(scene.tree, scene.lexicon)
    for event in sorted(
        [*silences, *(e for e in events if scene.tree.clause(e.trigger) not in silent_clauses)], key=lambda e: e.trigger
    ):
        claim = _assemble(found, event, events, heading, quoted, quotes, days, counted)
        if claim is not None:
            found.claims.append(claim)
    return found


def _is_cue_only(event: EventMention, attributions: Sequence[Attribution], events: Sequence[EventMention]) -> bool:
    """Say whether a trigger is only the verb of saying of another claim ('claimed that')."""
    return any(
        a.cue == event.trigger and "ask" not in a.classes and any(e.trigger in a.content for e in events)
        for a in attributions
    )


def _assemble(
    found: SentenceClaims,
    event: EventMention,
    events: Sequence[EventMention],
    heading: Heading,
    quoted: dict[Quote, Voice],
    quotes: list[Quote],
    days: Sequence[DayMention],
    counted: Sequence[Counted],
) -> Claim | None:
    scene = found.scene
    tokens = content_tokens(scene, event, events, found.attributions)
    if not tokens:
        return None
    around = [a for a in found.attributions if event.trigger in a.content]
    said = frozenset(around[0].content) if around else frozenset(range(len(scene.tree)))
    scope = _through_cues(read_scope(scene.tree, event, set(said), scene.lexicon), around, scene.lexicon)
    voice = _voice(found, event, around, heading, quoted, quotes)
    content = scene.tree.span(min(tokens), max(tokens))
    silent = event.type is EventType.SILENT
    if silent:
        scope = Scope(Polarity.AFFIRMED, Certainty.CERTAIN, Modality.ACTUAL, EventType.SILENT)
    places = () if silent else tuple(find_whereabouts(scene, event, tokens, said)) or heading.places
    return Claim(
        id="",
        document_id=scene.reading.document.id,
        content=content,
        content_text=content.of(scene.reading.text),
        sentence=scene.tree.sentence.span,
        speaker=voice.speaker,
        via=voice.via,
        type=scope.type,
        trigger=scene.tree.span(event.trigger, event.trigger_last),
        actors=silent_actors(scene, event)
        if silent
        else find_actors(scene, event, voice.speaker.side if voice.speaker else None),
        places=places,
        time=None if silent else _ahead(_days(scene, event, days, content, heading), scope.modality, scene.reading.day),
        quantities=() if silent else _quantities(scene, event, tokens, counted),
        polarity=scope.polarity,
        certainty=scope.certainty,
        modality=scope.modality,
        extractor="",
    )


def content_tokens(
    scene: Scene, event: EventMention, events: Sequence[EventMention], attributions: Sequence[Attribution]
) -> set[int]:
    """Give the tokens that state an event: its clause without those of other events and of who says so."""
    tree = scene.tree
    top = _clause_top(tree_of := scene.tree, event, attributions)
    tokens = tree_of.subtree(top)
    triggers = {e.trigger_last if not e.verb else e.trigger for e in events} - {event.trigger, event.trigger_last}
    for i in sorted(tokens):
        if i == top or i not in tokens or event.trigger in tree.subtree(i):
            continue
        dep = tree.deps[i]
        below = tree.subtree(i)
        clausal = dep in ("conj", "advcl", "ccomp", "parataxis", "relcl", "acl", "xcomp", "dep") and tree.is_verb(i)
        if (clausal and (below & triggers or dep in ("parataxis", "ccomp"))) or any(
            a.cue in below and event.trigger in a.content for a in attributions
        ):
            tokens -= below
    return _trim(tree, tokens, event.trigger)


def _clause_top(tree, event: EventMention, attributions: Sequence[Attribution]) -> int:  # type: ignore[no-untyped-def]
    """Give the head of the clause that states an event: up through 'began to', 'launched an attack'."""
    barred = {a.cue for a in attributions if event.trigger in a.content}
    here = event.trigger_last if not event.verb else event.trigger
    while tree.heads[here] != here:
        above, dep = tree.heads[here], tree.deps[here]
        if above in barred:
            break
        climbs = dep in ("xcomp", "acomp", "oprd", "attr") or (
            dep == "acl" and tree.is_noun(above) and tree.tags[here] == "VB"
        )
        if not tree.is_verb(here):
            climbs = climbs or dep in (
                "nsubj",
                "nsubjpass",
                "dobj",
                "pobj",
                "prep",
                "conj",
                "agent",
                "compound",
                "appos",
            )
        if not climbs:
            break
        here = above
    return here


def _trim(tree, tokens: set[int], trigger: int) -> set[int]:  # type: ignore[no-untyped-def]
    """Keep the run of tokens around the trigger, without conjunctions and punctuation at its edges."""
    ordered = sorted(tokens)
    edge = {"cc", "punct", "mark", "preconj"}
    while (
        ordered and (tree.deps[ordered[0]] in edge or tree.words[ordered[0]] in '“”"«»,;:–—-') and ordered[0] != trigger
    ):
        ordered.pop(0)
    while (
        ordered
        and (tree.deps[ordered[-1]] in edge or tree.words[ordered[-1]] in '“”"«»,;:–—-.')
        and ordered[-1] != trigger
    ):
        ordered.pop()
    run: list[int] = []
    for i in ordered:
        if run and i - run[-1] > 6:
            if trigger in run or trigger < i:
                break
            run = []
        run.append(i)
    return set(run)


def _through_cues(scope: Scope, around: Sequence[Attribution], lexicon: Lexicon) -> Scope:
    """Turn a scope by the verbs of saying around it: denied, believed, asked for, rumoured."""
    named = any(a.source is not None for a in around)
    for attribution in around:
        if "deny" in attribution.classes:
            flipped = Polarity.DENIED if scope.polarity is Polarity.AFFIRMED else Polarity.AFFIRMED
            scope = replace(scope, polarity=flipped)
        if "rumour" in attribution.classes and not named and scope.certainty is not Certainty.POSSIBLE:
            level = Certainty.PROBABLE if "think" in attribution.classes else Certainty.POSSIBLE
            scope = replace(scope, certainty=level)
        elif attribution.base in lexicon.words("grammar", "saying", "possible"):
            scope = replace(scope, certainty=Certainty.POSSIBLE)
        elif (
            attribution.base in lexicon.words("grammar", "saying", "probable") and scope.certainty is Certainty.CERTAIN
        ):
            scope = replace(scope, certainty=Certainty.PROBABLE)
        if "ask" in attribution.classes and "say" not in attribution.classes and scope.modality is Modality.ACTUAL:
            scope = replace(scope, modality=Modality.DEMANDED)
        if attribution.base in lexicon.words("grammar", "saying", "ahead") and scope.modality is Modality.ACTUAL:
            scope = replace(scope, modality=Modality.FUTURE)
    return scope


def _voice(
    found: SentenceClaims,
    event: EventMention,
    around: Sequence[Attribution],
    heading: Heading,
    quoted: dict[Quote, Voice],
    quotes: list[Quote],
) -> Voice:
    """Give the innermost speaker of an event and, in order, those who relay it."""
    if event.type is EventType.SILENT:
        around = [a for a in around if a.source != event.agent and a.cue != event.trigger]
    names = [said for a in around if (said := found.voices.get(a.cue)) is not None]
    names = [said for n, said in enumerate(names) if said.name not in {s.name for s in names[:n]}]
    quote = quote_at(quotes, found.scene.tree.starts[event.trigger])
    outer = quoted.get(quote) if quote else None
    if names:
        via = tuple(said.name for said in names[1:])
        inside = quote is not None and quote_at(quotes, found.scene.tree.starts[around[0].cue]) is quote
        for relay in (outer.speaker if outer and inside else None, heading.speaker):
            if relay and relay.name not in (names[0].name, *via):
                via = (*via, relay.name)
        return Voice(names[0], via)
    if outer:
        return outer
    if any("rumour" in a.classes for a in around) or heading.speaker is None:
        return Voice(None)
    return Voice(heading.speaker)


def _days(
    scene: Scene, event: EventMention, days: Sequence[DayMention], content: Span, heading: Heading
) -> DayRange | None:
    """Give when an event was: the day in its own words, else the nearest that is not the day of saying."""
    inside = [d for d in days if content.start <= d.span.start < content.end]
    if inside:
        return inside[0].days
    usable = [d for d in days if not _is_day_of_saying(scene, event, d)]
    if usable:
        return min(usable, key=lambda d: min(abs(d.span.start - content.end), abs(content.start - d.span.end))).days
    return heading.days


def _ahead(days: DayRange | None, modality: Modality, published: date | None) -> DayRange | None:
    """Move the day of a plan ahead: 'will meet on Thursday' is the next Thursday, 'by 30 June' the next June."""
    if days is None or published is None or modality is Modality.ACTUAL or days.end >= published:
        return days
    back = published - days.end
    if back < timedelta(days=7):
        return DayRange(days.start + timedelta(days=7), days.end + timedelta(days=7))
    if back > timedelta(days=150):
        return DayRange(days.start.replace(year=days.start.year + 1), days.end.replace(year=days.end.year + 1))
    return days


def _is_day_of_saying(scene: Scene, event: EventMention, day: DayMention) -> bool:
    """Say whether a day belongs to a verb of saying ('said on Tuesday') or to a clause further out."""
    tree = scene.tree
    token = next((i for i in range(len(tree)) if tree.end(i) > day.span.start), None)
    if token is None:
        return True
    clause = tree.clause(token)
    if clause in {event.trigger, tree.clause(event.trigger)}:
        return False
    bases = {base[0] for base in scene.lexicon.verbs.get(tree.lower[clause])}
    if bases & {cue.split()[0] for cue in scene.lexicon.cues} and clause in tree.ancestors(event.trigger):
        return True
    return clause not in tree.ancestors(event.trigger) and tree.heads[clause] not in (
        event.trigger,
        *tree.ancestors(event.trigger),
    )


def _is_aside(tree: Tree, counted: Counted, event: EventMention) -> bool:
    """Say whether a number stands in a clause of its own below the event: 'an arsenal that can store 900 t'."""
    here = counted.noun
    while here != event.trigger and tree.heads[here] != here:
        if tree.deps[here] in ("relcl", "advcl", "ccomp", "parataxis") and event.trigger not in tree.subtree(here):
            return True
        here = tree.heads[here]
    return False


def _quantities(
    scene: Scene, event: EventMention, tokens: set[int], counted: Sequence[Counted]
) -> tuple[Quantity, ...]:
    """Give the counts of what an event did or suffered; of the people killed, not of the days it took."""
    inside = [c for c in counted if (c.noun in tokens or c.number in tokens) and not _is_aside(scene.tree, c, event)]
    family_of = {"losses.killed": "person", "losses.wounded": "person", "losses.prisoners": "person"}
    wanted = family_of.get(event.type.value)
    if wanted and any(c.quantity.unit == wanted for c in inside):
        inside = [c for c in inside if c.quantity.unit == wanted]
    if event.type is EventType.EQUIPMENT:
        inside = [c for c in inside if c.quantity.unit != "person"]
    return tuple(c.quantity for c in inside)
