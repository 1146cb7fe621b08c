"""A reading with its trace, sentence by sentence: what was seen, which rules fired, and which nearly did.

line 12 [310:349] paragraph  지난 11일에는 시애틀 노던클라우드 본사를 찾아 레베카 스톤 CEO를 만났다.
  time       [310:316] 지난 11일 → 2025-09-11      ko/rules/time.toml:31 ko.time.last-day
  not fired  [340:344] ko.meet.comitative: no phrase with 와/과   ko/rules/encounter.toml:6
  report     e4 한도윤, 레베카 스톤; held; 2025-09-11
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rich.cells import cell_len

from hoedong.export.wording import People, interval_words
from hoedong.lang.folder import RulePlace
from hoedong.lang.registry import is_readable, load_language
from hoedong.model.diagnostic import Diagnostic
from hoedong.model.document import Block, Document
from hoedong.model.encounter import EncounterReport
from hoedong.model.reading import Reading
from hoedong.model.span import Span
from hoedong.rules.trace import TraceStep

_DETAIL_WIDTH = 58
_LABEL_WIDTH = 11
_LONGEST_QUOTE = 24
TRIGGER_STAGES = frozenset({"trigger", "encounter"})
"""The stages whose steps stand on an encounter word."""


@dataclass(slots=True)
class _Passage:
    """One sentence, or a whole block that is not read, with what was decided in it."""

    span: Span
    block: Block
    steps: list[TraceStep] = field(default_factory=list)
    reports: list[EncounterReport] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def explain_reading(
    reading: Reading, steps: Sequence[TraceStep], places: Mapping[str, RulePlace], at: int | None = None
) -> Iterator[str]:
    """The explanation as lines of text; `at` is an offset that picks one sentence, None takes all."""
    page = reading.document
    passages = _passages(page)
    _sort_in(passages, reading, steps)
    lines = _LineNumbers(page.text)
    for passage in passages if at is None else _holding(passages, at):
        yield _heading(page, passage, lines)
        yield from (f"  {line}" for line in _decisions(reading, passage, places))


def _passages(page: Document) -> list[_Passage]:
    found, language = [], load_language(page.lang) if is_readable(page.lang) else None
    for block in page.blocks:
        cut = language.split_sentences if language and block.role.is_read else _whole
        spans = cut(page.text, block.span)
        found += [_Passage(span, block) for span in spans]
    return found


def _whole(_: str, block: Span) -> tuple[Span, ...]:
    return (block,)


def _holding(passages: list[_Passage], offset: int) -> list[_Passage]:
    """The passage at an offset, or the one before it where the offset falls between two."""
    index = bisect_right([passage.span.start for passage in passages], offset) - 1
    return passages[max(index, 0) : max(index, 0) + 1]


def _sort_in(passages: list[_Passage], reading: Reading, steps: Iterable[TraceStep]) -> None:
    starts = [passage.span.start for passage in passages]
    if not starts:
        return

    def passage_at(offset: int) -> _Passage:
        return passages[max(bisect_right(starts, offset) - 1, 0)]

    for step in dict.fromkeys(steps):
        passage_at(step.span.start).steps.append(step)
    for report in reading.encounters:
        for start in sorted({passage_at(item.span.start).span.start for item in report.evidence}):
            passage_at(start).reports.append(report)
    for diagnostic in reading.diagnostics:
        if diagnostic.span is not None:
            passage_at(diagnostic.span.start).diagnostics.append(diagnostic)


class _LineNumbers:
    """The 1-based line of an offset."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(index + 1 for index, character in enumerate(text) if character == "\n")]

    def __getitem__(self, offset: int) -> int:
        return bisect_right(self._starts, offset)


def _heading(page: Document, passage: _Passage, lines: _LineNumbers) -> str:
    words = " ".join(page[passage.span].split())
    return f"line {lines[passage.span.start]} [{passage.span.start}:{passage.span.end}] {passage.block.role}  {words}"


def _decisions(reading: Reading, passage: _Passage, places: Mapping[str, RulePlace]) -> Iterator[str]:
    page = reading.document
    for step in passage.steps:
        if step.fired:
            yield _fired(page, step, places)
    for step in passage.steps:
        if not step.fired:
            yield _not_fired(step, places)
    people = People(reading)
    for report in passage.reports:
        yield _labelled("report", _report(page, report, people))
    for diagnostic in passage.diagnostics:
        yield _labelled("not clear", f"{diagnostic.code}: {diagnostic.message}")
    if not passage.reports and _silent_trigger(passage):
        yield _labelled("nothing", "an encounter word stands here, and no rule came near it")


def _fired(page: Document, step: TraceStep, places: Mapping[str, RulePlace]) -> str:
    result = f" → {step.detail}" if step.detail else ""
    seen = f"[{step.span.start}:{step.span.end}] {_short(page[step.span])}{result}"
    place = places.get(step.rule)
    return _labelled(step.stage, _with_source(seen, f"{place.location} {step.rule}" if place else step.rule))


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1] + "…"


def _not_fired(step: TraceStep, places: Mapping[str, RulePlace]) -> str:
    why = f"{step.rule}: {step.detail}" if step.detail else step.rule
    place = places.get(step.rule)
    seen = f"[{step.span.start}:{step.span.end}] {why}"
    return _labelled("not fired", _with_source(seen, place.location) if place else seen)


def _silent_trigger(passage: _Passage) -> bool:
    """Whether an encounter word fired here with neither a report nor a reason why there is none."""
    stages = {(step.stage, step.fired) for step in passage.steps}
    fired = any(stage in TRIGGER_STAGES and hit for stage, hit in stages)
    return fired and not any(stage in TRIGGER_STAGES and not hit for stage, hit in stages) and not passage.diagnostics


def _report(page: Document, report: EncounterReport, people: People) -> str:
    sides = [people.name(person) for person in report.principals] + [page[span] for span in report.parties]
    with_whom = f"; with {people.names(report.attendees)}" if report.attendees else ""
    when = interval_words(report.when.value)
    return f"{report.id} {', '.join(sides)}{with_whom}; {report.mode}; {report.status}; {when}"


def _labelled(label: str, words: str) -> str:
    return f"{label:<{_LABEL_WIDTH}}{words}"


def _with_source(words: str, source: str) -> str:
    one_line = " ".join(words.split())
    return one_line + " " * max(2, _DETAIL_WIDTH - cell_len(one_line)) + source
