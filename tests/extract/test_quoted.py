"""Quoted words: what speakers tell of their own meetings."""

from __future__ import annotations

import pytest

from hoedong.model.encounter import Status
from hoedong.reader import read_document


def met(text: str) -> list[tuple[Status, tuple[str, ...]]]:
    """The status and the names of the principals of every report."""
    reading = read_document(text, lang="ko", published="2026-03-16")
    names = {person.id: person.name for person in reading.people}
    return [(report.status, tuple(sorted(names[p] for p in report.principals))) for report in reading.encounters]


@pytest.mark.parametrize(
    "words",
    [
        "지난주 오세린 대표를 만나 이야기를 들었다",
        "제가 오세린 대표와 저녁을 먹었습니다",
        "오세린 대표와 좋은 얘기를 나눴다",
    ],
)
def test_the_speaker_is_whom_the_words_are_about(words: str) -> None:
    """A dropped subject and the first person in quoted words mean who says them."""
    assert met(f'한도윤 회장은 기자들에게 "{words}"고 말했다.') == [(Status.HELD, ("오세린", "한도윤"))]


@pytest.mark.parametrize("words", ["오세린 대표를 만날 것이다", "오세린 대표를 만나고 싶다", "손님을 만났다"])
def test_plans_and_wishes_of_a_speaker_are_no_reports(words: str) -> None:
    """Quoted words give what took place or did not; plans, wishes and unnamed people are left alone."""
    assert met(f'한도윤 회장은 "{words}"고 말했다.') == []


def test_words_without_a_named_speaker_tell_nothing() -> None:
    """Nobody is named who could have met."""
    assert met('한 관계자는 "오세린 대표를 만났다"고 말했다.') == []
