"""Who stands in a picture: 왼쪽부터 김가나, 이다라 …; the names of a list without titles."""

from __future__ import annotations

from collections.abc import Iterator

from hoedong.lang.ko.people.candidates import NamePart, Sighting
from hoedong.lang.ko.people.lines import Line
from hoedong.lang.ko.people.organisations import organisation_score
from hoedong.lang.ko.people.shapes import foreign_name_score, hanja_name_surname, korean_name_score
from hoedong.lang.ko.people.stems import name_end
from hoedong.lang.ko.people.titles import read_title
from hoedong.lang.ko.people.unanchored import name_after
from hoedong.lang.ko.people.words import Word
from hoedong.model.span import Span

LINE_UP_WORDS = frozenset(("왼쪽부터", "오른쪽부터", "좌측부터", "우측부터", "왼쪽에서부터", "시계방향으로"))
_MARKS = frozenset(",·ㆍ、・-")
_FIRM, _SHAPED, _FOREIGN = 0.3, 2.9, 1.2
_DOTS = frozenset("·ㆍ・")
_FULL, _PLAIN, _RARE = 3, 3.0, 2.3
_JOINTS = frozenset(",·ㆍ・-")


def read_lineups(text: str, whole: Line, known: frozenset[str]) -> Iterator[Sighting]:
    """Each name of a line-up that opens with a direction, and each Korean name joined to another by a mark."""
    line = whole.words
    opened = next((at for at, word in enumerate(line) if word.text in LINE_UP_WORDS), len(line))
    for at in range(opened + 1, len(line)):
        before, word = line[at - 1].text, line[at]
        if word.is_word and word.text not in LINE_UP_WORDS and (before in _MARKS or before in LINE_UP_WORDS):
            yield from _listed(text, line, at, known)
    if whole.marks:
        yield from _joined_names(text, whole, known)


def _listed(text: str, line: list[Word], at: int, known: frozenset[str]) -> Iterator[Sighting]:
    found = name_after(text, line, at, known)
    if found is None:
        return
    last, name = found
    surface = text[name.start : name.end]
    full = last > at or korean_name_score(surface) >= 2.6 or hanja_name_surname(surface) is not None
    if full:
        yield Sighting(name, name, Span(name.start, name.end), NamePart.FULL, "ko.person.line-up")


def _joined_names(text: str, whole: Line, known: frozenset[str]) -> Iterator[Sighting]:
    """김가나·이다라, 김가나-이다라: each vouches for the other."""
    line = whole.words
    for at in whole.marks:
        if not 0 < at < len(line) - 1 or line[at].text not in _JOINTS:
            continue
        if not line[at - 1].is_word or not line[at + 1].is_word:
            continue
        left, right = line[at - 1], line[at + 1]
        if line[at].text in _DOTS:
            yield from _one_sure(text, left, right)
        end = next((e for e in name_end(text, right.text) if _sure(right.text[:e], known)), None)
        if end is None or not _sure(left.text, known):
            runs_on = at + 2 < len(line) and line[at + 2].is_word and right.gloss is None
            yield from _beside_known(text, left, right, known, runs_on)
            continue
        for word, size in ((left, len(left.text)), (right, end)):
            name = Span(word.start, word.start + size)
            part = NamePart.FULL if korean_name_score(word.text[:size]) >= 2.6 else NamePart.PART
            yield Sighting(name, name, name, part, "ko.person.joined-names")


def _one_sure(text: str, left: Word, right: Word) -> Iterator[Sighting]:
    """표도윤·길인섭, 길인섭·표도윤이: a plain name vouches for a rare one of three syllables that a dot joins to it."""
    end = next((e for e in name_end(text, right.text) if e == _FULL), None)
    if end is None or len(left.text) != _FULL or left.gloss is not None:
        return
    scores = [korean_name_score(left.text), korean_name_score(right.text[:end])]
    sound = all(organisation_score(word) < _FIRM and read_title(word) is None for word in (left.text, right.text[:end]))
    if sound and max(scores) >= _PLAIN and _RARE <= min(scores) < _PLAIN:
        for word in (left, right):
            name = Span(word.start, word.start + _FULL)
            yield Sighting(name, name, name, NamePart.FULL, "ko.person.joined-names")


def _beside_known(text: str, left: Word, right: Word, known: frozenset[str], runs_on: bool) -> Iterator[Sighting]:
    """김가나·리다라, 하트윅, 볼드린: a known name vouches for a word of a name's shape that a mark joins to it."""
    for word, other in ((left, right), (right, left)):
        ends = name_end(text, other.text)
        if word.gloss is not None or not any(other.text[:end] in known for end in ends):
            continue
        size = name_end(text, word.text)[0] if word is right else len(word.text)
        stem = word.text[:size]
        if word is right and runs_on and size == len(word.text) and foreign_name_score(stem) >= _FOREIGN:
            continue  # 하트윅, 볼드린 마르소: the name goes on
        korean, foreign = korean_name_score(stem), foreign_name_score(stem)
        if organisation_score(stem) < _FIRM and read_title(stem) is None and (korean >= _SHAPED or foreign >= _FOREIGN):
            name = Span(word.start, word.start + size)
            part = NamePart.FULL if korean >= _SHAPED else NamePart.PART
            yield Sighting(name, name, name, part, "ko.person.joined-names")


def _sure(text: str, known: frozenset[str]) -> bool:
    return text in known or (korean_name_score(text) >= 3.0 and organisation_score(text) < 1)
