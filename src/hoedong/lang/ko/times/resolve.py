"""From stated fields to a value on the calendar: what `지난`, `이달`, `6월`, `11일` mean for a given anchor."""

from __future__ import annotations

import datetime as dt

from hoedong.lang import calendar
from hoedong.lang.calendar import Lean
from hoedong.lang.ko.times.counted import counted
from hoedong.lang.ko.times.frame import (
    MONTH_RELUCTANCE,
    NEAR_NEW_YEAR,
    YEAR_RELUCTANCE,
    Frame,
    Resolver,
    has_year,
    inherited_year,
    month_of,
    year_of,
)
from hoedong.lang.ko.times.rules import movable_holidays
from hoedong.model.time import DateInterval, PartialDate


def resolve(frame: Frame) -> DateInterval | None:
    """The value of an expression, or None when the words and the base do not support one.

    >>> resolve(Frame({"months": "-1", "day": "31"}, PartialDate(2024, 6, 13), Lean.OPEN)).edtf
    '2024-05-31'
    """
    for field, resolver in _RESOLVERS:
        if field in frame.fields:
            try:
                return resolver(frame)
            except (ValueError, OverflowError):
                return None
    return None


def _year_value(frame: Frame) -> DateInterval | None:
    year = year_of(frame)
    return None if year is None else calendar.whole_year(year)


def _decade(frame: Frame) -> DateInterval | None:
    decade = int(frame.fields["decade"])
    if decade < 100:
        decade += 1900 if decade >= 30 else 2000
    return DateInterval(PartialDate(decade), PartialDate(decade + 9))


def _bounds(part: str) -> tuple[int, int]:
    first, _, last = part.partition("-")
    return int(first), int(last)


def _part_of_year(field: str) -> Resolver:
    def resolver(frame: Frame) -> DateInterval | None:
        first, last = _bounds(frame.fields[field])
        if frame.base is None and not has_year(frame):
            return None
        year = year_of(frame) if has_year(frame) else _year_of_season(frame, first)
        return None if year is None else calendar.months(year, first, last)

    return resolver


def _year_of_season(frame: Frame, first: int) -> int | None:
    if frame.base is None:
        return None
    before = not frame.base.month or first < frame.base.month
    return frame.base.year - (frame.lean is Lean.PAST and not before)


def _quarter(frame: Frame) -> DateInterval | None:
    year, quarter = year_of(frame), int(frame.fields["quarter"])
    return None if year is None else calendar.months(year, quarter * 3 - 2, quarter * 3)


