"""Which documents a correction means."""

from __future__ import annotations

from hoedong.model.account import DocumentRelation, RecordedDocument, RelationKind
from hoedong.model.correction import CorrectionKind, CorrectionNotice
from hoedong.model.time import PartialDate
from hoedong.resolve.corrections import corrected_documents, correction_relations

TITLE = "한가람-도하나 심야 회동"


def notice(
    *,
    titles: tuple[str, ...] = (),
    dates: tuple[str, ...] = (),
    urls: tuple[str, ...] = (),
    kind: CorrectionKind = CorrectionKind.CORRECTION,
    outlet: str | None = "가람일보",
) -> CorrectionNotice:
    """A notice of 가람일보 of 14 June."""
    days = tuple(PartialDate.parse(day) for day in dates)
    return CorrectionNotice(
        "n", kind, (), dates=days, titles=titles, urls=urls, outlet=outlet, published=PartialDate(2024, 6, 14)
    )


def document(
    id: str,  # noqa: A002 - as in the model
    title: str | None = TITLE,
    published: str | None = "2024-06-12",
    *,
    outlet: str | None = "가람일보",
    url: str | None = None,
    key: str | None = None,
    copies: str = "",
) -> RecordedDocument:
    """A document of the record."""
    day = PartialDate.parse(published) if published else None
    return RecordedDocument(
        id, "", "ko", "2024-06-20T00:00:00Z", key=key, url=url, title=title, outlet=outlet, published=day, copies=copies
    )


def test_the_title_of_the_same_outlet() -> None:
    """The article of that headline, whatever marks it carries; not the same headline elsewhere, nor another one."""
    candidates = [
        document("d1", f"[단독] {TITLE}(종합)"),
        document("d2", outlet="다온신문"),
        document("d3", "한가람 회장 출국"),
        document("d4", outlet=None),
    ]

    assert corrected_documents(notice(titles=(TITLE,)), candidates) == ("d1",)


def test_the_day_decides_between_two_of_one_title() -> None:
    """A column that bears one title every week: the issue of the day, or of the evening before."""
    candidates = [document("d1", published="2024-06-05"), document("d2", published="2024-06-11")]

    assert corrected_documents(notice(titles=(TITLE,), dates=("2024-06-12",)), candidates) == ("d2",)
    assert corrected_documents(notice(titles=(TITLE,), dates=("2024-06-01",)), candidates) == ()
    assert corrected_documents(notice(titles=(TITLE,)), candidates) == ()


def test_versions_of_one_page_are_meant_together() -> None:
    """Two versions under one address, or two copies, are one text; two pages are ambiguous."""
    assert corrected_documents(notice(titles=(TITLE,)), [document("d1", key="k"), document("d2", key="k")]) == (
        "d1",
        "d2",
    )
    assert corrected_documents(notice(titles=(TITLE,)), [document("d1", copies="c"), document("d2", copies="c")]) == (
        "d1",
        "d2",
    )
    assert corrected_documents(notice(titles=(TITLE,)), [document("d1"), document("d2")]) == ()


def test_an_address_decides_by_itself() -> None:
    """The scheme, www and a fragment do not matter; nor does the title."""
    candidates = [document("d1", "다른 제목", url="https://www.garam.example/news/1#top"), document("d2")]

    assert corrected_documents(notice(urls=("http://garam.example/news/1",)), candidates) == ("d1",)


def test_a_day_alone_needs_people() -> None:
    """Without a title: the one document of that day that names two of the notice's people."""
    candidates = [document("d1", "제목 하나"), document("d2", "제목 둘"), document("d3", "제목 셋", "2024-06-01")]
    people = {"n": {"A", "B"}, "d1": {"A", "B", "C"}, "d2": {"A"}, "d3": {"A", "B"}}

    assert corrected_documents(notice(dates=("2024-06-12",)), candidates, people) == ("d1",)
    assert corrected_documents(notice(dates=("2024-06-12",)), candidates) == ()


def test_nothing_later_is_corrected_nor_the_notice_itself() -> None:
    """A notice means what was there before it."""
    candidates = [document("d1", published="2024-06-15"), document("n")]

    assert corrected_documents(notice(titles=(TITLE,)), candidates) == ()


def test_the_order_of_candidates_plays_no_part() -> None:
    """Either way round, the same ids in the same order."""
    candidates = [document("d2", key="k"), document("d1", key="k"), document("d3", outlet="다온신문")]

    assert corrected_documents(notice(titles=(TITLE,)), candidates) == ("d1", "d2")
    assert corrected_documents(notice(titles=(TITLE,)), candidates[::-1]) == ("d1", "d2")


def test_relations_tell_correction_from_withdrawal() -> None:
    """The record keeps which of the two it was."""
    withdrawn = notice(kind=CorrectionKind.RETRACTION)

    assert correction_relations(notice(), ("d1",)) == (DocumentRelation("n", "d1", RelationKind.CORRECTS),)
    assert correction_relations(withdrawn, ("d1",)) == (DocumentRelation("n", "d1", RelationKind.RETRACTS),)
