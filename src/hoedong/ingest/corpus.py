"""A JSONL corpus: one document a line; a broken line is a problem of that line alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, BinaryIO

from hoedong.ingest.source_item import LONGEST_FILE, LONGEST_TEXT, SourceItem, SourceProblem, too_long

Other = Callable[[Mapping[str, Any], int], SourceItem | SourceProblem | None]
"""Reads the object of a line whose keys are other people's; None for one with the keys of a corpus."""

_OPTIONAL = ("id", "lang", "published", "url", "source")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_CHUNK = 1024 * 1024


def opens_a_corpus(line: bytes) -> bool:
    """Whether a first line is an object with a text, as the lines of a corpus are."""
    start = line.removeprefix(_BYTE_ORDER_MARK).lstrip()
    if not start.startswith(b"{") or len(line) > LONGEST_FILE:
        return False
    try:
        value = json.loads(start)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and "text" in value


def iter_corpus(
    name: str, stream: BinaryIO, first: bytes | None = None, other: Other | None = None
) -> Iterator[SourceItem | SourceProblem]:
    """The documents of a corpus, line by line; `first` is its first line where that was read already.

    Of a line the keys id, text, lang, published, url and source are taken, all others ignored; lines with other keys
    go to `other`. An id that came before is a problem: readings are told apart by their ids.
    """
    line_of_id: dict[str, int] = {}
    seen = False
    for number, line in enumerate(_lines(stream, first), 1):
        location = f"{name}:{number}"
        if line is None:
            seen = True
            yield too_long(location, f"more than {LONGEST_FILE:,} bytes")
        elif line.strip():
            seen = True
            yield unless_repeated(_item(line, name, number, other), location, number, line_of_id)
    if not seen:
        yield SourceProblem("source.empty", name, "it is empty")


def _lines(stream: BinaryIO, first: bytes | None) -> Iterator[bytes | None]:
    """The lines of a stream; None for a line above the limit, the rest of which is passed over."""
    line = stream.readline(LONGEST_FILE + 1) if first is None else first
    line = line.removeprefix(_BYTE_ORDER_MARK)
    while line:
        if len(line) > LONGEST_FILE:
            while line and not line.endswith(b"\n"):
                line = stream.readline(_CHUNK)
            yield None
        else:
            yield line
        line = stream.readline(LONGEST_FILE + 1)


def unless_repeated(
    item: SourceItem | SourceProblem, location: str, number: int, line_of_id: dict[str, int]
) -> SourceItem | SourceProblem:
    """An item, or the problem that its id came before: readings are told apart by their ids."""
    if isinstance(item, SourceProblem) or item.id is None:
        return item
    before = line_of_id.setdefault(item.id, number)
    if before == number:
        return item
    return SourceProblem("source.repeated-id", location, f"id {item.id!r} stands in line {before} already")


def _item(line: bytes, name: str, number: int, other: Other | None) -> SourceItem | SourceProblem:
    location = f"{name}:{number}"
    try:
        value = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return SourceProblem("source.not-utf8", location, f"byte {error.start + 1} is not UTF-8", "JSONL is UTF-8")
    except json.JSONDecodeError as error:
        return SourceProblem("source.not-json", location, f"not JSON: {error.msg} at column {error.colno}")
    except (ValueError, RecursionError):
        return SourceProblem("source.not-json", location, "not JSON that can be read")
    if other is not None and isinstance(value, dict) and (found := other(value, number)):
        return found
    return _of_keys(value, name, number)


def _of_keys(value: Any, name: str, number: int) -> SourceItem | SourceProblem:
    """The document of an object with the keys of a corpus."""
    location = f"{name}:{number}"
    if mistake := _mistake(value):
        return SourceProblem("source.bad-line", location, mistake)
    if len(value["text"]) > LONGEST_TEXT:
        return too_long(location, f"{len(value['text']):,} characters")
    return SourceItem(
        text=value["text"],
        source=value.get("source") or location,
        id=value.get("id"),
        lang=value.get("lang"),
        published=value.get("published"),
        url=value.get("url"),
        file=name,
        line=number,
    )


def _mistake(value: Any) -> str | None:
    """What is wrong with the value of a line, None if nothing is."""
    if not isinstance(value, Mapping):
        return f"a line must be an object with the key text, not {type(value).__name__}"
    if "text" not in value:
        return "the key text is missing"
    if not isinstance(value["text"], str):
        return f"text must be a string, not {type(value['text']).__name__}"
    if not value["text"].strip():
        return "text is empty"
    wrong = [key for key in _OPTIONAL if value.get(key) is not None and not isinstance(value[key], str)]
    return f"{', '.join(wrong)} must be a string or null" if wrong else None