def _relative_quarter(frame: Frame) -> DateInterval | None:
    base = frame.base
    if base is None or not base.month:
        return None
    year, month = calendar.shifted_month(base.year, (base.month - 1) // 3 * 3 + 1, 3 * int(frame.fields["quarters"]))
    return calendar.months(year, month, month + 2)


def _span_of_year(frame: Frame) -> DateInterval | None:
    day = frame.day
    if day is None:
        return None
    if frame.fields["span"] == "rest":
        return calendar.between(day, dt.date(day.year, 12, 31))
    return calendar.between(dt.date(day.year, 1, 1), day)


def _part_of_month(frame: Frame) -> DateInterval | None:
    month = month_of(frame)
    return calendar.days_of_month(*month, *_bounds(frame.fields["month-part"])) if month else None


def _month_value(frame: Frame) -> DateInterval | None:
    month = month_of(frame)
    if month is None:
        return None
    value = DateInterval.on(PartialDate(*month))
    if frame.fields.get("strict") and frame.base and (month == (frame.base.year, frame.base.month)):
        year = month[0] + (1 if frame.lean is Lean.FUTURE else -1)
        value = DateInterval.on(PartialDate(year, month[1]))
    return value


def _day_value(frame: Frame) -> DateInterval | None:
    """A day of the month; with a second day (28~30일) a period."""
    first = _first_day(frame)
    if first is None or "day2" not in frame.fields:
        return calendar.on(first)
    month = frame.number("month2") or first.month
    day = int(frame.fields["day2"])
    last = calendar.existing_day(first.year, month, day)
    if last and last < first:
        last = None if "month2" not in frame.fields else calendar.existing_day(first.year + 1, month, day)
    return calendar.between(first, last)


def _first_day(frame: Frame) -> dt.date | None:
    day = int(frame.fields["day"])
    if has_year(frame) or "months" in frame.fields:
        month = month_of(frame)
        return calendar.existing_day(*month, day) if month else None
    if (month_number := frame.number("month")) is not None:
        return _day_of_named_month(frame, month_number, day)
    return _bare_day(frame, day)


def _day_of_named_month(frame: Frame, month: int, day: int) -> dt.date | None:
    if (year := inherited_year(frame, month)) is not None:
        return calendar.existing_day(year, month, day)
    anchor = frame.day
    if anchor is None:
        return calendar.existing_day(frame.base.year, month, day) if frame.base else None
    years = (anchor.year, anchor.year - 1, anchor.year + 1)
    candidates = _on_stated_weekday(frame, [calendar.existing_day(year, month, day) for year in years])
    if frame.lean is Lean.OPEN:
        near = [d for d in candidates[1:] if d and abs((d - anchor).days) <= NEAR_NEW_YEAR]
        same = candidates[0] or next(filter(None, candidates), None)
        return near[0] if near and same and abs((same - anchor).days) > 2 * NEAR_NEW_YEAR else same
    return calendar.nearest(candidates, anchor, frame.lean, frame.reluctance(YEAR_RELUCTANCE))


def _on_stated_weekday(frame: Frame, candidates: list[dt.date | None]) -> list[dt.date | None]:
    """31일(금), 6월 11일 화요일: only the days on that weekday, or all where none is."""
    stated = frame.fields.get("weekday-mark9") or frame.fields.get("weekday9")
    if stated is None or not stated.isdecimal():
        return candidates
    agreeing = [day if day is not None and day.weekday() == int(stated) else None for day in candidates]
    return agreeing if any(agreeing) else candidates


def _bare_day(frame: Frame, day: int) -> dt.date | None:
    context = frame.context
    if context is not None and context.month and (frame.continues or not context.day or day >= context.day):
        return calendar.existing_day(context.year, context.month, day)
    if context is not None and context.month and context.day and frame.continues:
        return calendar.existing_day(*calendar.shifted_month(context.year, context.month, 1), day)
    base = frame.base
    if base is None or not base.month:
        return None
    if base.day is None:
        return calendar.existing_day(base.year, base.month, day)
    months = (calendar.shifted_month(base.year, base.month, by) for by in (0, -1, 1, -2, 2))
    candidates = _on_stated_weekday(frame, [calendar.existing_day(*month, day) for month in months])
    return calendar.nearest(candidates, base.first_day(), frame.lean, frame.reluctance(MONTH_RELUCTANCE))


def _relative_day(frame: Frame) -> DateInterval | None:
    if "day" in frame.fields:
        return _day_value(frame)
    return calendar.on(calendar.shifted_day(frame.day, int(frame.fields["days"]))) if frame.day else None


def _week(frame: Frame) -> DateInterval | None:
    if frame.day is None:
        return None
    monday = calendar.shifted_day(calendar.monday_of(frame.day), 7 * int(frame.fields["weeks"]))
    if monday is None:
        return None
    first, last = 0, 6
    if (weekday := frame.number("weekday")) is not None:
        first = last = weekday
    elif "weekend" in frame.fields:
        first, last = 5, 6
    elif "week-part" in frame.fields:
        first, last = _bounds(frame.fields["week-part"])
    return calendar.between(calendar.shifted_day(monday, first), calendar.shifted_day(monday, last))


def _weekend(frame: Frame) -> DateInterval | None:
    """지난 주말, 주말: the Saturday and Sunday on the side of the lean; an open one is the coming weekend."""
    if frame.day is None:
        return None
    saturday = calendar.shifted_day(
        calendar.monday_of(frame.day), 5 - 7 * (frame.lean is Lean.PAST and frame.day.weekday() < 6)
    )
    return calendar.between(saturday, calendar.shifted_day(saturday, 1) if saturday else None)


def _weekday(frame: Frame) -> DateInterval | None:
    """A weekday on the side of the lean; without a verb the coming one."""
    day, weekday = frame.day, int(frame.fields["weekday"])
    if day is None:
        return None
    back, ahead = (day.weekday() - weekday) % 7, (weekday - day.weekday()) % 7
    if frame.lean is Lean.PAST:
        return calendar.on(calendar.shifted_day(day, -(back or (7 if "strict" in frame.fields else 0))))
    return calendar.on(calendar.shifted_day(day, ahead or 7))


def _nth(frame: Frame) -> DateInterval | None:
    nth = int(frame.fields["nth"])
    month = month_of(frame)
    if month is None:
        year = year_of(frame)
        month = (year, 12) if year and "last-day" in frame.fields else None
    if month is None:
        return None
    if "last-day" in frame.fields:
        return calendar.days_of_month(*month, calendar.days_in(*month), 31)
    if (weekday := frame.number("weekday")) is not None:
        return calendar.on(calendar.nth_weekday(*month, weekday, nth))
    monday = calendar.nth_week(*month, nth)
    return calendar.between(monday, calendar.shifted_day(monday, 6)) if monday else None


def _holiday(frame: Frame) -> DateInterval | None:
    month, day = _bounds(frame.fields["holiday"])
    if has_year(frame):
        year = year_of(frame)
        return calendar.on(calendar.existing_day(year, month, day)) if year else None
    return calendar.on(_day_of_named_month(frame, month, day))


def _movable(frame: Frame) -> DateInterval | None:
    """A holiday of the lunar calendar: its day in the stated year, or the one on the side of the lean."""
    days = movable_holidays().get(frame.fields["movable"], {})
    if has_year(frame):
        day = days.get(year_of(frame) or 0)
    elif frame.day is None:
        return None
    elif frame.lean is Lean.OPEN:
        day = days.get(frame.day.year)
    else:
        around = (days.get(frame.day.year + by) for by in (0, -1, 1))
        day = calendar.nearest(around, frame.day, frame.lean, frame.reluctance(YEAR_RELUCTANCE))
    if day is None or "break" not in frame.fields:
        return calendar.on(day)
    return calendar.between(calendar.shifted_day(day, -1), calendar.shifted_day(day, 1))


_RESOLVERS: tuple[tuple[str, Resolver], ...] = (
    ("span", _span_of_year),
    ("decade", _decade),
    ("sign", counted),
    ("holiday", _holiday),
    ("movable", _movable),
    ("nth", _nth),
    ("weeks", _week),
    ("weekend", _weekend),
    ("day", _day_value),
    ("days", _relative_day),
    ("weekday", _weekday),
    ("month-part", _part_of_month),
    ("quarter", _quarter),
    ("quarters", _relative_quarter),
    ("year-part", _part_of_year("year-part")),
    ("year-half", _part_of_year("year-half")),
    ("season", _part_of_year("season")),
    ("month", _month_value),
    ("months", _month_value),
    ("year", _year_value),
    ("years", _year_value),
    ("yy", _year_value),
)
"""The field that carries the meaning of an expression, finest first, and how it is resolved."""
