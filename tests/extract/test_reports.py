"""Reports: what the drafts of one encounter say together."""

from __future__ import annotations

from hoedong import read
from hoedong.model.encounter import EncounterReport, Mode, Status
from hoedong.model.reading import Reading

MEETING = "한도윤 가람전자 회장은 14일 서울에서 오세린 나래물산 대표를 만났다."


def one_report(text: str) -> tuple[Reading, EncounterReport]:
    """The reading of a text and its only report."""
    reading = read(text, published="2026-03-16")
    (report,) = reading.encounters
    return reading, report


def test_date_place_and_topics_come_from_the_sentences() -> None:
    """Where and about what is said in any sentence of the encounter belongs to it."""
    reading, report = one_report(f"{MEETING} 두 사람은 반도체 협력 방안을 논의했다.")

    assert report.when.value is not None
    assert report.when.value.edtf == "2026-03-14"
    assert [reading.document[span] for span in report.when.spans] == ["14일"]
    assert report.where.city == "서울"
    assert [reading.document[span] for span in report.topics] == ["반도체 협력 방안"]


def test_every_sentence_is_evidence_once() -> None:
    """Evidence is the sentences that tell of it, in text order, each with its rule."""
    reading, report = one_report(f"{MEETING} 이 자리에는 강미래 사장이 배석했다. 두 사람은 협력 방안을 논의했다.")

    assert len({evidence.span for evidence in report.evidence}) == len(report.evidence) == 3
    assert [evidence.span for evidence in report.evidence] == sorted(evidence.span for evidence in report.evidence)
    assert all(evidence.rule for evidence in report.evidence)
    assert "ko.attend.sit-in" in report.rules
    assert [person.name for person in reading.people if person.id in report.attendees] == ["강미래"]


def test_an_outcome_goes_before_a_plan() -> None:
    """A headline's plan and a text's outcome of the same day are one encounter, held."""
    _, report = one_report(f"한도윤 회장, 14일 오세린 대표 만난다\n\n{MEETING}")
    assert report.status is Status.HELD


def test_a_meeting_goes_before_a_line_up() -> None:
    """A picture of those who met does not make the meeting a mere photograph."""
    _, report = one_report(f"{MEETING}\n\n▲ (왼쪽부터) 강미래 사장, 한도윤 회장, 오세린 대표. 사진=새벽일보")

    assert report.mode is Mode.IN_PERSON
    assert (len(report.principals), len(report.attendees)) == (2, 1)


def test_confidence_grows_with_what_is_said() -> None:
    """A strong word told twice is surer than a line-up alone; no report is certain."""
    _, twice = one_report(f"{MEETING} 두 사람은 협력 방안을 논의했다.")
    _, photograph = one_report("새 사업 속도\n\n주가가 올랐다.\n\n▲ (왼쪽부터) 강미래 사장, 한도윤 회장. 사진=새벽일보")

    assert 0 < photograph.confidence < twice.confidence < 1
