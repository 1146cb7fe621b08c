"""Chinese and Japanese names by their sounds: 쩡이나 is one Chinese name, 이바 도시로 a Japanese one."""

from __future__ import annotations

from functools import lru_cache

from hoedong.lang.ko.people.lexicons import words
from hoedong.names.hangul import is_hangul, is_sino_korean_syllable, letters_of
from hoedong.names.pinyin import is_pinyin_in_hangul

_CACHE = 50_000
_LONGEST_CHINESE, _LONGEST_JAPANESE = 6, 5
_ALSO_WESTERN = "카타파사라나마"
"""Syllables of pinyin that other transcriptions are full of: 루카스, 리사."""
_KANA_VOWELS = "ㅏㅣㅜㅔㅗㅑㅠㅛ"
_KANA_FINALS = ("", "ㄴ", "ㅅ")
_KANA_WITH_EU, _NO_KANA = "스쓰즈와", "수두투티디여"


@lru_cache(_CACHE)
def is_chinese_name(word: str) -> bool:
    """Whether a word is a Chinese full name by its sounds, and no Korean word by any of its syllables.

    >>> is_chinese_name("가오란"), is_chinese_name("쩡이나"), is_chinese_name("장관")
    (True, True, False)
    """
    if not 2 <= len(word) <= _LONGEST_CHINESE or not is_hangul(word):
        return False
    if not any(_is_given_after(word, size) for size in (1, 2)) or word in words("gazetteer", "name"):
        return False
    if any(word[:size] in words("chinese_surnames", "surname", "sure", "yes") for size in (1, 2)):
        return True
    western = any(syllable in _ALSO_WESTERN or letters_of(syllable)[1] == "ㅡ" for syllable in word)
    return not western and any(not is_sino_korean_syllable(syllable) for syllable in word)


def _is_given_after(word: str, size: int) -> bool:
    given = word[size:]
    surname = word[:size] in words("chinese_surnames", "surname")
    return bool(given) and surname and len(given) <= 4 and is_pinyin_in_hangul(given)


@lru_cache(_CACHE)
def sounds_japanese(word: str) -> bool:
    """Whether a word of two to five syllables can be written in kana.

    >>> sounds_japanese("도시로"), sounds_japanese("하트윅")
    (True, False)
    """
    return 2 <= len(word) <= _LONGEST_JAPANESE and is_hangul(word) and all(map(_is_kana, word))


def _is_kana(syllable: str) -> bool:
    if syllable in _NO_KANA:
        return False
    initial, vowel, final = letters_of(syllable)
    plain = syllable if not final else ""
    voiced = initial not in "ㄲㄸㅃㅉ" and (initial != "ㅆ" or plain == "쓰")
    return voiced and final in _KANA_FINALS and (vowel in _KANA_VOWELS or plain in _KANA_WITH_EU)
