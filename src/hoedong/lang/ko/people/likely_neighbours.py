"""What stands before and after a word that may be a name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from hoedong.lang.ko.people.glosses import read_gloss
from hoedong.lang.ko.people.lexicons import words
from hoedong.lang.ko.people.likely_shapes import likely_stems
from hoedong.lang.ko.people.lines import Line
from hoedong.lang.ko.people.organisations import organisation_score
from hoedong.lang.ko.people.shapes import foreign_name_score, stem_score
from hoedong.lang.ko.people.titles import read_title
from hoedong.lang.ko.people.words import ends_phrase, particle_ends

_CACHE = 50_000
_JOINING = frozenset(",·ㆍ‧・와과및-")
_QUOTES = frozenset("'\"‘’“”")
_PARTICLES = {
    **dict.fromkeys(("은", "는"), "topic"),
    **dict.fromkeys(("이", "가"), "subject"),
    **dict.fromkeys(("을", "를"), "object"),
    **dict.fromkeys(("와", "과", "하고", "랑"), "with"),
    **dict.fromkeys(("에게", "께", "한테", "에게서", "에게는", "께서", "께서는"), "person"),
    **dict.fromkeys(("의",), "genitive"),
    **dict.fromkeys(("에", "로", "으로"), "place"),
    **dict.fromkeys(("도", "만"), "also"),
    "씨": "address",
    "": "none",
}


class Neighbours:
    """The neighbours of the words of one line; `found` maps the start of each name known to its end."""

    def __init__(self, text: str, line: Line, found: Mapping[int, int]) -> None:
        """Look up the titles of the line."""
        self._text, self._line, self._found = text, line, found
        self._ends = frozenset(found.values())
        self._titles = {at: title for title in line.titles for at in range(title.first, title.last + 1)}

    def stem_of_known(self, at: int) -> tuple[str, ...]:
        """The name that is known to begin at a word, by itself; else what may be one there."""
        word = self._line.words[at]
        known = self._found.get(word.start)
        return likely_stems(word.text) if known is None else (word.text[: known - word.start],)

    def of(self, first: int, last: int, size: int) -> Iterator[str]:
        """What stands around the words from `first` to `last`, of which the last is a name of `size` letters."""
        if last > first and self._line.words[last].start in self._found:
            yield "words end in a name"
        particle = self._line.words[last].text[size:]
        kind = _PARTICLES.get(particle[:1] if particle.startswith("씨") else particle, "other")
        yield f"particle {kind}"
        if particle:
            yield f"particle {particle}"
        yield from (f"before {told}" for told in self._before(first))
        yield from (f"after {told}" for told in self._after(last, bare=not particle))
        if self._line.words[last].gloss is not None and not particle:
            gloss = read_gloss(self._text, self._line.words[last])
            yield f"bracket {gloss[0].name.lower() if gloss else 'other'}"
        yield from self._listed(first, last)

    def _before(self, first: int) -> Iterator[str]:
        if first == 0:
            yield "nothing"
            return
        word = self._line.words[first - 1]
        if not word.is_word:
            yield f"mark {word.text}"
            return
        if not self._line.words[first].spaced:
            yield "glued"
        if first - 1 in self._titles:
            title = self._titles[first - 1]
            yield f"title {title.final.kind}"
            yield f"title {'with particle' if title.final.tail else 'alone'}"
        elif word.start in self._found:
            yield "name"
        else:
            yield from _told_by(word.text)

    def _after(self, last: int, *, bare: bool) -> Iterator[str]:
        state = "bare" if bare else "particle"
        if last + 1 >= len(self._line.words):
            yield f"{state} nothing"
            return
        word = self._line.words[last + 1]
        if not word.is_word:
            yield f"{state} mark {word.text}"
        elif last + 1 in self._titles:
            title = self._titles[last + 1]
            yield f"{state} title {title.head.kind}"
            yield f"{state} title {'weak' if title.head.is_weak else 'plain'}{' glued' if title.head.modifier else ''}"
        elif word.start in self._found:
            yield f"{state} name"
        elif word.fenced:
            yield f"{state} time"
        else:
            yield from (f"{state} {told}" for told in _told_by(word.text))

    def _listed(self, first: int, last: int) -> Iterator[str]:
        """가나, 다라: whether a mark or 와 joins the word to a name that is known."""
        line = self._line.words
        if first > 1 and line[first - 1].text in _JOINING and self._is_name(first - 2):
            yield "listed after a name"
        if first > 0 and line[first - 1].text[-1] in "와과" and self._is_name(first - 1):
            yield "listed after a name with 와"
        if last + 2 < len(line) and line[last + 1].text in _JOINING and line[last + 2].start in self._found:
            yield "listed before a name"

    def _is_name(self, at: int) -> bool:
        word = self._line.words[at]
        ends = range(word.start + 1, word.end + 1)
        return at in self._titles or word.start in self._found or not self._ends.isdisjoint(ends)


@lru_cache(_CACHE)
def _told_by(word: str) -> tuple[str, ...]:
    """What kind of word a neighbour is: 말했다, 이날, 서울."""
    told = [f"word ends {word[-1]}"]
    if foreign_name_score(word) >= 1:
        told.append("foreign word")
    if any(word[:end] in words("not_names", "word") for end in particle_ends(word)):
        told.append("everyday word")
    if organisation_score(word) >= 1:
        told.append("organisation")
    if read_title(word) is not None:
        told.append("title in a word")
    if stem_score(word) >= 2:
        told.append("Korean name")
    if ends_phrase(word):
        told.append("end of a phrase")
    if word[0].isdigit():
        told.append("number")
    return tuple(told)
