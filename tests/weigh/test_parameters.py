from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from fogline.errors import LexiconError
from fogline.model import Certainty, EventType, Modality, Polarity
from fogline.model.speaker import KINDS
from fogline.weigh.parameters import _parse, load_parameters

P = load_parameters()


def table(name: str):
    return tomllib.loads(files("fogline.weigh").joinpath(name).read_text(encoding="utf-8"))


def test_every_kind_type_and_tone_has_its_number():
    assert set(P.reliability) == set(KINDS)
    assert set(P.valence) == {kind.value for kind in EventType}
    assert set(P.certainty) == {one.value for one in Certainty}
    assert set(P.prior) == set(P.modality) == {one.value for one in Modality}
    assert all(set(factors) == {one.value for one in Polarity} for factors in P.interest.values())


def test_every_valence_says_why():
    assert all(row["why"].endswith(".") for row in table("valence.toml").values())


def test_numbers_are_in_order():
    assert all(0.5 < p < 1 for p in P.reliability.values())
    assert P.interest["serves"]["affirmed"] < P.interest["neutral"]["affirmed"] < P.interest["hurts"]["affirmed"]
    assert 0 < P.diminishing < 1
    assert P.most < P.limit


def test_a_missing_key_is_told():
    broken = table("parameters.toml")
    del broken["relay"]
    with pytest.raises(KeyError):
        _parse(broken, table("valence.toml"))


def test_partial_denials_are_known_by_their_words():
    assert P.is_partial("Not yet.")
    assert not P.is_partial("parted ways")


def test_an_unusable_file_is_a_lexicon_error(monkeypatch, tmp_path):
    for name in ("parameters.toml", "valence.toml"):
        (tmp_path / name).write_text("[prior]\nactual = 1\n", encoding="utf-8")
    monkeypatch.setattr("fogline.weigh.parameters.files", lambda _: tmp_path)
    load_parameters.cache_clear()
    with pytest.raises(LexiconError, match=r"parameters\.toml"):
        load_parameters()
    load_parameters.cache_clear()
