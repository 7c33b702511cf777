"""Languages: recognised, or left unknown."""

from __future__ import annotations

import pytest

from fogline.read.language import detect_language, language_code


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ukrainian forces retook the town of Balakliia on Tuesday, officials said.", "en"),
        ("Украинские войска вошли в город, сообщает военный корреспондент.", "ru"),
        ("Збройні сили України звільнили селище на сході області.", "uk"),
        ("Die Truppen haben am Dienstag die Stadt erreicht, sagte der Sprecher.", "de"),
        ("قوات الدعم السريع تسيطر على المدينة بعد اشتباكات عنيفة", "ar"),
        ("Мы отошли", "ru"),
        ("Місто наше, їх нема", "uk"),
    ],
)
def test_a_language_is_recognised(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "Troops left.", "Балаклея наша!", "12 345 678 " * 20, "⚡️⚡️⚡️", "їх было"])
def test_too_little_text_leaves_the_language_unknown(text: str) -> None:
    assert detect_language(text) is None


def test_only_the_beginning_counts() -> None:
    english = "Ukrainian forces retook the town of Balakliia on Tuesday. " * 40
    assert detect_language(english + "Войска отошли на новые рубежи. " * 1000) == "en"


@pytest.mark.parametrize(("tag", "code"), [("uk", "uk"), ("EN-gb", "en"), ("ru_RU", "ru"), ("ukr", None), ("", None)])
def test_language_tags_are_cut_to_their_code(tag: str, code: str | None) -> None:
    assert language_code(tag) == code
