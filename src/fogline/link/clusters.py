"""Cluster claims: from judged pairs to events, with what people judged overruling the model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fogline.link.cuts import Extent, fits_together
from fogline.link.repeats import fold_repeats, parts_repeated
from fogline.link.weights import LinkWeights, load_link_weights
from fogline.model import Claim, Judgement, Link, claim_parts, hash_id

Pair = tuple[str, str]


def cluster_claims(claims: Sequence[Claim], links: Sequence[Link]) -> dict[str, str]:
    """Give the event of each claim: id of the claim part -> event id.

    Keys are the ids of `fogline.model.claim_parts`: each claim's own id, and ``id@place`` for the second
    and further places of one claim. Pure in the claims and the live links; their order changes nothing.
    A link whose ``by`` starts with ``person:`` overrules the model: 'same' joins whatever the model and the
    limits of time and space say, 'different' keeps apart. What only repeats words of its document goes with
    them and adds no weight, unless a person judged it.

    The id of an event is a hash of its smallest part id: a new claim leaves it as it is, unless the new id
    happens to be the smallest (1 in n + 1); a hash of all members would change with every claim.
    """
    weights = load_link_weights()
    parts = {part: narrowed for claim in claims for part, narrowed in claim_parts(claim).items()}
    people, model = _newest_by_pair(links, parts)
    judged = {part for pair in people for part in pair}
    repeated = {part: of for part, of in parts_repeated(fold_repeats(claims)[1]).items() if part not in judged}
    own = {part: narrowed for part, narrowed in parts.items() if part not in repeated}
    model = {pair: score for pair, score in model.items() if own.keys() >= set(pair)}
    merger = _Merger(own, people, model, weights)
    for (left, right), _ in sorted(people.items()):
        merger.join_by_person(left, right)
    for (left, right), score in sorted(model.items(), key=lambda item: (-item[1], item[0])):
        if score >= weights.same_from:
            merger.join_by_model(left, right)
    return {part: hash_id("event", min(merger.members_of(repeated.get(part, part)))) for part in sorted(parts)}


def _newest_by_pair(links: Sequence[Link], parts: Mapping[str, Claim]) -> tuple[dict[Pair, bool], dict[Pair, float]]:
    """Give people's newest judgement (True is same) and the model's newest score by pair of known parts."""
    people: dict[Pair, bool] = {}
    model: dict[Pair, float] = {}
    for link in sorted(links, key=lambda link: (link.created_at, link.judgement.value, link.score)):
        if link.deleted_at is not None or link.left not in parts or link.right not in parts:
            continue
        pair = (min(link.left, link.right), max(link.left, link.right))
        if not link.by.startswith("person:"):
            model[pair] = link.score
        elif link.judgement is Judgement.UNSURE:
            people.pop(pair, None)
        else:
            people[pair] = link.judgement is Judgement.SAME
    return people, {pair: score for pair, score in model.items() if pair not in people}


class _Merger:
    """Groups of parts while they grow, with what is needed to refuse a merger."""

    def __init__(
        self,
        parts: Mapping[str, Claim],
        people: Mapping[Pair, bool],
        model: Mapping[Pair, float],
        weights: LinkWeights,
    ) -> None:
        self._weights = weights
        self._group = {part: part for part in parts}
        self._members = {part: [part] for part in parts}
        self._extent = {part: Extent.of_claim(claim, weights) for part, claim in parts.items()}
        self._same = {pair for pair, same in people.items() if same}
        self._apart = {part: set[str]() for part in parts}
        self._scores = {part: dict[str, float]() for part in parts}
        for (left, right), same in people.items():
            if not same:
                self._apart[left].add(right)
                self._apart[right].add(left)
        for (left, right), score in model.items():
            self._scores[left][right] = self._scores[right][left] = score

    def members_of(self, part: str) -> list[str]:
        return self._members[self._group[part]]

    def join_by_person(self, left: str, right: str) -> None:
        a, b = self._group[left], self._group[right]
        if (left, right) in self._same and a != b and b not in self._apart[a]:
            self._merge(a, b)

    def join_by_model(self, left: str, right: str) -> None:
        a, b = self._group[left], self._group[right]
        if a == b or b in self._apart[a]:
            return
        pairs = len(self._members[a]) * len(self._members[b])
        mean_score = self._scores[a].get(b, 0.0) / pairs
        limits = self._weights.cluster
        if mean_score >= limits.mean_score and fits_together(self._extent[a], self._extent[b], limits):
            self._merge(a, b)

    def _merge(self, a: str, b: str) -> None:
        """Move the smaller group into the larger; scores and bans of a group are the sums of its members'."""
        keep, gone = (a, b) if (len(self._members[a]), b) >= (len(self._members[b]), a) else (b, a)
        for part in self._members[gone]:
            self._group[part] = keep
        self._members[keep] += self._members.pop(gone)
        self._extent[keep] = self._extent[keep].joined(self._extent.pop(gone))
        for other, score in self._scores.pop(gone).items():
            del self._scores[other][gone]
            if other != keep:
                self._scores[keep][other] = self._scores[keep].get(other, 0.0) + score
                self._scores[other][keep] = self._scores[keep][other]
        for other in self._apart.pop(gone):
            self._apart[other].discard(gone)
            self._apart[other].add(keep)
            self._apart[keep].add(other)
