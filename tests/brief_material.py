"""The sample article and two invented ones as the record has them, for briefs."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from hoedong.export.brief import Material
from hoedong.model.account import (
    Citation,
    Encounter,
    Participant,
    RecordedDocument,
    ResolvedClaim,
    ResolvedQuote,
    ResolvedReport,
    ResolvedTrip,
    Role,
    Value,
    Verdict,
)
from hoedong.model.claim import ClaimKind
from hoedong.model.encounter import Mode, Status
from hoedong.model.entity import PersonEntity, PositionPeriod
from hoedong.model.person import PositionStatus
from hoedong.model.span import Span
from hoedong.resolve.claims import check_claim
from hoedong.resolve.trips import join_trips
from recorded import CARTER, HAN, OH, date, interval

SAMPLE = (Path(__file__).parent.parent / "samples" / "garam-trip.txt").read_text(encoding="utf-8")
REPRINT = "한도윤 가람전자 회장은 지난 10일 벤 카터 오르카AI CEO를 만났다. <b>둘</b>은 [1]처럼 *자주* 본다."
OTHER = "가람전자 한도윤 회장이 9일 벤 카터 오르카AI CEO와 만찬을 했다고 나루신문이 14일 보도했다."
TODAY = dt.date(2025, 9, 20)

DOCUMENTS = {
    one.id: one
    for one in (
        RecordedDocument("d1", SAMPLE, "ko", "2025-09-15T00:00:00Z", url="https://saebyeok.example/a?b=1&c=2",
                         outlet="새벽일보", published=date("2025-09-14"), copies="w1"),
        RecordedDocument("d2", REPRINT, "ko", "2025-09-15T00:00:00Z", outlet="<나루신문>", copies="w2",
                         published=date("2025-09-14"), url="javascript:alert(1)"),
        RecordedDocument("d3", OTHER, "ko", "2025-09-16T00:00:00Z", copies="w3"),
    )
}  # fmt: skip
PEOPLE = {
    HAN: PersonEntity(HAN, "한도윤", "Han Do-yun", positions=(
        PositionPeriod("가람전자", None, "회장", PositionStatus.CURRENT, date("2025-03"), date("2025-09-14"), 3),
        PositionPeriod("가람전자", None, "부회장", PositionStatus.FORMER, date("2014"), date("2014"), 1))),
    CARTER: PersonEntity(CARTER, "벤 카터", "Ben Carter", positions=(
        PositionPeriod("오르카AI", None, "CEO", PositionStatus.CURRENT, date("2025-09-14"), date("2025-09-14"), 2),)),
    OH: PersonEntity(OH, "오세린", None),
}  # fmt: skip


def cited(document: str, words: str, rule: str = "ko.meet") -> Citation:
    """A citation of words where a document has them first."""
    start = DOCUMENTS[document].text.index(words)
    return Citation(document, Span(start, start + len(words)), rule)


DINNER = cited("d1", "한 회장은 지난 10일(현지시간) 카터 CEO의 팔로알토 자택에 초청받아 단독 만찬을 했다.")
AGAIN = cited("d2", "한도윤 가람전자 회장은 지난 10일 벤 카터 오르카AI CEO를 만났다.")
DISPUTED = cited("d3", "9일 벤 카터 오르카AI CEO와 만찬을 했다고")
SPRING = cited("d1", "지난 3월 카터 CEO가 방한했을 때 서울 한남동 가람 영빈관에서 회동한 지 6개월 만이다.")
SEVEN = cited("d1", "한 회장은 2014년 카터 CEO를 처음 만난 뒤 지금까지 7차례 만났다.")
STONE = cited("d1", "지난 11일에는 시애틀 노던클라우드 본사를 찾아 레베카 스톤(Rebecca Stone) CEO를 만났다.")
TRIP = cited("d1", "앞서 한 회장은 지난 2일 미국으로 출국해 뉴욕과 새너제이, 팔로알토, 시애틀을 차례로 방문했다.")
PARTNER = cited("d1", "가람은 우리가 가장 오래 믿고 일한 동료")
BEGINNING = cited("d1", "이제 시작입니다")


def report(key: str, citation: Citation, status: Status = Status.HELD) -> ResolvedReport:
    """A report of an encounter of the two."""
    witness = DOCUMENTS[citation.document].copies
    return ResolvedReport(
        key, citation.document, 0, status, Mode.IN_PERSON, (HAN, CARTER), evidence=(citation,), witness=witness
    )


REPORTS = {
    one.id: one
    for one in (
        report("r1", DINNER), report("r2", AGAIN), report("r3", DISPUTED), report("r4", SPRING), report("r5", SEVEN),
        report("r6", STONE),
    )
}  # fmt: skip


def met(key: str, when: str | None, *reports: str, status: Status = Status.HELD, people: str = CARTER) -> Encounter:
    """An encounter of 한도윤 with somebody."""
    sides = (Participant(HAN, Role.PRINCIPAL, 1), Participant(people, Role.PRINCIPAL, 1))
    return Encounter(key, status, Mode.IN_PERSON, sides, reports, when=interval(when))


DINNER_VALUES = (
    Value("date", "2025-09-10", ("r1", "r2"), is_chosen=True, is_conflict=False, reason="more sources"),
    Value("date", "2025-09-09", ("r3",), is_chosen=False, is_conflict=True),
)
ENCOUNTERS = (
    replace(met("e1", "2014", "r5"), topics=("AI 비서",)),
    replace(met("e2", "2025-03", "r4"), place="가람 영빈관", city="서울", country="KR", topics=("AI 비서", "반도체")),
    replace(
        met("e3", "2025-09-10", "r1", "r2", "r3"),
        place="카터 CEO의 팔로알토 자택",
        city="팔로알토",
        country="US",
        topics=("온디바이스 반도체",),
        participants=(*met("x", None).participants, Participant(OH, Role.ATTENDEE, 1)),
        values=DINNER_VALUES,
        disagreements=("date",),
        sources=3,
        outlets=2,
    ),
    met("e4", None, "r1"),
    met("e5", "2025-10", status=Status.PLANNED),
    met("e6", "2025-09-11", "r6", people="p-stone"),
)
SAID = ResolvedClaim("c1", "d1", ClaimKind.COUNT, (HAN, CARTER), 7, (SEVEN,), date("2025-09-14"), "새벽일보")
SINCE = replace(SAID, id="c2", kind=ClaimKind.FIRST, value="since 2014")
SIX = replace(SAID, id="c3", kind=ClaimKind.INTERVAL, value="P6M", evidence=(SPRING,))
VERDICTS: tuple[Verdict, ...] = tuple(check_claim(one, ENCOUNTERS) for one in (SAID, SINCE, SIX))
JOURNEYS = join_trips(
    [ResolvedTrip("t1", "d1", HAN, date("2025-09-02"), date("2025-09-13"), ("뉴욕", "새너제이", "시애틀"), (TRIP,))],
    ENCOUNTERS,
)
QUOTES = (
    ResolvedQuote(
        "q1", "d1", CARTER, "가람은 우리가 가장 오래 믿고 일한 동료", PARTNER, "e2", date("2025-09-14"), "새벽일보"
    ),
    ResolvedQuote("q2", "d1", HAN, "이제 시작입니다", BEGINNING, None, date("2025-09-14"), "새벽일보"),
)


def material(counterpart: str | None = CARTER) -> Material:
    """The record on 한도윤, with 벤 카터 or with nobody."""
    return Material(
        PEOPLE[HAN],
        TODAY,
        PEOPLE[counterpart] if counterpart else None,
        ENCOUNTERS,
        JOURNEYS,
        VERDICTS,
        QUOTES,
        PEOPLE,
        REPORTS,
        DOCUMENTS,
    )
