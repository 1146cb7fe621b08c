"""Example sentences with marks: {…} is a person as the stage of people would hand it over, <…> a country or town.

"{한가람} 회장이 <일본>을 찾았다." is the sentence without the marks, the person 한가람 and the place 일본;
{한 회장=한가람} is the short form 한 회장 of the person 한가람.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hoedong.model.analysis import Sentence
from hoedong.model.document import Block, BlockRole, Document
from hoedong.model.mention import MentionForm, PersonMention
from hoedong.model.span import Span

_MARK = re.compile(r"\{([^{}=]+)(?:=([^{}]+))?\}|<([^<>\n]+)>")
SplitSentences = Callable[[str, Span], Sequence[Span]]


@dataclass(frozen=True, slots=True)
class MarkedText:
    """An example without its marks, with what the marks say; a person's id is their name."""

    document: Document
    sentences: tuple[Sentence, ...]
    people: tuple[PersonMention, ...]
    places: tuple[Span, ...]


def read_marked_text(
    marked: str,
    lang: str,
    split_sentences: SplitSentences,
    *,
    role: str = "paragraph",
    title: re.Pattern[str] | None = None,
) -> MarkedText:
    """Take the marks out of an example; each line is a block of its own.

    `title` is what may follow a name and belong to it (" 회장"): the extent of the mention then takes it in.
    """
    text, people, places, at = "", [], [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        words = mark[1] or mark[3]
        span = Span(len(text), len(text) + len(words))
        if mark[1]:
            behind = title.match(marked, mark.end()) if title else None
            extent = Span(span.start, span.end + (len(behind.group()) if behind else 0))
            people.append(PersonMention(span, extent, MentionForm.NAME, mark[2] or words, "example"))
        else:
            places.append(span)
        text, at = text + words, mark.end()
    text += marked[at:]
    blocks = tuple(Block(BlockRole(role), span) for span in _lines(text))
    sentences = tuple(
        Sentence(span, number) for number, block in enumerate(blocks) for span in split_sentences(text, block.span)
    )
    return MarkedText(Document("example", text, lang, blocks), sentences, tuple(people), tuple(places))


def _lines(text: str) -> list[Span]:
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans
