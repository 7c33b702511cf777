"""Silence is an event: who has not spoken, what was not given, what could not be checked."""

import pytest

from fogline.extract import Extractor

from .texts import read, types

STRIKE = "A drone struck a depot in Belgorod. "


@pytest.mark.parametrize(
    "text",
    [
        "The Russian Defence Ministry did not comment on the strike.",
        "The Russian Defence Ministry has not commented.",
        "The Russian Defence Ministry declined to comment.",
        "There was no immediate comment from the Russian Defence Ministry.",
        "The Russian Defence Ministry gave no details.",
    ],
)
def test_a_silent_body_is_the_agent(extractor: Extractor, text: str) -> None:
    claim = read(extractor, STRIKE + text)[-1]
    assert (claim.type.value, claim.polarity) == ("information.silent", "affirmed")
    assert claim.speaker is None
    assert [(actor.side, actor.role) for actor in claim.actors] == [("RU", "agent")]


@pytest.mark.parametrize(
    "text",
    [
        "The report could not be independently verified.",
        "We were unable to verify the claim.",
        "Nobody has claimed responsibility for the strike.",
    ],
)
def test_what_could_not_be_learned_is_silence(extractor: Extractor, text: str) -> None:
    assert types(read(extractor, STRIKE + text))[-1] == "information.silent"


@pytest.mark.parametrize("text", ["The ministry commented on the strike.", "The strike was confirmed by the ministry."])
def test_who_speaks_is_not_silent(extractor: Extractor, text: str) -> None:
    assert "information.silent" not in types(read(extractor, STRIKE + text))
