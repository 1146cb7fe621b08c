"""A block as words with their brackets, and where a name phrase can begin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from hoedong.lang.ko.people.lexicons import endings, words
from hoedong.model.span import Span
from hoedong.names.hangul import final_of, is_hangul

_TOKEN = re.compile(
    r"[0-9A-Za-z가-힣一-鿿㐀-䶿豈-﫿㈜&]+(?:[.'’-](?=[A-Za-z])[A-Za-z]+|(?<=\b[알엘앗안])-(?=[가-힣])[가-힣]+)*|[^\s]"
)  # 알-하디: the Arabic article keeps its hyphen
_OPEN, _CLOSE = "(（[［", ")）]］"
_TRANSPARENT = "/"  # 김가나/대통령, 김가나 / 대표
LONGEST_BRACKET = 60
_CACHE = 50_000
_LONGEST_PARTICLE = 5
_BEHIND_FINAL, _BEHIND_VOWEL = frozenset("은을과"), frozenset("를와가")


@dataclass(slots=True)
class Word:
    """A run of letters, or one mark. `gloss` is the span inside a bracket that follows it, None without one."""

    text: str
    start: int
    end: int
    spaced: bool
    is_word: bool
    gloss: Span | None = None
    fenced: bool = False  # a time expression, never part of a name
    latin: int = 0  # how many words of a name in Latin letters the bracket holds

    @property
    def extent_end(self) -> int:
        """The end with the bracket."""
        return self.end if self.gloss is None else self.gloss.end + 1


def read_words(text: str, start: int, end: int) -> list[list[Word]]:
    """Cut a stretch into words; what stands in brackets comes as lists of its own after the main one.

    >>> [[word.text for word in line] for line in read_words("김가나(53) 회장", 0, 10)]
    [['김가나', '회장'], ['53']]
    """
    main: list[Word] = []
    lines = [main]
    reached = start
    for match in _TOKEN.finditer(text, start, end):
        form, (at, stop) = match.group(), match.span()
        if at < reached or form == _TRANSPARENT:
            continue
        is_long = stop - at > 1
        inside = _bracket(text, at, end) if not is_long and form in _OPEN else None
        if inside is None:
            # whatever is no token and no bracket is white space or transparent
            main.append(Word(form, at, stop, at > reached, is_long or form.isalnum()))
            reached = stop
            continue
        if main and main[-1].is_word and main[-1].gloss is None and at - main[-1].end <= 1 and form in "(（":
            main[-1].gloss = inside
        else:
            main.append(Word(form, at, inside.end + 1, True, False))
        lines.extend(read_words(text, inside.start, inside.end))
        reached = inside.end + 1
    return lines


def _bracket(text: str, opening: int, end: int) -> Span | None:
    closer = _CLOSE[_OPEN.index(text[opening])]
    close = text.find(closer, opening + 1, min(end, opening + 2 + LONGEST_BRACKET))
    if close < 0 or any(mark in text[opening + 1 : close] for mark in _OPEN):
        return None
    return Span(opening + 1, close)


@lru_cache(_CACHE)
def particle_ends(word: str) -> tuple[int, ...]:
    """Where a particle could begin in a word, longest particle first, then the end of the word itself."""
    particles = words("name_particles", "form")
    first = max(1, len(word) - _LONGEST_PARTICLE)
    return (*(at for at in range(first, len(word)) if word[at:] in particles and _joins(word, at)), len(word))


def _joins(word: str, at: int) -> bool:
    """Whether the particle that would begin there has the form that its stem asks for: no 은 in 서가은."""
    particle, before = word[at:], word[at - 1]
    if not is_hangul(before):
        return True
    return particle not in _BEHIND_VOWEL if final_of(before) else particle not in _BEHIND_FINAL


def is_particle(tail: str) -> bool:
    """Whether a tail of a word is empty or a particle."""
    return not tail or tail in words("name_particles", "form")


@lru_cache(_CACHE)
def ends_phrase(word: str) -> bool:
    """Whether a name phrase cannot run on after this word: 서울에서, 만난, 이날."""
    if word in words("phrase_breakers", "form", "kind", "word"):
        return True
    if word.endswith(endings("phrase_breakers", "form", "kind", "ending")):
        return True
    strong = words("name_particles", "form", "ends_phrase", "yes")
    return any(
        word[at:] in strong and _joins(word, at) for at in range(max(1, len(word) - _LONGEST_PARTICLE), len(word))
    )
