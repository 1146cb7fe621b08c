"""Plural titles: 두 정상, 여야 원내대표, 4대 그룹 총수."""

from __future__ import annotations

import pytest

from hoedong.annotate.plural_titles import find_plural_titles
from hoedong.model.span import Span
from told import drafts


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("두 정상은 웃었다.", 2),
        ("여야 원내대표가 만났다.", 2),
        ("한·벨루아 외교장관은 떠났다.", 2),
        ("4대 그룹 총수가 왔다.", 4),
    ],
)
def test_a_title_with_a_number_stands_for_so_many(text: str, number: int) -> None:
    """The words before a title say how many bear it."""
    assert [title.number for title in find_plural_titles(text, Span(0, len(text)), "ko")] == [number]


@pytest.mark.parametrize("text", ["정상회담은 길었다.", "두 정상회담은 길었다.", "대표는 웃었다."])
def test_a_title_inside_a_noun_or_without_a_number_is_no_plural(text: str) -> None:
    """정상회담 is a meeting, not two heads of state."""
    assert find_plural_titles(text, Span(0, len(text)), "ko") == []


def test_a_plural_title_means_those_named_later() -> None:
    """Of a page that names two floor leaders, 여야 원내대표 are these two."""
    text = "여야 원내대표가 14일 만났다. 새빛당 한도윤 원내대표는 웃었다. 푸른당 오세린 원내대표는 말을 아꼈다."
    assert [len(draft.sides) for draft in drafts(text)] == [2]
