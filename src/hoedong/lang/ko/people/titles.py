"""Titles at the end of a word or over several words: 회장, 총괄부회장, 사장 겸 CEO, 대통령 당선인."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from hoedong.lang.ko.people.lexicons import mapping, words
from hoedong.lang.ko.people.shapes import korean_name_score
from hoedong.lang.ko.people.words import Word, is_particle, particle_ends
from hoedong.model.person import PositionStatus
from hoedong.model.span import Span
from hoedong.names.hanja import read_hanja

_CACHE = 50_000
_LONGEST = 10
_CHIEF = re.compile(r"(?<![A-Za-z])C[A-Z]{1,4}O$")  # CEO, CHRO, CSCOO: chief … officer
_NO_TITLE = "none"
_AND_ALSO = "겸"


@dataclass(frozen=True, slots=True)
class TitleWord:
    """A word read as modifier + title + particle: 북미국장은 is 북미 + 국장 + 은."""

    modifier: str
    title: str
    tail: str
    kind: str
    flags: frozenset[str]

    @property
    def is_weak(self) -> bool:
        """Whether the title is an everyday word too."""
        return "weak" in self.flags


@dataclass(slots=True)  # not frozen, which takes four times as long to make
class TitlePhrase:
    """Titles that belong together. `first` and `last` are word indices, `stem_end` is where the particle begins.

    `before` is the index of the first word before the title and its status words.
    """

    first: int
    last: int
    before: int
    head: TitleWord
    final: TitleWord
    stem_end: int
    status: PositionStatus
    shown: Span


@lru_cache(_CACHE)
def read_title(word: str) -> TitleWord | None:
    """Read a word that ends in a title, None if it ends in none.

    >>> read_title("위원장이").title, read_title("북미국장").modifier, read_title("저녁")
    ('위원장', '북미', None)
    """
    ends = particle_ends(word)
    for end in (ends[-1], *ends[:-1]):
        found = _title_at_end(word[:end])
        if found is not None:
            title, kind, flags = found
            modifier = word[: end - len(title)]
            posted = "envoy" in flags and modifier.startswith("주") and len(modifier) > 1
            return TitleWord(modifier, title, word[end:], kind, flags - {"weak"} if posted else flags - {"envoy"})
    return None


def _title_at_end(stem: str) -> tuple[str, str, frozenset[str]] | None:
    chief = _CHIEF.search(stem)
    kinds, flags = mapping("titles", "title", "kind"), mapping("titles", "title", "flags")
    if chief is not None:
        return chief.group(), "company", frozenset(flags.get(chief.group(), "").split())
    is_hanja = "\u3400" <= stem[-1:] <= "\u9fff"
    for size in range(min(_LONGEST, len(stem)), is_hanja, -1):
        title = stem[-size:]
        sound = (read_hanja(title) or title) if is_hanja else title  # 長官 is 장관
        kind = kinds.get(sound)
        if kind is None:
            continue
        if kind == _NO_TITLE:
            return None
        own = frozenset(flags[sound].split())
        if size < len(stem) and "whole" in own and not (kind == "honorific" and _addressed(stem[:-size], title)):
            continue
        if title[0].isascii() and size < len(stem) and stem[-size - 1].isascii():
            continue
        return title, kind, own
    return None


def _addressed(name: str, title: str) -> bool:
    """Whether a word before 씨, 양, 군 can be a name: 김가나양, and not 조선해양."""
    if title == "씨":
        return len(name) > 1 or name in words("surnames", "surname")
    return len(name) == 3 and korean_name_score(name) >= 2.9


def is_status_word(word: str) -> bool:
    """Whether the word stands between a name and a title: 전, 신임, 당시."""
    return word in words("status_words", "word")


def read_title_phrase(line: Sequence[Word], at: int) -> TitlePhrase | None:
    """The titles that begin at word `at`, with the status words before them."""
    head = read_title(line[at].text) if line[at].is_word else None
    if head is None:
        return _latin_phrase(line, at)
    last, final = _last_title(line, at, head)
    before, status, shown = _status(line, at, head)
    stem_end = line[last].end - len(final.tail)
    return TitlePhrase(at, last, before, head, final, stem_end, status, Span(shown, stem_end))


def opens_latin_title(word: str) -> bool:
    """Whether a title of several Latin words may begin here: Chief of Staff."""
    return word.isascii() and any(title[0] == word for title in _latin_titles())


@cache
def _latin_titles() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(title.split()) for title in sorted(words("titles", "title")) if " " in title)


def _latin_phrase(line: Sequence[Word], at: int) -> TitlePhrase | None:
    for title in _latin_titles() if opens_latin_title(line[at].text) else ():
        last = at + len(title) - 1
        if last >= len(line) or tuple(word.text for word in line[at:last]) != title[:-1]:
            continue
        tail = line[last].text.removeprefix(title[-1])
        if line[last].text.startswith(title[-1]) and is_particle(tail):
            head = TitleWord("", " ".join(title), tail, "company", frozenset())
            before, status, shown = _status(line, at, head)
            end = line[last].end - len(tail)
            return TitlePhrase(at, last, before, head, head, end, status, Span(shown, end))
    return None


def _last_title(line: Sequence[Word], at: int, head: TitleWord) -> tuple[int, TitleWord]:
    last, final = at, head
    while not final.tail and last + 1 < len(line) and line[last + 1].is_word and line[last + 1].spaced:
        step = _joined(line, last)
        if step is None:
            break
        last, final = step
    return last, final


def _joined(line: Sequence[Word], last: int) -> tuple[int, TitleWord] | None:
    following = line[last + 1].text
    if following == _AND_ALSO:
        for ahead in range(last + 2, min(last + 5, len(line))):
            title = read_title(line[ahead].text)
            if title is not None:
                return ahead, title
        return None
    title = read_title(following)
    if title is None or title.modifier or title.kind in ("honorific", "kin", "culture", "sport"):
        return None
    return last + 1, title


def _status(line: Sequence[Word], at: int, head: TitleWord) -> tuple[int, PositionStatus, int]:
    statuses, shown_words = mapping("status_words", "word", "status"), words("status_words", "word", "shown", "yes")
    status, shown, before = PositionStatus.CURRENT, line[at].start, at
    if head.modifier in ("전", "前"):
        status = PositionStatus.FORMER
    while before > 0 and line[before - 1].text in statuses and line[before].spaced:
        before -= 1
        if statuses[line[before].text] == "former":
            status = PositionStatus.FORMER
        if line[before].text in shown_words or statuses[line[before].text] == "former":
            shown = line[before].start
    return before, status, shown
