"""A watch put together from its file and its record, as `hoedong watch` runs it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from hoedong.fetch.addresses import AddressRules
from hoedong.fetch.fetcher import Fetcher
from hoedong.fetch.limits import LARGEST_PAGE, Limits
from hoedong.watch.delivery import Hook, JsonLines, Messages, Terminal, Way
from hoedong.watch.memory import Memory, memory_path, only_watch
from hoedong.watch.plan import Plan
from hoedong.watch.plan_file import read_plan
from hoedong.watch.watcher import Watch, Watcher
from hoedong.workspace import Workspace


@contextmanager
def opened_watch(
    workspace: Workspace,
    file: Path,
    write: Callable[[str], object],
    *,
    as_json: bool = False,
    is_over: Callable[[], bool] = lambda: False,
    fetcher: Fetcher | None = None,
) -> Iterator[Watcher]:
    """A watch over a record; `write` prints news. No other watch has the record meanwhile.

    Raises:
        WatchFileError: the file is wrong.
        UsageError: another watch has the record.
        RecordError: its memory is damaged.
    """
    plan, path = read_plan(file), memory_path(workspace.location)
    with only_watch(path):
        web = fetcher or Fetcher(contact=plan.contact, limits=Limits(body=LARGEST_PAGE))
        ways = [Terminal(write, as_json=as_json), *ways_of(plan)]
        yield Watcher(Watch(workspace, plan, Memory(path), web, ways, is_over=is_over))


def ways_of(plan: Plan) -> Iterator[Way]:
    """The ways of delivery that a plan names; a webhook goes to public addresses, unless the file allows others."""
    if plan.jsonl:
        yield JsonLines(plan.jsonl)
    if plan.mail:
        yield Messages(plan.mail)
    if plan.webhook:
        rules = AddressRules(allows_private=plan.webhook.allow_private)
        yield Hook(plan.webhook, Fetcher(contact=plan.contact, rules=rules).post)
