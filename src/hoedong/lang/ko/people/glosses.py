"""Names that the page itself explains in brackets: 마크 저커버그(Mark Zuckerberg), 김가나(金가나), 김가나(53)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from hoedong.lang.ko.people.eastern import sounds_japanese
from hoedong.lang.ko.people.lexicons import endings, words
from hoedong.lang.ko.people.shapes import foreign_name_score, hanja_name_surname, korean_name_score
from hoedong.lang.ko.people.titles import read_title
from hoedong.lang.ko.people.words import Word
from hoedong.names.hanja import read_hanja
from hoedong.names.latin import begins_alike

_LATIN = re.compile(r"\s*([^\W\d_a-z가-힣一-鿿][\w'’.\-]*(?:\s+[A-Za-z][\w'’.\-]*){1,6})\s*(?:[,·・;/].*)?", re.DOTALL)
_FOLLOWING = re.compile(r" ?([가-힣一-鿿]+)")
_FAMILY = 2
_MARK = re.compile(r"[,·・;/]")
_AGE = re.compile(r"\s*\d{1,3}(?:세|살)?\s*(?:[,·・;/].*|구속.*)?", re.DOTALL)


class Gloss(StrEnum):
    """What stands in the bracket after a name."""

    LATIN = "latin"
    HANJA = "hanja"
    AGE = "age"
    POSITION = "position"  # 왼쪽, 사진 오른쪽


def read_gloss(text: str, word: Word) -> tuple[Gloss, str] | None:
    """The kind of the bracket after a word and its words, None where it says nothing of a person."""
    if word.gloss is None:
        return None
    inside = text[word.gloss.start : word.gloss.end]
    if _AGE.fullmatch(inside):
        return Gloss.AGE, inside
    latin = _LATIN.fullmatch(inside)
    if latin is not None and not _names_no_person(latin[1]):
        return Gloss.LATIN, latin[1]
    if hanja_name_surname(inside.split(",")[0].split("·")[0].strip()) is not None and len(inside) >= 2:
        return Gloss.HANJA, inside
    if _is_japanese(word.text, inside) or is_japanese_family(text, word):
        return Gloss.HANJA, inside
    if inside.split() and _stands(inside):
        return Gloss.POSITION, inside
    return None


def _names_no_person(latin: str) -> bool:
    """Whether a word of the spelling is that of a firm, a place or a work: Gana Partners, Dark Night."""
    return not words("latin_organisation_words", "word").isdisjoint(w.lower().strip(".,") for w in latin.split())


def hanja_of(inside: str) -> str:
    """The Hanja at the head of a bracket, without its spaces: 伊場野蓮 of 伊場野 蓮·53."""
    return _MARK.split(inside, maxsplit=1)[0].replace(" ", "")


def is_japanese_family(text: str, word: Word) -> bool:
    """야마호리(山堀)通産相: a family name of Japanese sounds, and two Hanja that spell it, before a title."""
    if word.gloss is None or not sounds_japanese(word.text) or word.text in words("gazetteer", "name"):
        return False
    signs = text[word.gloss.start : word.gloss.end]
    if len(signs) != _FAMILY or not all("\u3400" <= c <= "\u9fff" for c in signs) or read_hanja(signs) == word.text:
        return False
    following = _FOLLOWING.match(text, word.extent_end)
    return following is not None and read_title(following[1]) is not None


def _is_japanese(word: str, inside: str) -> bool:
    """미나코(佐野 美奈子, 27): family and given name in Hanja after a word of Japanese sounds."""
    signs = hanja_of(inside)
    return (
        3 <= len(signs) <= 6
        and all("\u3400" <= c <= "\u9fff" for c in signs)
        and (len(word) == 1 or sounds_japanese(word))
    )


def latin_words(text: str, word: Word) -> int:
    """How many words of a person's name in Latin letters the bracket after a word holds, 0 for anything else."""
    gloss = read_gloss(text, word)
    return len(gloss[1].split()) if gloss is not None and gloss[0] is Gloss.LATIN else 0


def _stands(inside: str) -> bool:
    return inside.split(maxsplit=1)[0].startswith(endings("caption_positions", "word"))


def glossed_name(line: Sequence[Word], at: int, latin: str) -> int | None:
    """The first word of the name that a Latin gloss after word `at` explains, None if it explains no person."""
    size = len(latin.split())
    if size < 2 or (at + 1 < size and at + 1 < 2):
        return None
    first = at - size + 1
    for start in (first, first + 1, first - 1):
        if 0 <= start < at and _fits(line[start : at + 1], latin.split()):
            return start
    return at if korean_name_score(line[at].text) >= 2.5 else None


def _fits(name: Sequence[Word], spelling: Sequence[str]) -> bool:
    if not all(word.is_word and (word.gloss is None or word is name[-1]) for word in name):
        return False
    if any(not word.spaced for word in name[1:]):
        return False
    if len(spelling) == len(name) and all(map(begins_alike, (word.text for word in name), spelling)):
        return True
    scores = [foreign_name_score(word.text) for word in name]
    return sum(score > 0 for score in scores) * 2 >= len(name)
