"""Time travel: the record as it was on a day, derived anew from the part of the ledger that was there.

What we believed on a day (`as_of`) rests on what had been added and judged by its end; what the press had said by a
day (`reported_by`) on what had been published by its end. Deriving is a function of the ledger, so the account of
then needs no history of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from hoedong.model.time import PartialDate
from hoedong.record.protocol import PageRow, Run, Store, StoredReading
from hoedong.record.record import BATCH
from hoedong.record.resolution import RESOLUTION_VERSION, Resolution
from hoedong.resolve.constraints import judgements_in_force


@dataclass(frozen=True, slots=True)
class Moment:
    """What counts: nothing added or judged after `as_of`, nothing published after `reported_by`; None sets no limit.

    A document of which no day of publication is known is left out where `reported_by` is given.
    """

    as_of: PartialDate | None = None
    reported_by: PartialDate | None = None

    @property
    def last_added(self) -> str:
        """The end of `as_of` in UTC, as moments are written in the ledger."""
        return f"{self.as_of.last_day()}T23:59:59.999999Z" if self.as_of else "9999"

    def admits(self, page: PageRow) -> bool:
        """Whether a document counts."""
        if page.added > self.last_added:
            return False
        if self.reported_by is None:
            return True
        return page.published is not None and page.published.last_day() <= self.reported_by.last_day()


def replay(source: Store, target: Store, moment: Moment) -> None:
    """Fill an empty store with what another one knew at a moment."""
    judgements = [one for one in source.ledger.judgements() if one.created <= moment.last_added]
    with target.writing():
        target.ledger.set_meta("resolution", RESOLUTION_VERSION)
        for judgement in judgements:
            target.ledger.add_judgement(judgement)
        found = _latest(source, moment)
        while batch := list(islice(found, BATCH)):
            resolution = Resolution(target, judgements_in_force(judgements))
            for number, page, stored in batch:
                _copy(source, target, number, page, stored, resolution)
            resolution.settle()


def _latest(source: Store, moment: Moment) -> Iterator[tuple[int, PageRow, StoredReading]]:
    """The latest version of each page that counts, with the reading of then."""
    latest: dict[str, PageRow] = {}
    for page in source.ledger.pages():
        if moment.admits(page):
            latest[page.key or page.id] = page
    for page in latest.values():
        stored = source.ledger.reading(page.number, moment.last_added)
        if stored is not None:
            yield page.number, page, stored


def _copy(
    source: Store, target: Store, number: int, page: PageRow, stored: StoredReading, resolution: Resolution
) -> None:
    document = source.ledger.document(page.id)
    if document is None:
        return
    row = target.ledger.add_document(document)
    target.ledger.add_reading(row, Run(stored.run, "", ""), stored.recorded, stored.reading, stored.intake)
    resolution.include(row, page.id, stored.reading)
    target.search.add(row, *source.search.terms(number))
