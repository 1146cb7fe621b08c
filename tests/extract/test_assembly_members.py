"""Who of a sentence is there, where an assembly is told."""

from __future__ import annotations

import pytest

from seen_page import names, seen_page


@pytest.mark.parametrize(
    ("text", "people", "is_sure"),
    [
        ("부산에서 한도윤 시장, 강릉에서 오세린 시장이 왔다.", ["한도윤", "오세린"], True),
        ("재계는 한도윤 회장, 오세린 대표.", ["한도윤", "오세린"], True),
        ("가운데는 한도윤 회장.", ["한도윤"], False),
        ('한도윤 회장은 "물값이 비싸다"고 말했다.', ["한도윤"], False),
        ("한도윤 회장은 물값을 내린다.", [], False),
        ("한도윤 회장은 안 왔다.", [], False),
        ("한도윤 회장은 기자들에게 물값이 비싸다고 말했다.", [], False),
    ],
)
def test_who_came_who_is_listed_and_who_acts_is_there(text: str, people: list[str], is_sure: bool) -> None:
    """Who came or is listed is there for sure; who acted was, but not who stayed away or spoke to the press."""
    page = seen_page(text)
    present = page.present(0)
    assert (names(page, present.people), present.is_sure) == (people, is_sure)


@pytest.mark.parametrize(
    ("text", "may_tell"),
    [
        ("한도윤 회장이 왔다.", True),
        ("재계는 한도윤 회장, 오세린 대표.", True),
        ("한도윤 회장이 웃었다.", False),
    ],
)
def test_sentences_that_cannot_tell_are_not_read(text: str, may_tell: bool) -> None:
    """A sentence with neither a verb of coming nor a list is passed over before its clauses are read."""
    assert seen_page(text).may_tell_who_came(0) is may_tell
