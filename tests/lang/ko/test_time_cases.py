"""The case table of times: what each text means on the calendar."""

from __future__ import annotations

from importlib.resources import files

import pytest

from hoedong.lang.ko.sentences import split_sentences
from hoedong.lang.ko.times import find_time_expressions, recorded_value
from hoedong.model.span import Span
from hoedong.model.time import DateInterval, PartialDate, TimeExpression
from hoedong.rules.lexicon_file import load_lexicon

CASES = load_lexicon(files("hoedong.lang.ko") / "cases" / "times.tsv", ("anchor", "text", "value"))


def read(text: str, anchor: str) -> tuple[TimeExpression, ...]:
    """The time expressions of a text, cut into sentences."""
    published = DateInterval.on(PartialDate.parse(anchor)) if anchor else None
    return find_time_expressions(text, split_sentences(text, Span(0, len(text))), published)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_a_text_means_these_dates(case: dict[str, str]) -> None:
    """The dates of the text, in order, are the ones of the table."""
    values = [time.value.edtf for time in read(case["text"], case["anchor"]) if time.value]
    assert " ".join(values) == case["value"]


@pytest.mark.parametrize(
    ("text", "recorded"),
    [
        ("이달 말 만난다.", "2024-06"),
        ("2023년 가을 만났다.", "2023"),
        ("11일부터 13일까지 만났다.", "2024-06-11/2024-06-13"),
    ],
)
def test_parts_of_a_month_or_year_are_recorded_as_the_whole(text: str, recorded: str) -> None:
    """A part of a month is recorded as the month, a season as the year, a stated period as it is."""
    (time,) = read(text, "2024-06-13")
    value = recorded_value(time)
    assert value is not None
    assert value.edtf == recorded


def test_a_local_time_belongs_to_its_date() -> None:
    """The span of a date holds the remark on whose clock it follows."""
    text = "두 사람은 11일(현지시간, 한국시간 12일) 만났다."
    (time,) = read(text, "2024-06-13")
    assert text[slice(*time.span)] == "11일(현지시간, 한국시간 12일)"


def test_an_unknown_day_of_publication_leaves_what_depends_on_it() -> None:
    """With a publication known to the month a year is still counted, and a bare day is not."""
    text = "지난해 만났다. 11일 떠났다."
    month = DateInterval.on(PartialDate(2024, 6))
    values = [
        t.value.edtf if t.value else None
        for t in find_time_expressions(text, split_sentences(text, Span(0, len(text))), month)
    ]
    assert values == ["2023", None]
