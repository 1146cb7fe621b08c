"""Assemblies: who came, sat and spoke, told sentence by sentence."""

from __future__ import annotations

import pytest

from hoedong.extract.assemblies import assemblies
from hoedong.model.encounter import Status
from hoedong.model.time import DateInterval, PartialDate
from seen_page import names, seen_page
from told import heard

HALL = "14일 오후 2시 나래시청 4층 회의실.\n"


def told_of(text: str) -> list[list[str]]:
    """The people of each assembly of a text."""
    page, before = seen_page(text), heard(text)
    return [names(page, draft.sides) for draft in assemblies(page, before.drafts, before.open_meetings)]


@pytest.mark.parametrize(
    ("behind", "people"),
    [
        ("한도윤 시장이 앉았다.\n오세린 시장과 윤바다 시장이 왔다.", ["한도윤", "오세린", "윤바다"]),
        ("한도윤 시장이 앉았다.\n오세린 시장, 윤바다 시장.", ["한도윤", "오세린", "윤바다"]),
        ("한도윤 시장이 앉았다.\n오세린 시장이 왔다.", []),
        ("한도윤 시장, 오세린 시장이 앉았다.\n윤바다 시장은 오지 않았다.", []),
        ("한도윤 시장, 오세린 시장이 앉았다.\n이튿날 윤바다 시장이 왔다.", []),
        ("객석이 찼다.\n한도윤 시장, 오세린 시장, 윤바다 시장이 앉았다.", []),
    ],
)
def test_those_who_came_to_one_place_have_met(behind: str, people: list[str]) -> None:
    """Three who came to a place that was set make an assembly; not who stayed away, came later or sat in a hall."""
    assert told_of(HALL + behind) == ([people] if people else [])


def test_an_assembly_has_the_day_of_its_opening() -> None:
    """The day stands in the sentence that sets the place, and the assembly was held."""
    text = HALL + "한도윤 시장이 앉았다.\n오세린 시장과 윤바다 시장이 왔다."
    (draft,) = assemblies(seen_page(text), [], {})
    assert draft.time is not None
    assert draft.time.value == DateInterval.on(PartialDate(2026, 3, 14))
    assert draft.status is Status.HELD


def test_who_comes_later_to_a_gathering_is_of_it() -> None:
    """Guests named in the sentence behind a meeting of many are sides of that meeting, and no assembly of their own."""
    text = "한도윤 시장, 오세린 시장, 윤바다 시장이 14일 회동했다. 대전에서는 강미래 시장이 왔다."
    page, before = seen_page(text), heard(text)
    assert assemblies(page, before.drafts, before.open_meetings) == []
    assert "강미래" in names(page, before.drafts[0].sides)


def test_lines_list_who_came_to_a_meeting_told_of_without_them() -> None:
    """Two lines of names behind a meeting that was held without any name tell who met."""
    text = "□ 14일 간담회가 열렸다.\nㅇ (정부) 한도윤 장관, 오세린 차관\nㅇ (업계) 윤바다 대표, 강미래 대표"
    assert told_of(text) == [["한도윤", "오세린", "윤바다", "강미래"]]
