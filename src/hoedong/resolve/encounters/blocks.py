"""Blocks: two reports are held against one another only where they share one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import combinations, islice, product
from typing import Final

from hoedong.model.account import ResolvedReport
from hoedong.resolve.encounters.windows import Precision, Window, window_of

MOST_BLOCKS: Final = 60
_MOST_OF_PEOPLE: Final = 40
_MOST_TRIPLES: Final = 15
_ALONE: Final = 3
_TRIPLES_AMONG: Final = 6
_LONGEST: Final = 24  # months: what is dated no better than that is looked for by its people alone


def encounter_blocks(report: ResolvedReport) -> tuple[str, ...]:
    """The blocks of a report, at most 60: two reports can only be one encounter where they share one.

    Each pair of people with each month in which the encounter can have been (a day's neighbours count, for the
    difference of time); one named person alone with each month. Three people without a month, so that a page with
    neither date nor publication is found by its company; a pair that such a page reports stands alone. The document,
    with those that it corrects or withdraws, and a pair, or one person, with its group of copies.
    """
    window = window_of(report)
    groups = tuple(_people_groups(report))
    blocks = [f"document:{document}" for document in (report.document, *report.corrects, *report.retracts)]
    if report.witness:
        alone = tuple(dict.fromkeys(report.people))[:_ALONE]  # one of the copies may name fewer people
        blocks += [f"witness:{report.witness}|{group}" for group in (*groups[:_ALONE], *alone)]
    months = tuple(_months(window))
    most = max(1, _MOST_OF_PEOPLE // len(months)) if months else 0
    blocks += [f"{group}|{month}" for group in groups[:most] for month in months]
    blocks += _triples(report)
    return tuple(dict.fromkeys(blocks))[:MOST_BLOCKS]


def _people_groups(report: ResolvedReport) -> Iterator[str]:
    """Pairs, those of principals first; one name where there is no other."""
    principals = tuple(dict.fromkeys(report.principals))  # as the document names them: ids are no order to cut by
    attendees = tuple(one for one in dict.fromkeys(report.attendees) if one not in principals)
    if len(principals) + len(attendees) == 1:
        yield from (*principals, *attendees)
        return
    pairs = (*combinations(principals, 2), *product(principals, attendees))
    yield from ("+".join(sorted(pair)) for pair in islice(pairs, _MOST_OF_PEOPLE))


def _triples(report: ResolvedReport) -> list[str]:
    people = tuple(dict.fromkeys(report.people))[:_TRIPLES_AMONG]
    return ["+".join(sorted(three)) for three in islice(combinations(people, 3), _MOST_TRIPLES)]


def _months(window: Window) -> Iterator[str]:
    if window.precision is Precision.UNKNOWN:
        return
    slack = int(window.precision is Precision.DAY)
    first, last = (dt.date.fromordinal(day) for day in (max(1, window.first - slack), window.last + slack))
    count = 12 * (last.year - first.year) + last.month - first.month + 1
    if count <= _LONGEST:
        start = 12 * first.year + first.month - 1
        yield from (f"{month // 12}-{month % 12 + 1:02d}" for month in range(start, start + count))
