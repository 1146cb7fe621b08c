"""A brief as Markdown with footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hoedong.export.brief.page import Brief, Footnote, Line, Section
from hoedong.export.brief.printing import is_web_address, printable, source_words

_MARKS = re.compile(r"([\\`*_\[\]<>#|~$&!])")
_LIST_MARK = re.compile(r"^(\d+)([.)])|^([-+=])")


def brief_markdown(brief: Brief) -> str:
    """The brief as Markdown; nothing in it is read as a mark, whatever the documents hold."""
    return "\n".join(_lines(brief)) + "\n"


def _lines(brief: Brief) -> Iterator[str]:
    yield f"# {_plain(brief.title)}"
    yield ""
    yield _plain(brief.subtitle)
    for section in brief.sections:
        yield from _section(section)
    if brief.footnotes:
        yield from ("", f"## {_plain(brief.footnotes_title)}", "")
        yield from (_footnote(brief, footnote) for footnote in brief.footnotes)


def _section(section: Section) -> Iterator[str]:
    yield from ("", f"## {_plain(section.title)}")
    group = None
    for line in section.lines:
        if line.group != group:
            group = line.group
            yield from ("", f"### {_plain(group)}", "") if group else ("",)
        yield from _line(line)


def _line(line: Line) -> Iterator[str]:
    label = f"**{_plain(line.label)}** " if line.label else ""
    yield f"- {label}{_plain(line.words)}{_calls(line.notes)}"
    for detail in line.details:
        yield f"  - {_plain(detail.words)}{_calls(detail.notes)}"


def _calls(notes: Iterable[int]) -> str:
    return "".join(f"[^{number}]" for number in notes)


def _footnote(brief: Brief, footnote: Footnote) -> str:
    words = _plain(source_words(brief.lang, footnote))
    address = printable(footnote.url or "")
    link = f" <{address}>" if is_web_address(address) else f" {_plain(address)}" if address else ""
    return f"[^{footnote.number}]: {words}{link}"


def _plain(words: str) -> str:
    """Words with every sign escaped that Markdown would read."""
    escaped = _MARKS.sub(r"\\\1", printable(words))
    return _LIST_MARK.sub(lambda match: f"{match[1] or ''}\\{match[2] or match[3]}", escaped)
