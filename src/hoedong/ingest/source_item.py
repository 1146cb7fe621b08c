"""A document to read, or what keeps a source from being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from hoedong.ingest.html_metadata import PageMetadata
from hoedong.model.diagnostic import Diagnostic
from hoedong.model.document import BlockRole

LONGEST_TEXT = 5_000_000
"""Code points that one document may hold; a longer one is reported, not read (about 2,000 long articles)."""

LONGEST_FILE = 64 * 1024 * 1024
"""Bytes that one document, or one line of a corpus, may take."""


@dataclass(frozen=True, slots=True)
class SourceItem:
    """One document to read, before its text is frozen.

    `id`, `lang`, `published` and `url` are as the source gives them, else None; `published` is an ISO date that the
    user or the corpus vouches for. `file` is the file it was found in (`-` for standard input) and `line` its line
    there, None where the document is the whole file. `page` is the metadata of an HTML page. `roles` are the roles that
    its markup tells. `diagnostics` tell how the bytes were read. `retrieved` is when it was fetched from the web, ISO
    8601 in UTC, None where it was not.
    """

    text: str
    source: str
    id: str | None = None
    lang: str | None = None
    published: str | None = None
    url: str | None = None
    file: str | None = None
    line: int | None = None
    page: PageMetadata = field(default_factory=PageMetadata)
    roles: tuple[BlockRole | None, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    retrieved: str | None = None


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


def too_long(location: str, size: str) -> SourceProblem:
    """The problem of a document above the limits of this module."""
    hint = f"one document may hold {LONGEST_TEXT:,} characters; split it, or make it a .jsonl corpus"
    return SourceProblem("source.too-long", location, f"it holds {size}", hint)
