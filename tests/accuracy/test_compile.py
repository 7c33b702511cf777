"""Annotations quote the text; what they quote must be there."""

import pytest

from .compile import compile_claims
from .records import AnnotationError, ClaimRecord, GoldClaim, QuotedClaim

TEXT = "The mayor said the bridge fell. The bridge, he said, fell at dawn."
QUOTED = QuotedClaim.model_validate(
    {"doc": "a", "quote": "the bridge fell", "trigger": "fell", "type": "infrastructure.damaged"}, strict=False
)


def compiled(**changes: object) -> GoldClaim:
    (claim,) = compile_claims({"a": TEXT}, [QUOTED.model_copy(update=changes)])
    return claim


def test_quotations_become_offsets() -> None:
    claim = compiled()
    assert TEXT[claim.content.start : claim.content.end] == claim.content.text == "the bridge fell"
    assert TEXT[claim.event.start : claim.event.end] == "fell"
    assert claim.event.start == TEXT.index("fell")


def test_a_quotation_may_be_the_second_of_its_kind() -> None:
    claim = compiled(quote="fell", nth=1, trigger="fell")
    assert claim.content.start == TEXT.rindex("fell")


def test_the_trigger_is_sought_in_the_quotation_only() -> None:
    with pytest.raises(AnnotationError, match="'dawn'"):
        compiled(trigger="dawn")


@pytest.mark.parametrize("changes", [{"quote": "the bridge rose"}, {"nth": 1}, {"doc": "b"}, {"trigger": ""}])
def test_what_is_not_there_is_an_error(changes: dict[str, object]) -> None:
    with pytest.raises(AnnotationError):
        compiled(**changes)


def test_unknown_fields_and_values_are_errors() -> None:
    plain = compiled().model_dump(mode="json")
    for wrong in ({"mood": "grim"}, {"polarity": "maybe"}, {"skip": ["colour"]}):
        with pytest.raises(ValueError, match="validation error"):
            GoldClaim.model_validate(plain | wrong, strict=False)
    with pytest.raises(ValueError, match="validation error"):
        ClaimRecord.model_validate(plain, strict=False)
