"""A brief as values: sections of lines, each line with the numbers of its footnotes."""

from __future__ import annotations

from dataclasses import dataclass

from hoedong.model.span import Span


@dataclass(frozen=True, slots=True)
class Footnote:
    """Words of a document, exactly as `document[span]` has them; `outlet`, `date` and `url` are None where unknown."""

    number: int
    document: str
    span: Span
    words: str
    outlet: str | None = None
    date: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Detail:
    """What a line adds to itself: who sat in, which reports disagree."""

    words: str
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `label` stands before it (a date), lines of one `group` (a year) stand under it, both may be empty."""

    words: str
    notes: tuple[int, ...] = ()
    label: str = ""
    group: str = ""
    details: tuple[Detail, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of a brief; `key` names it in any language."""

    key: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """What a person reads before a meeting, with the words of documents that it rests on."""

    lang: str
    title: str
    subtitle: str
    sections: tuple[Section, ...]
    footnotes_title: str
    footnotes: tuple[Footnote, ...]
