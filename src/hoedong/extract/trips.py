"""Business and state trips, by the rules of the document's language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from hoedong.model.analysis import Analysis, Sentence
from hoedong.model.document import Document
from hoedong.model.mention import PersonMention, PlaceMention
from hoedong.model.time import TimeExpression
from hoedong.model.trip import Trip
from hoedong.rules.trace import NO_TRACE, Trace


class TripFinder(Protocol):
    """How a language finds its trips."""

    def __call__(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        mentions: Sequence[PersonMention],
        times: Sequence[TimeExpression],
        places: Sequence[PlaceMention],
        trace: Trace = ...,
    ) -> tuple[Trip, ...]:
        """The trips of a document, each traveller's trip once."""


def read_trips(analysis: Analysis, find: TripFinder, trace: Trace = NO_TRACE) -> tuple[Trip, ...]:
    """Find the trips that a document reports; a trip that ends before it begins loses the less certain end."""
    trips = find(analysis.document, analysis.sentences, analysis.mentions, analysis.times, analysis.places, trace)
    return tuple(_in_order(trip) for trip in trips)


def _in_order(trip: Trip) -> Trip:
    if trip.start and trip.end and trip.end.last_day() < trip.start.first_day():
        return Trip(trip.traveller, trip.start, None, trip.places, trip.evidence)
    return trip
