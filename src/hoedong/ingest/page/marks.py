"""What the class, id and itemprop of an element say about its text: the table marks.tsv, read once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from hoedong.rules.lexicon_file import load_lexicon

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONGEST_NAMES = 500
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NO_LETTER = re.compile(r"[^a-z0-9]+")


class Mark(StrEnum):
    """What a name of an element marks, strongest first where the names of one element say several things."""

    PLAIN = "plain"
    CAPTION = "caption"
    HEADLINE = "headline"
    BODY = "body"
    SUBHEADING = "subheading"
    BYLINE = "byline"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows of marks.tsv: whole names, and parts of names as one expression for each mark."""

    names: Mapping[str, Mark]
    parts: tuple[tuple[Mark, re.Pattern[str]], ...]


def mark_of(element: HtmlElement) -> Mark | None:
    """What the names of an element mark, None where the table knows none of them.

    `<div class="news-end photoCaption">` marks a caption: the part `caption` of `photo_caption`.
    """
    names = " ".join(filter(None, (element.get("class"), element.get("id"), element.get("itemprop"))))
    return _mark_of_names(names[:_LONGEST_NAMES]) if names else None


@lru_cache(maxsize=20_000)
def _mark_of_names(names: str) -> Mark | None:
    marks = {mark for name in names.split() if (mark := _mark_of_name(plain_name(name)))}
    return next((mark for mark in Mark if mark in marks), None)


def plain_name(name: str) -> str:
    """A name in small letters with underscores: `articleBody` and `article-body` are `article_body`."""
    return _NO_LETTER.sub("_", _CAMEL.sub("_", name).lower()).strip("_")


def _mark_of_name(name: str) -> Mark | None:
    """The mark of one name: a whole name goes before parts; furniture before body, as in `article_body_related`."""
    table = _table()
    whole = table.names.get(name)
    if whole is not None:
        return whole
    return next((mark for mark, pattern in table.parts if pattern.search(name)), None)


@cache
def _table() -> _Table:
    table = load_lexicon(files("hoedong.ingest.page") / "marks.tsv", ("how", "name", "mark"))
    rows = [(row["how"], row["name"], Mark(row["mark"])) for row in table]
    names = {name: mark for how, name, mark in rows if how == "name"}
    order = sorted(Mark, key=lambda mark: mark is Mark.BODY)
    parts = ((mark, sorted(name for how, name, of in rows if how == "part" and of is mark)) for mark in order)
    return _Table(
        names, tuple((mark, re.compile(rf"(?:^|_)(?:{'|'.join(some)})(?:_|$)")) for mark, some in parts if some)
    )
