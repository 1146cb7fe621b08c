"""Keeps encounters in step with the reports that come, go, or are about other people than before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from hoedong.model.account import ResolvedReport
from hoedong.record.closure import Neighbourhood, closed_sets
from hoedong.record.identity_resolution import inherited
from hoedong.record.ids import block_hash
from hoedong.record.protocol import EncounterTable, ReportRow
from hoedong.record.standing import StandingJudgements
from hoedong.resolve.encounters import encounter_blocks, may_be_same, merge_reports


class EncounterResolution:
    """One batch of changes to reports: include, exclude and change, then settle once."""

    def __init__(self, table: EncounterTable, judged: StandingJudgements) -> None:
        self._table = table
        self._judged = judged
        self._changed: set[int] = set()  # reports whose encounter may be another now
        self._unblocked: set[int] = set()  # reports whose blocks have to be made anew
        self._encounters: set[int] = set()  # encounters to drop where no report is left

    def include(self, report: ResolvedReport, document: int) -> None:
        """Take a report in."""
        number = self._table.add_report(document, report)
        self._changed.add(number)
        self._unblocked.add(number)

    def exclude(self, document: int) -> None:
        """Take a document's reports out; whatever stood beside them is looked at again."""
        numbers = self._table.reports_of_documents([document])
        self._changed.update(self._table.block_mates(numbers))
        lost = self._table.remove_reports(document)
        self._changed.update(self._table.reports_of_encounters(lost))
        self._encounters.update(lost)

    def change_people(self, profiles: Sequence[int]) -> None:
        """The people under these profiles are others than before."""
        self._change(self._table.reports_of_profiles(profiles))

    def change_appearances(self, ids: Sequence[str]) -> None:
        """These appearances may be of other people than before, though the people are the same."""
        self._change(self._table.reports_of_appearances(ids))

    def change_documents(self, documents: Sequence[int]) -> None:
        """These documents are copies of others than before, or correct others."""
        self._change(self._table.reports_of_documents(documents))

    def rejudge(self, reports: Sequence[str]) -> None:
        """Look again at reports that judgements name."""
        self._change(sorted(self._table.report_numbers(reports).values()))

    def _change(self, numbers: Sequence[int]) -> None:
        self._unblocked.update(numbers)
        self._changed.update(self._table.block_mates(numbers))

    def settle(self) -> None:
        """Merge what changed into encounters anew."""
        self._make_blocks()
        near = Neighbourhood(self._table.filed_in, self._load, self._blocks, self._may_interact)
        taken: set[int] = set()  # an encounter that fell apart lies in several closed sets: one of them keeps it
        for closed in closed_sets(self._changed, near):
            self._settle_set(closed, taken)
        for number in sorted(self._encounters):
            if not self._table.reports_of_encounters([number]):
                self._table.remove_encounter(number)
        self._changed.clear()
        self._encounters.clear()

    def _make_blocks(self) -> None:
        for row in self._table.reports(sorted(self._unblocked)):
            self._table.set_blocks(row.number, self._blocks(row))
        self._unblocked.clear()

    def _load(self, numbers: Sequence[int]) -> Mapping[int, ReportRow]:
        return {row.number: row for row in self._table.reports(numbers)}

    def _blocks(self, row: ReportRow) -> tuple[int, ...]:
        return tuple(map(block_hash, (*encounter_blocks(row.report), *self._judged.blocks_of(row.report.id))))

    def _may_interact(self, one: ReportRow, other: ReportRow) -> bool:
        return may_be_same(one.report, other.report) or self._judged.are_paired(one.report.id, other.report.id)

    def _settle_set(self, closed: Mapping[int, ReportRow], taken: set[int]) -> None:
        numbers = {row.report.id: row for row in closed.values()}
        reports = sorted((row.report for row in closed.values()), key=lambda report: report.id)
        encounters = merge_reports(reports, self._judged.naming([report.id for report in reports]))
        members = [[numbers[id_] for id_ in encounter.reports] for encounter in encounters]
        merged = {row.number for rows in members for row in rows}
        self._table.release(sorted(closed.keys() - merged))  # what a person rejected belongs to no encounter
        self._encounters.update(row.encounter for row in closed.values() if row.encounter is not None)
        former_rows = inherited([_weights(rows) for rows in members], taken)
        for encounter, rows, former in zip(encounters, members, former_rows, strict=True):
            self._table.save_encounter(former, encounter, [row.number for row in rows])


def _weights(rows: Sequence[ReportRow]) -> Mapping[int, int]:
    return Counter(row.encounter for row in rows if row.encounter is not None)
