"""Earlier meetings: what a count or an interval tells of the meetings before."""

from __future__ import annotations

import pytest

from hoedong import read

MEETING = "한도윤 대통령은 14일 오세린 총리와 회담했다."


def dates(text: str) -> list[str]:
    """The dates of the encounters of a text, sorted."""
    return sorted(
        report.when.value.edtf for report in read(text, published="2026-03-16").encounters if report.when.value
    )


@pytest.mark.parametrize(
    ("after", "earlier"),
    [
        ("두 정상이 만난 것은 지난해 9월 유엔총회 이후 6개월 만이다.", ["2025-09"]),
        ("지난해 9월에 이은 두 번째 만남이다.", ["2025-09"]),
        ("오 총리와의 회담은 지난해 2월과 10월에 이어 세 번째다.", ["2025-02", "2025-10"]),
        ("이런 회담은 2018년 국경 충돌 이래 처음이다.", []),
        ("두 정상은 지난해 9월에 각각 취임했다.", []),
    ],
)
def test_a_count_tells_of_the_meetings_before(after: str, earlier: list[str]) -> None:
    """A date that a claim counts from is that of a meeting; one of a clash, or of anything else, is none."""
    assert dates(f"{MEETING} {after}") == sorted([*earlier, "2026-03-14"])


def test_a_call_is_counted_from_a_call() -> None:
    """Where the sentence speaks of calls, the earlier one was a call."""
    text = "한도윤 대통령은 14일 오세린 총리와 통화했다. 두 정상의 통화는 지난해 9월 이후 6개월 만이다."
    assert {report.mode for report in read(text, published="2026-03-16").encounters} == {"remote"}
