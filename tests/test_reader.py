"""The reader as one pure call: what it is told, what it gives, and that it stays linear."""

from __future__ import annotations

import pytest

import hoedong
from hoedong.errors import UnknownLanguage
from hoedong.ingest.html_metadata import PageMetadata
from hoedong.model.diagnostic import Diagnostic
from hoedong.model.document import BlockRole
from hoedong.model.encounter import Status
from hoedong.model.time import PartialDate, PublicationBasis
from hoedong.reader import read_document
from timing import seconds

MEETING = "한도윤 가람전자 회장은 14일 서울에서 오세린 나래물산 대표를 만났다."
OPENING = f"새 사업 논의 속도\n\n{MEETING}\n\n"
WITHOUT_FULL_STOP = (
    "만나 ",
    "와 ",
    "한도윤 회장, ",
    "한도윤 회장과 오세린 대표와 ",
    "지난 11일 ",
    "“만났다” ",
    "(한도윤 ",
    "은 는 이 가 ",
)


def test_a_page_becomes_a_reading() -> None:
    """One sentence gives two people and one dated encounter with its evidence."""
    reading = hoedong.read(MEETING, published="2026-03-16", id="a")
    (report,) = reading.encounters

    assert [person.name for person in reading.people] == ["한도윤", "오세린"]
    assert report.when.value is not None
    assert report.when.value.edtf == "2026-03-14"
    assert [reading.document[evidence.span] for evidence in report.evidence] == [MEETING]
    assert (reading.document.id, reading.document.lang) == ("a", "ko")


def test_a_date_is_given_as_text_or_value() -> None:
    """`published` may be ISO text or a date; what it is and where from is kept."""
    for published in ("2026-03", PartialDate(2026, 3)):
        publication = read_document(MEETING, published=published).document.publication
        assert (publication.value, publication.basis) == (PartialDate(2026, 3), PublicationBasis.GIVEN)


def test_wrong_requests_are_refused() -> None:
    """An impossible date and an unknown language are errors of the caller."""
    with pytest.raises(ValueError, match="month"):
        read_document(MEETING, published="2026-13")
    with pytest.raises(UnknownLanguage, match="ko"):
        read_document(MEETING, lang="tlh")


def test_a_page_that_is_not_read_is_kept() -> None:
    """A page in another language gives its document and a diagnostic, and no error."""
    reading = read_document("首相は十四日、東京で会長と会談した。両者は協力について話し合った。")

    assert reading.encounters == ()
    assert [diagnostic.code for diagnostic in reading.diagnostics] == ["document.unsupported-language"]


def test_what_markup_and_decoding_tell_is_kept() -> None:
    """The roles of lines, the metadata of a page and the diagnostics of decoding go into the reading."""
    noticed = Diagnostic("decode.encoding", "read as cp949")
    reading = read_document(
        f"회동 소식\n{MEETING}",
        page=PageMetadata(title="회동 소식", outlet="새벽일보"),
        roles=(BlockRole.HEADLINE, BlockRole.CAPTION),
        diagnostics=(noticed,),
    )

    assert [block.role for block in reading.document.blocks] == [BlockRole.HEADLINE, BlockRole.CAPTION]
    assert (reading.document.title, reading.document.outlet) == ("회동 소식", "새벽일보")
    assert reading.diagnostics[0] == noticed


def test_furniture_is_not_read() -> None:
    """A meeting told in a list of other articles is none of this page."""
    reading = read_document(
        f"{OPENING}ⓒ 새벽일보, 무단 전재 및 재배포 금지\n\n많이 본 뉴스\n1 강미래 장관, 윤바다 의원과 회동",
        published="2026-03-16",
    )

    assert [report.status for report in reading.encounters] == [Status.HELD]
    assert [person.name for person in reading.people] == ["한도윤", "오세린"]


def reading_time(text: str) -> float:
    """The processor time of one reading."""
    return seconds(lambda: read_document(text, lang="ko", published="2026-03-16"))


def repeated(piece: str, size: int) -> str:
    """An article with a paragraph of one piece again and again, about so many characters long."""
    return f"{OPENING}{piece * (size // len(piece))}만났다."


@pytest.mark.parametrize("piece", WITHOUT_FULL_STOP)
def test_a_sentence_without_end_does_not_blow_up(piece: str) -> None:
    """100 kB (35,000 characters) without a full stop take seconds, not minutes."""
    assert reading_time(repeated(piece, 35_000)) < 15


@pytest.mark.parametrize("piece", [f"{MEETING} ", "두 사람은 만났다. "], ids=["named", "nominal"])
def test_twice_the_text_takes_twice_the_time(piece: str) -> None:
    """A page of encounter after encounter is read in linear time: a factor of 2, and of 4 if it were quadratic."""
    reading_time(MEETING)
    small, large = (reading_time(repeated(piece, size)) for size in (8_000, 16_000))
    assert large < 3 * small
