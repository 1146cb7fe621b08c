"""Chinese and Japanese names by their sounds."""

from __future__ import annotations

import pytest

from hoedong.lang.ko.people.eastern import is_chinese_name, sounds_japanese


@pytest.mark.parametrize("name", ["가오란", "쩡이나", "저우민", "쑨하오란"])
def test_a_surname_and_pinyin_are_a_chinese_name(name: str) -> None:
    """The family name stands first and all that follows is pinyin by the Korean rules."""
    assert is_chinese_name(name)


@pytest.mark.parametrize("word", ["장관", "이번", "시장이", "하트윅", "왕"])
def test_korean_words_and_other_foreign_names_are_none(word: str) -> None:
    """A word of Korean sounds alone is not taken for a Chinese name."""
    assert not is_chinese_name(word)


@pytest.mark.parametrize(("word", "expected"), [("미나토", True), ("도바키", True), ("하트윅", False), ("수", False)])
def test_kana_have_few_syllables(word: str, expected: bool) -> None:
    """Only syllables that kana can write sound Japanese."""
    assert sounds_japanese(word) is expected
