"""What all formats have in common."""

from __future__ import annotations

import random
from dataclasses import fields, replace
from pathlib import Path

import pytest

from hoedong.export.record.formats import FORMATS
from hoedong.export.record.selection import Selection
from invented_record import RECORD, MemoryView

SELECTIONS = [Selection(), Selection(people=frozenset({"p:seo"})), Selection(people=frozenset({"nobody"}))]


def exported(view: MemoryView, name: str, target: Path, selection: Selection = SELECTIONS[0]) -> dict[str, bytes]:
    """The files that a format writes."""
    FORMATS[name].export(view, target, selection)
    if target.is_file():
        return {"": target.read_bytes()}
    return {file.name: file.read_bytes() for file in sorted(target.iterdir())}


def shuffled(view: MemoryView, seed: int) -> MemoryView:
    """The same record, added in another order."""
    order = random.Random(seed)  # noqa: S311 - a test's order
    tables = {field.name: list(getattr(view, field.name)) for field in fields(view)}
    for table in tables.values():
        order.shuffle(table)
    return MemoryView(**{name: tuple(table) for name, table in tables.items()})


def test_a_format_is_found_by_its_name() -> None:
    """Each format says its name, ending and purpose."""
    assert all(name == format_.name for name, format_ in FORMATS.items())
    assert all(format_.description for format_ in FORMATS.values())
    assert {name for name, format_ in FORMATS.items() if not format_.ending.startswith(".")} == {"csv", "parquet"}


@pytest.mark.parametrize("name", FORMATS)
def test_the_order_of_adding_changes_nothing(name: str, tmp_path: Path) -> None:
    """The same record gives the same bytes in whatever order it was built."""
    whole = exported(RECORD, name, tmp_path / "whole")

    assert all(whole.values())
    for seed in range(3):
        assert exported(shuffled(RECORD, seed), name, tmp_path / f"{seed}") == whole


@pytest.mark.parametrize("name", FORMATS)
def test_adding_step_by_step_ends_where_a_full_build_does(name: str, tmp_path: Path) -> None:
    """A record that is exported after each encounter added ends with the export of the whole."""
    steps = [replace(RECORD, meetings=RECORD.meetings[:count]) for count in range(len(RECORD.meetings) + 1)]
    exports = [exported(step, name, tmp_path / "grown") for step in steps]

    assert exports[-1] == exported(RECORD, name, tmp_path / "whole")
    assert exports[0] != exports[-1]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("selection", SELECTIONS, ids=["all", "one person", "nobody"])
def test_any_selection_can_be_written(name: str, selection: Selection, tmp_path: Path) -> None:
    """A selection of nothing is a valid file too, and a smaller one than the whole."""
    part = exported(RECORD, name, tmp_path / "part", selection)
    whole = exported(RECORD, name, tmp_path / "whole")

    assert part.keys() == whole.keys()
    assert (part == whole) == (selection == Selection())
