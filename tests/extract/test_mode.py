"""Mode: in person, over a line, or only side by side."""

from __future__ import annotations

import pytest

from hoedong.extract.mode import read_mode
from told import triggers_of


@pytest.mark.parametrize(
    ("ending", "mode"),
    [
        ("를 만났다", "in_person"),
        ("와 통화했다", "remote"),
        ("와 화상으로 만났다", "remote"),
        ("와 화상 회담을 했다", "remote"),
        ("와 전화로 논의했다", "remote"),
        ("에게 전화를 걸었다", "remote"),
        ("와 협약서에 서명했다", "co_attendance"),
        ("와 포즈를 취했다", "co_attendance"),
    ],
)
def test_the_word_or_what_stands_beside_it_decides(ending: str, mode: str) -> None:
    """통화 is remote by itself, 만나다 by 화상으로 beside it."""
    assert read_mode(triggers_of(f"한도윤 회장은 오세린 대표{ending}.")[0], "ko") == mode
