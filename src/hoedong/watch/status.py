"""How the sources of a watch are: when each is due, and what is wrong with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from hoedong.export.record_wording import counted
from hoedong.watch.memory import Memory, Trouble
from hoedong.watch.plan import Plan


@dataclass(frozen=True, slots=True)
class SourceState:
    """One source; `due` is a moment in UTC, None where it was never visited. `waiting` pages failed for the moment."""

    name: str
    url: str
    visits: int
    seen: int
    waiting: int
    due: str | None
    trouble: Trouble | None

    def __str__(self) -> str:
        """One line for a terminal."""
        if self.due is None:
            return f"{self.name}: never visited"
        line = f"{self.name}: {counted(self.visits, 'visit')}, {counted(self.seen, 'page')} seen"
        line += f", {self.waiting} to try again" if self.waiting else ""
        line += f"; due {self.due}"
        if self.trouble:
            line += f"; {self.trouble.message} ({self.trouble.code}, {counted(self.trouble.visits, 'visit')})"
        return line


def source_states(plan: Plan, memory: Memory) -> Iterator[SourceState]:
    """The sources of a file, in its order."""
    for source in plan.sources:
        kept = memory.of(source.url)
        due = dt.datetime.fromtimestamp(kept.due, dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if kept.visits else None
        yield SourceState(source.name, source.url, kept.visits, len(kept.seen), len(kept.tries), due, kept.trouble)
