"""Dating: which date of the text is that of the encounter."""

from __future__ import annotations

import pytest

from hoedong.extract.merging import date_of
from told import drafts


def dates(text: str) -> list[str]:
    """The dates of the drafts of a text, empty for none."""
    return [date.edtf if (date := date_of(draft)) is not None else "" for draft in drafts(text)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("한도윤 회장은 14일 오세린 대표를 만났다.", "2026-03-14"),
        ("한도윤 회장은 지난 2월 방한한 오세린 대표를 14일 만났다.", "2026-03-14"),
        ("한도윤 회장은 오세린 대표를 만났다.", ""),
        ("한도윤 회장이 오세린 대표를 처음 만난 것은 2019년 6월이다.", "2019-06"),
        ("한도윤 회장은 오세린 대표와 14일 회동을 가졌다.", "2026-03-14"),
        ("한도윤 회장과 오세린 대표의 14일 회동이 무산됐다.", "2026-03-14"),
    ],
)
def test_a_date_belongs_to_its_clause(text: str, date: str) -> None:
    """A date inside another clause is none of the encounter's."""
    assert dates(text) == [date]


def test_the_scene_dates_what_follows() -> None:
    """A day that the text has set holds for the sentences after it, until another is set."""
    text = "한도윤 회장은 13일 뉴욕에 도착했다. 한 회장은 오세린 대표를 만났다. 14일에는 귀국했다."
    assert dates(text) == ["2026-03-13"]


def test_a_month_sets_no_scene() -> None:
    """Only a day is a scene: a month alone says too little of the next sentence."""
    assert dates("한도윤 회장은 지난 2월 취임했다. 한 회장은 오세린 대표를 만났다.") == [""]


def test_a_date_of_the_telling_is_not_that_of_the_event() -> None:
    """15일 브리핑에서 dates the briefing."""
    assert "2026-03-15" not in dates("한도윤 회장은 15일 브리핑에서 오세린 대표를 만났다고 말했다.")
