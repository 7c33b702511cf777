"""A hidden Markov chain per place over days, all places at once (numpy)."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]


def daily_matrix(sides: int, held_to_contested: float, held_to_other: float, contested_to_held: float) -> Floats:
    """Give the matrix of daily changes between ``sides`` sides and contested (the last state); rows sum to 1."""
    k = sides + 1
    matrix: Floats = np.full((k, k), held_to_other / max(1, sides - 1))
    matrix[:-1, -1] = held_to_contested
    matrix[-1, :-1] = contested_to_held / sides
    np.fill_diagonal(matrix, 0.0)
    np.fill_diagonal(matrix, 1.0 - matrix.sum(axis=1))
    return matrix


def smooth(start: Floats, steps: Floats, log_seen: Floats, *, forward_only: bool) -> Floats:
    """Give the probability of each state on each day, shape (places, days, states).

    ``start`` (states) is the picture of the first day before any evidence; ``steps`` (places, days, states,
    states) leads from the day before to each day, the first being unused; ``log_seen`` (places, days, states)
    is the log-likelihood of what was seen. Forward–backward with scaling (Rabiner 1989, section V A);
    ``forward_only`` stops after the forward pass, so that no day knows a later one.
    """
    seen: Floats = np.exp(log_seen - log_seen.max(axis=2, keepdims=True))
    ahead: Floats = np.empty_like(seen)
    ahead[:, 0] = _normalised(start[None, :] * seen[:, 0])
    for day in range(1, seen.shape[1]):
        ahead[:, day] = _normalised(np.einsum("pi,pij->pj", ahead[:, day - 1], steps[:, day]) * seen[:, day])
    if forward_only:
        return ahead
    behind = np.ones_like(seen)
    for day in range(seen.shape[1] - 2, -1, -1):
        later = behind[:, day + 1] * seen[:, day + 1]
        behind[:, day] = _normalised(np.einsum("pij,pj->pi", steps[:, day + 1], later))
    return _normalised(ahead * behind)


def _normalised(weights: Floats) -> Floats:
    total: Floats = weights / weights.sum(axis=-1, keepdims=True)
    return total
