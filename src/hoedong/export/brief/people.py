"""Sections on the people themselves: posts now and before, journeys."""

from __future__ import annotations

from collections.abc import Iterator

from hoedong.export.brief.page import Detail, Line, Section
from hoedong.export.brief.sheet import Sheet
from hoedong.model.account import Journey, TripStop
from hoedong.model.entity import PersonEntity, PositionPeriod
from hoedong.model.person import PositionStatus
from hoedong.model.time import PartialDate


def positions(sheet: Sheet) -> Section:
    """The posts of the sides, those held now first."""
    return sheet.section("positions", [line for side in sheet.material.sides for line in _posts(sheet, side)])


def _posts(sheet: Sheet, person: PersonEntity) -> Iterator[Line]:
    for status in (PositionStatus.CURRENT, PositionStatus.FORMER):
        for post in person.positions:
            if post.status is status:
                yield _post(sheet, person, post)


def _post(sheet: Sheet, person: PersonEntity, post: PositionPeriod) -> Line:
    words = " ".join(part for part in (post.organisation, post.title) if part)
    period = sheet.words.period(post.first, post.last)
    seen = Detail(sheet.words("position.seen", period=period, count=post.documents))
    return Line(words, (), sheet.words(f"position.{post.status}"), sheet.words.name(person), (seen,))


def trips(sheet: Sheet) -> Section:
    """The journeys of the sides, the latest first."""
    sides = sheet.material.side_ids
    journeys = [journey for journey in sheet.material.journeys if journey.traveller in sides]
    return sheet.section("trips", (_journey(sheet, one) for one in sorted(journeys, key=_latest_first)))


def _latest_first(journey: Journey) -> tuple[int, str]:
    date = journey.end or journey.start
    return -(date.last_day().toordinal() if date else 0), journey.id


def _journey(sheet: Sheet, journey: Journey) -> Line:
    stops = " → ".join(_stop(sheet, stop) for stop in journey.stops)
    words = f"{sheet.names([journey.traveller])}: {stops}" if stops else sheet.names([journey.traveller])
    inferred = dict.fromkeys(stop.place or stop.country or "" for stop in journey.stops if stop.is_inferred)
    details = tuple(Detail(sheet.words("trip.inferred", place=place)) for place in inferred)
    label = sheet.words.period(journey.start, journey.end)
    return Line(words, sheet.notes.cite(journey.evidence), label, details=details)


def _stop(sheet: Sheet, stop: TripStop) -> str:
    days = _days(stop.start, stop.end)
    if stop.is_gap:
        return sheet.words("trip.gap", days=days)
    place = stop.place or stop.country or sheet.words("trip.somewhere")
    return sheet.words("trip.stop", place=place, days=days) if days else place


def _days(start: PartialDate | None, end: PartialDate | None) -> str:
    """The days of a stop in short, without the year that the journey has: 9.9–9.11."""
    sides = [_short(date) for date in (start, end) if date is not None]
    return "–".join(dict.fromkeys(sides))


def _short(date: PartialDate) -> str:
    return f"{date.month}.{date.day}" if date.month and date.day else str(date)
