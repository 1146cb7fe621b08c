"""Whether a word can be a name by its letters alone."""

from __future__ import annotations

from functools import lru_cache

from hoedong.lang.ko.people.eastern import is_chinese_name
from hoedong.lang.ko.people.lexicons import hanja_surnames, mapping, words
from hoedong.lang.ko.people.words import ends_phrase, particle_ends
from hoedong.names.hangul import final_of, is_hangul, is_sino_korean_syllable
from hoedong.names.hanja import read_hanja

_CACHE = 50_000
_FULL, _DOUBT, _NAME_ENDS = 3, 1.0, "란나"
_WITHHELD = "모"  # 김모 씨: the page hides the name
_ADDRESS = "씨"  # 전씨의
_USUAL_HANJA = 3
FOREIGN_FINALS = frozenset((*"ㄱㄴㄹㅁㅂㅅㅇ", ""))
_NO_NAME_FINALS = frozenset("ㅆㅄㄶㄵㅀㄾ")  # 나섰고, 지났던, 이었다: verbs


@lru_cache(_CACHE)
def surname_of(word: str) -> str | None:
    """The Korean surname that a word begins with: 황보가 before 황.

    >>> surname_of("황보가나"), surname_of("이재용"), surname_of("나델라")
    ('황보', '이', '나')
    """
    known = words("surnames", "surname")
    return next((word[:size] for size in (2, 1) if len(word) > size and word[:size] in known), None)


@lru_cache(_CACHE)
def korean_name_score(word: str) -> float:
    """How well a Hangul word of two to four syllables looks like a Korean full name; 0 or less is no name.

    >>> korean_name_score("이재용") > korean_name_score("이자리")
    True
    """
    if not 2 <= len(word) <= 4 or not is_hangul(word):
        return 0.0
    surname = surname_of(word)
    if surname is None or word in words("not_names", "word") or _ADDRESS in word:
        return 0.0
    if not _is_word_with_particle(word):
        return _shape(word, surname)
    return max(0.0, _shape(word, surname) - _DOUBT) if _may_end_so(word) else 0.0


def _may_end_so(word: str) -> bool:
    """유희란, 김제나: a town or a noun and what is a particle too, but also a common end of names."""
    return (
        len(word) == _FULL and word[-1] in _NAME_ENDS and word not in words("phrase_breakers", "form", "kind", "word")
    )


@lru_cache(_CACHE)
def stem_score(stem: str) -> float:
    """The same of a word from which a particle was cut off, so that no second particle can end it: 송가은과."""
    surname = surname_of(stem)
    if not 2 <= len(stem) <= 4 or not is_hangul(stem) or surname is None or _ADDRESS in stem:
        return 0.0
    return 0.0 if stem in words("not_names", "word") else _shape(stem, surname)


def _shape(word: str, surname: str) -> float:
    given = word[len(surname) :]
    if given == _WITHHELD:
        return 0.0
    if len(given) > 2 or (len(word) == 4 and len(surname) == 1):
        return 0.0
    if any(final_of(syllable) in _NO_NAME_FINALS for syllable in given):
        return 0.0
    weights = mapping("given_name_syllables", "syllable", "weight")
    shape = sum(int(weights.get(syllable, "0")) for syllable in given) / (2 * len(given))
    score = (2.0 if len(given) == 2 else 1.1) + 1.5 * shape
    if all(syllable not in weights for syllable in given):
        score -= 0.8
    if mapping("surnames", "surname", "frequency")[surname] == "rare":
        score -= 1.1
    return score


def _is_word_with_particle(word: str) -> bool:
    """유족은, 사람이, 나선: everyday words, with or without a particle."""
    everyday = words("not_names", "word")
    if word in words("phrase_breakers", "form", "kind", "word") or (
        word[-1] in "한된할해함됨" and word[:-1] in everyday
    ):
        return True
    return (
        any(word[:end] in everyday for end in particle_ends(word)[:-1] if end > 1)
        or word[-1] in "은는을를으"
        and (word[-2] not in mapping("given_name_syllables", "syllable", "weight"))
    )


@lru_cache(_CACHE)
def foreign_name_score(word: str) -> float:
    """How well one word looks like a part of a foreign name in Hangul or Latin letters; 0 is not at all.

    Transcriptions use only the finals ㄱ ㄴ ㄹ ㅁ ㅂ ㅅ ㅇ, and syllables (트, 켈, 펠) that no Hanja is read with.
    """
    if word in words("foreign_given_names", "name") or word[1:2] == "-":
        return 2.0  # also 알-하디
    if word in words("foreign_name_links", "word"):
        return 0.6
    if word[0].isascii() and word.replace("-", "").isalpha() and word[0].isupper() and not word.isupper():
        return 0.8
    if word.endswith("세") and word[:-1].isdigit():
        return 0.6  # 엘리자베스 2세
    if len(word) < 2 or not is_hangul(word) or any(final_of(s) not in FOREIGN_FINALS for s in word):
        return 0.0
    if word in words("not_names", "word") or word in words("name_particles", "form") or ends_phrase(word):
        return 0.0
    if word[1:] == _WITHHELD and surname_of(word):
        return 0.0
    return 1.6 if is_chinese_name(word) else _strangeness(word)


def _strangeness(word: str) -> float:
    """What the share of syllables that no Hanja is read with tells, and a last syllable that may be a particle."""
    marked = sum(not is_sino_korean_syllable(syllable) for syllable in word)
    if not marked:
        return 0.0
    particle = 0.3 if word[-1] in "이가로에의만나" and len(word) > 2 else 0.0
    return 1.0 + 0.5 * min(1.0, marked / len(word) * 2) - particle


@lru_cache(_CACHE)
def hanja_name_surname(word: str) -> str | None:
    """The Korean reading of the surname of a name in Hanja of two to four characters, None if it is none."""
    if not 2 <= len(word) <= 4 or not all("\u3400" <= c <= "\u9fff" or "\uf900" <= c <= "\ufaff" for c in word):
        return None
    readings = hanja_surnames()
    return readings.get(word[:2]) or (None if _is_hanja_word(word) else readings.get(word[0]))


def _is_hanja_word(word: str) -> bool:
    """韓日會談, 韓國側, 文化界: four signs behind no surname of two, a country and a sign, an everyday word."""
    if len(word) != _USUAL_HANJA:
        return len(word) > _USUAL_HANJA
    country, whole = read_hanja(word[:2]), read_hanja(word)
    return country in words("countries_as_organisations", "name") or whole in words("not_names", "word")
