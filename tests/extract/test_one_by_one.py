"""One by one: a sentence that tells of several meetings at once."""

from __future__ import annotations

import pytest

from told import drafts


@pytest.mark.parametrize(
    ("adverb", "meetings"), [("", 1), ("차례로 ", 2), ("각각 ", 2), ("잇달아 ", 2), ("따로 ", 2), ("연이어 ", 2)]
)
def test_an_adverb_tells_them_apart(adverb: str, meetings: int) -> None:
    """차례로, 각각, 잇달아: each person on the other side was met alone."""
    found = drafts(f"한도윤 회장은 오세린 대표와 남궁솔 부회장을 {adverb}만났다.")
    assert len(found) == meetings
    assert {len(draft.sides) for draft in found} == {3 if meetings == 1 else 2}


def test_what_stands_between_tells_them_apart() -> None:
    """점심을 with one and 저녁을 with the other, each on its own day."""
    found = drafts("한도윤 회장은 13일 오세린 대표와 점심을, 14일 남궁솔 부회장과 저녁을 함께했다.")
    dated = {(draft.sides, draft.time.value.edtf) for draft in found if draft.time and draft.time.value}

    assert {date for _, date in dated} == {"2026-03-13", "2026-03-14"}
    assert len(dated) == len({sides for sides, _ in dated}) == 2
