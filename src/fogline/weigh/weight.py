"""Weight: log-odds of each origin, their sum with diminishing weight within a camp, and the interval.

With independent origins the posterior log-odds are the prior's plus the sum of ln(P(said | true) / P(said |
false)) (Good 1950, 'Probability and the Weighing of Evidence'). Dawid and Skene (1979) weigh raters in the same
way by their error rates; here the rates depend on whether the claim serves the rater's side, because without
that the method finds the larger camp, not the truth.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, log

from fogline.model import Claim, Origin
from fogline.weigh.interest import HURTS, NEUTRAL, SERVES
from fogline.weigh.parameters import Parameters
from fogline.weigh.stance import FOR
from fogline.weigh.voices import Voice

_INTEREST_WORDS = {
    SERVES: "it serves {side}",
    NEUTRAL: "no gain or loss for its side",
    HURTS: "against the interest of {side}",
}


@dataclass(frozen=True, slots=True)
class Weighed:
    """What one claim adds: log-odds >= 0 for its stance, and the sum in words."""

    log_odds: float
    reason: str


def weigh_claim(claim: Claim, voice: Voice, interest: str, parameters: Parameters) -> Weighed:
    """Give what one claim adds: reliability of its speaker x interest x certainty x relays, in nats."""
    if voice.captive:
        return Weighed(0.0, f"{voice.name} speaks in captivity: weighs nothing")
    p_right = parameters.reliability[voice.kind]
    worth = log(p_right / (1 - p_right))
    gain = parameters.interest[interest][claim.polarity.value]
    sure = parameters.certainty[claim.certainty.value]
    relays = parameters.relay ** len(claim.via)
    steps = [f"{voice.kind}, right in {p_right:.0%} of neutral matters: {worth:.2f}"]
    verb = "denial, " if claim.polarity.value == "denied" else ""
    steps.append(f"x {gain:g} ({verb}{_INTEREST_WORDS[interest].format(side=voice.side)})")
    steps += [f"x {sure:g} ({claim.certainty.value})"] if sure != 1 else []
    steps += [f"x {relays:.2f} (through {', '.join(claim.via)})"] if claim.via else []
    log_odds = worth * gain * sure * relays
    return Weighed(log_odds, f"{', '.join(steps)} = {log_odds:.2f}")


def camp_factors(origins: Sequence[Origin], parameters: Parameters) -> dict[Origin, float]:
    """Give by which factor each origin of one stance counts: 1, then x, x^2, … within its side, strongest first.

    Neutral speakers and those of unknown side are each a camp of their own. Because the strongest stand
    first, one more origin never lowers the sum.
    """
    factors: dict[Origin, float] = {}
    seen: dict[str, int] = {}
    for origin in sorted(origins, key=lambda origin: (-abs(origin.log_odds), origin.claims)):
        if origin.side is None:
            factors[origin] = 1.0
            continue
        nth = seen.get(origin.side, 0)
        factors[origin] = parameters.diminishing**nth
        seen[origin.side] = nth + (origin.log_odds != 0)
    return factors


def sum_of(origins: Iterable[Origin], factors: dict[Origin, float]) -> float:
    """Give the diminished sum of log-odds of origins of one stance, >= 0."""
    return sum(abs(origin.log_odds) * factors[origin] for origin in origins)


def effective_number(origins: Iterable[Origin], factors: dict[Origin, float]) -> float:
    """Give how many independent origins these amount to; those that weigh nothing count nothing."""
    return sum(factors[origin] for origin in origins if origin.log_odds != 0)


def probability_of(log_odds: float) -> float:
    """Give the probability of these log-odds."""
    return 1 / (1 + exp(-log_odds)) if log_odds >= 0 else exp(log_odds) / (1 + exp(log_odds))


def interval_of(probability: float, origins: float, parameters: Parameters) -> tuple[float, float]:
    """Give the 90 % interval: the 5 % and 95 % points of Beta(p n, (1 - p) n), n = own + per_origin x origins.

    Mean and precision of the Beta distribution as in Ferrari and Cribari-Neto (2004); n is how many
    observations the evidence is taken to be worth (Morita, Thall and Müller 2008). It tells how thin the
    evidence is, not how good the parameters are.
    """
    from scipy.special import betaincinv

    worth = parameters.interval_own + parameters.interval_per_origin * origins
    alpha, beta = max(probability * worth, 1e-6), max((1 - probability) * worth, 1e-6)
    low, high = float(betaincinv(alpha, beta, 0.05)), float(betaincinv(alpha, beta, 0.95))
    return min(low, probability), max(high, probability)


def is_for(origin: Origin) -> bool:
    """Tell whether an origin speaks for the event."""
    return origin.stance == FOR
