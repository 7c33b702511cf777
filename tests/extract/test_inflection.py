import pytest

from fogline.extract.inflection import noun_forms, verb_forms


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("shell", "shell shells shelled shelling"),
        ("seize", "seize seizes seized seizing"),
        ("carry", "carry carries carried carrying"),
        ("stop", "stop stops stopped stopping"),
        ("destroy", "destroy destroys destroyed destroying"),
        ("push", "push pushes pushed pushing"),
        ("flee", "flee flees fled fleeing"),
    ],
)
def test_verbs_have_their_forms(base: str, forms: str) -> None:
    assert verb_forms(base, {"flee": "flees fled fleeing"}) == tuple(forms.split())


@pytest.mark.parametrize(
    ("base", "plural"),
    [
        ("tank", "tanks"),
        ("city", "cities"),
        ("bus", "buses"),
        ("car bomb", "car bombs"),
        ("man", "men"),
        ("day", "days"),
    ],
)
def test_nouns_have_their_plural(base: str, plural: str) -> None:
    assert noun_forms(base, {"man": "men"}) == (base, plural)
