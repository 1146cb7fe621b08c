"""Names that the page itself explains in brackets, without any title: 김다라(53)씨, 이바노 렌(伊場野蓮)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hoedong.lang.ko.people.candidates import NamePart, Sighting
from hoedong.lang.ko.people.eastern import is_chinese_name, sounds_japanese
from hoedong.lang.ko.people.glosses import Gloss, glossed_name, hanja_of, is_japanese_family, read_gloss
from hoedong.lang.ko.people.lexicons import words
from hoedong.lang.ko.people.lines import Line
from hoedong.lang.ko.people.shapes import (
    foreign_name_score,
    hanja_name_surname,
    korean_name_score,
    surname_of,
)
from hoedong.lang.ko.people.titles import read_title
from hoedong.lang.ko.people.words import Word, is_particle
from hoedong.model.span import Span
from hoedong.names.hangul import is_hangul
from hoedong.names.hanja import read_hanja

_LONGEST = 4
_ADDRESSES = frozenset("씨양군옹")
_HANGUL = re.compile(r"[가-힣]*")


def read_glossed(text: str, whole: Line) -> Iterator[Sighting]:
    """Each name with a bracket that only a person has: Latin letters, Hanja, an age, a place in a picture."""
    line = whole.words
    for at in whole.glossed:
        gloss = read_gloss(text, line[at])
        if gloss is None:
            continue
        kind, inside = gloss
        if kind is Gloss.HANJA and _goes_on(text, line[at]):
            continue
        if kind is Gloss.HANJA and _is_given_name(text, line, at):
            name = Span(line[at - 1].start, line[at].end)
            extent = Span(name.start, line[at].extent_end)
            yield Sighting(name, name, extent, NamePart.FULL, "ko.person.gloss-hanja")
            continue
        if kind is Gloss.LATIN:
            yield from _latin(line, at, inside)
        else:
            yield from _explained(text, line, at, kind)
        if kind is Gloss.HANJA and not _is_of_abroad(text, line[at]):
            yield from _in_hanja(text, line[at])


def _is_given_name(text: str, line: Sequence[Word], at: int) -> bool:
    """이바노 렌(伊場野蓮): the given name of a Japanese, whose family name stands before."""
    gloss = line[at].gloss
    if gloss is None or at == 0 or not line[at].spaced or line[at - 1].gloss is not None:
        return False
    signs = hanja_of(text[gloss.start : gloss.end])
    return len(signs) > len(line[at].text) and sounds_japanese(line[at - 1].text)


def _goes_on(text: str, word: Word) -> bool:
    """원저우(溫州)시, 한성(漢城)대학: the word goes on after its bracket, and is no name."""
    run = _HANGUL.match(text, word.extent_end)
    tail = run.group() if run is not None else ""
    return not is_particle(tail) and read_title(tail) is None


def _latin(line: list[Word], at: int, latin: str) -> Iterator[Sighting]:
    first = glossed_name(line, at, latin)
    if first is None:
        return
    name = Span(line[first].start, line[at].end)
    yield Sighting(name, name, Span(name.start, line[at].extent_end), NamePart.FULL, "ko.person.gloss", (), latin)


def _is_of_abroad(text: str, word: Word) -> bool:
    """쩡이란(曾伊蘭), 야마호리(山堀)通産相: Hanja that spell a name read otherwise in Korean are no second name."""
    return is_chinese_name(word.text) or is_japanese_family(text, word)


def _in_hanja(text: str, word: Word) -> Iterator[Sighting]:
    if word.gloss is None:
        return
    size = len(text[word.gloss.start : word.gloss.end].split(",", maxsplit=1)[0].split("·", maxsplit=1)[0])
    name = Span(word.gloss.start, word.gloss.start + size)
    yield Sighting(name, name, name, NamePart.FULL, "ko.person.gloss-hanja")


def _spelt_out(text: str, word: Word, kind: Gloss) -> bool:
    """강추(姜秋), 노을(82)씨: the bracket shows that an everyday word is a name here."""
    if word.gloss is None or surname_of(word.text) is None or len(word.text) > _LONGEST or word.text[1:] == "모":
        return False
    if kind is Gloss.HANJA:
        hanja = text[word.gloss.start : word.gloss.end].split(",", maxsplit=1)[0].split("·", maxsplit=1)[0].strip()
        read = read_hanja(hanja)
        return read is not None and len(read) == len(word.text) and read[1:] == word.text[1:]
    after = word.gloss.end + 1
    return kind is Gloss.AGE and text[after : after + 2].strip()[:1] in _ADDRESSES and is_hangul(word.text)


def _explained(text: str, line: list[Word], at: int, kind: Gloss) -> Iterator[Sighting]:
    word = line[at]
    bare = word.text.removesuffix("씨").removesuffix("양").removesuffix("군") if len(word.text) > 3 else word.text
    korean = korean_name_score(bare) >= 2.0 or hanja_name_surname(bare) is not None or _spelt_out(text, word, kind)
    foreign = foreign_name_score(bare) >= 1 or is_japanese_family(text, word)
    if not korean and not foreign or read_title(bare) is not None and not korean:
        return
    first = at
    while foreign and not korean and first > 0 and line[first].spaced and foreign_name_score(line[first - 1].text) >= 2:
        first -= 1
    if kind is Gloss.POSITION and not korean and first == at and bare in words("titles", "title"):
        return
    name = Span(line[first].start, word.start + len(bare))
    part = NamePart.FULL if korean or first < at else NamePart.PART
    yield Sighting(name, name, Span(name.start, word.extent_end), part, f"ko.person.gloss-{kind}")
