"""What the letters of one word say on whether it is a part of a name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from hoedong.lang.ko.people.eastern import is_chinese_name
from hoedong.lang.ko.people.lexicons import endings, words
from hoedong.lang.ko.people.organisations import is_country, organisation_score
from hoedong.lang.ko.people.shapes import (
    foreign_name_score,
    korean_name_score,
)
from hoedong.lang.ko.people.titles import is_status_word, read_title
from hoedong.lang.ko.people.words import ends_phrase

_CACHE = 50_000
_GENITIVE = "의"


@dataclass(frozen=True, slots=True)
class Look:
    """What the letters of one word say, asked once a word: every stretch of a phrase asks again."""

    text: str
    korean: float
    foreign: float
    organisation: float
    is_given: bool
    is_link: bool
    is_status: bool
    is_title: bool
    is_verbal: bool
    is_chinese: bool
    owns_next: bool
    spoils: bool


@lru_cache(_CACHE)
def look_at(text: str) -> Look:
    """All that the letters of a word say."""
    return Look(
        text,
        korean_name_score(text),
        foreign_name_score(text),
        organisation_score(text),
        text in words("foreign_given_names", "name"),
        text in words("foreign_name_links", "word"),
        is_status_word(text),
        is_title(text),
        _verbal(text),
        is_chinese_name(text),
        _owns_next(text),
        _spoils(text),
    )


def is_title(text: str) -> bool:
    """Whether a word ends in a title that is no everyday word too."""
    title = read_title(text)
    return title is not None and not title.is_weak


def is_title_with_particle(text: str) -> bool:
    """Whether a word is such a title with its particle (회장이), so that a name phrase begins anew behind it."""
    title = read_title(text)
    return title is not None and not title.is_weak and title.tail != ""


def _owns_next(text: str) -> bool:
    return len(text) > 2 and (text.endswith(_GENITIVE) or ends_phrase(text)) and foreign_name_score(text) < 2


def _spoils(text: str) -> bool:
    if text in words("foreign_given_names", "name") or text[1:2] == "-":
        return False
    if not text.isascii() and any(c.isascii() for c in text) and not text[0].isdigit():
        return True
    foreign = len(text) < 5 and foreign_name_score(text) >= 1 and text not in words("known_firms", "name")
    if organisation_score(text) >= 1.5 and not foreign and not text[0].isdigit() or (text.isupper() and len(text) > 2):
        return True  # 하트윅 가나재단 이사장, 하트윅 IOC 위원장
    title = read_title(text)
    if title is not None and title.tail and not title.modifier and not title.is_weak:
        return True  # 하트윅 총리의 부인
    return (
        is_country(text)
        or is_status_word(text)
        or text in words("titles", "title")
        or text in words("phrase_breakers", "form", "kind", "word")
        or text in words("not_names", "word")
    )


def _verbal(text: str) -> bool:
    """Whether a word ends like a verb or in a particle: 품고, 휩싸인, 무대에."""
    if text in words("foreign_given_names", "name"):
        return False
    return text[-1] in "이가에의고며만서여대진져쳐켜려워" or text.endswith(
        endings("phrase_breakers", "form", "kind", "adnominal")
    )
