"""What was seen and not understood of encounters, told with its place and never without end."""

from __future__ import annotations

from collections import Counter

import pytest

from hoedong.extract.overlooked import MOST_OF_A_CODE
from hoedong.reader import read_document


def remarks(text: str) -> list[tuple[str, str]]:
    """The remarks on encounters of a text, with their words."""
    reading = read_document(text, lang="ko", published="2026-03-16")
    return [
        (one.code.removeprefix("encounter."), reading.document[one.span])
        for one in reading.diagnostics
        if one.code.startswith("encounter.") and one.span is not None
    ]


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        (
            "한도윤 가람전자 회장은 14일 오세린 대표의 소개로 벤 카터 CEO를 만났다.",
            "person-left",
            "오세린",
        ),
        ("14일 가람전자 사옥에서 두 사람의 회동이 열렸다.", "nominal-unresolved", "두 사람"),
        ("한도윤 가람전자 회장은 14일 회동을 가졌다.", "one-side", "회동"),
    ],
)
def test_what_was_not_understood_has_its_place(text: str, code: str, words: str) -> None:
    """Each remark has a stable code and the words that it is about."""
    assert (code, words) in remarks(text)


def test_two_people_and_a_word_without_an_encounter_are_told() -> None:
    """A sentence with two people and a word of meeting that gave nothing is shown whole."""
    text = "한도윤 가람전자 회장은 오세린 나래물산 대표가 낸 책에서 만남의 뜻을 찾았다."
    assert ("not-told", text) in remarks(text) or ("one-side", "만남") in remarks(text)


def test_a_plain_report_leaves_nothing() -> None:
    """Where everything of a sentence was understood, nothing is remarked."""
    assert remarks("한도윤 가람전자 회장은 14일 부산에서 벤 카터 오르카AI CEO를 만났다.") == []


def test_a_page_tells_a_code_a_few_times_at_most() -> None:
    """However often something is not understood, a page tells it five times."""
    text = "\n\n".join(["한도윤 가람전자 회장은 14일 회동을 가졌다."] * (3 * MOST_OF_A_CODE))
    assert max(Counter(code for code, _ in remarks(text)).values()) == MOST_OF_A_CODE
