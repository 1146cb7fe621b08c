"""Runs the examples of rules/encounter.toml, attendance.toml and status.toml: each is read as an article of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hoedong.lang_check.ko.time import ANCHOR
from hoedong.lang_check.runner import Example, difference, must_fire
from hoedong.model.reading import Reading
from hoedong.reader import read_document
from hoedong.rules.rule_file import Rule
from hoedong.rules.trace import KeptTrace

INTRODUCTION = "한도윤 가람전자 회장과 오세린 나래물산 대표는 동갑이다.\n\n"
"""Said before an example that speaks of 한 회장 and 오 대표 without naming them."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What an example was read as, and which rules fired."""

    reading: Reading
    fired: frozenset[str]

    def names(self, people: Iterable[str]) -> list[str]:
        """The names of some people, sorted."""
        known = {person.id: person.name for person in self.reading.people}
        return sorted(known[person] for person in people)


def run_encounter_rule(rule: Rule, example: Example, matches: bool) -> str | None:
    """The rule reports an encounter of these `principals`; of a reject sentence it reports none."""
    outcome = _read(example["text"])
    reports = [report for report in outcome.reading.encounters if rule.id in report.rules]
    silent = must_fire(rule.id, reports, matches=matches)
    if silent or not matches:
        return silent
    found = [outcome.names(report.principals) for report in reports]
    expected = sorted(example["principals"])
    return None if expected in found else difference("principals", [expected], found)


def run_attendance_rule(rule: Rule, example: Example, matches: bool) -> str | None:
    """The rule fires and these `attendees` were there; on a reject sentence it does not fire."""
    outcome = _read(example["text"])
    silent = must_fire(rule.id, rule.id in outcome.fired, matches=matches)
    if silent or not matches:
        return silent
    found = [outcome.names(report.attendees) for report in outcome.reading.encounters]
    expected = sorted(example["attendees"])
    return None if expected in found else difference("attendees", [expected], found)


def run_status_rule(rule: Rule, example: Example, matches: bool) -> str | None:
    """The rule decides the status of an encounter; on a reject sentence it does not."""
    outcome = _read(INTRODUCTION + example["text"])
    silent = must_fire(rule.id, rule.id in outcome.fired, matches=matches)
    if silent or not matches:
        return silent
    found = [str(report.status) for report in outcome.reading.encounters]
    return None if rule.fields["status"] in found else difference("status", [rule.fields["status"]], found)


def _read(text: str) -> _Outcome:
    trace = KeptTrace()
    reading = read_document(text, lang="ko", published=ANCHOR, trace=trace)
    return _Outcome(reading, frozenset(step.rule for step in trace.steps if step.fired))
