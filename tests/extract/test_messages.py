"""Messages: their authors were not there."""

from __future__ import annotations

import pytest

from hoedong.extract.messages import authors
from hoedong.lang_check.ko.clause_case import structure_of


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("한도윤 특사는 오세린 대통령의 친서를 전했다.", 1),
        ("한도윤 특사는 오세린 대통령의 집무실을 찾았다.", 0),
        ("한도윤 특사는 오세린 대통령의 친서를 오세린 대통령과 읽었다.", 0),
    ],
)
def test_the_author_of_a_letter_is_away(text: str, absent: int) -> None:
    """Whose letter is handed over is absent, unless the sentence names them besides."""
    assert len(authors(structure_of(text), "ko")) == absent
