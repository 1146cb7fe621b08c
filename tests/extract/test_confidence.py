"""Confidence: the traits of a report, each with a weight that was fitted."""

from __future__ import annotations

from hoedong.extract.confidence import BASE, confidence_by, confidence_of, weights
from hoedong.reader import read_document
from hoedong.rules.trace import KeptTrace

TWICE = (
    "한도윤 가람전자 회장은 14일 부산에서 벤 카터 오르카AI CEO를 만났다. 한 회장과 카터 CEO의 회동은 두 시간 이어졌다."
)


def confidence(text: str) -> float:
    """The confidence of the one encounter of a text."""
    (report,) = read_document(text, lang="ko", published="2026-03-16").encounters
    return report.confidence


def test_what_is_told_twice_is_believed_more() -> None:
    """A meeting of which two sentences tell is surer than one of which one does."""
    assert confidence(TWICE) > confidence(TWICE.partition(" 한 회장과")[0])


def test_a_trait_that_was_never_weighed_changes_nothing() -> None:
    """A trait without a line in the file weighs nothing."""
    assert confidence_of((BASE, "never seen")) == confidence_of((BASE,))


def test_confidence_stays_between_its_bounds() -> None:
    """However much speaks for or against a report, it is neither sure nor impossible."""
    assert 0 < confidence_by({BASE: -50.0}, (BASE,)) < confidence_by({BASE: 50.0}, (BASE,)) < 1


def test_the_trace_names_each_trait_with_its_weight() -> None:
    """`hoedong explain` can say why a report is believed: the traits of the trace give its confidence."""
    trace = KeptTrace()
    (report,) = read_document(TWICE, lang="ko", published="2026-03-16", trace=trace).encounters
    steps = [step for step in trace.steps if step.stage == "confidence"]
    assert confidence_of([step.rule for step in steps]) == report.confidence
    assert [step.detail for step in steps] == [f"{weights().get(step.rule, 0.0):+.2f}" for step in steps]
