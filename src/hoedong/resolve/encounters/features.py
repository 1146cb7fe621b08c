"""What speaks for and against two reports telling of one encounter: features, each with its weight, in one place.

The weights are in one unit: about what a country in common says. Two reports that nothing makes impossible are one
encounter from `THRESHOLD` on: the same two people on the same day; or in a month of which one of them knows; a year
needs a place in common as well.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from hoedong.model.encounter import Status
from hoedong.resolve.encounters.conflicts import corrects, days_may_differ
from hoedong.resolve.encounters.facts import ReportFacts
from hoedong.resolve.encounters.windows import Precision, Window
from hoedong.resolve.encounters.wording import are_alike, overlap, share_phrase

THRESHOLD: Final = 2.85
Feature = Callable[[ReportFacts, ReportFacts], float]

_SAME: Final = {Precision.DAY: 3.0, Precision.DAYS: 2.2, Precision.MONTH: 1.5, Precision.YEAR: 0.8}
_INSIDE: Final = {Precision.DAYS: 2.0, Precision.MONTH: 1.2, Precision.YEAR: 0.3}
_MONTH_OF_YEAR: Final = 0.6
_SLIP: Final = -2.2
"""Neighbouring days on one clock: a slip of one page, where venue and topic (or a larger company) agree as well."""


def shared_people(one: ReportFacts, other: ReportFacts) -> float:
    """How many met according to both, and how much of either's company they are."""
    shared = len(one.people & other.people)
    if shared < 2:
        return 1.2
    return (
        0.8
        + 1.4 * max(_jaccard(one.principals, other.principals), _jaccard(one.people, other.people))
        + min(2.0, 0.35 * (shared - 2))
    )


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)


def shared_parties(one: ReportFacts, other: ReportFacts) -> float:
    """Unnamed sides in like words; where only one person is named they alone tell who the other side was."""
    if len(one.people & other.people) > 1:
        return 0.0
    return overlap(one.parties, other.parties) if are_alike(one.parties, other.parties) else -4.0


def same_time(one: ReportFacts, other: ReportFacts) -> float:
    """The same day, one date inside the other, or neighbouring days where clocks differ."""
    fine, coarse = sorted((one.window, other.window), key=lambda window: window.precision)
    if coarse.precision is Precision.UNKNOWN:
        return -1.0
    if coarse.precision is Precision.UNSTATED:
        return _undated(one, other, fine)
    if fine.gap_to(coarse) > 0:
        return 1.0 if days_may_differ(one, other) else _SLIP
    if fine.precision == coarse.precision:
        return _SAME[fine.precision]
    return _MONTH_OF_YEAR if fine.precision is Precision.MONTH else _INSIDE[coarse.precision]


def _undated(one: ReportFacts, other: ReportFacts, fine: Window) -> float:
    """Without a date in one of them: what was published next to the day of the other, or with it."""
    undated, dated = (one, other) if one.window.precision is Precision.UNSTATED else (other, one)
    if fine.precision is Precision.UNSTATED:
        return 0.3 if one.report.status is other.report.status else -0.5
    if fine.precision not in (Precision.DAY, Precision.DAYS) or undated.published is None:
        return -0.5
    days = max(dated.window.first - undated.published, undated.published - dated.window.last)
    return 0.8 if days <= 7 else 0.3 if days <= 31 else -0.5


def same_place(one: ReportFacts, other: ReportFacts) -> float:
    """The same venue, town or country; a known venue against another one speaks for two meetings."""
    if one.is_remote:
        return 0.0
    return _same_region(one, other) + _same_venue(one, other)


def _same_region(one: ReportFacts, other: ReportFacts) -> float:
    if one.point is not None and other.point is not None or _same_city(one, other):
        return 1.2  # not apart, or it would be a conflict
    if one.country is None or one.country != other.country:
        return 0.0
    return 0.3 if one.country == "KR" else 0.7


def _same_city(one: ReportFacts, other: ReportFacts) -> bool:
    return one.report.city is not None and one.report.city == other.report.city


def _same_venue(one: ReportFacts, other: ReportFacts) -> float:
    sites = {facts.point.site for facts in (one, other) if facts.point is not None and facts.point.site is not None}
    if len(sites) == 2:
        return -1.5
    return 1.0 if are_alike(one.venue, other.venue) else 0.0


def same_topic(one: ReportFacts, other: ReportFacts) -> float:
    """Talks about the same thing."""
    return 0.8 if share_phrase(one.topics, other.topics) else 0.0


def same_news(one: ReportFacts, other: ReportFacts) -> float:
    """Published within three days of one another."""
    if one.published is None or other.published is None:
        return 0.0
    return 0.6 if abs(one.published - other.published) <= 3 else 0.0


def same_mode(one: ReportFacts, other: ReportFacts) -> float:
    """Attending one event and meeting there are one encounter only where more than the day and the people agree."""
    return 0.0 if one.report.mode is other.report.mode else -3.5


def copied(one: ReportFacts, other: ReportFacts) -> float:
    """Copies of one text tell of the same encounters."""
    return 2.0 if one.witness == other.witness else 0.0


def corrected(one: ReportFacts, other: ReportFacts) -> float:
    """A correction tells of the encounter that it corrects."""
    return 3.0 if corrects(one, other) else 0.0


def same_outcome(one: ReportFacts, other: ReportFacts) -> float:
    """Held and not held: one encounter only where both give the same day."""
    if {one.report.status, other.report.status} != {Status.HELD, Status.NOT_HELD} or corrects(one, other):
        return 0.0
    same_day = one.window == other.window and one.window.precision is Precision.DAY
    return 0.0 if same_day else -6.0


FEATURES: Final[tuple[Feature, ...]] = (
    shared_people,
    shared_parties,
    same_time,
    same_place,
    same_topic,
    same_news,
    same_mode,
    same_outcome,
    copied,
    corrected,
)
