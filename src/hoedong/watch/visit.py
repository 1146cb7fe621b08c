"""One visit to one source: what it lists is read as far as it is new, and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from hoedong.errors import FetchError, FetchFailed
from hoedong.fetch.answer import NO_VALIDATORS, Fetched, Validators
from hoedong.ingest.source import SourceItem, SourceProblem
from hoedong.record.record import Outcome
from hoedong.watch.listing import Link, listed
from hoedong.watch.memory import Memory, SourceMemory
from hoedong.watch.plan import Kind, Source
from hoedong.workspace import Workspace
from hoedong.workspace.fetching import items_of_fetched

MOST_TRIES = 3
"""Visits at which a page that fails for the moment is asked for."""
_KEPT = (Outcome.ADDED, Outcome.NEW_VERSION)
_OF_THE_HOST = ("fetch.held-off",)


class Web(Protocol):
    """Where pages come from."""

    def fetch(self, url: str, validators: Validators = NO_VALIDATORS) -> Fetched:
        """A page.

        Raises:
            FetchError: it is not had.
        """


@dataclass(slots=True)
class Visit:
    """What came of a visit; `added` are ids of documents."""

    added: list[str] = field(default_factory=list)
    problems: list[SourceProblem] = field(default_factory=list)


class Visitor:
    """Visits sources for one record; `is_over` is asked between two pages."""

    def __init__(self, workspace: Workspace, memory: Memory, web: Web, is_over: Callable[[], bool]) -> None:
        self._workspace = workspace
        self._memory = memory
        self._web = web
        self._is_over = is_over

    def visit(self, source: Source, visit: Visit) -> None:
        """Visit a source and note what comes of it in `visit`, which holds what came before an error too.

        Each page is on disk before it counts as seen, so that a kill loses none.

        Raises:
            FetchError: the source itself is not had, or its host wants to be left alone.
        """
        kept = self._memory.of(source.url)
        fetched = self._web.fetch(source.url, Validators(kept.etag, kept.last_modified))
        if source.kind is Kind.PAGE and not source.links:
            self._keep(fetched, None, visit)
        else:
            self._read_list(source, fetched, kept, visit)
        if not self._is_over():  # a list that was left off in the middle is asked for once more
            kept.etag, kept.last_modified = _validators_after(fetched, kept)

    def _read_list(self, source: Source, fetched: Fetched, kept: SourceMemory, visit: Visit) -> None:
        """Read what is new in a list, the oldest first; an unchanged list may have pages that failed before."""
        links = () if fetched.is_unchanged else listed(source, fetched, self._web.fetch)
        for link in self._new(source, links, kept):
            if self._is_over():
                return
            self._read(link, kept, visit)
            self._memory.save()
        if links:
            kept.forget(link.digest for link in links)

    def _new(self, source: Source, links: Sequence[Link], kept: SourceMemory) -> Iterator[Link]:
        """Pages to try again, then those that are new; at the first visit older ones are not new."""
        listed_now = {link.url for link in links}
        again = [Link(url) for url in kept.tries if url not in listed_now]
        fresh = [link for link in links if link.digest not in kept.seen]
        taken, left = fresh[: source.most], fresh[source.most :]
        if not kept.seen and not kept.visits:
            kept.remember(link.digest for link in reversed(left))
        yield from (*again[: source.most], *reversed(taken))

    def _read(self, link: Link, kept: SourceMemory, visit: Visit) -> None:
        try:
            fetched = self._web.fetch(link.url)
        except FetchError as error:
            if _is_of_the_host(error):
                raise
            self._put_off(link, error, kept, visit)
            return
        self._keep(fetched, link.published, visit)
        kept.tries.pop(link.url, None)
        kept.remember([link.digest])

    def _put_off(self, link: Link, error: FetchError, kept: SourceMemory, visit: Visit) -> None:
        """Try a page again at the next visit where that may help, else never."""
        visit.problems.append(SourceProblem(error.code, link.url, str(error)))
        tries = kept.tries.pop(link.url, 0) + 1
        if isinstance(error, FetchFailed) and error.is_temporary and tries < MOST_TRIES:
            kept.tries[link.url] = tries
        else:
            kept.remember([link.digest])

    def _keep(self, fetched: Fetched, published: str | None, visit: Visit) -> None:
        if fetched.is_unchanged:
            return
        items = (_dated(item, published) for item in items_of_fetched(fetched))
        for one in self._workspace.add_items(items):
            if isinstance(one, SourceProblem):
                visit.problems.append(one)
            elif one.outcome in _KEPT:
                visit.added.append(one.document)


def _dated(item: SourceItem | SourceProblem, published: str | None) -> SourceItem | SourceProblem:
    """A page that does not say when it was published has the day of the list."""
    if isinstance(item, SourceProblem) or published is None or item.published or item.page.published:
        return item
    return replace(item, page=replace(item.page, published=published))


def _is_of_the_host(error: FetchError) -> bool:
    """Whether a whole host wants to be left alone, so that its other pages need not be asked for."""
    return error.code in _OF_THE_HOST or (isinstance(error, FetchFailed) and error.retry_after is not None)


def _validators_after(fetched: Fetched, kept: SourceMemory) -> tuple[str | None, str | None]:
    if fetched.is_unchanged:
        return kept.etag, kept.last_modified
    return fetched.validators.etag, fetched.validators.last_modified
