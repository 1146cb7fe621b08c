"""Ceremonies: whose event it was, and who came."""

from __future__ import annotations

import pytest

from hoedong import read
from hoedong.extract.ceremonies import ceremonies
from hoedong.model.encounter import Mode
from seen_page import names, seen_page


@pytest.mark.parametrize(
    ("text", "host", "guests"),
    [
        (
            "한도윤 회장이 14일 취임했다. 귀빈석에는 오세린 장관과 윤바다 시장이 앉았다.",
            ["한도윤"],
            ["오세린", "윤바다"],
        ),
        (
            "14일 신년인사회가 열렸다. 주최자인 한도윤 회장이 맞았다. 오세린 장관과 윤바다 시장이 참석했다.",
            ["한도윤"],
            ["오세린", "윤바다"],
        ),
        (
            "한도윤(28)과 오세린(29)이 14일 백년가약을 맺었다. 주례는 윤바다 감독. 객석에는 강미래 감독이 보였다.",
            ["한도윤", "오세린"],
            ["윤바다", "강미래"],
        ),
        ("한도윤 회장이 14일 취임했다. 오세린 장관은 축전을 보냈다.", [], []),
        ("한도윤 회장이 14일 취임했다. 이튿날 오세린 장관과 윤바다 시장이 참석했다.", [], []),
    ],
)
def test_guests_come_for_the_host(text: str, host: list[str], guests: list[str]) -> None:
    """Who took up a post, gave the event or married has guests; who sent a message or came another day is none."""
    page = seen_page(text)
    found = [(names(page, draft.sides), names(page, draft.attendees)) for draft in ceremonies(page)]
    assert found == ([(host, guests)] if host else [])


def test_guests_in_the_first_row_have_not_all_met() -> None:
    """Those who sit in front at an inauguration are attendees of its host, and of no meeting of their own."""
    text = "한도윤 회장이 14일 취임했다. 헤드테이블에는 오세린 장관과 윤바다 시장, 강미래 대표, 도재이 위원장이 앉았다."
    (report,) = read(text, published="2026-03-16").encounters
    assert (report.mode, len(report.principals), len(report.attendees)) == (Mode.CO_ATTENDANCE, 1, 4)
