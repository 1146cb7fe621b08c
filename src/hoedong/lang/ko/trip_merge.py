"""Reports of one trip in a document are one trip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hoedong.model.evidence import Evidence
from hoedong.model.span import Span
from hoedong.model.time import PartialDate
from hoedong.model.trip import Trip


@dataclass(frozen=True, slots=True)
class TripReport:
    """One sentence's report of a trip. `countries` and `places` are empty when the sentence names no destination."""

    traveller: str
    phase: str
    start: PartialDate | None
    end: PartialDate | None
    countries: frozenset[str]
    names: frozenset[str]
    places: tuple[Span, ...]
    evidence: tuple[Evidence, ...]


def merge_reports(reports: Sequence[TripReport]) -> tuple[Trip, ...]:
    """Join the reports of each traveller that can be one trip, dated ones first; other dates are other trips."""
    trips: list[TripReport] = []
    for report in reports:
        at = next((i for i, trip in enumerate(trips) if _is_same(trip, report)), None)
        if at is None:
            trips.append(report)
        else:
            trips[at] = _joined(trips[at], report)
    return tuple(_trip(trip) for trip in _settled(trips))


def _settled(trips: list[TripReport]) -> list[TripReport]:
    """Undated trips take in what came later, so join once more until nothing changes."""
    for i, trip in enumerate(trips):
        for j in range(i + 1, len(trips)):
            if _is_same(trip, trips[j]):
                return _settled([*trips[:i], _joined(trip, trips[j]), *trips[i + 1 : j], *trips[j + 1 :]])
    return trips


def _is_same(trip: TripReport, report: TripReport) -> bool:
    if trip.traveller != report.traveller:
        return False
    if {trip.phase, report.phase} == {"return"} and trip.end and report.end and trip.end != report.end:
        return False
    return _destinations_agree(trip, report) and _dates_agree(trip, report)


def _destinations_agree(trip: TripReport, report: TripReport) -> bool:
    if not (trip.names and report.names):
        return True
    return bool(trip.names & report.names or trip.countries & report.countries)


def _dates_agree(trip: TripReport, report: TripReport) -> bool:
    if trip.start and report.start:
        return _overlap(trip.start, report.start) or _inside(trip, report.start) or _inside(report, trip.start)
    if trip.end and report.end:
        return _overlap(trip.end, report.end)
    start, end = trip.start or report.start, trip.end or report.end
    if start and end:
        return start.first_day() <= end.last_day() and (end.first_day() - start.last_day()).days <= _LONGEST
    return True


_LONGEST = 31  # days; a return later than that belongs to another trip


def _overlap(one: PartialDate, other: PartialDate) -> bool:
    return one.first_day() <= other.last_day() and other.first_day() <= one.last_day()


def _inside(trip: TripReport, date: PartialDate) -> bool:
    return bool(trip.start and trip.end and trip.start.first_day() <= date.last_day() <= trip.end.last_day())


def _joined(trip: TripReport, report: TripReport) -> TripReport:
    start = _finer(trip.start, report.start, earliest=True)
    end = _finer(trip.end, report.end, earliest=False)
    places = tuple(dict.fromkeys(trip.places + report.places))
    return replace(
        trip,
        start=start,
        end=end,
        countries=trip.countries | report.countries,
        names=trip.names | report.names,
        places=places,
        evidence=tuple(dict.fromkeys(trip.evidence + report.evidence)),
    )


def _finer(one: PartialDate | None, other: PartialDate | None, earliest: bool) -> PartialDate | None:
    if one is None or other is None:
        return one or other
    if (one.day is None) != (other.day is None):
        return one if one.day else other
    pick = min if earliest else max
    return pick(one, other, key=PartialDate.first_day)


def _trip(report: TripReport) -> Trip:
    return Trip(report.traveller, report.start, report.end, report.places, report.evidence)
