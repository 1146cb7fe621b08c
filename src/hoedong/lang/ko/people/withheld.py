"""Names that the page hides (김모(33)씨, A씨, B 일병): somebody stands there, and nobody may be made of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hoedong.lang.ko.people.candidates import NamePart, Sighting
from hoedong.lang.ko.people.lexicons import endings, words
from hoedong.lang.ko.people.titles import read_title
from hoedong.model.document import Document
from hoedong.model.span import Span

_LETTER = re.compile(r"[A-Zㄱ-ㅎ](?<![A-Za-z0-9가-힣ㄱ-ㅎ&.].)(?=\([^()\n]{1,12}\)|모?(?: ?[가-힣]))")
_BRACKET = re.compile(r"(?: ?\([^()\n]{1,12}\))? ?")
_RUN = re.compile(r"[가-힣]+")
_RULE = "ko.person.withheld"
_HIDES = "모"
_YOUNG = ("양", "군", "씨", "옹")


def find_withheld(document: Document) -> Iterator[Sighting]:
    """Each hidden name of the blocks that are read: the letter or the surname, with what addresses it."""
    patterns = (_surname_and_mo(), _LETTER) if _HIDES in document.text else (_LETTER,)
    for block in document.blocks:
        if block.role.is_read:
            for pattern in patterns:
                for match in pattern.finditer(document.text, block.span.start, block.span.end):
                    yield from _sighting(document.text, Span(*match.span()), block.span.end)


@cache
def _surname_and_mo() -> re.Pattern[str]:
    surnames = "|".join(sorted(endings("surnames", "surname"), key=len, reverse=True))
    return re.compile(rf"(?<![가-힣A-Za-z])(?:{surnames})(?= ?모(?: ?\(|[ 씨양군]))")


def _sighting(text: str, name: Span, limit: int) -> Iterator[Sighting]:
    at = name.end
    at += 1 if text[at : at + 1] == "모" else 2 if text[at : at + 2] == " 모" else 0
    bracket = _BRACKET.match(text, at, limit)
    start = bracket.end() if bracket is not None else at
    run = _RUN.match(text, start, limit)
    if run is None or not _titled(run.group()):
        return
    title = read_title(run.group())
    end = start + (len(title.modifier) + len(title.title) if title is not None else 1)
    yield Sighting(name, Span(name.start, end), Span(name.start, end), NamePart.WITHHELD, _RULE)


def _titled(word: str) -> bool:
    """Whether what follows the letter or the surname is a form of address or a title: 씨, 군은, 일병, 회장."""
    title = read_title(word)
    if title is not None:
        return "crowd" not in title.flags and title.kind != "kin" and (not title.modifier or title.kind != "honorific")
    return word.startswith(_YOUNG) and (len(word) == 1 or word[1:] in words("name_particles", "form"))
