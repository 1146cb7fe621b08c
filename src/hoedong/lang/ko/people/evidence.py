"""Whether a stretch of text can name somebody at all: a look at its words, before names are sought.

Nothing here decides that somebody is named. A stretch that names a person is never passed over; one that names nobody
may be let through.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from hoedong.lang.ko.people.lexicons import endings, words
from hoedong.lang.ko.people.shapes import hanja_name_surname, korean_name_score
from hoedong.lang.ko.people.titles import opens_latin_title, read_title
from hoedong.lang.ko.people.untitled import ENOUGH, KOREAN_LENGTH
from hoedong.lang.ko.people.well_known import is_well_known
from hoedong.model.span import Span

_WORD = re.compile(r"[0-9A-Za-z가-힣一-鿿㐀-䶿豈-﫿㈜&]+")
_RUN = re.compile(r"[^\W_]+")
_GLOSS = re.compile(
    r"[(（\[［]\s*(?:\d{1,3}(?:세|살)?\s*(?=[)）\]］,·・;/구])|[一-鿿㐀-䶿]|[^\W\d_a-z가-힣一-鿿][\w'’.\-]*\s+[A-Za-z])"
)
"""A bracket that may explain a name: (53), (金가나), (Mark Zuckerberg)."""
_PLACED = re.compile(r"[(（\[［]\s*([가-힣〃]+)")
_DIRECTION = "시계방향으로"
_FROM = "부터"
_LENGTHS = (KOREAN_LENGTH, KOREAN_LENGTH + 1)
_CACHE = 50_000


def may_name_somebody(text: str, span: Span) -> bool:
    """Whether a name can stand in a stretch: a title, a known name, a word of a name's shape, or a bracket of one."""
    start, end = span
    return (
        any(map(_betrays, _WORD.findall(text, start, end)))
        or _GLOSS.search(text, start, end) is not None
        or any(place.startswith(endings("caption_positions", "word")) for place in _PLACED.findall(text, start, end))
    )


@lru_cache(_CACHE)
def _betrays(word: str) -> bool:
    """Whether a word may be a name, a part of one, or what a name stands beside."""
    return (
        read_title(word) is not None
        or word in words("foreign_given_names", "name")
        or opens_latin_title(word)
        or word.endswith((_FROM, _DIRECTION))
        or is_well_known(word)
        or any(_is_shaped(word, size) for size in _LENGTHS)
    )


def _is_shaped(word: str, size: int) -> bool:
    """Whether the first syllables look like a name and the rest like a particle: 한도윤은, and not 기록했다."""
    return _has_shape(word[:size]) and (len(word) <= size or word[size:].startswith(endings("name_particles", "form")))


def may_name_unseen(text: str, span: Span, names: Sequence[Span]) -> bool:
    """Whether morphemes may betray a name beyond those that characters did; `names` are the spans of these.

    True wherever `find_untitled` would see one: its names begin a word.
    """
    taken = {name.start for name in names}
    return any(
        _may_open_name(run.group()) and run.start() not in taken for run in _RUN.finditer(text, span.start, span.end)
    )


@lru_cache(_CACHE)
def _may_open_name(run: str) -> bool:
    return _has_shape(run[:KOREAN_LENGTH]) or run in words("foreign_given_names", "name")


@lru_cache(_CACHE)
def _has_shape(stem: str) -> bool:
    return korean_name_score(stem) >= ENOUGH or hanja_name_surname(stem) is not None
