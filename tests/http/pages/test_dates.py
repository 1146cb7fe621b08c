from __future__ import annotations

import pytest

from hoedong.http.pages.dates import big_words, edtf_words, interval_words, precision_of, short_words
from recorded import interval


@pytest.mark.parametrize(
    ("edtf", "ko", "en"),
    [
        ("2024-06-11", "2024. 6. 11.", "11 Jun 2024"),
        ("2024-06", "2024년 6월", "Jun 2024"),
        ("2011", "2011년", "2011"),
        ("2024-05-31/2024-06-13", "2024. 5. 31. – 6. 13.", "31 May – 13 Jun 2024"),
        ("2023-12-30/2024-01-02", "2023. 12. 30. – 2024. 1. 2.", "30 Dec 2023 – 2 Jan 2024"),
        ("2024-02/2024-03", "2024년 2월 – 2024년 3월", "Feb 2024 – Mar 2024"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(edtf: str, ko: str, en: str) -> None:
    """A day, a month, a year and a period each keep their precision in both languages."""
    when = interval(edtf)
    assert when is not None
    assert (interval_words(when, "ko"), interval_words(when, "en")) == (ko, en)
    assert edtf_words(edtf, "ko") == ko


@pytest.mark.parametrize(
    ("edtf", "big", "short", "precision"),
    [
        ("2024-06-11", "11", "6. 11.", "day"), ("2024-06", "6월", "6월", "month"), ("2011", "2011년", "2011년", "year"),
        ("2024-05-31/2024-06-13", "5. 31.–6. 13.", "5. 31.–6. 13.", "interval"),
    ],
)  # fmt: skip
def test_the_margin_of_a_diary_is_short(edtf: str, big: str, short: str, precision: str) -> None:
    """The large words in the margin leave out what stands above them."""
    when = interval(edtf)
    assert when is not None
    assert (big_words(when, "ko"), short_words(when, "ko"), precision_of(when)) == (big, short, precision)


def test_what_is_no_date_stays() -> None:
    """Words that are no date are left as they are."""
    assert edtf_words("봄", "ko") == "봄"
