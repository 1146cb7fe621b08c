"""What every reading command does with its SOURCE arguments: take the documents in, report what cannot be read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import wraps
from types import MappingProxyType
from typing import Any, TypeVar, cast

import click

from hoedong.errors import DataFileError, UnknownLanguage
from hoedong.ingest.source import SourceItem, SourceProblem
from hoedong.model.diagnostic import Severity
from hoedong.model.reading import Reading
from hoedong.workspace.fetching import Get, iter_documents, no_fetch, usual_get
from hoedong.workspace.intake import Given, read_item

Command = TypeVar("Command", bound=Callable[..., Any])

EXIT_FINDINGS = 1

_NO_COLUMNS: Mapping[str, str] = MappingProxyType({})
_NO_FETCH = click.option("--no-fetch", "is_offline", is_flag=True, help="Do not fetch addresses of the web.")
contact_option = click.option(
    "--contact",
    envvar="HOEDONG_CONTACT",
    show_envvar=True,
    metavar="TEXT",
    help="Whom those may write to whose pages are fetched: an e-mail or web address.",
)


def fetch_options(command: Command) -> Command:
    """Options of a command that may be given addresses of the web; it gets `get`, which fetches them, or refuses.

    A program that runs commands inside itself may hand in a fetcher of its own as click's `obj`.
    """

    @wraps(command)
    def fetching(*arguments: Any, is_offline: bool, contact: str | None, **others: Any) -> Any:
        own = click.get_current_context().obj
        usual = own.fetch if own else usual_get(contact)
        return command(*arguments, get=no_fetch if is_offline else usual, **others)

    return cast("Command", _NO_FETCH(contact_option(fetching)))


class Findings:
    """Sources and lines that could not be read: told at once on standard error, counted for the exit code."""

    def __init__(self) -> None:
        self.count = 0

    def tell(self, problem: SourceProblem) -> None:
        """Print `file:line: what is wrong` and go on."""
        self.count += 1
        click.echo(str(problem), err=True)

    def tell_of(self, reading: Reading, location: str) -> None:
        """Tell what keeps a whole document from being read as it should: it is empty, or in an unknown language."""
        for diagnostic in reading.diagnostics:
            if diagnostic.span is None and diagnostic.severity is not Severity.INFO:
                self.tell(SourceProblem(diagnostic.code, location, diagnostic.message, diagnostic.hint))

    @property
    def exit_code(self) -> int:
        """1 when anything could not be read, else 0."""
        return EXIT_FINDINGS if self.count else 0


def documents(
    sources: Sequence[str], findings: Findings, get: Get | None = None, columns: Mapping[str, str] = _NO_COLUMNS
) -> Iterator[SourceItem]:
    """Every document of every source, in order; what cannot be read goes to the findings."""
    for item in iter_documents(sources, sys.stdin.buffer, get, columns):
        if isinstance(item, SourceProblem):
            findings.tell(item)
        else:
            yield item


def readings(
    sources: Sequence[str],
    given: Given,
    findings: Findings,
    get: Get | None = None,
    columns: Mapping[str, str] = _NO_COLUMNS,
) -> Iterator[Reading]:
    """The reading of every document; one that cannot be read becomes a finding and the rest goes on."""
    for item in documents(sources, findings, get, columns):
        try:
            reading = read_item(item, given)
        except DataFileError:
            raise
        except UnknownLanguage as error:
            if given.lang:
                raise
            findings.tell(SourceProblem("source.language", item_location(item), str(error)))
        except Exception as error:  # noqa: BLE001 - the border of a batch: one bad article must not end the run
            message = f"could not be read: {error!r}"
            findings.tell(SourceProblem("source.failed", item_location(item), message))
        else:
            findings.tell_of(reading, item_location(item))
            yield reading


def item_location(item: SourceItem) -> str:
    """Where a document came from, for messages."""
    return f"{item.source} ({item.id})" if item.id else item.source
