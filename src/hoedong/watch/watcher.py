"""The watch: rounds of visits, each source by itself, and news after every one of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from hoedong.errors import FetchError, FetchFailed, RecordError
from hoedong.ingest.source_item import SourceProblem
from hoedong.watch.delivery import Way
from hoedong.watch.memory import KEPT_UNDELIVERED, Memory, SourceMemory, Trouble
from hoedong.watch.news import NewsDesk
from hoedong.watch.plan import Plan, Source
from hoedong.watch.telling import told
from hoedong.watch.visit import Visit, Visitor, Web
from hoedong.workspace import Workspace

LONGEST_PAUSE = 24 * 3600.0
"""Seconds; a source that fails is visited once a day at least."""


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Watch:
    """What a watch works with. `now` gives the moment, `is_over` whether somebody wants it to end."""

    workspace: Workspace
    plan: Plan
    memory: Memory
    web: Web
    ways: Sequence[Way]
    now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC)
    is_over: Callable[[], bool] = _never


@dataclass(slots=True)
class Round:
    """What came of a round: sources visited, pages added, news told, and what went wrong.

    `closed` names the ways of delivery that are not tried again in this round.
    """

    visited: int = 0
    added: int = 0
    news: int = 0
    problems: list[SourceProblem] = field(default_factory=list)
    closed: set[str] = field(default_factory=set)


class Watcher:
    """Goes on its rounds; what it remembers is on disk after each step, so that it can be killed at any time."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self._memory = watch.memory
        self._visitor = Visitor(watch.workspace, watch.memory, watch.web, watch.is_over)
        self._desk = NewsDesk(watch.workspace, watch.memory, watch.plan.watched)

    def round(self) -> Round:
        """Visit every source that is due, once; tell the news, those too that an earlier round left."""
        done = Round()
        self._desk.start()
        self._tell(done)
        for source in self._due():
            if self._watch.is_over():
                break
            self._visit(source, done)
            self._tell(done)
        done.problems += self._desk.ambiguities()
        return done

    def is_due(self) -> bool:
        """Whether there is a source to visit now."""
        return next(self._due(), None) is not None

    def seconds_to_next(self) -> float:
        """How long until a source is due."""
        dues = (self._memory.of(source.url).due for source in self._watch.plan.sources)
        return max(0.0, min(dues) - self._seconds())

    def _due(self) -> Iterator[Source]:
        now = self._seconds()
        yield from (source for source in self._watch.plan.sources if self._memory.of(source.url).due <= now)

    def _seconds(self) -> float:
        return self._watch.now().timestamp()

    def _visit(self, source: Source, done: Round) -> None:
        """Visit a source; whatever is wrong with it is kept and told, and stops no other one."""
        kept, visit = self._memory.of(source.url), Visit()
        try:
            self._visitor.visit(source, visit)
        except FetchError as error:
            self._fail(source, kept, error)
        except (RecordError, MemoryError):
            raise
        except Exception as error:  # noqa: BLE001 - the border of a batch: one bad source must not end the watch
            self._fail(source, kept, FetchFailed("watch.failed", f"the visit failed: {error!r}"))
        else:
            kept.trouble, kept.due = None, self._seconds() + source.every
        if kept.trouble:
            done.problems.append(SourceProblem(kept.trouble.code, source.name, kept.trouble.message))
        kept.visits += 1
        done.visited += 1
        done.added += len(visit.added)
        done.problems += visit.problems
        self._memory.save()

    def _fail(self, source: Source, kept: SourceMemory, error: FetchError) -> None:
        """Keep what is wrong, and leave the source alone for longer each time, or as long as its server says."""
        visits = kept.trouble.visits + 1 if kept.trouble else 1
        kept.trouble = Trouble(error.code, str(error), self._moment(), visits)
        asked = (error.retry_after or 0.0) if isinstance(error, FetchFailed) else 0.0
        pause = min(source.every * 2 ** min(visits, 10), max(LONGEST_PAUSE, source.every))
        kept.due = self._seconds() + max(pause, asked)

    def _moment(self) -> str:
        return self._watch.now().astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def _tell(self, done: Round) -> None:
        """Note news for every way of delivery, in one step with having told them; then deliver what is noted."""
        news = [told(self._watch.workspace, one, self._moment()) for one in self._desk.news()]
        for way in self._watch.ways:
            waiting = self._memory.undelivered.setdefault(way.name, [])
            waiting += news
            del waiting[: max(0, len(waiting) - KEPT_UNDELIVERED)]
        if news:
            self._memory.save()
        done.news += len(news)
        for way in self._watch.ways:
            if way.name not in done.closed:
                self._deliver(way, done)

    def _deliver(self, way: Way, done: Round) -> None:
        """Deliver in order; where that fails the rest waits for the next round."""
        waiting = self._memory.undelivered[way.name]
        while waiting and not self._watch.is_over():
            try:
                way.deliver(waiting[0])
            except (FetchError, OSError) as error:
                code = error.code if isinstance(error, FetchError) else "watch.undelivered"
                done.problems.append(SourceProblem(code, way.name, f"{len(waiting)} news wait: {error}"))
                done.closed.add(way.name)
                return
            del waiting[0]
            self._memory.save()
