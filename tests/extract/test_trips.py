"""Trips of a document: a trip never ends before it begins."""

from hoedong.extract.trips import read_trips
from hoedong.model.analysis import Analysis
from hoedong.model.time import PartialDate
from hoedong.model.trip import Trip
from marked_text import read_marked


def test_an_end_before_the_start_is_dropped():
    """Dates that contradict each other keep the start alone."""
    marked = read_marked("출국했다.")
    wrong = Trip("p1", PartialDate(2024, 6, 13), PartialDate(2024, 6, 1), (), ())
    (trip,) = read_trips(Analysis(marked.document, marked.sentences), lambda *_: (wrong,))
    assert (trip.start, trip.end) == (PartialDate(2024, 6, 13), None)


def test_a_month_may_end_a_trip_that_begins_in_it():
    """An end of month precision is not before a day of that month."""
    marked = read_marked("출국했다.")
    right = Trip("p1", PartialDate(2024, 6, 13), PartialDate(2024, 6), (), ())
    assert read_trips(Analysis(marked.document, marked.sentences), lambda *_: (right,)) == (right,)
