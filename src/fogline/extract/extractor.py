"""The extract step: documents in, claims out."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from fogline.extract.claims import Heading, SentenceClaims, Surroundings, Voice, read_sentence
from fogline.extract.context import Knowledge, Reading
from fogline.extract.echoes import echo_events
from fogline.extract.gate import Gate
from fogline.extract.headings import enter_sentence, read_heading
from fogline.extract.lexicon import load_lexicon
from fogline.extract.parse import DEFAULT_MODEL, load_model, parse_sentences
from fogline.extract.quotes import Quote, find_quotes
from fogline.extract.referents import remember_mentions
from fogline.extract.repairs import repair
from fogline.extract.retorts import find_retorts
from fogline.extract.scene import Scene
from fogline.extract.sentences import Sentence, split_sentences
from fogline.extract.silence import read_rules
from fogline.extract.speech import attribute_quotes, lend_backwards
from fogline.extract.topics import is_off_topic
from fogline.extract.toponyms import Toponym, find_located_names, find_toponyms
from fogline.extract.tree import Tree
from fogline.model import Claim, Document, PlaceMention, claim_id_of
from fogline.places import Gazetteer, PlaceKind
from fogline.speakers import Parties, SpeakerRegistry, kind_of

if TYPE_CHECKING:
    from spacy.language import Language

VERSION = "rules-en/1"
_SOLE = 2
"""How many times as often a state is named as any other where the document is about it alone."""
LANGUAGES = frozenset(("en",))


class Extractor:
    """Takes claims out of documents. Models load on the first document that needs them, once per process."""

    def __init__(self, gazetteer: Gazetteer, registry: SpeakerRegistry, model_name: str = DEFAULT_MODEL) -> None:
        parties = Parties(gazetteer.demonym, lru_cache(4096)(lambda word: _country_code(gazetteer, word)))
        lexicon = load_lexicon("en")
        self._knowledge = Knowledge(lexicon, gazetteer, parties, registry, read_rules(lexicon))
        self._gate = Gate(self._knowledge.lexicon)
        self._model_name = model_name
        self.version = f"{VERSION}+{model_name}"

    def extract(self, documents: Iterable[Document]) -> Iterator[tuple[Document, list[Claim]]]:
        """Give each document with its claims, in order; a document without events has none."""
        for document in documents:
            yield document, self.claims(document)

    def reads(self, document: Document) -> bool:
        """Say whether there are rules for a document's language; an unknown language is read as English."""
        return document.language is None or document.language in LANGUAGES

    def claims(self, document: Document) -> list[Claim]:
        """Give the claims of one document in the order of the text; none for a language without rules."""
        if not self.reads(document):
            return []
        sentences = list(split_sentences(document.text))
        if not self._gate.choose(document.text, sentences):
            return []
        toponyms, sides = find_toponyms(document, self._knowledge)
        if is_off_topic(document.text, sides.total()):
            return []
        ranked = [side for side, _ in sides.most_common()]
        reading = Reading(document, self._knowledge, _home_country(sides, toponyms), tuple(ranked))
        reading.sole_country = _speaks_of_one_country(sides)
        settled = (t.place for t in toponyms if t.place.kind is PlaceKind.SETTLEMENT)
        reading.settlements = tuple(dict.fromkeys((place.lat, place.lon) for place in settled))
        reading.located = find_located_names(document.text, toponyms, self._knowledge)
        reading.own_side = _publisher_side(document, self._knowledge)
        reading.mentions = Counter((t.place.lat, t.place.lon) for t in toponyms)
        reading.last_settlement = _dateline(toponyms, sentences)
        sentences = self._gate.choose(document.text, sentences, [t.span for t in toponyms])
        found = self._read(reading, sentences, toponyms, load_model(self._model_name))
        return self._finish(document, found)

    def _read(
        self, reading: Reading, sentences: list[Sentence], toponyms: list[Toponym], model: Language
    ) -> list[Claim]:
        quotes = find_quotes(reading.text)
        quoted: dict[Quote, Voice] = {}
        heading = Heading()
        done: list[SentenceClaims] = []
        starts = [t.span.start for t in toponyms]
        docs = parse_sentences(reading.text, sentences, model)
        for sentence, doc in zip(sentences, docs, strict=True):
            tree = Tree.of(sentence, doc)
            repair(tree, self._knowledge.lexicon)
            here = toponyms[bisect_left(starts, sentence.span.start) : bisect_left(starts, sentence.span.end)]
            scene = Scene.of(tree, reading, here)
            heading = enter_sentence(heading, sentence)
            read = read_sentence(scene, Surroundings(heading, quotes, quoted))
            echo_events(read, done)
            attribute_quotes(read, done, quotes, quoted)
            lend_backwards(read, done)
            doing = [a.side for c in read.claims for a in c.actors if a.role == "agent" and a.side]
            reading.last_agent = doing[-1] if doing else reading.last_agent
            read.claims += find_retorts(scene, read.voices, done)
            heading = read_heading(read, heading)
            remember_mentions(scene, [a.source for a in read.attributions], eventful=bool(read.claims))
            done.append(read)
        return [claim for read in done for claim in read.claims]

    def _finish(self, document: Document, claims: list[Claim]) -> list[Claim]:
        finished: list[Claim] = []
        seen: dict[str, int] = {}
        for claim in claims:
            trigger = claim.trigger.of(document.text)
            first = claim_id_of(document.story_id, claim, trigger, 0)
            nth = seen.get(first, 0)
            seen[first] = nth + 1
            claim_id = claim_id_of(document.story_id, claim, trigger, nth) if nth else first
            finished.append(replace(claim, id=claim_id, extractor=self.version))
        return finished


def _dateline(toponyms: list[Toponym], sentences: list[Sentence]) -> PlaceMention | None:
    """Give the settlement of a dateline, where 'this town' is until the text names another: 'IZIUM, Sept. 10 –'."""
    for toponym in toponyms:
        place = toponym.place
        if toponym.span.end <= sentences[0].span.start and place.kind is PlaceKind.SETTLEMENT:
            geonameid = place.id if place.id > 0 else None
            return PlaceMention(place.name, place.lat, place.lon, toponym.span, geonameid, "settlement")
    return None


def _home_country(sides: Counter[str], toponyms: list[Toponym]) -> str | None:
    """Give the country that a document is mostly about: by its places first, then by the parties it names."""
    counts: Counter[str] = Counter()
    for side, n in sides.items():
        counts[side.split("-")[0]] += n
    for toponym in toponyms:
        if toponym.place.country and toponym.place.kind is not PlaceKind.COUNTRY:
            counts[toponym.place.country] += 2
    return next((code for code, _ in counts.most_common() if len(code) == 2), None)


def _speaks_of_one_country(sides: Counter[str]) -> bool:
    counts: Counter[str] = Counter()
    for side, n in sides.items():
        counts[side.split("-")[0]] += n
    first, second = [*(n for _, n in counts.most_common(2)), 0, 0][:2]
    return first >= _SOLE * max(second, 1)


def _publisher_side(document: Document, knowledge: Knowledge) -> str | None:
    """Give the side whose body publishes a document: a ministry or army says 'we', a newspaper does not."""
    if document.publisher is None:
        return None
    known = knowledge.registry.publisher(document.publisher)
    if known:
        return known.side
    kind = kind_of(document.publisher)
    return knowledge.parties.side(document.publisher.split()) if kind not in ("media", "ngo", "other") else None


def _country_code(gazetteer: Gazetteer, name: str) -> str | None:
    found = gazetteer.find(name)
    return found[0].country if found and found[0].kind is PlaceKind.COUNTRY else None
