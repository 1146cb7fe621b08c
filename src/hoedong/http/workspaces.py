"""The record for many requests at once: a few connections that read, and one that writes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from queue import Empty, LifoQueue
from threading import Lock

from hoedong.errors import RecordLocked
from hoedong.http.settings import Settings
from hoedong.model.time import PartialDate
from hoedong.workspace import Workspace
from hoedong.workspace.moments import require_replayable


class Workspaces:
    """Lends a workspace to one thread at a time.

    Every reader sees the record at one moment, from the first question to the last, whatever is written meanwhile by
    this server or by another process. Whoever waits longer than `limits.wait_seconds` is told that the record is busy.
    """

    def __init__(self, settings: Settings) -> None:
        """Open the record, making it where it does not exist and bringing an older one up to date.

        Raises:
            RecordError: it cannot be opened.
        """
        self._limits = settings.limits
        self._clock = settings.clock
        self._writer = Workspace(settings.record, clock=settings.clock)
        self.location = self._writer.location
        self._writing = Lock()
        self._free: LifoQueue[Workspace | None] = LifoQueue()  # None: a reader that is not open yet
        for _ in range(settings.limits.readers):
            self._free.put(None)

    @contextmanager
    def reading(self, as_of: PartialDate | None = None, reported_by: PartialDate | None = None) -> Iterator[Workspace]:
        """A workspace for questions, of now or of another day.

        Raises:
            TooMuchToReplay: the record is too large to be derived as of another day.
            RecordLocked: every reader is taken.
        """
        with self._reader() as workspace, workspace.looking():
            if as_of is None and reported_by is None:
                yield workspace
            else:
                require_replayable(workspace, self._limits.replayed)
                with workspace.at(as_of, reported_by) as then:
                    yield then

    @contextmanager
    def writing(self) -> Iterator[Workspace]:
        """The workspace that writes.

        Raises:
            RecordLocked: others have been writing for too long.
        """
        if not self._writing.acquire(timeout=self._limits.wait_seconds):
            raise RecordLocked(f"{self.location} is being written; try again")
        try:
            yield self._writer
        finally:
            self._writing.release()

    @contextmanager
    def _reader(self) -> Iterator[Workspace]:
        try:
            workspace = self._free.get(timeout=self._limits.wait_seconds)
        except Empty:
            raise RecordLocked(f"too many questions to {self.location} at once; try again") from None
        try:
            workspace = workspace or Workspace(self.location, read_only=True, clock=self._clock)
            yield workspace
        finally:
            self._free.put(workspace)

    def close(self) -> None:
        """Let go of the record; readers that are lent out are let go of by those who have them."""
        while True:
            try:
                reader = self._free.get_nowait()
            except Empty:
                break
            if reader is not None:
                reader.close()
        with self.writing() as writer:
            writer.close()
