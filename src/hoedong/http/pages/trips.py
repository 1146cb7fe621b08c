"""Journeys as pages show them: stops in order, what is not known shown as not known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from hoedong.http.pages.dates import date_words
from hoedong.model.account import Citation, Journey, TripStop
from hoedong.model.time import PartialDate
from hoedong.query.places import spot_of_place
from hoedong.query.review import Exhibit, exhibits_of
from hoedong.workspace import Workspace

MOST_JOURNEYS = 10


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop with its number on the map; `latitude` and `longitude` are None where nobody knows where it lies."""

    number: int
    place: str | None
    country: str | None
    start: PartialDate | None
    end: PartialDate | None
    encounters: tuple[str, ...]
    is_gap: bool
    is_inferred: bool
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class Trip:
    """A journey with its stops and the words that tell of it."""

    id: str
    start: PartialDate | None
    end: PartialDate | None
    stops: tuple[Stop, ...]
    accounts: int
    evidence: tuple[Exhibit, ...]

    def on_map(self, lang: str) -> dict[str, Any]:
        """The stops that lie on the map, for the island; none where there is nothing to draw."""
        stops = [
            {
                "n": stop.number,
                "ko": stop.place,
                "en": stop.place,
                "lat": stop.latitude,
                "lon": stop.longitude,
                "when": date_words(stop.start, "ko") if stop.start else "",
                "when_en": date_words(stop.start, "en") if stop.start else "",
            }
            for stop in self.stops
            if stop.place and stop.latitude is not None
        ]
        return {"lang": lang, "stops": stops}


def trips_of(workspace: Workspace, journeys: Iterable[Journey]) -> tuple[Trip, ...]:
    """Journeys, the latest first, no more than ten."""
    return tuple(_trip(workspace, journey) for journey in sorted(journeys, key=_latest_first)[:MOST_JOURNEYS])


def _latest_first(journey: Journey) -> tuple[int, str]:
    date = journey.end or journey.start
    return -date.last_day().toordinal() if date else 0, journey.id


def _trip(workspace: Workspace, journey: Journey) -> Trip:
    return Trip(
        journey.id,
        journey.start,
        journey.end,
        tuple(_stop(number, stop) for number, stop in enumerate(journey.stops, 1)),
        len(journey.accounts),
        exhibits_of(workspace.view, _first_words(journey), 3),
    )


def _first_words(journey: Journey) -> tuple[Citation, ...]:
    """Each sentence once, whichever rules read it."""
    return tuple({(item.document, item.span): item for item in sorted(journey.evidence)}.values())


def _stop(number: int, stop: TripStop) -> Stop:
    point = spot_of_place(stop.place, stop.country)
    return Stop(
        number,
        stop.place,
        stop.country,
        stop.start,
        stop.end,
        stop.encounters,
        stop.is_gap,
        stop.is_inferred,
        point.latitude if point else None,
        point.longitude if point else None,
    )
