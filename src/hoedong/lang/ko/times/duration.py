"""Lengths of time as ISO 8601 durations."""

from __future__ import annotations

from collections.abc import Mapping


def iso_duration(fields: Mapping[str, str]) -> str | None:
    """The duration that the fields of a length state, or None when they state none.

    >>> iso_duration({"count": "1", "unit": "Y", "count2": "6", "unit2": "M"})
    'P1Y6M'
    """
    if "nights" in fields:
        return f"P{int(fields['count2'])}D"
    if "day-count" in fields:
        return f"P{fields['day-count']}D"
    count = fields.get("count") or fields.get("sino")
    if count is None:
        return None
    first = (int(count), _designator(fields, "") or "D")
    second = (int(fields["count2"]), _designator(fields, "2")) if "count2" in fields else None
    return _written([first] + ([second] if second and second[1] else []))


def _designator(fields: Mapping[str, str], number: str) -> str:
    slots = ("unit", "hour-unit", "minute-unit", "second-unit")
    named = fields.get(f"unit{number}")
    if named is not None:
        return named
    clock = [fields[slot] for slot in slots[1:] if slot in fields]
    if number:
        return clock[-1] if len(clock) > 1 or "unit" in fields and clock else ("M" if fields.get("unit") == "Y" else "")
    return clock[0] if clock else ""


def _written(parts: list[tuple[int, str]]) -> str:
    date = "".join(f"{count}{unit}" for count, unit in parts if not unit.startswith("T"))
    time = "".join(f"{count}{unit[1:]}" for count, unit in parts if unit.startswith("T"))
    return f"P{date}" + (f"T{time}" if time else "")
