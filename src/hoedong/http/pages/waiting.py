"""The review queue, kept as long as nothing is added or decided: every page tells how much waits."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from threading import Lock

from hoedong.http.pages.visit import Visit
from hoedong.query.review import Queue
from hoedong.workspace import Workspace

_Key = tuple[str, tuple[int, int], dt.date]
_EMPTY = Queue(())


class _Shelf:
    """The last few queues by record, extent and day."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._queues: dict[_Key, Queue] = {}
        self._lock = Lock()

    def queue(self, workspace: Workspace) -> Queue:
        """The queue of a record as it is now."""
        key = (workspace.location, workspace.extent(), workspace.today())
        with self._lock:
            found = self._queues.get(key)
        if found is None or workspace.location == ":memory:":
            found = workspace.review_queue()
            with self._lock:
                self._queues[key] = found
                for oldest in list(self._queues)[: -self._most]:
                    del self._queues[oldest]
        return found


@lru_cache(maxsize=1)
def _shelf() -> _Shelf:
    return _Shelf(most=4)


def waiting_queue(workspace: Workspace, visit: Visit) -> Queue:
    """What waits for a reviewer; nothing where the record is seen as of another day."""
    return _EMPTY if visit.is_of_another_day else _shelf().queue(workspace)
