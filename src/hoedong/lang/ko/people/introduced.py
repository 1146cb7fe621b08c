"""Names after a word or a nickname that presents somebody: 초선 김다라가, '작은 거인' 서문온."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hoedong.lang.ko.people.candidates import NamePart, Sighting
from hoedong.lang.ko.people.lexicons import words
from hoedong.lang.ko.people.lines import Line
from hoedong.lang.ko.people.organisations import organisation_score
from hoedong.lang.ko.people.shapes import korean_name_score
from hoedong.lang.ko.people.stems import name_end
from hoedong.lang.ko.people.titles import read_title
from hoedong.lang.ko.people.words import Word
from hoedong.model.span import Span

_MARKS = frozenset(",·、")
_CLOSING = frozenset("'’")
_CLEAR = frozenset(("", "은", "는", "이", "가", "을", "를", "과", "와", "의", "도", "에게", "만", "씨"))
_SHAPED, _NICKNAMED, _AN_ORGANISATION = 2.3, 2.6, 0.7
_SHORTEST = 3
_LONGEST_NICKNAME = 4


def read_introduced(text: str, whole: Line) -> Iterator[Sighting]:
    """Each Korean full name that such a word or a nickname presents."""
    line = whole.words
    for at in range(1, len(line)):
        if not line[at].is_word or not line[at].spaced or line[at].fenced or not _presents(line, at - 1):
            continue
        named = line[at - 1].is_word
        end = _name_end(text, line, at, _SHAPED if named else _NICKNAMED)
        if end is not None:
            name = Span(line[at].start, line[at].start + end)
            yield Sighting(name, name, name, NamePart.FULL, "ko.person.introduced")


def _presents(line: Sequence[Word], at: int) -> bool:
    return line[at].text in words("name_introducers", "word") or (line[at].text in _CLOSING and _is_nickname(line, at))


def _is_nickname(line: Sequence[Word], closing: int) -> bool:
    """'골목대장': a few words in single quotation marks."""
    inside = line[max(0, closing - _LONGEST_NICKNAME - 1) : closing]
    opening = next((back for back, word in enumerate(reversed(inside)) if word.text in ("'", "‘")), 0)
    return opening > 0 and all(word.is_word for word in inside[len(inside) - opening :])


def _name_end(text: str, line: Sequence[Word], at: int, least: float) -> int | None:
    word = line[at].text
    for end in name_end(text, word):
        stem, tail = word[:end], word[end:]
        following = line[at + 1] if at + 1 < len(line) else None
        alone = bool(tail) or line[at].gloss is not None or following is None or following.text in _MARKS
        if len(stem) != _SHORTEST or tail not in _CLEAR or not alone or read_title(stem) is not None:
            continue
        if korean_name_score(stem) >= least and organisation_score(stem) < _AN_ORGANISATION:
            return end
    return None
