"""What is asked of a report again and again while it is held against others, worked out once."""

from __future__ import annotations

from dataclasses import dataclass

from hoedong.model.account import ResolvedReport
from hoedong.model.encounter import Mode
from hoedong.resolve.encounters.places import Point, point_of
from hoedong.resolve.encounters.windows import Window, window_of
from hoedong.resolve.encounters.wording import parts_of, parts_of_all


@dataclass(frozen=True, slots=True, eq=False)
class ReportFacts:
    """A report with what comparison needs of it; `published` is an ordinal of the calendar, None where unknown."""

    report: ResolvedReport
    principals: frozenset[str]
    people: frozenset[str]
    window: Window
    point: Point | None
    country: str | None
    venue: frozenset[str]
    topics: tuple[frozenset[str], ...]
    parties: frozenset[str]
    published: int | None

    @property
    def is_remote(self) -> bool:
        """Whether it was a call."""
        return self.report.mode is Mode.REMOTE

    @property
    def witness(self) -> str:
        """The independent source: the group of copies, or the document alone."""
        return self.report.witness or self.report.document


def facts_of(report: ResolvedReport) -> ReportFacts:
    """Work out what comparison needs of a report."""
    point = point_of(report)
    return ReportFacts(
        report=report,
        principals=frozenset(report.principals),
        people=frozenset(report.people),
        window=window_of(report),
        point=point,
        country=report.country or (point.country if point else None),
        venue=parts_of(report.place or ""),
        topics=tuple(map(parts_of, report.topics)),
        parties=parts_of_all(report.parties),
        published=report.published.first_day().toordinal() if report.published else None,
    )
