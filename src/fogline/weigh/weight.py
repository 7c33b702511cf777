"""Weight: log-odds of each origin, their sum with diminishing weight within a camp, and the interval.

With independent origins the posterior log-odds are the prior's plus the sum of ln(P(said | true) / P(said |
false)) (Good 1950, 'Probability and the Weighing of Evidence'). Dawid and Skene (1979) weigh raters in the same
way by their error rates; here the rates depend on whether the claim serves the rater's side, because without
that the method finds the larger camp, not the truth.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from fogline.model import Certainty, Claim, Modality, Origin
from fogline.weigh.interest import HURTS, NEUTRAL, SERVES, UNCLEAR
from fogline.weigh.parameters import Parameters
from fogline.weigh.stance import AGAINST
from fogline.weigh.voices import Voice

_INTEREST_WORDS = {
    SERVES: "it serves {side}",
    NEUTRAL: "no gain or loss for its side",
    HURTS: "against the interest of {side}",
    UNCLEAR: "{side} is at war, and whose gain it is goes unsaid",
}


@dataclass(frozen=True, slots=True)
class Weighed:
    """What one claim adds: log-odds >= 0 for its stance, and the sum in words."""

    log_odds: float
    reason: str


def weigh_claim(claim: Claim, voice: Voice, stance: str, interest: str, parameters: Parameters) -> Weighed:
    """Give what one claim adds: its speaker's reliability in nats, times what makes it more or less, up to a limit."""
    if voice.captive:
        return Weighed(0.0, f"{voice.name} speaks in captivity: weighs nothing")
    p_right = parameters.reliability[voice.kind]
    log_odds = log(p_right / (1 - p_right))
    steps = [f"{voice.kind}, right in {p_right:.0%} of neutral matters: {log_odds:.2f}"]
    for factor, reason in _factors(claim, voice, stance, interest, parameters):
        log_odds *= factor
        steps.append(f"x {factor:.3g} ({reason})")
    told = f"{', '.join(steps)} = {log_odds:.2f}"
    if log_odds > parameters.most:
        return Weighed(parameters.most, f"{told}, of which one voice adds {parameters.most:g}")
    return Weighed(log_odds, told)


def _factors(
    claim: Claim, voice: Voice, stance: str, interest: str, parameters: Parameters
) -> Iterator[tuple[float, str]]:
    """Give what makes a claim weigh more or less, each with its reason."""
    polarity = claim.polarity.value
    if claim.modality is Modality.ACTUAL:
        denial = "denial, " if polarity == "denied" else ""
        yield parameters.interest[interest][polarity], denial + _INTEREST_WORDS[interest].format(side=voice.side)
    else:
        yield parameters.modality[claim.modality.value], claim.modality.value
    if claim.certainty is not Certainty.CERTAIN:
        yield parameters.certainty[claim.certainty.value], claim.certainty.value
    if claim.via:
        yield parameters.relay ** len(claim.via), f"through {', '.join(claim.via)}"
    if voice.anonymous:
        yield parameters.anonymous, "anonymous"
    if stance == AGAINST and parameters.is_partial(claim.content_text):
        yield parameters.partial, "'not yet' or 'not all' leaves room for it"


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


def sum_of(origins: Iterable[Origin], factors: Mapping[Origin, float]) -> float:
    """Give the diminished sum of log-odds of origins of one stance, >= 0."""
    return sum(abs(origin.log_odds) * factors[origin] for origin in origins)


def effective_number(origins: Iterable[Origin], factors: Mapping[Origin, float]) -> float:
    """Give how many independent origins these amount to; those that weigh nothing count nothing."""
    return sum(factors[origin] for origin in origins if origin.log_odds != 0)


def probability_of(log_odds: float, limit: float) -> float:
    """Give the probability of these log-odds, which count up to a limit on either side."""
    return 1 / (1 + exp(-max(-limit, min(limit, log_odds))))


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
