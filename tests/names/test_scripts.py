"""Hangul, Hanja and Latin letters of one name."""

from __future__ import annotations

import pytest

from hoedong.names.hangul import final_of, is_hangul, is_sino_korean_syllable
from hoedong.names.hanja import read_hanja, same_sound, soften
from hoedong.names.latin import begins_alike


def test_hanja_are_read_with_the_initial_sound_law() -> None:
    """林 is 임 at the head of a word, and an unknown character reads as nothing."""
    assert read_hanja("林道允") == "임도윤"
    assert read_hanja("林가") is None
    assert soften("류") == "유"


@pytest.mark.parametrize(("hanja", "hangul"), [("裵道允", "배도윤"), ("金多溫", "김다온"), ("柳多溫", "류다온")])
def test_a_name_in_hanja_sounds_like_its_hangul(hanja: str, hangul: str) -> None:
    """Surname readings and both spellings of 柳 are known."""
    assert same_sound(hanja, hangul)
    assert not same_sound(hanja, "표하람")


def test_a_spelling_begins_as_the_hangul_does() -> None:
    """Letters that one Hangul consonant stands for are told from others."""
    assert begins_alike("하트윅", "Hartwick")
    assert begins_alike("이반", "Iván")
    assert not begins_alike("하트윅", "Miller")
    assert not begins_alike("A", "Miller")


def test_syllables_are_taken_apart() -> None:
    """Finals, Hangul runs, and syllables that Hanja are read with."""
    assert (final_of("황"), final_of("이"), final_of("A")) == ("ㅇ", "", "")
    assert is_hangul("가나")
    assert not is_hangul("가A")
    assert not is_hangul("")
    assert is_sino_korean_syllable("재")
    assert not is_sino_korean_syllable("트")
