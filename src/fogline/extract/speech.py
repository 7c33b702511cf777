"""Speech across sentences: who is quoted, and 'This was reported by …' behind what it attributes."""

from __future__ import annotations

from dataclasses import replace

from fogline.extract.claims import SentenceClaims, Voice
from fogline.extract.lexicon import Lexicon
from fogline.extract.quotes import Quote, quote_at
from fogline.extract.tree import Tree
from fogline.extract.voices import resolve_voice
from fogline.model import EventType, Said, Span


def attribute_quotes(
    read: SentenceClaims, before: list[SentenceClaims], quotes: list[Quote], quoted: dict[Quote, Voice]
) -> None:
    """Find who speaks in the quotations that this sentence touches, and give them their claims, also earlier ones."""
    for quote in quotes:
        if not quote.statement or not _touches(quote.span, read.scene.tree.sentence.span, slack=3):
            continue
        said = _speaker_beside(read, quote)
        if said is None and quote not in quoted:
            said = _speaker_before(read, before, quote)
        if said is not None:
            quoted[quote] = Voice(said)
            for sentence in (*before[-12:], read):
                _give(sentence, quote, said)


def _touches(quote: Span, sentence: Span, slack: int) -> bool:
    return quote.start - slack < sentence.end and sentence.start < quote.end + slack


def _speaker_beside(read: SentenceClaims, quote: Quote) -> Said | None:
    """Give the speaker of the verb of saying in the sentence, outside the quotation and nearest to it."""
    tree = read.scene.tree
    best: tuple[int, Said] | None = None
    for attribution in read.attributions:
        position = tree.starts[attribution.cue]
        said = read.voices.get(attribution.cue)
        if said is None or quote.span.start <= position < quote.span.end:
            continue
        if said.span and quote.span.start <= said.span.start < quote.span.end:
            continue
        distance = min(abs(position - quote.span.end), abs(quote.span.start - position))
        if best is None or distance < best[0]:
            best = (distance, said)
    return best[1] if best else None


def _speaker_before(read: SentenceClaims, before: list[SentenceClaims], quote: Quote) -> Said | None:
    """Give the speaker introduced just before a quotation: by a colon, or in the paragraph before."""
    if quote.span.start < read.scene.tree.sentence.span.start or not before:
        return None
    previous = before[-1]
    gap = read.scene.tree.sentence.paragraph - previous.scene.tree.sentence.paragraph
    if gap > 2 or not previous.voices:
        return None
    return next((said for said in reversed(list(previous.voices.values())) if said), None)


def _give(sentence: SentenceClaims, quote: Quote, said: Said) -> None:
    for n, claim in enumerate(sentence.claims):
        if claim.type is EventType.SILENT and claim.speaker:
            continue
        if quote_at([quote], claim.trigger.start) is quote and claim.speaker is None:
            sentence.claims[n] = replace(claim, speaker=said)


def lend_backwards(read: SentenceClaims, before: list[SentenceClaims]) -> None:
    """Give the speaker of 'This was reported by X' to the claims without speaker of the paragraph before it."""
    said = _backward_speaker(read)
    if said is None:
        return
    here = read.scene.tree.sentence
    nearest = before[-1].scene.tree.sentence.paragraph if before else None
    for sentence in before:
        paragraph = sentence.scene.tree.sentence.paragraph
        if paragraph == here.paragraph or (here.first and paragraph == nearest):
            sentence.claims[:] = [
                claim if claim.speaker or claim.type is EventType.SILENT else replace(claim, speaker=said)
                for claim in sentence.claims
            ]


def _backward_speaker(read: SentenceClaims) -> Said | None:
    tree = read.scene.tree
    lexicon = read.scene.lexicon
    for i in range(len(tree)):
        bases = {base[0] for base in lexicon.verbs.get(tree.lower[i])}
        if not bases & lexicon.words("grammar", "speech", "giving") or not tree.is_verb(i):
            continue
        said_thing = tree.patient(i)
        if said_thing is None or not _points_back(tree, said_thing, lexicon):
            continue
        speaker = tree.agent(i)
        known = read.voices.get(i)
        if known is None and speaker is not None:
            known = resolve_voice(read.scene, speaker)
        if known is not None:
            _adopt(read, i, known)
            return known
    return None


def _points_back(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    demonstratives = lexicon.words("grammar", "speech", "demonstratives")
    if tree.lower[i] in demonstratives:
        return True
    if tree.lower[i] not in lexicon.words("grammar", "speech", "reports"):
        return False
    if tree.lower[i] in lexicon.words("grammar", "speech", "bare_reports"):
        return True
    return any(tree.lower[k] in demonstratives for k in tree.subtree(i))


def _adopt(read: SentenceClaims, cue: int, said: Said) -> None:
    """Give the same speaker to what a participle adds in the sentence itself: '…, noting that details are missing'."""
    tree = read.scene.tree
    for n, claim in enumerate(read.claims):
        if claim.speaker is None and any(
            a.content and tree.heads[a.cue] == cue and _holds(tree, a.content, claim.trigger.start)
            for a in read.attributions
        ):
            read.claims[n] = replace(claim, speaker=said)


def _holds(tree: Tree, content: frozenset[int], position: int) -> bool:
    return any(tree.starts[i] == position for i in content)
