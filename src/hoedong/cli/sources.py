"""What every reading command does with its SOURCE arguments: take the documents in, report what cannot be read."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

import click

from hoedong.errors import DataFileError, UnknownLanguage
from hoedong.ingest.source import SourceItem, SourceProblem, iter_sources
from hoedong.model.diagnostic import Severity
from hoedong.model.reading import Reading
from hoedong.workspace.intake import Given, read_item

EXIT_FINDINGS = 1

_NO_COLUMNS: Mapping[str, str] = MappingProxyType({})


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
    sources: Sequence[str], findings: Findings, columns: Mapping[str, str] = _NO_COLUMNS
) -> Iterator[SourceItem]:
    """Every document of every source, in order; what cannot be read goes to the findings."""
    for item in iter_sources(sources, sys.stdin.buffer, columns):
        if isinstance(item, SourceProblem):
            findings.tell(item)
        else:
            yield item


def readings(
    sources: Sequence[str], given: Given, findings: Findings, columns: Mapping[str, str] = _NO_COLUMNS
) -> Iterator[Reading]:
    """The reading of every document; one that cannot be read becomes a finding and the rest goes on."""
    for item in documents(sources, findings, columns):
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
