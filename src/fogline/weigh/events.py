"""Weigh events: from clusters of claims to events with their probability, grade and reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from fogline.model import Claim, Contradiction, Document, Event, Silence
from fogline.speakers import SpeakerRegistry
from fogline.weigh.accounts import Account, open_account
from fogline.weigh.cases import Case, open_cases
from fogline.weigh.contradictions import find_contradictions
from fogline.weigh.facts import actors_of_event, days_of_event, modality_of_event, place_of_event
from fogline.weigh.grade import grade_of
from fogline.weigh.interest import Opponents, find_opponents
from fogline.weigh.parameters import load_parameters
from fogline.weigh.silence import find_silences
from fogline.weigh.stance import AGAINST, FOR
from fogline.weigh.tell import Sum, tell_account
from fogline.weigh.testimony import Testimony, hear
from fogline.weigh.weight import effective_number, interval_of, probability_of, sum_of


def weigh_events(
    clusters: Mapping[str, str],
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    registry: SpeakerRegistry,
    *,
    as_of: datetime | None = None,
) -> list[Event]:
    """Give the events of all clusters with their weight and the reasons for it, sorted by id.

    ``clusters`` is what `fogline.link.cluster_claims` gives: id of a claim part -> event id. With ``as_of``
    only what had been published by then is heard. The order of the input changes nothing.
    """
    testimony = hear(claims, documents, registry, load_parameters(), as_of)
    cases = open_cases(clusters, testimony)
    opponents = find_opponents(case.gains for case in cases)
    silences = find_silences(cases, testimony)
    return [_weigh(case, opponents, silences.get(case.id, ()), testimony) for case in cases]


def _weigh(case: Case, opponents: Opponents, silences: tuple[Silence, ...], testimony: Testimony) -> Event:
    account = open_account(case, opponents, testimony)
    parameters = testimony.parameters
    modality = modality_of_event(case.claims)
    supporting, opposing = account.saying(FOR), account.saying(AGAINST)
    support, against = sum_of(supporting, account.factors), sum_of(opposing, account.factors)
    prior = parameters.prior[modality]
    probability = probability_of(prior + support - against, parameters.limit)
    independent = effective_number(supporting, account.factors)
    heard = independent + effective_number(opposing, account.factors)
    interval = interval_of(probability, heard, parameters)
    grade = grade_of(probability, support, against, account, parameters)
    affirming = case.saying(FOR) or list(case.claims)
    return Event(
        id=case.id,
        type=case.type,
        place=place_of_event(affirming, testimony),
        days=days_of_event(affirming, testimony),
        actors=actors_of_event(case.claims, case.type, case.gains),
        modality=modality,
        claims=tuple(claim.id for claim in case.claims),
        documents=tuple(dict.fromkeys(claim.document_id for claim in case.claims)),
        origins=account.origins,
        independent_origins=independent,
        support=support,
        against=against,
        probability=probability,
        interval=interval,
        grade=grade,
        silences=silences,
        contradictions=_contradictions(account, testimony),
        reasons=tell_account(
            account, modality, Sum(prior, support, against, parameters.limit, independent, probability, interval, grade)
        ),
    )


def _contradictions(account: Account, testimony: Testimony) -> tuple[Contradiction, ...]:
    heard = [(account.leading[origin], origin.stance) for origin in account.origins]
    return find_contradictions(heard, testimony)
