"""Pair rows: rows of two people under a headline of meetings."""

from __future__ import annotations

import pytest

from hoedong import read
from hoedong.model.encounter import Mode, Status


@pytest.mark.parametrize("join", ["↔", "→", "-", " – "])
def test_a_row_of_two_under_a_headline_of_calls_is_a_call(join: str) -> None:
    """The headline says of what kind the meetings of the rows are, whatever sign joins the two."""
    page = f"[일지] 대통령 정상 통화\n\n2.4 / 한도윤 대통령{join}오세린 총리 / 32분"
    (report,) = read(page, published="2026-03-16").encounters
    assert (report.mode, report.status, len(report.principals)) == (Mode.REMOTE, Status.HELD, 2)
    assert report.when.value is not None
    assert report.when.value.edtf == "2026-02-04"


def test_a_row_called_off_was_not_held() -> None:
    """취소 in a row calls its meeting off."""
    page = "[일지] 대통령 정상 통화\n\n2.4 / 한도윤 대통령→오세린 총리 / 취소"
    (report,) = read(page, published="2026-03-16").encounters
    assert report.status is Status.NOT_HELD


def test_rows_without_a_headline_of_meetings_tell_nothing() -> None:
    """A change of posts is written with the same arrow, and is no meeting."""
    page = "[인사] 가람전자 임원\n\n2.4 / 한도윤 사장→오세린 사장 / 교체"
    assert read(page, published="2026-03-16").encounters == ()
