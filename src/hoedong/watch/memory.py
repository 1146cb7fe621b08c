"""What a watch remembers from one visit to the next, beside the record: written whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hoedong.errors import RecordError, UsageError
from hoedong.record.codec import decode_value, encode_value

SCHEMA = "hoedong.watch-memory/1"
KEPT_SEEN = 2_000
"""Pages of a source that are remembered after it stopped listing them."""
KEPT_UNDELIVERED = 1_000
"""Reports that wait for a webhook which does not answer; the oldest go first."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What was wrong with a source when it was visited last, and since how many visits."""

    code: str
    message: str
    when: str
    visits: int


@dataclass(slots=True)
class SourceMemory:
    """One source: what its server said of it, when it is due (seconds since 1970), which pages were seen.

    `seen` holds digests, oldest first; `tries` the pages that failed for the moment, with how often.
    """

    etag: str | None = None
    last_modified: str | None = None
    due: float = 0.0
    visits: int = 0
    trouble: Trouble | None = None
    seen: dict[str, None] = field(default_factory=dict)
    tries: dict[str, int] = field(default_factory=dict)

    def remember(self, digests: Iterable[str]) -> None:
        """Note pages as seen, as the latest."""
        for digest in digests:
            self.seen.pop(digest, None)
            self.seen[digest] = None

    def forget(self, listed: Iterable[str]) -> None:
        """Let go of pages that were seen long ago and are not listed any more."""
        listed = set(listed)
        old = [digest for digest in self.seen if digest not in listed]
        for digest in old[: max(0, len(old) - KEPT_SEEN)]:
            del self.seen[digest]


class Memory:
    """All sources, the people who are watched since when, what was reported, and what is still to be delivered.

    `reported` maps ids of reports to the status in which their encounter was reported last. `undelivered` holds, for
    each way of delivery, reports as JSON.
    """

    def __init__(self, path: Path) -> None:
        """Take up what was left off.

        Raises:
            RecordError: the file is damaged, or of another version.
        """
        self.path = path
        self.sources: dict[str, SourceMemory] = {}
        self.watched: dict[str, None] = {}
        self.reported: dict[str, str] = {}
        self.undelivered: dict[str, list[Any]] = {}
        if path.exists():
            self._load()

    def of(self, url: str) -> SourceMemory:
        """The memory of a source; empty for a new one."""
        return self.sources.setdefault(url, SourceMemory())

    def save(self) -> None:
        """Put everything on disk in one step: after a loss of power there is the old file or the new one."""
        text = json.dumps(self._as_json(), ensure_ascii=False, separators=(",", ":"))
        self.path.parent.mkdir(parents=True, exist_ok=True)
        beside = self.path.with_name(f"{self.path.name}.new")
        with beside.open("w", encoding="utf-8") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        beside.replace(self.path)

    def _as_json(self) -> dict[str, Any]:
        return {
            "schema": SCHEMA,
            "sources": {url: _source_json(one) for url, one in sorted(self.sources.items())},
            "watched": list(self.watched),
            "reported": self.reported,
            "undelivered": self.undelivered,
        }

    def _load(self) -> None:
        try:
            value = json.loads(self.path.read_text(encoding="utf-8"))
            if value["schema"] != SCHEMA:
                raise RecordError(f"{self.path} is of another version of the program ({value['schema']})")
            self.sources = {url: _source_memory(one) for url, one in value["sources"].items()}
            self.watched = dict.fromkeys(value["watched"])
            self.reported = dict(value["reported"])
            self.undelivered = {way: list(reports) for way, reports in value["undelivered"].items()}
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            message = f"{self.path} is damaged ({error!r}); move it away, and the watch starts anew"
            raise RecordError(message) from error


def memory_path(record: str) -> Path:
    """Where the memory of a record's watch is: beside it."""
    return Path(f"{record}.watch.json")


def digest_of(*parts: str) -> str:
    """What stands for a page among those that were seen."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:16]


def _source_json(source: SourceMemory) -> dict[str, Any]:
    return {
        "etag": source.etag,
        "last_modified": source.last_modified,
        "due": source.due,
        "visits": source.visits,
        "trouble": None if source.trouble is None else json.loads(encode_value(source.trouble)),
        "seen": list(source.seen),
        "tries": source.tries,
    }


def _source_memory(value: dict[str, Any]) -> SourceMemory:
    trouble = value["trouble"]
    return SourceMemory(
        etag=value["etag"],
        last_modified=value["last_modified"],
        due=float(value["due"]),
        visits=int(value["visits"]),
        trouble=None if trouble is None else decode_value(Trouble, json.dumps(trouble)),
        seen=dict.fromkeys(value["seen"]),
        tries=dict(value["tries"]),
    )


@contextmanager
def only_watch(path: Path) -> Iterator[None]:
    """Keep others from watching with the same memory while the block lasts; the lock goes with the process.

    Raises:
        UsageError: another one is at it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.with_name(f"{path.name}.lock").open("a") as lock:
        try:
            import fcntl  # noqa: PLC0415 - there is none on Windows, where nobody is kept out
        except ImportError:
            yield
            return
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise UsageError(f"another watch is at work on this record ({path})") from None
        yield
