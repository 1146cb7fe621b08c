"""What a watch remembers."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoedong.errors import RecordError, UsageError
from hoedong.watch.memory import KEPT_SEEN, Memory, SourceMemory, Trouble, only_watch


def filled(path: Path) -> Memory:
    """A memory with everything in it."""
    memory = Memory(path)
    source = memory.of("https://saebyeok.example/rss")
    source.etag, source.due, source.visits = '"1"', 1234.5, 3
    source.trouble = Trouble("fetch.status", "상태 500", "2026-03-21T03:00:00Z", 2)
    source.remember(["b", "a"])
    source.tries["https://saebyeok.example/1"] = 2
    memory.watched["도윤서"] = None
    memory.reported["r1"] = "planned"
    memory.undelivered["webhook"] = [{"id": "n1"}]
    return memory


def test_everything_is_there_again(tmp_path: Path) -> None:
    """What was saved is what is loaded, the order of what was seen included."""
    path = tmp_path / "record.db.watch.json"
    memory = filled(path)
    memory.save()
    again = Memory(path)
    assert again.sources == memory.sources
    assert list(again.of("https://saebyeok.example/rss").seen) == ["b", "a"]
    assert (again.watched, again.reported, again.undelivered) == (memory.watched, memory.reported, memory.undelivered)
    assert [file.name for file in tmp_path.iterdir()] == ["record.db.watch.json"]


def test_a_kill_while_saving_leaves_the_old_memory(tmp_path: Path) -> None:
    """The new file takes the place of the old one in one step; a half-written one is never looked at."""
    path = tmp_path / "watch.json"
    filled(path).save()
    (tmp_path / "watch.json.new").write_text('{"schema": "hoed', encoding="utf-8")
    assert Memory(path).reported == {"r1": "planned"}


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "5", '{"schema": "hoedong.watch-memory/1"}', '{"schema": "hoedong.watch-memory/9"}']
)
def test_a_damaged_memory_is_told(tmp_path: Path, text: str) -> None:
    """Nothing is guessed: the message names the file and what to do."""
    path = tmp_path / "watch.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RecordError, match=r"watch\.json"):
        Memory(path)


def test_what_is_not_listed_any_more_is_forgotten_in_time() -> None:
    """All that is listed is remembered, and of the rest the latest."""
    source = SourceMemory()
    source.remember(map(str, range(KEPT_SEEN + 100)))
    source.forget(["0", "1"])
    assert len(source.seen) == KEPT_SEEN + 2
    assert {"0", "1", str(KEPT_SEEN + 99)} <= set(source.seen)
    assert "2" not in source.seen


def test_a_record_has_one_watch_at_a_time(tmp_path: Path) -> None:
    """A second watch is refused while the first one is at work, and let in after it."""
    path = tmp_path / "watch.json"
    with only_watch(path), pytest.raises(UsageError, match="another watch"), only_watch(path):
        pass
    with only_watch(path):
        pass
