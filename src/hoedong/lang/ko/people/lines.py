"""A line of words with what never changes while names are sought: its titles, brackets, marks and given names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hoedong.lang.ko.people.glosses import latin_words
from hoedong.lang.ko.people.lexicons import words as known_words
from hoedong.lang.ko.people.titles import TitlePhrase, opens_latin_title, read_title, read_title_phrase
from hoedong.lang.ko.people.words import Word
from hoedong.model.span import Span


@dataclass(frozen=True, slots=True)
class Line:
    """Words, the titles among them from left to right, and the indices of some.

    `glossed` are followed by a bracket, `marks` are no words, `given` are foreign given names without a bracket.
    """

    words: list[Word]
    titles: tuple[TitlePhrase, ...]
    glossed: tuple[int, ...]
    marks: tuple[int, ...]
    given: tuple[int, ...]

    @property
    def span(self) -> Span:
        """From the first word to the last, with its bracket."""
        return Span(self.words[0].start, self.words[-1].extent_end)


def line_of(text: str, words: list[Word]) -> Line:
    """Read the titles and brackets of a line once."""
    names = known_words("foreign_given_names", "name")
    glossed = tuple([at for at, word in enumerate(words) if word.gloss is not None])
    marks = tuple([at for at, word in enumerate(words) if not word.is_word])
    given = tuple([at for at, word in enumerate(words) if word.text in names and word.gloss is None])
    for at in glossed:
        words[at].latin = latin_words(text, words[at])
    return Line(words, tuple(_titles(words)), glossed, marks, given)


def _titles(words: Sequence[Word]) -> Iterator[TitlePhrase]:
    done = -1
    for at, word in enumerate(words):
        if at <= done or not word.is_word or (read_title(word.text) is None and not opens_latin_title(word.text)):
            continue
        title = read_title_phrase(words, at)
        if title is not None:
            yield title
            done = title.last
