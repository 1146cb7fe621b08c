"""A brief as one HTML page that needs nothing else: no script, no picture, styles that print.

Written with `html.escape` and a few small functions rather than a template language: the page has nine kinds of
element, and the core takes no dependency for them. It is well-formed XML too, so that any parser can check it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from importlib.resources import files
from itertools import groupby

from hoedong.export.brief.page import Brief, Footnote, Line, Section
from hoedong.export.brief.printing import is_web_address, printable, source_words


def brief_html(brief: Brief) -> str:
    """The brief as a self-contained page; all words are escaped."""
    head = (
        '<meta charset="utf-8"/>',
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
        _element("title", _text(brief.title)),
        _element("style", _styles()),
    )
    page = _element("head", *head) + _element("body", _element("main", *_parts(brief)))
    return f'<!DOCTYPE html>\n<html lang="{escape(brief.lang)}">{page}</html>\n'


@cache
def _styles() -> str:
    return (files("hoedong.export.brief") / "brief.css").read_text(encoding="utf-8")


def _parts(brief: Brief) -> Iterator[str]:
    yield _element("h1", _text(brief.title))
    yield _element("p", _text(brief.subtitle), kind="as-of")
    yield from (_section(section) for section in brief.sections)
    if brief.footnotes:
        notes = (_footnote(brief, footnote) for footnote in brief.footnotes)
        yield _element("section", _element("h2", _text(brief.footnotes_title)), _element("ol", *notes), kind="notes")


def _section(section: Section) -> str:
    blocks = [_element("h2", _text(section.title))]
    for group, lines in groupby(section.lines, key=lambda line: line.group):
        if group:
            blocks.append(_element("h3", _text(group)))
        blocks.append(_element("ul", *(_line(line) for line in lines)))
    return _element("section", *blocks, kind=section.key)


def _line(line: Line) -> str:
    label = _element("b", _text(line.label)) + " " if line.label else ""
    details = [_element("li", _text(detail.words), _calls(detail.notes)) for detail in line.details]
    return _element("li", label, _text(line.words), _calls(line.notes), _element("ul", *details) if details else "")


def _calls(notes: Iterable[int]) -> str:
    return "".join(f'<sup><a href="#note-{number}">{number}</a></sup>' for number in notes)


def _footnote(brief: Brief, footnote: Footnote) -> str:
    words, address = _text(source_words(brief.lang, footnote)), printable(footnote.url or "")
    shown = _text(address)
    link = f'<a href="{shown}" rel="noreferrer">{shown}</a>' if is_web_address(address) else shown
    return f'<li id="note-{footnote.number}" value="{footnote.number}">{words} {link}</li>\n'


def _element(tag: str, *content: str, kind: str = "") -> str:
    """An element around content that is markup already; `kind` is its class."""
    name = f' class="{escape(kind)}"' if kind else ""
    return f"<{tag}{name}>{''.join(content)}</{tag}>\n"


def _text(words: str) -> str:
    return escape(printable(words))
