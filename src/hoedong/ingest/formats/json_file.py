"""A JSON file: a list of articles, or the answer of a news service such as Naver's."""

from __future__ import annotations

import html
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from hoedong.ingest.corpus import iter_corpus, unless_repeated
from hoedong.ingest.decode import decode
from hoedong.ingest.formats.columns import NoSuchColumn, known_columns
from hoedong.ingest.formats.composed import compose, partial
from hoedong.ingest.formats.material import Found, Material
from hoedong.ingest.formats.table_rows import document_of, places_of
from hoedong.ingest.formats.web_address import web_address
from hoedong.ingest.html_metadata import PageMetadata
from hoedong.ingest.source_item import SourceProblem
from hoedong.ingest.times import iso_time
from hoedong.model.document import BlockRole

_OPENS = re.compile(rb"^\s*(?:\[\s*[{\]]|\{\s*[\"}])")
_ANOTHER_FOLLOWS = "Extra data"
"""What the standard library says of a line of JSON that is not the only one."""
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")


def is_json(material: Material) -> bool:
    """Whether the bytes open as an object or a list of objects: `[{`, `{"`; a dateline `[서울=…]` does not."""
    return _OPENS.match(material.head.removeprefix(b"\xef\xbb\xbf")[:4096]) is not None


def read_json(material: Material) -> Iterator[Found]:
    """The documents of the objects in the file.

    Raises:
        Refused: it is no JSON, or holds no articles.
        UndecodableSource: it is no text.
    """
    data = material.whole()
    try:
        value = json.loads(decode(data)[0])
    except json.JSONDecodeError as error:
        if error.msg == _ANOTHER_FOLLOWS:
            yield from read_lines(replace(material, stream=io.BytesIO(data)))
            return
        place = f"line {error.lineno}, column {error.colno}"
        raise material.refused("source.not-json", f"not JSON: {error.msg} at {place}") from error
    except (ValueError, RecursionError) as error:
        raise material.refused("source.not-json", "not JSON that can be read") from error
    objects = _articles(value)
    if not objects:
        raise material.refused("json.no-articles", "there are no articles in it", "give a list of objects, or JSONL")
    read = _leads if _is_naver(objects[0]) else _documents
    yield from read(material, objects)


def read_lines(material: Material) -> Iterator[Found]:
    """The documents of a JSONL file, with the keys of a corpus of ours or with those of other people."""

    def other(value: Mapping[str, Any], number: int) -> Found | None:
        if "text" in value and not material.columns:
            return None
        try:
            places = known_columns(_headers([value]), material.columns)
        except NoSuchColumn as error:
            return SourceProblem("table.no-column", f"{material.name}:{number}", str(error))
        if "text" not in places:
            return None
        return document_of(material.name, number, {field: _words(value[key]) for field, key in places.items()})

    return iter_corpus(material.name, material.stream, other=other)


def _articles(value: Any) -> Sequence[Mapping[str, Any]]:
    """The objects of a list, or of the longest list of an answer, or the one object of the file."""
    if isinstance(value, list):
        return [one for one in value if isinstance(one, dict)]
    if not isinstance(value, dict):
        return ()
    lists = [_articles(part) for part in value.values() if isinstance(part, list)]
    inner = max(lists, key=len, default=())
    return inner if inner and "text" not in known_columns(_headers([value]), {}) else [value]


def _headers(objects: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Every key of the objects, for they need not all have the same."""
    return {key: key for one in objects for key in one}


def _documents(material: Material, objects: Sequence[Mapping[str, Any]]) -> Iterator[Found]:
    places = places_of(material, _headers(objects))
    line_of_id: dict[str, int] = {}
    for number, one in enumerate(objects, 1):
        values = {field: _words(one.get(key)) for field, key in places.items()}
        location = f"{material.name}:{number}"
        yield unless_repeated(document_of(material.name, number, values), location, number, line_of_id)


def _words(value: Any) -> str:
    """A value as a cell: an object that stands for an outlet or author by its name, a list as its parts."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return ", ".join(words for words in map(_words, value) if words)
    if isinstance(value, dict):
        return _words(value.get("name"))
    return "" if value is None or isinstance(value, bool) else str(value)


def _is_naver(one: Mapping[str, Any]) -> bool:
    return {"title", "originallink", "description"} <= one.keys()


def _leads(material: Material, objects: Sequence[Mapping[str, Any]]) -> Iterator[Found]:
    """Answers of the Naver News API: the title and the lead of each article, with its words of the search in <b>."""
    for number, one in enumerate(objects, 1):
        title, lead = _plain(one.get("title")), _plain(one.get("description"))
        page = PageMetadata(
            title=title or None,
            published=iso_time(_words(one.get("pubDate"))),
            url=web_address(_words(one.get("originallink"))) or web_address(_words(one.get("link"))),
        )
        remarks = (partial("the Naver News API gives its lead"),)
        parts = ((title, BlockRole.HEADLINE), (lead, BlockRole.PARAGRAPH))
        if title or lead:
            yield compose(material.name, parts, page=page, line=number, diagnostics=remarks)
        else:
            yield SourceProblem("json.no-articles", f"{material.name}:{number}", "there is neither title nor lead")


def _plain(value: Any) -> str:
    r"""Words without tags and entities.

    >>> _plain("<b>나가람</b> 회장 &quot;협력&quot;")
    '나가람 회장 "협력"'
    """
    return " ".join(html.unescape(_TAG.sub("", _words(value))).split())
