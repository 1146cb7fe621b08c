"""A line of words with what never changes while names are sought: its titles, brackets, marks and given names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hoedong.lang.ko.people.glosses import latin_words
from hoedong.lang.ko.people.lexicons import words as known_words
from hoedong.lang.ko.people.titles import TitlePhrase, opens_latin_title, read_title, read_title_phrase
from hoedong.lang.ko.people.words import Word
from hoedong.model.span import Span


@dataclass(slots=True)  # not frozen, which takes four times as long to make
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
    glossed: list[int] = []
    marks: list[int] = []
    given: list[int] = []
    titled: list[int] = []
    for at, word in enumerate(words):  # every word of a page passes here: one loop, and no calls that can be spared
        form = word.text
        if not word.is_word:
            marks.append(at)
        elif read_title(form) is not None or (form.isascii() and opens_latin_title(form)):
            titled.append(at)
        if word.gloss is not None:
            glossed.append(at)
            word.latin = latin_words(text, word)
        elif form in names:
            given.append(at)
    return Line(words, tuple(_titles(words, titled)), tuple(glossed), tuple(marks), tuple(given))


def _titles(words: Sequence[Word], titled: Iterable[int]) -> Iterator[TitlePhrase]:
    """The titles that begin at these words; none inside another."""
    done = -1
    for at in titled:
        title = read_title_phrase(words, at) if at > done else None
        if title is not None:
            yield title
            done = title.last
