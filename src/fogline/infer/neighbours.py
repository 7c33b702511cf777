"""Neighbours: which places lie near each other and how strongly one speaks for the other."""

from __future__ import annotations

import numpy as np

from fogline.infer.chain import Floats
from fogline.infer.evidence import Evidence
from fogline.infer.table import EvidenceTable
from fogline.places.place import EARTH_RADIUS_KM


def distances(lats: Floats, lons: Floats) -> Floats:
    """Give the great-circle distances between all places in km (haversine), shape (places, places)."""
    lat, lon = np.radians(lats), np.radians(lons)
    half = np.sin((lat[:, None] - lat[None, :]) / 2) ** 2
    across = np.cos(lat)[:, None] * np.cos(lat)[None, :] * np.sin((lon[:, None] - lon[None, :]) / 2) ** 2
    result: Floats = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.clip(half + across, 0.0, 1.0)))
    return result


def share_evidence(evidence: Evidence, share: Floats) -> Evidence:
    """Give the evidence with what neighbours' events say added, scaled by ``share`` (places, places), diagonal 1.

    Log-likelihoods add up; of the moves the strongest counts, so that ten villages round a town do not
    together make a certainty of what was said about the town alone.
    """
    reach = share[:, :, None] * evidence.moves[None, :, :]
    strongest = reach.argmax(axis=1)
    moves = np.take_along_axis(reach, strongest[:, None, :], axis=1)[:, 0, :]
    to = evidence.to[strongest, np.arange(evidence.to.shape[1])[None, :]]
    return Evidence(moves, to, np.einsum("pq,qts->pts", share, evidence.log_seen))


def sharing(apart_km: Floats, mentioned: np.typing.NDArray[np.bool_], table: EvidenceTable) -> Floats:
    """Give how much of an event at one place (column) counts at another (row): 1 at home, less with distance.

    A place that has events of its own listens to them alone.
    """
    share = table.share * np.exp(-apart_km / table.reach_km) * (apart_km <= table.neighbours_within_km)
    share[mentioned, :] = 0.0
    np.fill_diagonal(share, 1.0)
    result: Floats = share
    return result


def pulling(apart_km: Floats, table: EvidenceTable) -> Floats:
    """Give the weights with which neighbours pull at each place; each row sums to at most 1."""
    weights = np.exp(-apart_km / table.reach_km) * (apart_km <= table.neighbours_within_km)
    np.fill_diagonal(weights, 0.0)
    result: Floats = weights / np.maximum(1.0, weights.sum(axis=1, keepdims=True))
    return result
