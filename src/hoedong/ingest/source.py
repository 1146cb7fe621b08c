"""What a user names on the command line, as items to read: text files, saved pages, corpora, standard input."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from hoedong.errors import UndecodableSource
from hoedong.ingest.decode import decode
from hoedong.ingest.html import declared_charset, looks_like_html, read_html
from hoedong.ingest.html_metadata import PageMetadata
from hoedong.model.diagnostic import Diagnostic
from hoedong.model.document import BlockRole

LONGEST_TEXT = 5_000_000
"""Code points that one document may hold; a longer one is reported, not read (about 2,000 long articles)."""

LONGEST_FILE = 64 * 1024 * 1024
"""Bytes that one document, or one line of a corpus, may take."""

_CORPUS_ENDINGS = frozenset((".jsonl", ".ndjson"))
_PAGE_ENDINGS = frozenset((".html", ".htm", ".xhtml"))


@dataclass(frozen=True, slots=True)
class SourceItem:
    """One document to read, before its text is frozen.

    `id`, `lang`, `published` and `url` are as the source gives them, else None; `published` is an ISO date that the
    user or the corpus vouches for. `page` is the metadata of an HTML page. `roles` are the roles that its markup
    tells. `diagnostics` tell how the bytes were read.
    """

    text: str
    source: str
    id: str | None = None
    lang: str | None = None
    published: str | None = None
    url: str | None = None
    page: PageMetadata = field(default_factory=PageMetadata)
    roles: tuple[BlockRole | None, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceProblem:
    """A source, or one line of a corpus, that cannot be read; the others are.

    `location` is a path, or `path:line` in a corpus. `code` is stable, such as `source.empty`.
    """

    code: str
    location: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        """One line for a terminal: where, what, and what to do."""
        return f"{self.location}: {self.message}" + (f"; {self.hint}" if self.hint else "")


def iter_sources(arguments: Sequence[str], stdin: BinaryIO) -> Iterator[SourceItem | SourceProblem]:
    """All documents that the arguments name, in order; `-` is standard input. Nothing is held but one document."""
    from hoedong.ingest.corpus import iter_corpus, opens_a_corpus  # here, as a corpus is made of source items

    for argument in arguments:
        if argument == "-":
            first = stdin.readline(LONGEST_FILE + 1)
            if opens_a_corpus(first):
                yield from iter_corpus("-", stdin, first)
            else:
                yield _from_bytes(first + stdin.read(LONGEST_FILE + 1 - min(len(first), LONGEST_FILE)), "-")
        elif Path(argument).suffix.lower() in _CORPUS_ENDINGS:
            yield from _corpus_file(argument)
        else:
            yield _file(argument)


def _corpus_file(argument: str) -> Iterator[SourceItem | SourceProblem]:
    from hoedong.ingest.corpus import iter_corpus

    try:
        with open(argument, "rb") as stream:
            yield from iter_corpus(argument, stream)
    except (OSError, ValueError) as error:
        yield _unopened(argument, error)


def _file(argument: str) -> SourceItem | SourceProblem:
    try:
        with open(argument, "rb") as stream:
            data = stream.read(LONGEST_FILE + 1)
    except (OSError, ValueError) as error:
        return _unopened(argument, error)
    return _from_bytes(data, argument)


def _unopened(argument: str, error: Exception) -> SourceProblem:
    if isinstance(error, FileNotFoundError):
        return SourceProblem("source.missing", argument, "there is no such file", "check the path, or give - for standard input")
    if isinstance(error, IsADirectoryError):
        return SourceProblem("source.directory", argument, "this is a directory", "name the files in it, such as pages/*.txt")
    return SourceProblem("source.unreadable", argument, f"it cannot be opened ({getattr(error, 'strerror', None) or error})")


def _from_bytes(data: bytes, source: str) -> SourceItem | SourceProblem:
    if len(data) > LONGEST_FILE:
        return too_long(source, f"more than {LONGEST_FILE:,} bytes")
    if not data.strip():
        return SourceProblem("source.empty", source, "it is empty")
    try:
        text, _, diagnostics = decode(data, declared_charset(data))
    except UndecodableSource as error:
        return SourceProblem("source.not-text", source, str(error))
    if Path(source).suffix.lower() in _PAGE_ENDINGS or looks_like_html(text):
        return _from_page(text, source, diagnostics)
    if len(text) > LONGEST_TEXT:
        return too_long(source, f"{len(text):,} characters")
    return SourceItem(text, source, diagnostics=diagnostics)


def _from_page(markup: str, source: str, diagnostics: tuple[Diagnostic, ...]) -> SourceItem | SourceProblem:
    page = read_html(markup)
    if not page.text:
        return SourceProblem("source.no-text", source, "the page holds no visible text", "save the page after it has loaded")
    if len(page.text) > LONGEST_TEXT:
        return too_long(source, f"{len(page.text):,} characters")
    return SourceItem(
        page.text, source, url=page.metadata.url, page=page.metadata, roles=page.roles, diagnostics=diagnostics
    )


def too_long(location: str, size: str) -> SourceProblem:
    """The problem of a document above the limits of this module."""
    hint = f"one document may hold {LONGEST_TEXT:,} characters; split it, or make it a .jsonl corpus"
    return SourceProblem("source.too-long", location, f"it holds {size}", hint)
