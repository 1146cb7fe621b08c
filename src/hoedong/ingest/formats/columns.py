"""Which column of a table holds what: as the user says, or else by its header."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TypeVar

from hoedong.rules.lexicon_file import load_lexicon

FIELDS = ("text", "title", "published", "url", "outlet", "author", "id", "lang")
"""What a column may hold; `text` is the only one that a table must have."""

_BETWEEN = re.compile(r"[\s_.\-·]+")
Key = TypeVar("Key")


class NoSuchColumn(ValueError):
    """A column that the user names and the table does not have."""


def known_columns(headers: Mapping[str, Key], named: Mapping[str, str]) -> dict[str, Key]:
    """Where each field stands; `headers` gives the place of each header, `named` the header of a field.

    >>> known_columns({"제목": 0, "본 문": 1, "인물": 2}, {})
    {'text': 1, 'title': 0}
    >>> known_columns({"a": 0, "b": 1}, {"text": "b"})
    {'text': 1}

    Raises:
        NoSuchColumn: a named header is not there.
    """
    found = {field: headers[header] for field, header in _named(headers, named).items()}
    places = {plain_header(header): place for header, place in reversed(list(headers.items()))}
    for field, header in _known_headers():
        if header in places and field not in found and places[header] not in found.values():
            found[field] = places[header]
    return {field: found[field] for field in FIELDS if field in found}


def plain_header(header: str) -> str:
    """A header as tables of other makers spell it too: `뉴스 식별자` and `뉴스식별자`, `pub_date` and `pubDate`."""
    return _BETWEEN.sub("", unicodedata.normalize("NFKC", header.lstrip("\ufeff")).casefold())


def named_headers(headers: Sequence[str]) -> dict[str, int]:
    """The place of each header; of several alike, and of blank ones, the first."""
    places: dict[str, int] = {}
    for place, header in enumerate(headers):
        places.setdefault(header.lstrip("\ufeff").strip(), place)
    return places


def _named(headers: Mapping[str, Key], named: Mapping[str, str]) -> dict[str, str]:
    missing = [header for header in named.values() if header not in headers]
    if missing:
        there = ", ".join(header for header in headers if header)
        raise NoSuchColumn(f"there is no column {', '.join(missing)}; there are: {there}")
    return dict(named)


@cache
def _known_headers() -> tuple[tuple[str, str], ...]:
    rows = load_lexicon(files("hoedong.ingest.formats") / "column_names.tsv", ("field", "header"))
    return tuple((row["field"], row["header"]) for row in rows)
