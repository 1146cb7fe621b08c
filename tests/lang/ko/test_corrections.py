"""Which pages correct or withdraw an earlier article, and what they say of it."""

from __future__ import annotations

import pytest

from hoedong.ingest.document import make_document
from hoedong.lang.ko.corrections import find_correction
from hoedong.model.correction import CorrectionKind, CorrectionNotice
from hoedong.model.document import Document
from hoedong.model.time import PartialDate, Publication


def page(text: str, published: str | None = "2024-06-14", **about: str) -> Document:
    """A page of 가람일보 as the reader would have it."""
    document, _ = make_document(text, lang="ko", outlet="가람일보", **about)
    value = PartialDate.parse(published) if published else None
    return Document(**{name: getattr(document, name) for name in _FIELDS}, publication=Publication(value))


_FIELDS = ("id", "text", "lang", "blocks", "source", "title", "outlet", "byline")

NOTICE = (
    "[정정보도] 한가람 회장 면담 기사\n"
    "본지는 6월 12일자 A3면 「한가람-도하나 심야 회동」 제하의 기사에서 두 사람이 10일 만났다고 보도했습니다.\n"
    "그러나 확인 결과 두 사람은 11일 만난 것으로 드러나 이를 바로잡습니다. 독자 여러분께 사과드립니다."
)


def test_a_notice_tells_day_title_and_page() -> None:
    """What a formal notice says of the earlier article is all read."""
    document = page(NOTICE)

    notice = find_correction(document)

    assert notice == CorrectionNotice(
        document=document.id,
        kind=CorrectionKind.CORRECTION,
        evidence=notice.evidence if notice else (),
        dates=(PartialDate(2024, 6, 12),),
        titles=("한가람-도하나 심야 회동",),
        pages=("A3",),
        outlet="가람일보",
        published=PartialDate(2024, 6, 14),
    )
    assert "바로잡습니다" in document[notice.evidence[0].span]


def test_a_withdrawal_is_no_mere_correction() -> None:
    """An article that is cancelled is withdrawn as a whole; its address is kept."""
    notice = find_correction(
        page("본사는 12일 송고한 「심야의 세 사람」 기사(https://garam.example/1)의 전문을 취소합니다.")
    )

    assert notice is not None
    assert notice.kind is CorrectionKind.RETRACTION
    assert notice.urls == ("https://garam.example/1",)


def test_a_notice_at_the_foot_of_another_article() -> None:
    """Its heading is no evidence, and what stands above it is not read as the notice."""
    text = (
        "한가람 회장과 도하나 장관이 11일 서울에서 만나 「공장의 내일」 보도를 두고 이야기했다.\n"
        "■ 바로잡습니다\n본보 12일자 5면 ‘세 사람의 저녁’ 기사에서 노을빛 부장은 노을비 과장의 오기입니다."
    )
    document = page(text)

    notice = find_correction(document)

    assert notice is not None
    assert notice.titles == ("세 사람의 저녁",)
    assert document[notice.evidence[0].span].startswith("본보 12일자")


def test_heading_and_notice_on_one_line() -> None:
    """<바로잡습니다> may stand before its own sentence."""
    document = page(
        "두 사람이 만났다.\n<바로잡습니다> 본지 12일자 4면 기사의 ‘노을빛 소장’은 ‘노을비 소장’의 잘못입니다."
    )

    notice = find_correction(document)

    assert notice is not None
    assert (notice.pages, [str(date) for date in notice.dates]) == (("4",), ["2024-06-12"])


@pytest.mark.parametrize(
    "text",
    [
        "한가람 회장과 도하나 장관이 11일 서울에서 만났다. 두 사람은 공장을 논의했다.",
        "[반론보도] 한가람 회장 면담 관련\n본지 12일자 기사에 대해 가람전자 측은 만난 사실이 없다고 알려왔습니다.",
        "도하나 장관은 “제 발언을 정정합니다”라며 12일자 기사에 대해 해명했다.",
        "가람전자는 가람일보를 상대로 정정보도를 청구했다. 재판부는 기사를 정정하라고 했다.",
        "[정정] 한가람-도하나 회동(종합2보)\n한가람 회장과 도하나 장관이 11일 서울에서 만났다.",
        "두 사람은 21일로 잡은 회동을 취소합니다.",
    ],
)
def test_other_pages_correct_nothing(text: str) -> None:
    """News, replies of the other side, quoted words, lawsuits, marks of a new version, meetings called off."""
    assert find_correction(page(text)) is None


@pytest.mark.parametrize(
    ("words", "published", "day"),
    [
        ("본지 2023년 12월 30일자", "2024-01-03", "2023-12-30"),
        ("본지 12월 30일자", "2024-01-03", "2023-12-30"),
        ("본지 30일자", "2024-01-03", "2023-12-30"),
        ("본지 2일자", "2024-01-03", "2024-01-02"),
        ("본지 31일자", "2024-03-02", "2024-01-31"),
    ],
)
def test_the_issue_is_the_latest_one_before_the_notice(words: str, published: str, day: str) -> None:
    """A day without month or year is the last such day that the calendar had."""
    notice = find_correction(page(f"{words} 3면 기사의 이름을 바로잡습니다. 독자께 사과드립니다.", published))

    assert notice is not None
    assert [str(date) for date in notice.dates] == [day]


def test_without_a_day_of_publication_no_day_is_guessed() -> None:
    """12일자 of a notice of unknown day names no day."""
    notice = find_correction(page("본지 12일자 3면 기사의 이름을 바로잡습니다. 독자께 사과드립니다.", None))

    assert notice is not None
    assert notice.dates == ()
