"""Runs cases/encounters.tsv: a short article, and who met whom in it."""

from __future__ import annotations

from collections.abc import Mapping

from hoedong.lang_check.runner import difference
from hoedong.model.encounter import EncounterReport
from hoedong.model.reading import Reading
from hoedong.reader import read_document

PUBLISHED = "2026-03-16"
"""The day of publication of every case; a Monday."""
_NOT_LOOKED_AT = "-"


def run_encounter_case(case: Mapping[str, str]) -> str | None:
    """The article tells of these encounters and no others; a case with a `todo` is not run."""
    if case["todo"]:
        return None
    text = case["text"].replace("⏎", "\n")
    expected = _expected(case["encounters"])
    reading = read_document(text, lang="ko", published=PUBLISHED)
    actual = sorted(_written(report, reading) for report in reading.encounters)
    if len(actual) == len(expected):
        actual = [_blanked(found, wanted) for found, wanted in zip(actual, expected, strict=True)]
    return difference(f"encounters of {case['text']!r}", expected, actual)


def _expected(cell: str) -> list[str]:
    return sorted(_sorted_sides(encounter.strip()) for encounter in cell.split(" ; ") if encounter.strip())


def _sorted_sides(encounter: str) -> str:
    principals, attendees, *rest = encounter.split("|")
    return "|".join((_in_order(principals.split("+")), _in_order(attendees.split("+")), *rest))


def _in_order(names: list[str]) -> str:
    return "+".join(sorted(names))


def _written(report: EncounterReport, reading: Reading) -> str:
    """A report as the table writes it: 오세린+한도윤|강미래|held|in_person|2026-03-14."""
    names = {person.id: person.name for person in reading.people}
    sides = [names[person] for person in report.principals]
    sides += [f"[{reading.document[party]}]" for party in report.parties]
    present = [names[person] for person in report.attendees]
    date = report.when.value.edtf if report.when.value else ""
    return "|".join((_in_order(sides), _in_order(present), report.status, report.mode, date))


def _blanked(found: str, wanted: str) -> str:
    """A found encounter without its date where the table does not look at the date."""
    if not wanted.endswith(f"|{_NOT_LOOKED_AT}"):
        return found
    return f"{found.rpartition('|')[0]}|{_NOT_LOOKED_AT}"
