"""Sources: text files, JSONL corpora and standard input as documents still to be read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class SourceItem:
    """One document as it came in."""

    text: str
    source: str
    id: str | None = None
    lang: str | None = None
    published: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class SourceProblem:
    """A source or a line that cannot be read; `location` is `file` or `file:line`."""

    location: str
    message: str


def iter_sources(arguments: Sequence[str], stdin: BinaryIO) -> Iterator[SourceItem | SourceProblem]:
    """Every document of every source."""
    for argument in arguments:
        try:
            data = stdin.read() if argument == "-" else Path(argument).read_bytes()
            text = data.decode()
        except (OSError, UnicodeDecodeError) as error:
            yield SourceProblem(argument, str(error))
            continue
        if not text.strip():
            yield SourceProblem(argument, "the file is empty")
        elif argument.endswith(".jsonl"):
            yield from _lines(argument, text)
        else:
            yield SourceItem(text, argument)


def _lines(argument: str, text: str) -> Iterator[SourceItem | SourceProblem]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            table = json.loads(line)
            keys = ("id", "lang", "published", "url")
            yield SourceItem(table["text"], argument, **{key: table.get(key) for key in keys})
        except (ValueError, KeyError, TypeError) as error:
            yield SourceProblem(f"{argument}:{number}", f"not a document: {error!r}")
