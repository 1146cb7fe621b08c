"""Measure time expressions: `python bench/dates.py DIRECTORY`.

The directory holds news_idioms_ko.jsonl, duckling_ko.jsonl and recognizers_ko.jsonl.
`--details` prints every line that is read otherwise than expected.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
import time as clock
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hoedong.lang.ko.sentences import split_sentences
from hoedong.lang.ko.times import find_time_expressions
from hoedong.model.span import Span
from hoedong.model.time import DateInterval, PartialDate, TimeExpression, TimeKind

_NO_DAY = "0001-01-01"
DETAILS = "--details" in sys.argv
Case = dict[str, Any]


def main() -> None:
    """Print one line a set: read exactly / cases."""
    directory = Path(next(argument for argument in sys.argv[1:] if not argument.startswith("-")))
    print("news idioms     ", tally(directory / "news_idioms_ko.jsonl", news_idiom))
    print("duckling dates  ", tally(directory / "duckling_ko.jsonl", duckling))
    print("  contained     ", tally(directory / "duckling_ko.jsonl", duckling_contained))
    print("recognizers date", tally(directory / "recognizers_ko.jsonl", recognizers_date))
    print("  contained     ", tally(directory / "recognizers_ko.jsonl", recognizers_contained))
    print("recognizers range", tally(directory / "recognizers_ko.jsonl", recognizers_range))
    print("recognizers none", tally(directory / "recognizers_ko.jsonl", recognizers_none))
    print("speed           ", speed(directory))


def tally(path: Path, judge: Any) -> str:
    """How many cases of a file the judge accepts; a judge answers None for cases of other sets."""
    counts: Counter[bool] = Counter()
    for case in cases(path):
        verdict = judge(case)
        if verdict is None:
            continue
        counts[verdict] += 1
        if DETAILS and not verdict:
            text, times = case["text"], read(case)
            found = [(text[slice(*t.span)], t.value.edtf if t.value else None, t.rule) for t in times]
            print(f"  {case['id']} {text!r}: {found}, expected {case['expected']}")
    return f"{counts[True]} of {counts.total()}"


def cases(path: Path) -> Iterator[Case]:
    """The lines of a file."""
    return (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())


def read(case: Case) -> tuple[TimeExpression, ...]:
    """The time expressions of a case, read at its reference time."""
    text = case["text"]
    published = DateInterval.on(PartialDate.parse(case["reference_time"][:10]))
    return find_time_expressions(text, split_sentences(text, Span(0, len(text))), published)


def dated(case: Case) -> list[DateInterval]:
    """The values of a case."""
    return [t.value for t in read(case) if t.value is not None]


def half_open(value: DateInterval) -> tuple[str, str]:
    """First day, and the day after the last."""
    return value.first_day().isoformat(), (value.last_day() + dt.timedelta(days=1)).isoformat()


def news_idiom(case: Case) -> bool:
    """Exactly the expected period; silent where none is expected."""
    expected, values = case["expected"], dated(case)
    if not expected or not expected.get("start"):
        return not values
    return [half_open(value) for value in values][:1] == [(expected["start"], expected["end"])]


def duckling(case: Case) -> bool | None:
    """The first day is the expected one; for "within" the last."""
    if case["type"] not in ("date", "holiday"):
        return None
    start, values = case["expected"]["start"][:10], dated(case)
    if not values:
        return False
    return start in (values[0].first_day().isoformat(), values[0].last_day().isoformat()) or (
        case["expected"]["grain"] == "month" and start[:7] in (str(values[0].start)[:7], str(values[0].end)[:7])
    )


def duckling_contained(case: Case) -> bool | None:
    """The value holds the expected day: 3주 전 is read as a week, 2년 전 as a year, and never finer."""
    if case["type"] not in ("date", "holiday"):
        return None
    start, values = dt.date.fromisoformat(case["expected"]["start"][:10]), dated(case)
    return duckling(case) or bool(values) and values[0].first_day() <= start <= values[0].last_day()


def recognizers_date(case: Case) -> bool | None:
    """Some value begins or, for "within", ends with the expected day read as future or as past.

    Of a day that there is not (the 31st of November; the gold has the year 1), nothing may be dated.
    """
    days = expected_days(case)
    if days is None:
        return None
    if days == {_NO_DAY}:
        return not dated(case)
    return any({value.first_day().isoformat(), value.last_day().isoformat()} & days for value in dated(case))


def recognizers_contained(case: Case) -> bool | None:
    """Some value holds the expected day: 한 달 전 is read as a month, 2년 전 as a year, and never finer."""
    days = expected_days(case)
    if days is None:
        return None
    return any(
        value.first_day().isoformat() <= day <= value.last_day().isoformat() for value in dated(case) for day in days
    )


def expected_days(case: Case) -> set[str] | None:
    """The days that a case of one date accepts, None for cases of other kinds."""
    if case["type"] != "date" or not case["expected"][0].get("values"):
        return None
    values = case["expected"][0]["values"][0]
    days = {day for side in ("future", "past") for day in (values.get(side) or {}).values()}
    return days | {value["value"] for value in case["expected"][0]["values"] if "value" in value}


def recognizers_range(case: Case) -> bool | None:
    """Some value begins with the expected day."""
    if case["type"] != "daterange" or not case["expected"][0].get("values"):
        return None
    values = case["expected"][0]["values"][0]
    starts = {(values.get(side) or {}).get("startDate") for side in ("future", "past")}
    starts = (starts | {value.get("start") for value in case["expected"][0]["values"]}) - {None}
    return any(value.first_day().isoformat() in starts for value in dated(case)) if starts else None


def recognizers_none(case: Case) -> bool | None:
    """Nothing is dated where nothing is expected."""
    return not dated(case) if case["type"] == "none" else None


def speed(directory: Path) -> str:
    """Milliseconds per 1,000 characters on the concatenated cases."""
    text = "\n".join(
        case["text"] for name in ("news_idioms_ko", "duckling_ko") for case in cases(directory / f"{name}.jsonl")
    )
    filler = "두 사람은 이번 만남에서 앞으로의 협력 방안을 두고 오랜 시간 의견을 나눈 것으로 알려졌다. "
    text = (text + "\n" + filler * (len(text) * 4 // len(filler))) * 5
    sentences = split_sentences(text, Span(0, len(text)))
    find_time_expressions(text[:100], [Span(0, 100)], None)
    start = clock.perf_counter()
    times = find_time_expressions(text, sentences, DateInterval.on(PartialDate(2024, 6, 13)))
    elapsed = clock.perf_counter() - start
    dates = sum(t.kind is TimeKind.DATE for t in times)
    return f"{elapsed * 1e6 / len(text):.3f} ms per 1,000 characters ({len(text):,} characters, {dates:,} dates)"


if __name__ == "__main__":
    main()
