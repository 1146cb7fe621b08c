"""What a user names on the command line, as items to read: files of any format, folders, patterns, standard input."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from hoedong.errors import UndecodableSource
from hoedong.ingest.corpus import iter_corpus, opens_a_corpus
from hoedong.ingest.decode import decode
from hoedong.ingest.formats.folder import files_under, matches
from hoedong.ingest.formats.material import HEAD, Material, Refused, opened
from hoedong.ingest.formats.registry import CORPUS_ENDINGS, format_of
from hoedong.ingest.html import declared_charset, looks_like_html, read_html
from hoedong.ingest.source_item import LONGEST_FILE, LONGEST_TEXT, SourceItem, SourceProblem, too_long
from hoedong.model.diagnostic import Diagnostic

__all__ = [
    "CORPUS_ENDINGS",
    "LONGEST_FILE",
    "LONGEST_TEXT",
    "SourceItem",
    "SourceProblem",
    "items_of_bytes",
    "iter_sources",
    "may_hold_many",
]

_DEFAULTS_OF_SERVERS = frozenset(("iso-8859-1", "latin-1", "latin1", "us-ascii", "windows-1252"))
_PAGE_ENDINGS = frozenset((".html", ".htm", ".xhtml"))
_NO_COLUMNS: Mapping[str, str] = MappingProxyType({})


def iter_sources(
    arguments: Sequence[str], stdin: BinaryIO, columns: Mapping[str, str] = _NO_COLUMNS
) -> Iterator[SourceItem | SourceProblem]:
    """All documents that the arguments name, in order; `-` is standard input. Nothing is held but one document.

    `columns` are the headers of tables by field, where the user names them: `{"text": "본문"}`.
    """
    for argument in arguments:
        if argument == "-":
            yield from _standard_input(stdin, columns)
        elif (found := matches(argument)) is not None:
            yield from _matched(argument, found, columns)
        else:
            yield from _path(argument, columns)


def items_of_bytes(
    data: bytes, source: str, charset: str | None = None, *, is_page: bool = False
) -> Iterator[SourceItem | SourceProblem]:
    """What bytes from elsewhere hold; `charset` is what the sender says of them, `is_page` that they are HTML."""
    like = Material(source, io.BytesIO(), b"", _read, charset=charset, is_page=is_page)
    return _read(opened(source, io.BytesIO(data), like))


def may_hold_many(argument: str) -> bool:
    """Whether a source may hold more than one document: a folder, a pattern, a corpus, an archive, a table."""
    if argument == "-" or matches(argument) is not None:
        return argument != "-"
    path = Path(argument)
    if path.suffix.lower() in CORPUS_ENDINGS or path.is_dir():
        return True
    try:
        with path.open("rb") as stream:
            kind = format_of(Material(argument, stream, stream.read(HEAD), _read))
    except (OSError, ValueError):
        return False
    return kind is not None and kind.holds_many


def _standard_input(stdin: BinaryIO, columns: Mapping[str, str]) -> Iterator[SourceItem | SourceProblem]:
    """A corpus is read line by line as it comes; of all else the first bytes tell what it is."""
    first = stdin.readline(LONGEST_FILE + 1)
    if opens_a_corpus(first) and not columns:
        return iter_corpus("-", stdin, first)
    return _read(opened("-", stdin, Material("-", stdin, b"", _read, columns), first or b"\n"))


def _matched(pattern: str, found: Sequence[str], columns: Mapping[str, str]) -> Iterator[SourceItem | SourceProblem]:
    if not found:
        yield SourceProblem("source.missing", pattern, "there is no file of such a name", "check the pattern")
    for path in found:
        yield from _path(path, columns)


def _path(path: str, columns: Mapping[str, str]) -> Iterator[SourceItem | SourceProblem]:
    """A file, or the files below a folder."""
    try:
        is_folder = Path(path).is_dir()
    except ValueError as error:
        yield _unopened(path, error)
        return
    if not is_folder:
        yield from _file(path, columns)
        return
    empty = True
    for file in files_under(path):
        empty = False
        yield from _file(file, columns)
    if empty:
        yield SourceProblem("source.empty", path, "the folder holds no documents")


def _file(path: str, columns: Mapping[str, str]) -> Iterator[SourceItem | SourceProblem]:
    try:
        stream = Path(path).open("rb")  # noqa: SIM115 - closed below, where what it holds has been given
    except (OSError, ValueError) as error:
        yield _unopened(path, error)
        return
    with stream:
        yield from _read(opened(path, stream, Material(path, stream, b"", _read, columns)))


def _unopened(path: str, error: Exception) -> SourceProblem:
    if isinstance(error, FileNotFoundError):
        hint = "check the path, or give - for standard input"
        return SourceProblem("source.missing", path, "there is no such file", hint)
    reason = getattr(error, "strerror", None) or error
    return SourceProblem("source.unreadable", path, f"it cannot be opened ({reason})")


def _read(material: Material) -> Iterator[SourceItem | SourceProblem]:
    """What a file holds, whatever its format; what is wrong with it is a problem of that file alone."""
    kind = None
    try:
        kind = None if material.is_page else format_of(material)
        if kind is None:
            yield _from_bytes(material.whole(), material.name, material.charset, is_page=material.is_page)
        else:
            yield from kind.read(material)
    except Refused as error:
        yield error.problem
    except UndecodableSource as error:
        yield SourceProblem("source.not-text", material.name, str(error))
    except Exception as error:  # noqa: BLE001 - the border of a file: what a stranger made must not end the run
        what = f"as {kind.name} " if kind else ""
        yield SourceProblem("source.broken", material.name, f"it cannot be read {what}({error!r})")


def _from_bytes(
    data: bytes, source: str, charset: str | None = None, *, is_page: bool = False
) -> SourceItem | SourceProblem:
    if len(data) > LONGEST_FILE:
        return too_long(source, f"more than {LONGEST_FILE:,} bytes")
    if not data.strip():
        return SourceProblem("source.empty", source, "it is empty")
    try:
        text, _, diagnostics = decode(data, _meant(charset) or declared_charset(data))
    except UndecodableSource as error:
        return SourceProblem("source.not-text", source, str(error))
    if is_page and text.strip():
        return _from_page(text, source, diagnostics)
    return item_of_text(text, source, diagnostics)


def _meant(charset: str | None) -> str | None:
    """The charset that a sender names, None where it is what servers say of every page that nobody set up."""
    return None if charset is None or charset.lower() in _DEFAULTS_OF_SERVERS else charset


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
