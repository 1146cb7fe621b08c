"""Times counted from another: 두 달 전, 사흘 뒤, 2주 안에."""

from __future__ import annotations

import datetime as dt

from hoedong.lang import calendar
from hoedong.lang.ko.times.frame import Frame
from hoedong.model.time import DateInterval, PartialDate


def counted(frame: Frame) -> DateInterval | None:
    """N years, months, weeks or days from the base, with the grain of the unit."""
    base = frame.base
    if base is None:
        return None
    sign = int(frame.fields["sign"])
    if "within" in frame.fields:
        return _within(frame)
    if "count3" in frame.fields:
        return _years_months_days(frame, sign)
    if (days := _stated_days(frame)) is not None:
        return calendar.on(calendar.shifted_day(frame.day, sign * days)) if frame.day else None
    return _by_unit(frame, base, sign)


def _by_unit(frame: Frame, base: PartialDate, sign: int) -> DateInterval | None:
    unit, count = frame.fields.get("unit", ""), _count(frame)
    if frame.fields.get("unit2"):
        months = sign * (count * 12 + int(frame.fields["count2"])) if unit == "Y" else None
        return _month_at(base, months) if months is not None else None
    if unit == "Y":
        return calendar.whole_year(base.year + sign * count)
    if unit == "M":
        return _month_at(base, sign * count)
    if unit == "W" and frame.day:
        monday = calendar.shifted_day(calendar.monday_of(frame.day), 7 * sign * count)
        return calendar.between(monday, calendar.shifted_day(monday, 6)) if monday else None
    return None


def _years_months_days(frame: Frame, sign: int) -> DateInterval | None:
    """1개월 21일 전, 2년 1개월 3일 뒤: the months first, then the days."""
    if frame.day is None:
        return None
    months = _count(frame) * (12 if frame.fields.get("unit") == "Y" else 1) + (frame.number("count2") or 0)
    year, month = calendar.shifted_month(frame.day.year, frame.day.month, sign * months)
    same = dt.date(year, month, min(frame.day.day, calendar.days_in(year, month)))
    return calendar.on(calendar.shifted_day(same, sign * int(frame.fields["count3"])))


def _count(frame: Frame) -> int:
    return int(frame.fields.get("count") or frame.fields["sino"])


def _stated_days(frame: Frame) -> int | None:
    if "day-count" in frame.fields:
        return int(frame.fields["day-count"])
    if "unit" in frame.fields or "hour-unit" in frame.fields:
        return None
    return frame.number("day") or frame.number("count")


def _month_at(base: PartialDate, by: int) -> DateInterval | None:
    return DateInterval.on(PartialDate(*calendar.shifted_month(base.year, base.month, by))) if base.month else None


def _within(frame: Frame) -> DateInterval | None:
    start = frame.day
    if start is None:
        return None
    if (days := _stated_days(frame)) is not None:
        return calendar.between(start, calendar.shifted_day(start, days))
    unit, count = frame.fields.get("unit", ""), _count(frame)
    if unit == "W":
        return calendar.between(start, calendar.shifted_day(start, 7 * count))
    if unit not in ("Y", "M"):
        return None
    year, month = calendar.shifted_month(start.year, start.month, count * (12 if unit == "Y" else 1))
    return calendar.between(start, dt.date(year, month, min(start.day, calendar.days_in(year, month))))
