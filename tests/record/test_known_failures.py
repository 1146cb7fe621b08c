"""Failures that records of this kind are known for, each as a test that this one does not fail."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

from hoedong import read
from hoedong.errors import RecordError
from hoedong.export.record.follow_the_money import export_follow_the_money
from hoedong.export.record.formats import FORMATS
from hoedong.export.record.graphml import export_graphml
from hoedong.model.account import Encounter
from hoedong.model.judgement import JudgementSubject, JudgementVerb
from hoedong.model.reading import Reading
from hoedong.model.time import PartialDate
from hoedong.record.protocol import Run
from hoedong.record.record import Outcome, Record
from hoedong.record.sqlite import SqliteStore
from hoedong.record.store_view import StoreView
from hoedong.workspace import Workspace
from hoedong.workspace.judgement_file import new_judgement
from invented_readings import entry, exported, met, new_record, page, record_of, reprint

PAIR = ("한도윤", "오세린")


def meetings(record: Record) -> list[Encounter]:
    """The encounters of a record, oldest first."""
    return list(StoreView(record.store).find_encounters(newest_first=False))


def dates(record: Record) -> list[str | None]:
    """The dates of its encounters."""
    return [one.when.edtf if one.when else None for one in meetings(record)]


def of(*readings: Reading) -> Record:
    """A record of these pages."""
    return record_of([entry(one) for one in readings])


def test_two_meetings_of_one_pair_stay_two() -> None:
    """The general failure: a relation between two people is one edge, and its second date overwrites the first."""
    pages = [page("d1", met(*PAIR, on="2024-02-05")), page("d2", met(*PAIR, on="2024-06-11"))]
    record = of(*pages)
    assert dates(record) == ["2024-02-05", "2024-06-11"]

    record.add([entry(one) for one in pages])
    record.rebuild()
    assert dates(record) == ["2024-02-05", "2024-06-11"]


def test_a_meeting_with_another_touches_nothing() -> None:
    """The general failure: news of A and C invalidates what is known of A and B."""
    record = of(page("d1", met("한도윤", "오세린", on="2024-06-11")))
    before = meetings(record)
    record.add(
        [entry(page("d2", met("한도윤", "서가온", on="2024-06-11"))), entry(page("d3", met("한도윤", "서가온")))]
    )

    assert [one for one in meetings(record) if one.id == before[0].id] == before


@pytest.mark.parametrize("told", [None, "2011/2017"])
def test_no_encounter_takes_the_day_of_its_recording(told: str | None) -> None:
    """The general failure: where a text gives no day, or a span of years, the day of reading or printing stands in."""
    record = of(page("d1", met(*PAIR, on=told), published="2024-06-13"))

    assert dates(record) == [told]
    assert all(value.value != "2024-06-13" for one in meetings(record) for value in one.values)


def test_namesakes_of_two_firms_stay_apart() -> None:
    """The general failure: two people of one name become one, with the posts of both."""
    record = of(
        page("d1", met("이정배@가람전자 부장", "오세린")),
        page("d2", met("이정배@누리은행 이사", "오세린", on="2024-07-01"), published="2024-07-02"),
    )
    found = [one for one in StoreView(record.store).people() if one.name == "이정배"]

    assert [len(one.positions) for one in found] == [1, 1]
    assert {post.organisation for one in found for post in one.positions} == {"가람전자", "누리은행"}


def test_a_removed_page_takes_along_what_it_alone_said() -> None:
    """The general failure: deleting a document leaves its facts, or takes those that others support as well."""
    shared, alone = page("d1", met(*PAIR)), page("d2", met(*PAIR), met("서가온", "벤 카터"))
    record = of(shared, alone)
    ids = {one.id for one in meetings(record)}
    record.forget(entry(alone).id, "licence", "gana")

    assert exported(record.store) == exported(of(shared).store)
    assert [one.sources for one in meetings(record)] == [1]
    assert {one.id for one in meetings(of(alone, shared))} == ids


ARTICLE = """한도윤 회장, 시애틀서 벤 카터 CEO와 회동
한도윤 가람전자 회장은 지난 11일 시애틀에서 벤 카터(Ben Carter) 노르트빈트 CEO를 만났다.
▲ 한도윤 가람전자 회장(왼쪽)과 벤 카터 CEO가 11일(현지시간) 시애틀에서 만나 악수하고 있다."""


def test_headline_body_and_caption_are_one_encounter() -> None:
    """The general failure: every mention of a meeting in an article becomes a meeting."""
    reading = read(ARTICLE, published="2024-06-13", lang="ko", id="d1")
    record = of(reading)

    assert dates(record) == ["2024-06-11"]
    assert {one.name for one in StoreView(record.store).people()} == {"한도윤", "벤 카터"}


def test_one_day_can_hold_two_meetings() -> None:
    """The general failure: actor, day and actor make the identity of an event, so the second of a day is lost."""
    record = of(page("d1", met(*PAIR, city="서울"), met(*PAIR, city="부산")))

    assert sorted(one.city or "" for one in meetings(record)) == ["부산", "서울"]


def test_ten_reprints_are_one_encounter_of_one_source() -> None:
    """The general failure: a wire story that ten papers print counts as ten meetings, or as ten witnesses."""
    wire = page("d0", met(*PAIR), outlet="바른통신")
    record = of(wire, *(reprint(wire, f"d{number}", f"{number}호 신문") for number in range(1, 11)))

    (only,) = meetings(record)
    assert (len(only.reports), only.sources, only.outlets) == (11, 1, 11)


def test_a_graph_does_not_tell_how_it_grew() -> None:
    """The general failure: the graph after adding page by page is another than that of a full build."""
    pages = [
        page(f"d{day}", met(*PAIR), met("서가온", PAIR[day % 2]), met("벤 카터", "한도윤", on=f"2024-06-{day}"))
        for day in range(10, 14)
    ]
    grown = record_of([entry(one) for one in pages], [1, 1, 1, 1])
    built = record_of([entry(one) for one in reversed(pages)])
    built.rebuild()

    assert graphml(grown) == graphml(built)


def graphml(record: Record) -> str:
    """The graph of a record."""
    out = StringIO()
    export_graphml(StoreView(record.store), out)
    return out.getvalue()


def test_an_edited_article_orphans_judgements_openly() -> None:
    """The general failure: after an edit an annotation sticks to the words that stand at its old place."""
    record = new_record()
    record.add([entry(page("v1", met("한도윤", "오세린"), lead="처음 실린 글"), key="page")])
    (first,) = meetings(record)
    decided = new_judgement(
        JudgementSubject.REPORT, JudgementVerb.REJECT, first.id, user="gana", created="2024-07-02T00:00:00.000000Z"
    )
    record.judge([decided])
    assert meetings(record) == []

    outcome = record.add([entry(page("v2", met("한도윤", "오세린"), lead="고쳐 실린 글"), key="page")])
    view = StoreView(record.store)
    assert outcome == (Outcome.NEW_VERSION,)
    assert view.orphaned_judgements() == (decided,)
    assert len(meetings(record)) == 1
    record.rebuild()
    assert (view.orphaned_judgements(), len(meetings(record))) == ((decided,), 1)


def test_an_edit_elsewhere_keeps_nothing_of_the_old_version() -> None:
    """The general failure: both versions of an edited page are searched and counted."""
    record = new_record()
    for name, other in (("v1", "오세린"), ("v2", "서가온")):
        record.add([entry(page(name, met("한도윤", other)), key="page")])
    view = StoreView(record.store)

    assert {one.name for one in view.people()} == {"한도윤", "서가온"}
    assert len(list(view.documents())) == 1
    assert record.store.ledger.count() == 2


def test_no_day_is_exported_that_no_source_gives() -> None:
    """The general failure: a format without partial dates turns June into the first of June."""
    out = StringIO()
    export_follow_the_money(StoreView(of(page("d1", met(*PAIR, on="2024-06"), published="2024-07")).store), out)

    assert "2024-06" in out.getvalue()
    assert "2024-06-01" not in out.getvalue()
    assert "2024-07-01" not in out.getvalue()


MIXED = (None, "2020", "2021-06", "2022-06-11", "2023-06-10/2023-06-12", "2024/2025")


def test_dates_of_every_precision_go_into_one_timeline() -> None:
    """The general failure: a year among days breaks the order, or the page."""
    record = of(*(page(f"d{index}", met(*PAIR, on=on), published=None) for index, on in enumerate(MIXED)))

    assert len(meetings(record)) == len(MIXED)
    first = [one.when.first_day() if one.when else dt.date.max for one in meetings(record)]
    assert first == sorted(first)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_dates_of_every_precision_can_be_exported(name: str, tmp_path: Path) -> None:
    """The general failure: an export stops at the first date that its format has no form for."""
    pages = [page(f"d{index}", met(*PAIR, on=on), published=None) for index, on in enumerate(MIXED)]
    target = tmp_path / "out"
    FORMATS[name].export(StoreView(of(*pages).store), target)

    assert target.exists()


@pytest.mark.parametrize("statement", ["UPDATE judgement SET user = 'x'", "DELETE FROM judgement"])
def test_judgements_cannot_be_changed(statement: str) -> None:
    """The general failure: a migration or a careless statement rewrites what a person decided."""
    record = of(page("d1", met(*PAIR)))
    (meeting,) = meetings(record)
    record.judge(
        [new_judgement(JudgementSubject.REPORT, JudgementVerb.ACCEPT, meeting.id, user="gana", created="2024")]
    )
    store = record.store
    assert isinstance(store, SqliteStore)

    with pytest.raises(RecordError, match="append-only"), store.writing():
        store._db.run(statement)
    assert store.ledger.judgement_count() == 1


def test_newer_rules_leave_ids_alone() -> None:
    """The general failure: an upgrade of the engine gives everything new ids, and reviews point nowhere."""
    reading = page("d1", met(*PAIR, quote="반갑습니다"), trip=("한도윤", "2024-06-10", "2024-06-12", "부산"))
    surer = replace(reading, encounters=(replace(reading.encounters[0], confidence=0.9, rules=("by.other.rules",)),))
    record = of(reading)
    before = ids(record)
    outcome = record.add([replace(entry(surer), run=Run("hand+2", "hand", "2"))])

    assert outcome == (Outcome.REREAD,)
    assert ids(record) == before
    assert meetings(record)[0].confidence != meetings(of(reading))[0].confidence


def ids(record: Record) -> list[Sequence[str]]:
    """Every id of people, reports, journeys, quotations and documents."""
    view = StoreView(record.store)
    nouns = (view.people(), view.encounters(), view.journeys(), view.quotes(), view.documents(), view.organisations())
    return [[one.id for one in noun] for noun in nouns]


def test_evidence_is_where_it_says() -> None:
    """The general failure: offsets count bytes, or UTF-16, or a cleaned text, and point beside their words."""
    reading = page("d1", met(*PAIR, quote="😀 반갑습니다"), lead="😀😀 머리말 𠮷")
    view = StoreView(of(reading).store)
    (document,) = view.documents()
    (quote,) = view.quotes()
    (report,) = view.reports([one.id for one in view.encounters()])

    assert document[quote.citation.span] == quote.text == "😀 반갑습니다"
    assert document[report.evidence[0].span].startswith("한도윤 가람전자 회장")


NOTICE = """[바로잡습니다] 한도윤 회장 면담 기사
본지 6월 12일자 「한도윤-오세린 부산 회동」 제하의 기사에서 두 사람이 10일 만났다고 보도했습니다.
그러나 확인 결과 두 사람은 11일 만난 것으로 드러나 이를 바로잡습니다."""


@pytest.fixture
def corrected() -> Workspace:
    """Three pages, added on 15, 15 and 17 June: one says the 11th, one the 10th, one corrects the second."""
    days = iter((15, 15, 15, 15, 17, 17, 17, 17))
    workspace = Workspace(":memory:", user="gana", clock=lambda: dt.datetime(2024, 6, next(days), 9, tzinfo=dt.UTC))
    right = page("d1", met(*PAIR, on="2024-06-11", city="부산"), published="2024-06-13")
    wrong = page(
        "d2", met(*PAIR, on="2024-06-10", city="부산"), published="2024-06-12", outlet="나루신문",
        title="한도윤-오세린 부산 회동",
    )  # fmt: skip
    notice = page(
        "d3", met(*PAIR, on="2024-06-11", city="부산"), published="2024-06-14", outlet="나루신문", lead=NOTICE
    )
    for reading in (right, wrong, notice):
        workspace.add_entries([entry(reading)])
    return workspace


def stated(workspace: Workspace) -> set[str]:
    """The dates that are chosen for the encounters of a record."""
    return {
        value.value
        for one in workspace.timeline()
        for value in one.values
        if value.property == "date" and value.is_chosen
    }


def told_dates(workspace: Workspace) -> set[str]:
    """Every date that any report gives."""
    return {value.value for one in workspace.timeline() for value in one.values if value.property == "date"}


def test_a_correction_decides_now(corrected: Workspace) -> None:
    """The general failure: what was corrected stands beside the correction as its equal, or is gone without a trace."""
    assert stated(corrected) == {"2024-06-11"}
    assert told_dates(corrected) == {"2024-06-10", "2024-06-11"}
    assert [relation.kind for relation in corrected.view.relations()] == ["corrects"]


def test_before_the_correction_both_dates_stood(corrected: Workspace) -> None:
    """The general failure: the past is shown with the knowledge of today."""
    then = corrected.at(as_of=PartialDate(2024, 6, 16))

    assert told_dates(then) == {"2024-06-10", "2024-06-11"}
    assert list(then.view.relations()) == []
    assert len(stated(then)) == len(then.timeline())


def test_the_press_of_a_day_knew_what_it_had_printed(corrected: Workspace) -> None:
    """The general failure: press time and time of recording are one clock."""
    assert told_dates(corrected.at(reported_by=PartialDate(2024, 6, 12))) == {"2024-06-10"}
    assert told_dates(corrected.at(reported_by=PartialDate(2024, 6, 13))) == {"2024-06-10", "2024-06-11"}
