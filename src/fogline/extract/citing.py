"""Citing: speakers named beside what they say: 'according to X', 'the claim that …', 'General Staff: …'.

Coding rules 'Carriers and relays' and 'Rumour' of docs/claims.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from fogline.extract.lexicon import Lexicon
from fogline.extract.mention import Attribution
from fogline.extract.scene import Scene
from fogline.extract.tree import Tree
from fogline.speakers import kind_of

_LONGEST_LABEL = 12
"""Tokens before a colon; a longer run is a sentence, not a label."""
_LONGEST_TRAILER = 7
"""Tokens behind a colon at the end of a sentence."""


def find_cited_beside(tree: Tree, outer: Attribution, lexicon: Lexicon) -> Iterator[Attribution]:
    """Give the source that a speaker cites for the same content: 'TASS reports, citing the ministry, that …'."""
    relays = lexicon.words("attribution", "according", "relay")
    for c in tree.children[outer.cue]:
        phrase = tree.lower[c]
        target = None
        if phrase in relays and tree.deps[c] in ("advcl", "prep"):
            target = tree.child(c, "dobj", "pobj")
        if target is not None:
            content = outer.content - tree.subtree(c)
            yield Attribution(c, phrase, frozenset(("say",)), target, frozenset(content), relay=True)
    if outer.source is not None and outer.content:
        yield from _quoted_by(tree, outer.source, outer.content, lexicon)


def find_phrases(tree: Tree, lexicon: Lexicon) -> Iterator[Attribution]:
    """Give 'according to X', 'per X' with the clause they stand in."""
    for i, word in enumerate(tree.lower):
        source = None
        if word == "according":
            to = next((c for c in tree.children[i] if tree.lower[c] == "to"), None)
            source = tree.child(to, "pobj") if to is not None else None
            if source is None and tree.lower[i + 1 : i + 2] == ["to"]:
                source = tree.child(i + 1, "pobj")
        elif (
            word in lexicon.words("grammar", "saying", "citing")
            and tree.is_verb(tree.heads[i])
            and tree.deps[i] in ("advcl", "prep")
        ):
            above = {b[0] for b in lexicon.verbs.get(tree.lower[tree.heads[i]])}
            source = None if above & set(lexicon.cues) else tree.child(i, "dobj", "pobj")
        elif word in ("by", "on") and (counted := _by_count_of(tree, i, lexicon)) is not None:
            source = counted
        elif word == "per" and i + 1 < len(tree) and tree.tags[i + 1] in ("NNP", "DT"):
            source = tree.child(i, "pobj")
        if source is not None:
            content = frozenset(_scope_of_phrase(tree, i, lexicon))
            yield Attribution(i, word, frozenset(("say",)), source, content)
            yield from _quoted_by(tree, source, content, lexicon)


def _quoted_by(tree: Tree, source: int, content: frozenset[int], lexicon: Lexicon) -> Iterator[Attribution]:
    """Give whom a source quotes: 'according to the agency, which quotes OFFICIALS'."""
    for verb in tree.each(source, "relcl", "acl"):
        quotes = any(
            base[0] in lexicon.words("grammar", "saying", "relaying") for base in lexicon.verbs.get(tree.lower[verb])
        )
        quoted = tree.each(verb, "dobj")
        inner = next((i for i in quoted if tree.tags[i] == "NNP"), next(iter(quoted), None))
        if quotes and inner is not None and inner not in content:
            yield Attribution(verb, tree.lower[verb], frozenset(("say",)), inner, content, relay=True)


def _by_count_of(tree: Tree, i: int, lexicon: Lexicon) -> int | None:
    """Give whose figure it is: 'by THE UN's count', 'by the reckoning of RESIDENTS'."""
    count = tree.child(i, "pobj")
    if count is None or tree.lower[count] not in lexicon.words("grammar", "saying", "counts"):
        return None
    of = next((c for c in tree.each(count, "prep") if tree.lower[c] == "of"), None)
    return tree.child(of, "pobj") if of is not None else tree.child(count, "poss")


def _scope_of_phrase(tree: Tree, i: int, lexicon: Lexicon) -> set[int]:
    """Give what a phrase of source covers: the whole sentence from its front, else its own clause."""
    phrase = tree.subtree(i)
    above = tree.heads[i]
    while (
        tree.heads[above] != above
        and not (tree.deps[above] == "relcl" and above > i)
        and (
            tree.deps[above] in ("conj", "acl", "pobj", "prep", "dobj", "amod", "relcl", "appos")
            or not tree.is_verb(above)
        )
    ):
        above = tree.heads[above]
    at_front = min(phrase) <= 1
    root = above
    while at_front and tree.heads[root] != root:
        root = tree.heads[root]
    covered = tree.subtree(root) - phrase
    opening = set(tree.lower[max(0, min(phrase) - 3) : min(phrase)])
    if not at_front and max(phrase) < len(tree) - 2 and opening & lexicon.words("grammar", "saying", "contrast"):
        return {k for k in covered if k > max(phrase)}
    return covered


