"""What makes it impossible that two reports tell of one encounter, each test with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from hoedong.model.encounter import Mode, Status
from hoedong.resolve.encounters.facts import ReportFacts
from hoedong.resolve.encounters.places import METROPOLIS_KM, are_towns_apart
from hoedong.resolve.encounters.windows import Precision
from hoedong.resolve.encounters.wording import are_alike, share_phrase

Conflict = Callable[[ReportFacts, ReportFacts], str | None]
"""Why two reports cannot be one encounter; None where this test does not speak against it."""

_CLOCK_OF_KOREA: Final = frozenset(("KR", "KP", "JP", "CN", "TW", "HK"))
"""Neighbours whose clocks are Korea's but for an hour: local time and Korean time name one day there."""


def in_one_document(one: ReportFacts, other: ReportFacts) -> str | None:
    """The reader has merged what a document tells of one encounter: what it tells apart, it means apart."""
    return "one document tells of them apart" if one.report.document == other.report.document else None


def with_other_people(one: ReportFacts, other: ReportFacts) -> str | None:
    """Nobody in common, another counterpart of two who met, or less than half of a circle in common."""
    few, many = sorted((one, other), key=lambda facts: (len(facts.principals), len(facts.people)))
    if not one.people & other.people:
        return "nobody was at both"
    if len(few.principals) > 2:
        shared = len(few.principals & many.principals)
        return None if 2 * shared >= len(few.principals) else "the circles share less than half"
    is_lined_up = Mode.CO_ATTENDANCE in (one.report.mode, other.report.mode)
    if few.principals <= (many.people if is_lined_up else many.principals):
        return None
    return "another counterpart"


def on_other_days(one: ReportFacts, other: ReportFacts) -> str | None:
    """No day in common.

    Neighbouring days are one event only as two accounts of one outcome, of the same sides: where clocks differ, or as a
    slip of one page, of which none came out before the later day.
    """
    if Precision.UNKNOWN in (one.window.precision, other.window.precision):
        return None
    gap = one.window.gap_to(other.window)
    if gap <= 0:
        return None
    if gap > 1 or one.window.precision != other.window.precision or one.window.precision is not Precision.DAY:
        return "different days"
    if one.principals != other.principals or not _tell_one_outcome(one, other):
        return "different days"
    if not days_may_differ(one, other):
        return None if _came_out_later(one, other) else "reported before the other day"
    return "news of two days" if _are_news_of_two_days(one, other) else None


def days_may_differ(one: ReportFacts, other: ReportFacts) -> bool:
    """Whether local time and Korean time can name two days: abroad, or on the telephone."""
    if one.is_remote:
        return True
    countries = {one.country, other.country} - {None}
    return bool(countries) and not countries & _CLOCK_OF_KOREA


def _are_news_of_two_days(one: ReportFacts, other: ReportFacts) -> bool:
    """Whether each is told as long after its day as the other, with neither venue nor topic in common.

    Clocks make two dates of one event in the news of one day; day by day at a fair, people meet again.
    """
    if one.published is None or other.published is None:
        return False
    if one.published - one.window.first != other.published - other.window.first:
        return False
    return not are_alike(one.venue, other.venue) and not share_phrase(one.topics, other.topics)


def _came_out_later(one: ReportFacts, other: ReportFacts) -> bool:
    later = max(one.window.last, other.window.last)
    return all(facts.published is None or facts.published >= later for facts in (one, other))


def _tell_one_outcome(one: ReportFacts, other: ReportFacts) -> bool:
    """Whether both say that it was held: a plan's day and an outcome's day are named on purpose."""
    return one.report.status is other.report.status is Status.HELD


def by_other_means(one: ReportFacts, other: ReportFacts) -> str | None:
    """A call is no meeting."""
    return "a call and a meeting" if one.is_remote != other.is_remote else None


def in_other_places(one: ReportFacts, other: ReportFacts) -> str | None:
    """Two towns, or two countries; a call is at two places by its nature."""
    if one.is_remote or other.is_remote:
        return None
    if one.point is not None and other.point is not None:
        return "different towns" if one.point.km_to(other.point) > METROPOLIS_KM else None
    if one.country and other.country and one.country != other.country:
        return "different countries"
    first, second = one.report.city, other.report.city
    return "different towns" if first and second and are_towns_apart(first, second) else None


LASTING: Final[tuple[Conflict, ...]] = (in_one_document, by_other_means)
"""What a correction does not do away with."""
CORRIGIBLE: Final[tuple[Conflict, ...]] = (with_other_people, on_other_days, in_other_places)
"""What a page that corrects another may be there to put right."""


def conflicts_between(one: ReportFacts, other: ReportFacts) -> Iterator[str]:
    """Every reason why two reports cannot be one encounter."""
    tests = LASTING if corrects(one, other) else (*LASTING, *CORRIGIBLE)
    return (reason for test in tests if (reason := test(one, other)) is not None)


def corrects(one: ReportFacts, other: ReportFacts) -> bool:
    """Whether the page of one report corrects or withdraws the page of the other, on the same sides."""
    if len(one.principals & other.principals) < min(2, len(one.principals), len(other.principals)):
        return False
    return _answers(one, other) or _answers(other, one)


def _answers(one: ReportFacts, other: ReportFacts) -> bool:
    report = one.report
    return other.report.document in report.corrects or other.report.document in report.retracts
