"""Echoes: an event that a noun names again ('THE WITHDRAWAL', 'the decision TO WITHDRAW') has the parties and places
of the event told before.

Coding rule 'What carries over' of docs/claims.md.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from fogline.extract.claims import SentenceClaims
from fogline.extract.tree import Tree
from fogline.model import Claim

_REACH = 4
"""Sentences back to which a noun points."""
_POINTING = ("the", "this", "that", "such")


def echo_events(read: SentenceClaims, before: Sequence[SentenceClaims]) -> None:
    """Give what a sentence names again the parties and places that its own words leave out."""
    for n, claim in enumerate(read.claims):
        if (claim.actors and claim.places) or not _points_back(read, claim):
            continue
        told = [c for sentence in before[-_REACH:] for c in sentence.claims] + read.claims[:n]
        meant = next(
            (
                c
                for c in reversed(told)
                if c.type is claim.type and c.modality is claim.modality and (c.actors or c.places)
            ),
            None,
        )
        if meant is not None and not _differs(claim, meant):
            read.claims[n] = replace(claim, actors=claim.actors or meant.actors, places=claim.places or meant.places)
    _share_places(read)


def _share_places(read: SentenceClaims) -> None:
    """Give a change of control without a place, feared or done, the place that all others of its sentence share."""
    shared = {claim.places for claim in read.claims if claim.places and claim.type.family == "control"}
    for n, claim in enumerate(read.claims):
        if len(shared) == 1 and not claim.places and claim.type.family == "control":
            read.claims[n] = replace(claim, places=next(iter(shared)))


def _points_back(read: SentenceClaims, claim: Claim) -> bool:
    """Say whether a trigger is a noun behind 'the', or what somebody set out to do: 'the decision TO WITHDRAW'."""
    tree = read.scene.tree
    i = bisect_left(tree.starts, claim.trigger.start)
    if tree.is_noun(i):
        return _is_definite(tree, i) and all(tree.lower[c] == "of" for c in tree.each(i, "prep"))
    return tree.is_willed(i) and _is_definite(tree, tree.heads[i])


def _is_definite(tree: Tree, noun: int) -> bool:
    determiner = tree.child(noun, "det")
    return determiner is not None and tree.lower[determiner] in _POINTING


def _differs(claim: Claim, meant: Claim) -> bool:
    """Say whether the two name other sides or other places, so that they are two events."""
    sides, others = ({(a.role, a.side) for a in c.actors if a.side} for c in (claim, meant))
    here, there = ({(p.lat, p.lon) for p in c.places} for c in (claim, meant))
    return bool((sides and others and not sides & others) or (here and there and not here & there))