def find_nouns(tree: Tree, lexicon: Lexicon) -> Iterator[Attribution]:
    """Give nouns of saying with their content: 'the claim that', 'reports of', 'in a statement that'."""
    nouns = lexicon.words("attribution", "nouns", "say")
    for i, word in enumerate(tree.lower):
        base = word[:-1] if word.endswith("s") and word[:-1] in nouns else word
        if base not in nouns or not tree.is_noun(i):
            continue
        content: set[int] = set()
        for c in tree.each(i, "acl", "ccomp", "relcl"):
            if any(tree.lower[k] == "that" and tree.deps[k] == "mark" for k in tree.children[c]):
                content |= tree.subtree(c)
        if tree.deps[i] == "nsubj" and tree.lower[tree.heads[i]] in lexicon.words("grammar", "events", "copulas"):
            for c in tree.each(tree.heads[i], "ccomp"):
                content |= tree.subtree(c)
        for prep in tree.each(i, "prep"):
            if tree.lower[prep] == "about" and base in lexicon.words("grammar", "saying", "about_nouns"):
                content |= tree.subtree(prep)
            if tree.lower[prep] == "of" and base not in lexicon.words("grammar", "saying", "not_of_nouns"):
                content |= tree.subtree(prep)
        if content:
            called_false = _is_called_false(tree, i, lexicon) or _is_missing(tree, i, lexicon)
            source = None if called_false else _noun_source(tree, i, lexicon)
            kind = "deny" if called_false else "say" if source is not None else "rumour"
            classes = frozenset((kind,))
            yield Attribution(i, base, classes, source, frozenset(content))


def _noun_source(tree: Tree, i: int, lexicon: Lexicon) -> int | None:
    poss = tree.child(i, "poss")
    own_version = tree.deps[i] == "nsubj"
    if poss is not None and (tree.tags[poss] != "PRP$" or (own_version and tree.lower[poss] != "my")):
        return poss
    for prep in tree.each(i, "prep"):
        if tree.lower[prep] in lexicon.words("grammar", "saying", "makers"):
            return tree.child(prep, "pobj")
    if (speaker := _speaker_in_document(tree, i, lexicon)) is not None:
        return speaker
    if tree.deps[i] == "dobj" and tree.lower[tree.heads[i]] not in lexicon.words("grammar", "saying", "receiving"):
        return tree.subject(tree.heads[i])
    return None


def _speaker_in_document(tree: Tree, i: int, lexicon: Lexicon) -> int | None:
    """Give who speaks in a text: 'THE ARMY said in a statement that …', where parsers hang 'that' on the text."""
    prep = tree.heads[i]
    if tree.deps[i] != "pobj" or tree.lower[prep] not in lexicon.words("grammar", "saying", "carriers"):
        return None
    verb = tree.heads[prep]
    says = any(
        {"say", "think", "deny"} & lexicon.cues.get(base[0], frozenset())
        for base in lexicon.verbs.get(tree.lower[verb])
    )
    return tree.agent(verb) if says and tree.is_verb(verb) else None


def _is_called_false(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    """Say whether a claim is the subject of 'is false', 'are baseless'."""
    if tree.deps[i] not in ("nsubj", "nsubjpass"):
        return False
    false = lexicon.words("certainty", "negation", "adjectives") | lexicon.words("attribution", "denial", "nouns")
    if tree.lower[tree.heads[i]] == "correspond" and tree.child(tree.heads[i], "neg") is not None:
        return True
    return any(tree.lower[c] in false for c in tree.each(tree.heads[i], "acomp", "attr", "oprd"))


def _is_missing(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    """Say whether a noun of saying is said not to exist: 'there is NO EVIDENCE that', 'no truth in reports that'."""
    no = lexicon.words("grammar", "scope", "no")
    return any(tree.deps[c] in ("det", "neg") and tree.lower[c] in no for c in tree.children[i])


def find_labels(scene: Scene) -> Iterator[Attribution]:
    """Give 'General Staff: …', 'A military source to our channel: …': a speaker, a colon, what it says."""
    yield from _labels_behind(scene)
    tree = scene.tree
    colon = next((k for k, word in enumerate(tree.words[:_LONGEST_LABEL]) if word == ":"), None)
    if not colon or colon + 2 >= len(tree) or any(tree.tags[k] in ("VBD", "VBZ", "VBP", "MD") for k in range(colon)):
        return
    if not _names_speaker(scene, 0, colon - 1):
        return
    heads = [k for k in range(colon) if tree.is_noun(k) and not 0 <= tree.heads[k] < colon]
    heads = heads or [k for k in range(colon) if tree.is_noun(k)]
    documents = scene.lexicon.words("attribution", "documents", "nouns") | scene.lexicon.words(
        "grammar", "saying", "labels"
    )
    if heads and tree.lower[heads[0]] not in documents:
        content = frozenset(range(colon + 1, len(tree)))
        named = [k for k in heads if tree.tags[k] == "NNP"]
        titles = scene.lexicon.words("attribution", "titles", "words")
        source = named[-1] if named and tree.lower[heads[0]] in titles else heads[0]
        yield Attribution(colon, ":", frozenset(("say",)), source, content)


def _labels_behind(scene: Scene) -> Iterator[Attribution]:
    """Give a speaker named behind a colon at the end: 'Over 100,000 people have fled: UN', '…: army spokesman'."""
    tree = scene.tree
    last = len(tree) - 1
    while last > 0 and tree.deps[last] == "punct":
        last -= 1
    colon = next((k for k in range(last - 1, max(2, last - _LONGEST_TRAILER), -1) if tree.words[k] == ":"), None)
    if colon is None or not any(map(tree.is_verb, range(colon))) or any(map(tree.is_verb, range(colon, last + 1))):
        return
    if _names_speaker(scene, colon + 1, last):
        heads = [k for k in range(colon + 1, last + 1) if tree.is_noun(k) and not colon < tree.heads[k] <= last]
        yield Attribution(colon, ":", frozenset(("say",)), heads[0] if heads else last, frozenset(range(colon)))


def _names_speaker(scene: Scene, first: int, last: int) -> bool:
    """Say whether a label beside a colon names somebody who can speak."""
    label = scene.reading.text[scene.tree.starts[first] : scene.tree.end(last)]
    knowledge = scene.reading.knowledge
    return bool(kind_of(label) != "other" or knowledge.registry.find(label) or knowledge.parties.group(label.split()))
