"""What a user names on the command line, as items to read: text files, saved pages, corpora, standard input."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from hoedong.errors import UndecodableSource
from hoedong.ingest.corpus import iter_corpus, opens_a_corpus
from hoedong.ingest.decode import decode
from hoedong.ingest.html import declared_charset, looks_like_html, read_html
from hoedong.ingest.source_item import LONGEST_FILE, LONGEST_TEXT, SourceItem, SourceProblem, too_long
from hoedong.model.diagnostic import Diagnostic

__all__ = ["LONGEST_FILE", "LONGEST_TEXT", "SourceItem", "SourceProblem", "iter_sources"]

CORPUS_ENDINGS = frozenset((".jsonl", ".ndjson"))
_PAGE_ENDINGS = frozenset((".html", ".htm", ".xhtml"))


def iter_sources(arguments: Sequence[str], stdin: BinaryIO) -> Iterator[SourceItem | SourceProblem]:
    """All documents that the arguments name, in order; `-` is standard input. Nothing is held but one document."""
    for argument in arguments:
        if argument == "-":
            first = stdin.readline(LONGEST_FILE + 1)
            if opens_a_corpus(first):
                yield from iter_corpus("-", stdin, first)
            else:
                yield _from_bytes(first + stdin.read(LONGEST_FILE + 1 - min(len(first), LONGEST_FILE)), "-")
        elif Path(argument).suffix.lower() in CORPUS_ENDINGS:
            yield from _corpus_file(argument)
        else:
            yield _file(argument)


def _corpus_file(argument: str) -> Iterator[SourceItem | SourceProblem]:
    try:
        with Path(argument).open("rb") as stream:
            yield from iter_corpus(argument, stream)
    except (OSError, ValueError) as error:
        yield _unopened(argument, error)


def _file(argument: str) -> SourceItem | SourceProblem:
    try:
        with Path(argument).open("rb") as stream:
            data = stream.read(LONGEST_FILE + 1)
    except (OSError, ValueError) as error:
        return _unopened(argument, error)
    return _from_bytes(data, argument)


def _unopened(argument: str, error: Exception) -> SourceProblem:
    if isinstance(error, FileNotFoundError):
        hint = "check the path, or give - for standard input"
        return SourceProblem("source.missing", argument, "there is no such file", hint)
    if isinstance(error, IsADirectoryError):
        hint = "name the files in it, such as pages/*.txt"
        return SourceProblem("source.directory", argument, "this is a directory", hint)
    reason = getattr(error, "strerror", None) or error
    return SourceProblem("source.unreadable", argument, f"it cannot be opened ({reason})")


def _from_bytes(data: bytes, source: str) -> SourceItem | SourceProblem:
    if len(data) > LONGEST_FILE:
        return too_long(source, f"more than {LONGEST_FILE:,} bytes")
    if not data.strip():
        return SourceProblem("source.empty", source, "it is empty")
    try:
        text, _, diagnostics = decode(data, declared_charset(data))
    except UndecodableSource as error:
        return SourceProblem("source.not-text", source, str(error))
    return item_of_text(text, source, diagnostics)


def item_of_text(text: str, source: str, diagnostics: tuple[Diagnostic, ...] = ()) -> SourceItem | SourceProblem:
    """A text that has been decoded, or the markup of a page, as one item to read."""
    if not text.strip():
        return SourceProblem("source.empty", source, "it is empty")
    if Path(source).suffix.lower() in _PAGE_ENDINGS or looks_like_html(text):
        return _from_page(text, source, diagnostics)
    if len(text) > LONGEST_TEXT:
        return too_long(source, f"{len(text):,} characters")
    return SourceItem(text, source, file=source, diagnostics=diagnostics)


def _from_page(markup: str, source: str, diagnostics: tuple[Diagnostic, ...]) -> SourceItem | SourceProblem:
    page = read_html(markup)
    if not page.text:
        hint = "save the page after it has loaded"
        return SourceProblem("source.no-text", source, "the page holds no visible text", hint)
    if len(page.text) > LONGEST_TEXT:
        return too_long(source, f"{len(page.text):,} characters")
    return SourceItem(
        page.text,
        source,
        url=page.metadata.url,
        file=source,
        page=page.metadata,
        roles=page.roles,
        diagnostics=(*diagnostics, *page.diagnostics),
    )
