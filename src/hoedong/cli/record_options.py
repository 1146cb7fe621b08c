"""What every command on a record shares: which record, as of when, which encounters, and the form of the answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from hoedong.cli.dates import DateType, EdtfType
from hoedong.cli.printing import Page, print_json, print_page
from hoedong.errors import RecordError
from hoedong.export.reading_json import Json
from hoedong.export.record_json import RecordJson
from hoedong.model.encounter import Mode, Status
from hoedong.model.time import PartialDate
from hoedong.workspace import Workspace
from hoedong.workspace.filters import Filters
from hoedong.workspace.location import VARIABLE, record_location

Command = TypeVar("Command", bound=Callable[..., Any])

MOST_LISTED = 100
"""How many entries a list shows unless another limit is given."""

record_option = click.option(
    "--record", "path", envvar=VARIABLE, show_envvar=True, metavar="PATH", help="The file of the record."
)
_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON, schema hoedong.record/1.")
_AS_OF = click.option("--as-of", type=DateType(), metavar="DATE", help="What had been added and judged by then.")
_REPORTED_BY = click.option("--reported-by", type=DateType(), metavar="DATE", help="What had been published by then.")
_USER = click.option("--user", metavar="NAME", help="Who decides; by default the user of the machine.")
_FILTERS = (
    click.option("--since", type=EdtfType(), metavar="EDTF", help="From then on: 2024, 2024-06, 2024-06-11, 2024-06~."),
    click.option("--until", type=EdtfType(), metavar="EDTF", help="Up to then."),
    click.option(
        "--status",
        "statuses",
        multiple=True,
        type=click.Choice([status.value for status in Status]),
        help="Only these.",
    ),
    click.option(
        "--mode", "modes", multiple=True, type=click.Choice([mode.value for mode in Mode]), help="Only these."
    ),
)
limit_option = click.option(
    "--limit", type=click.IntRange(min=1), default=MOST_LISTED, show_default=True, metavar="N", help="At most so many."
)


@dataclass(frozen=True, slots=True)
class RecordAccess:
    """A record that a command works on; `as_of` and `reported_by` are None for the record as it is now."""

    path: str | None
    as_json: bool = False
    as_of: PartialDate | None = None
    reported_by: PartialDate | None = None
    user: str | None = None

    @contextmanager
    def reading(self) -> Iterator[Workspace]:
        """Open the record for questions, beside whoever writes to it, as it was at the moment asked for."""
        with self._opened(read_only=True) as workspace:
            if self.as_of is None and self.reported_by is None:
                yield workspace
            else:
                with workspace.at(self.as_of, self.reported_by) as then:
                    yield then

    @contextmanager
    def writing(self, *, must_exist: bool = True) -> Iterator[Workspace]:
        """Open the record for changes."""
        location = Path(record_location(self.path))
        if must_exist and not location.exists():
            raise RecordError(f"there is no record at {location}; `hoedong add` makes one")
        with self._opened(read_only=False) as workspace:
            yield workspace

    @contextmanager
    def _opened(self, *, read_only: bool) -> Iterator[Workspace]:
        click.echo(f"record: {record_location(self.path)}", err=True)
        with Workspace(self.path, read_only=read_only, user=self.user) as workspace:
            yield workspace

    def answer(self, workspace: Workspace, value: Callable[[RecordJson], Json], page: Callable[[], Page]) -> None:
        """Print an answer in the form that was asked for."""
        if self.as_json:
            print_json(value(RecordJson(workspace.view)))
        else:
            print_page(page())


def question_options(command: Command) -> Command:
    """Options of a command that asks; it gets a `record`."""
    return _with_record(command, record_option, _JSON, _AS_OF, _REPORTED_BY)


def record_options(command: Command) -> Command:
    """Options of a command that looks after the record as it is now; it gets a `record`."""
    return _with_record(command, record_option, _JSON)


def decision_options(command: Command) -> Command:
    """Options of a command in which a person decides; it gets a `record`."""
    return _with_record(command, _USER, record_option, _JSON)


def filter_options(command: Command) -> Command:
    """Options that say which encounters are asked for; the command gets `filters`."""

    @wraps(command)
    def filtered(
        *arguments: Any,
        since: str | None,
        until: str | None,
        statuses: tuple[str, ...],
        modes: tuple[str, ...],
        **others: Any,
    ) -> Any:
        return command(*arguments, filters=Filters(since, until, statuses, modes), **others)

    return cast("Command", _with_options(filtered, *_FILTERS))


def _with_record(command: Command, *options: Callable[[Any], Any]) -> Command:
    @wraps(command)
    def recorded(
        *arguments: Any,
        path: str | None,
        as_json: bool,
        as_of: PartialDate | None = None,
        reported_by: PartialDate | None = None,
        user: str | None = None,
        **others: Any,
    ) -> Any:
        return command(*arguments, record=RecordAccess(path, as_json, as_of, reported_by, user), **others)

    return cast("Command", _with_options(recorded, *options))


def _with_options(command: Callable[..., Any], *options: Callable[[Any], Any]) -> Any:
    for option in reversed(options):
        command = option(command)
    return command
