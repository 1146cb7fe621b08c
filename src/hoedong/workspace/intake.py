"""From documents of sources to entries of the record."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from hoedong import __version__
from hoedong.ingest.html_metadata import PageMetadata
from hoedong.ingest.page.voters import versions
from hoedong.ingest.source import SourceItem
from hoedong.lang.registry import is_readable
from hoedong.model.diagnostic import Diagnostic
from hoedong.model.document import BlockRole
from hoedong.model.reading import Reading
from hoedong.model.time import PartialDate
from hoedong.reader import read_document
from hoedong.record.protocol import Run
from hoedong.rules.trace import NO_TRACE, Trace

_NO_METADATA = PageMetadata()
_TRACKING = ("utm_", "fbclid", "gclid")


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller states of the documents; None where the sources or the text shall say."""

    id: str | None = None
    lang: str | None = None
    published: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Intake:
    """All that a reading depends on beside the text: kept with it, so that it can be made again by newer rules.

    `retrieved` is when the page was fetched from the web; no reading depends on it, but nothing else keeps it.
    """

    source: str
    id: str | None = None
    lang: str | None = None
    published: str | None = None
    url: str | None = None
    page: PageMetadata = _NO_METADATA
    roles: tuple[BlockRole | None, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    retrieved: str | None = None


def intake_of(item: SourceItem, given: Given) -> Intake:
    """What a source and the caller say of a document; the caller goes first.

    A language that a source names and that cannot be read is left to be told from the text: the page is kept, with a
    diagnostic, and its words can be searched.
    """
    return Intake(
        source=item.source,
        id=given.id or item.id,
        lang=given.lang or (item.lang if item.lang and is_readable(item.lang) else None),
        published=str(given.published) if given.published else item.published,
        url=item.url or item.page.url,
        page=item.page,
        roles=item.roles,
        diagnostics=item.diagnostics,
        retrieved=item.retrieved,
    )


def read_intake(text: str, intake: Intake, trace: Trace = NO_TRACE, *, gate: bool = False) -> Reading:
    """Read one document; with `gate`, only as far as it can tell of an encounter."""
    return read_document(
        text,
        id=intake.id,
        source=intake.source,
        lang=intake.lang,
        published=intake.published,
        url=intake.url,
        page=intake.page,
        roles=intake.roles,
        diagnostics=intake.diagnostics,
        trace=trace,
        gate=gate,
    )


def read_item(item: SourceItem, given: Given, trace: Trace = NO_TRACE) -> Reading:
    """Read one document; what the caller states goes before what the source says."""
    return read_intake(item.text, intake_of(item, given), trace)


@dataclass(frozen=True, slots=True)
class PageName:
    """What tells a page from others.

    `key` makes two texts versions of one page; None for a text by itself. `name` goes into the id of the document
    beside its text: the URL or the given id, never a path, so that the same page has the same id on every machine.
    """

    key: str | None
    name: str | None
    url: str | None


def page_name(item: SourceItem, given: Given) -> PageName:
    """The name of the page that a document is of."""
    url, id_ = item.url or item.page.url, given.id or item.id
    clean = clean_url(url)
    return PageName(_key(item, clean, id_), clean or id_, url)


def _key(item: SourceItem, url: str | None, id_: str | None) -> str | None:
    """What makes two texts versions of one page: its URL, else its file, with its id where the file holds many.

    A text from standard input, and a line of a corpus without an id, have nothing that names them.
    """
    if url:
        return url
    is_stream = item.file in (None, "-")
    if is_stream or (item.line is not None and id_ is None):
        return f"id:{id_}" if id_ else None
    path = str(Path(item.file or "").absolute())
    return path if item.line is None else f"{path}#{id_}"


def clean_url(url: str | None) -> str | None:
    """An address without what does not change the page: the fragment, marks of campaigns, the case of the host."""
    if not url:
        return None
    parts = urlsplit(url.strip())
    query = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(name)]
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path, urlencode(query), ""))


def _tracks(name: str) -> bool:
    return name.startswith(_TRACKING)


@cache
def current_run() -> Run:
    """The version of the engine, with a digest of all that readings depend on: rules, lexicons, modules, extractors."""
    digest = hashlib.sha256()
    for package in ("lang", "ingest", "annotate", "extract", "names", "rules"):
        for name, content in sorted(_contents(files("hoedong") / package)):
            digest.update(name.encode())
            digest.update(content)
    for extractor in versions():
        digest.update(extractor.encode())
    rules = digest.hexdigest()[:16]
    return Run(f"{__version__}+{rules}", __version__, rules)


def _contents(folder: Traversable, path: str = "") -> Iterator[tuple[str, bytes]]:
    for item in folder.iterdir():
        name = f"{path}/{item.name}"
        if item.is_dir():
            yield from _contents(item, name)
        elif not item.name.endswith(".pyc"):
            yield name, item.read_bytes()
