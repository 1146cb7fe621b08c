"""What rows are made of, and the cells that several tables share."""

from __future__ import annotations

from collections.abc import Iterable

from hoedong.model.time import DateInterval, PartialDate

Cell = str | int | float | bool | list[str] | None
Row = dict[str, Cell]


def date_cell(date: PartialDate | None) -> str | None:
    """A date at its own precision."""
    return None if date is None else str(date)


def period_cells(period: DateInterval | None) -> Row:
    """A date as EDTF, with the first and the last day that it can mean."""
    if period is None:
        return {"date": None, "date_lo": None, "date_hi": None}
    return {
        "date": period.edtf,
        "date_lo": period.first_day().isoformat(),
        "date_hi": period.last_day().isoformat(),
    }


def list_cell(values: Iterable[str]) -> list[str]:
    """Several values in one cell."""
    return [str(value) for value in values]
