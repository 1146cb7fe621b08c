"""Whether a stretch of text can name somebody at all: a look at its words, before names are sought.

Nothing here decides that somebody is named. A stretch that names a person is never passed over; one that names nobody
may be let through.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from hoedong.lang.ko.people.lexicons import endings, words
from hoedong.lang.ko.people.lineups import LINE_UP_WORDS
from hoedong.lang.ko.people.phrases import LONGEST_PHRASE
from hoedong.lang.ko.people.shapes import foreign_name_score, hanja_name_surname, korean_name_score
from hoedong.lang.ko.people.titles import opens_latin_title, read_title
from hoedong.lang.ko.people.unanchored import COPULA
from hoedong.lang.ko.people.untitled import AGAIN, ENOUGH, KOREAN_LENGTH, PROPER, RARE
from hoedong.lang.ko.people.well_known import is_well_known
from hoedong.lang.ko.people.words import ends_phrase, particle_ends
from hoedong.model.span import Span
from hoedong.names.hangul import final_of

_WORD = re.compile(r"[0-9A-Za-z가-힣一-鿿㐀-䶿豈-﫿㈜&]+")
_RUN = re.compile(r"[^\W_]+")
_GLOSS = re.compile(
    r"[(（\[［]\s*(?:\d{1,3}(?:세|살)?\s*(?=[)）\]］,·・;/구])|[一-鿿㐀-䶿]|[^\W\d_a-z가-힣一-鿿][\w'’.\-]*\s+[A-Za-z])"
)
"""A bracket that may explain a name: (53), (金가나), (Mark Zuckerberg)."""
_PLACED = re.compile(r"[(（\[［]\s*([가-힣〃]+)")
_JOINED = re.compile(r"([가-힣]{2,4})\s?[,·ㆍ・-]\s?([가-힣]{2,})")
_JOINT = re.compile(r"[,·ㆍ・-]")
_SURE = 3.0
_PAST = "ㅆ"
_OPENING, _AFTER = 2, 3
_CACHE = 50_000


def name_openings(text: str, span: Span) -> frozenset[str] | None:
    """How every name that a stretch can show begins, by two or three characters; None where anything may be one.

    A name stands beside a title, is known, or has the shape of one: the words around each title are kept that may be
    names. A bracket that explains a name, and a line-up, can make a name of any word.
    """
    start, end = span
    words_of = _WORD.findall(text, start, end)
    is_open = _GLOSS.search(text, start, end) is not None or any(
        place.startswith(endings("caption_positions", "word")) for place in _PLACED.findall(text, start, end)
    )
    if is_open or not LINE_UP_WORDS.isdisjoint(words_of):
        return None
    names = set(unseen_names(text, span))
    titles = [at for at, word in enumerate(words_of) if _betrays(word)]
    if any(_surname_stands(words_of, at) for at in titles):
        return None
    for at in titles:
        names.update(_around(words_of, at))
    joined = _JOINED.findall(text, start, end) if _JOINT.search(text, start, end) is not None else ()
    for left, right in joined:
        if _is_sure(left) and _may_be_sure(right):
            names.update((left[:_OPENING], right[:_OPENING]))
    return frozenset(names)


def _around(line: Sequence[str], at: int) -> Iterator[str]:
    """The openings of the words around a title or a known name that may be names, its own among them.

    No name that the title betrays follows behind a particle: 교수는.
    """
    title = read_title(line[at])
    if title is None or title.modifier:
        yield line[at][:_OPENING]
    for before in range(at - 1, max(-1, at - 1 - LONGEST_PHRASE), -1):
        if before < at - 1 and ends_phrase(line[before]) and not _is_loosely_shaped(line[before]):
            break
        if not _is_everyday(line[before]) and (before == at - 1 or _is_loosely_shaped(line[before])):
            yield line[before][:_OPENING]
    if title is None or title.tail in COPULA:
        yield from (word[:_OPENING] for word in line[at + 1 : at + 1 + _AFTER] if not _is_everyday(word))


@lru_cache(_CACHE)
def _is_everyday(word: str) -> bool:
    """Whether a word is one of everyday, with a particle or without; only a surname beside it could vouch for it."""
    everyday = words("not_names", "word")
    return any(word[:end] in everyday for end in particle_ends(word))


def _surname_stands(line: Sequence[str], at: int) -> bool:
    """이 회장: a surname alone, which can make a name of any word that begins with it and stands beside that title."""
    return at > 0 and line[at - 1] in words("surnames", "surname")


@lru_cache(_CACHE)
def _betrays(word: str) -> bool:
    """Whether a word is what a name stands beside, or a known part of one."""
    return (
        read_title(word) is not None
        or opens_latin_title(word)
        or is_well_known(word)
        or word in words("foreign_given_names", "name")
    )


@lru_cache(_CACHE)
def _is_loosely_shaped(word: str) -> bool:
    """Whether a word before a title may be a name at all: 한도윤 in 한도윤 가람전자 회장."""
    return korean_name_score(word) > 0 or foreign_name_score(word) > 0 or not word.isalpha() or word < "가"


@lru_cache(_CACHE)
def _is_sure(word: str) -> bool:
    return korean_name_score(word) >= _SURE


def _may_be_sure(word: str) -> bool:
    """Whether a word, without a particle at its end, vouches for a name that a mark joins to it: 김가나·이다라가."""
    return any(_is_sure(word[:size]) for size in range(2, 5))


def unseen_names(text: str, span: Span, names: Sequence[Span] = ()) -> frozenset[str]:
    """How the names begin that morphemes may betray beyond those that characters did; `names` are the spans of these.

    Not empty wherever `find_untitled` would see one: its names begin a word.
    """
    runs: Iterable[str] = set(_RUN.findall(text, span.start, span.end))
    if names:
        taken = {name.start for name in names}
        runs = [run.group() for run in _RUN.finditer(text, span.start, span.end) if run.start() not in taken]
    return frozenset([run[:KOREAN_LENGTH] for run in runs if _may_open_name(run) and _is_told_enough(run, text)])


@lru_cache(_CACHE)
def _may_open_name(run: str) -> bool:
    """한도윤은, 벤 (카터); not 석유제품도, whose first three syllables are the shape of a name only by themselves."""
    if run in words("foreign_given_names", "name"):
        return True
    goes_on = len(run) > KOREAN_LENGTH
    if goes_on and not run.startswith(endings("name_continuations", "form"), KOREAN_LENGTH):
        return False
    return _has_shape(run[:KOREAN_LENGTH])


def _is_told_enough(run: str, text: str) -> bool:
    """Whether a page names somebody as often as `find_untitled` asks: once a plain name, again and again a rare one."""
    stem = run[:KOREAN_LENGTH]
    goes_on = len(run) > KOREAN_LENGTH or text.count(stem) > 1  # a proper noun before a particle, here or elsewhere
    is_rare = hanja_name_surname(stem) is None and korean_name_score(stem) < (PROPER if goes_on else ENOUGH)
    return not is_rare or run in words("foreign_given_names", "name") or text.count(stem) >= AGAIN


@lru_cache(_CACHE)
def _has_shape(stem: str) -> bool:
    """Whether a stem looks like a whole name; one with a past tense in it (전해졌) does not, whatever its syllables."""
    if hanja_name_surname(stem) is not None:
        return True
    return korean_name_score(stem) >= RARE and final_of(stem[-1]) != _PAST
