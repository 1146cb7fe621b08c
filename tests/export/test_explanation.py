"""The explanation: each decision under the sentence in which it fell."""

from __future__ import annotations

import pytest

from hoedong.export.explanation import explain_reading
from hoedong.lang.folder import RulePlace
from hoedong.model.document import Block, BlockRole, Document
from hoedong.model.reading import Reading
from hoedong.model.span import Span
from hoedong.rules.trace import TraceStep

PLACES = {"ko.time.last-day": RulePlace("ko/rules/time.toml:31", "지난 N일")}


def span_of(reading: Reading, words: str) -> Span:
    """Where words stand in the sample."""
    start = reading.document.text.index(words)
    return Span(start, start + len(words))


def explained(reading: Reading, *steps: TraceStep, at: str | None = None) -> list[str]:
    """The lines of an explanation, of the sentence that holds some words or of the whole page."""
    offset = None if at is None else span_of(reading, at).start
    return list(explain_reading(reading, steps, PLACES, offset))


def test_a_rule_that_fired_shows_its_place(sample: Reading) -> None:
    """A step shows what was seen, what it was read as, and the rule with file:line."""
    span = span_of(sample, "지난 11일")
    lines = explained(sample, TraceStep("time", "ko.time.last-day", span, True, "2025-09-11"), at="노던클라우드 본사")

    assert lines[0].startswith("line 36 ")
    assert "paragraph  지난 11일에는 시애틀" in lines[0]
    assert lines[1].startswith(f"  time       [{span.start}:{span.end}] 지난 11일 → 2025-09-11  ")
    assert lines[1].endswith("ko/rules/time.toml:31 ko.time.last-day")


def test_a_near_miss_says_why(sample: Reading) -> None:
    """A rule that came near is shown with its reason, after those that fired."""
    span = span_of(sample, "면담했는지")
    lines = explained(
        sample, TraceStep("trigger", "ko.meet.with", span, False, "no phrase with 와/과"), at="면담했는지"
    )

    assert f"  not fired  [{span.start}:{span.end}] ko.meet.with: no phrase with 와/과" in lines


def test_a_report_stands_under_each_of_its_sentences(sample: Reading) -> None:
    """The sentence that carries an encounter names it with people, status and date."""
    lines = explained(sample, at="노던클라우드 본사")

    assert "  report     e4 한도윤, 레베카 스톤; with 오세린, 문지호, 배현우; in_person; held; 2025-09-11 Thu" in lines


def test_a_silent_encounter_word_is_told(sample: Reading) -> None:
    """An encounter word without report and without reason is not passed over."""
    span = span_of(sample, "차례로 방문했다")
    lines = explained(sample, TraceStep("trigger", "ko.visit", span, True, ""), at="차례로 방문했다")

    assert any(line.startswith("  nothing") for line in lines)


@pytest.mark.parametrize("offset", [0, 10**9])
def test_any_offset_finds_a_sentence(sample: Reading, offset: int) -> None:
    """An offset outside every sentence shows the nearest one."""
    assert len([line for line in explain_reading(sample, (), PLACES, offset) if line.startswith("line ")]) == 1


def test_the_whole_page_is_gone_through(sample: Reading) -> None:
    """Without an offset every block is shown."""
    headings = [line for line in explained(sample) if line.startswith("line ")]

    assert len(headings) >= len(sample.document.blocks)


def test_a_page_in_another_language_is_shown_block_by_block() -> None:
    """A page that is not read has no sentences; its blocks are shown all the same."""
    text = "日本語のページです。"
    page = Document("d", text, "ja", (Block(BlockRole.PARAGRAPH, Span(0, len(text))),))

    assert list(explain_reading(Reading(page), (), {})) == [f"line 1 [0:{len(text)}] paragraph  {text}"]
