"""The review queue, kept between requests: making it takes a while on a large record, answering must not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Lock, Thread
from time import monotonic

from hoedong.http.pages.visit import Visit
from hoedong.model.judgement import JudgementVerb
from hoedong.query.review import Queue
from hoedong.workspace import Workspace

MOST_KEPT = 4
SMALL = 2000
"""Documents of a record whose queue every page may make; of a larger one only the review itself does."""

PATIENCE = 20
"""A queue is good for so many times the time that it took to make, though documents come in meanwhile."""

IN_MEMORY = ":memory:"
_EMPTY = Queue(())


@dataclass(frozen=True, slots=True)
class _Kept:
    """A queue with the extent of the record and the day that it is of, and until when new documents may wait.

    `made` holds the questions as they were when it was made, `queue` those that are open now. `retractions` counts the
    judgements that took another back.
    """

    made: Queue
    queue: Queue
    extent: tuple[int, int]
    retractions: int
    day: dt.date
    good_until: float


class QueueShelf:
    """The queues of the last few records; that of a large record is made anew beside the requests, which go on."""

    def __init__(self, clock: Callable[[], float] = monotonic, small: int = SMALL) -> None:
        self._clock = clock
        self._small = small
        self._kept: dict[str, _Kept] = {}
        self._lock = Lock()
        self._making: dict[str, Thread] = {}

    def queue(self, workspace: Workspace) -> Queue:
        """The queue of a record: the one that is kept as far as it holds, without what was answered since."""
        kept = self._kept.get(workspace.location)
        if kept is None or kept.day != workspace.today():
            return self._put(workspace, self._made(workspace))
        if self._is_overtaken(workspace, kept):
            if workspace.document_count() <= self._small or workspace.location == IN_MEMORY:
                return self._put(workspace, self._made(workspace))
            self._make_beside(workspace)
        return self._put(workspace, _without_answered(workspace, kept))

    def last_known(self, workspace: Workspace) -> Queue | None:
        """The queue as it was last made; None where it never was."""
        kept = self._kept.get(workspace.location)
        return None if kept is None else kept.queue

    def wait(self, workspace: Workspace) -> None:
        """Wait until the queue that is being made of a record is there."""
        if (making := self._making.get(workspace.location)) is not None:
            making.join()

    def _is_overtaken(self, workspace: Workspace, kept: _Kept) -> bool:
        """Whether documents came in and the queue is no longer good, or somebody took a judgement back."""
        documents, judgements = workspace.extent()
        if documents != kept.extent[0] and self._clock() > kept.good_until:
            return True
        return judgements != kept.extent[1] and _retractions(workspace) != kept.retractions

    def _make_beside(self, workspace: Workspace) -> None:
        """Make the queue in a thread of its own, one for a record at a time."""
        with self._lock:
            making = self._making.get(workspace.location)
            if making is None or not making.is_alive():
                making = Thread(target=self._remake, args=(workspace.another(),), daemon=True)
                self._making[workspace.location] = making
                making.start()

    def _remake(self, reader: Workspace) -> None:
        with reader, reader.looking():
            self._put(reader, self._made(reader))

    def _made(self, workspace: Workspace) -> _Kept:
        began, extent = self._clock(), workspace.extent()
        queue = workspace.review_queue()
        took = self._clock() - began
        return _Kept(queue, queue, extent, _retractions(workspace), workspace.today(), began + (1 + PATIENCE) * took)

    def _put(self, workspace: Workspace, kept: _Kept) -> Queue:
        if workspace.location != IN_MEMORY:
            with self._lock:
                self._kept.pop(workspace.location, None)
                self._kept[workspace.location] = kept
                for oldest in list(self._kept)[:-MOST_KEPT]:
                    del self._kept[oldest]
        return kept.queue


def _without_answered(workspace: Workspace, kept: _Kept) -> _Kept:
    """The questions that are open after the judgements of now; what was taken back is asked again."""
    documents, judgements = kept.extent[0], workspace.extent()[1]
    if judgements == kept.extent[1]:
        return kept
    return replace(kept, queue=workspace.open_questions(kept.made), extent=(documents, judgements))


def _retractions(workspace: Workspace) -> int:
    return sum(one.verb is JudgementVerb.RETRACT for one in workspace.judgements())


_SHELF = QueueShelf()


def waiting_queue(workspace: Workspace, visit: Visit) -> Queue:
    """What waits for a reviewer; nothing where the record is seen as of another day."""
    return _EMPTY if visit.is_of_another_day else _SHELF.queue(workspace)


def known_queue(workspace: Workspace, visit: Visit) -> Queue | None:
    """What is known to wait, without making a large record's queue for it; None where that is not known."""
    if visit.is_of_another_day or workspace.document_count() <= SMALL:
        return waiting_queue(workspace, visit)
    return _SHELF.last_known(workspace)
