"""When a document was published: given, in its metadata, stamped on the page, or inferred from what it says.

An inference weighs every day that the page allows. Hard constraints: a weekday beside a date, a day that the month
before must have, years that are past. Soft ones: a bare day in the past tense is the day of writing or shortly before.
The result is the same for the same text and rule set: no clock is asked.
"""

from __future__ import annotations

import calendar as month_lengths
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hoedong.lang.calendar import Lean, existing_day, shifted_day, shifted_month
from hoedong.lang.dating import Clue, ClueKind, DateReader, Stamp, StampKind
from hoedong.model.document import Block
from hoedong.model.time import PartialDate, Publication, PublicationBasis

LATEST_YEAR = 2026
"""The latest year that an inference considers; raised with each release."""
EARLIEST_YEAR = 2004
"""The earliest: pages that show the day of the visit are not older."""
_VISITED_WITHIN = 45
"""A page is looked at this soon after its publication (days); the bound of an inference, not of the truth."""
_URL_DAY = re.compile(
    r"(?<!\d)(19[89]\d|20[0-4]\d)([-/._]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?=$|[^\d]|\d{3,9}(?!\d))"
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def find_publication(
    text: str,
    blocks: Sequence[Block],
    language: DateReader,
    given: PartialDate | None = None,
    metadata: PartialDate | None = None,
    url: str | None = None,
    guessed: PartialDate | None = None,
) -> Publication:
    """The best publication date that is known; `value` is None where the page leaves it open.

    A stamp on the page is better than the day in the address: outlets file a page under the day of the draft or print.
    `guessed` is a day that an extractor made out of the markup; it goes last of all that is stated.
    """
    if given is not None:
        return _known(given, PublicationBasis.GIVEN)
    if metadata is not None:
        return _known(metadata, PublicationBasis.METADATA)
    stamps = language.find_stamps(text, blocks)
    if stamped := _stamped(stamps):
        return stamped
    if url and (addressed := date_in_url(url)):
        return _known(addressed, PublicationBasis.METADATA)
    if guessed is not None:
        return replace(_known(guessed, PublicationBasis.METADATA), reasons=("made out of the markup by htmldate",))
    return _inferred(text, stamps, language.find_clues(text, blocks))


def date_in_url(url: str) -> PartialDate | None:
    """The day that the address of a page names, as many outlets build it in; None where it names none.

    >>> str(date_in_url("https://news.example/politics/2021/07/13/20210713001043"))
    '2021-07-13'
    """
    for found in _URL_DAY.finditer(url[:2000]):
        day = existing_day(int(found[1]), int(found[3]), int(found[4]))
        if day is not None:
            return PartialDate.of(day)
    return None


def _known(value: PartialDate, basis: PublicationBasis) -> Publication:
    return Publication(value, basis, (), value, value)


def _stamped(stamps: Sequence[Stamp]) -> Publication | None:
    """The best stamp: a labelled one, else the earliest of equal weight in the text."""
    best: Stamp | None = None
    for stamp in stamps:
        if stamp.kind is StampKind.PUBLISHED and stamp.day and (best is None or stamp.weight > best.weight):
            best = stamp
    if best is None:
        best = next((stamp for stamp in stamps if stamp.kind is StampKind.MODIFIED and stamp.day), None)
    if best is None or best.day is None:
        return None
    value = PartialDate.of(best.day)
    return Publication(value, PublicationBasis.TEXT, (best.span,), value, value)


@dataclass(frozen=True, slots=True)
class _Bounds:
    """The years that a page allows, and the page days that they go with."""

    years: tuple[int, ...]
    page_day: Stamp | None
    reasons: tuple[str, ...]


def _inferred(text: str, stamps: Sequence[Stamp], clues: Sequence[Clue]) -> Publication:
    page_day = next((stamp for stamp in stamps if stamp.kind is StampKind.PAGE_DAY), None)
    bounds = _bounds(text, page_day, clues)
    if page_day is None or not bounds.years:
        return _open(bounds, clues)
    best = [day for year in bounds.years if (day := _best_day(year, page_day, clues))]
    if not best:
        return _open(bounds, clues)
    latest, earliest = best[-1], best[0]
    reasons = (*bounds.reasons, *_day_reasons(text, latest, clues), *_year_reasons(best))
    spans = (page_day.span, *(clue.span for clue in clues if _names(clue, latest)))
    return Publication(
        PartialDate.of(latest),
        PublicationBasis.INFERRED,
        spans,
        PartialDate.of(earliest),
        PartialDate.of(latest),
        reasons,
    )


def _bounds(text: str, page_day: Stamp | None, clues: Sequence[Clue]) -> _Bounds:
    past = [clue for clue in clues if clue.kind is ClueKind.YEAR and clue.lean is not Lean.FUTURE]
    ahead = [clue for clue in clues if clue.kind is ClueKind.YEAR and clue.lean is Lean.FUTURE]
    first = max([EARLIEST_YEAR, *(clue.value for clue in past if clue.value <= LATEST_YEAR)])
    last = min([LATEST_YEAR, *(clue.value for clue in ahead if clue.value >= first)])
    reasons = [f"not before {first}: {_words(text, clue)!r} is past" for clue in past if clue.value == first][:1]
    years = tuple(range(first, last + 1))
    if page_day is not None:
        years = tuple(year for year in years if _weekday_fits(year, page_day))
        name = _WEEKDAYS[page_day.weekday or 0]
        shown = text[page_day.span.start : page_day.span.end].strip()
        reasons.append(f"looked at on {shown!r}, a {name} in {', '.join(map(str, years)) or 'no year'}: an upper bound")
    return _Bounds(years, page_day, tuple(reasons))


def _weekday_fits(year: int, stamp: Stamp) -> bool:
    day = existing_day(year, stamp.month or 1, stamp.day_of_month or 1)
    return day is not None and day.weekday() == stamp.weekday


def _open(bounds: _Bounds, clues: Sequence[Clue]) -> Publication:
    """No day can be named: keep the bounds that stated years give."""
    stated = any(clue.kind is ClueKind.YEAR for clue in clues)
    earliest = PartialDate(bounds.years[0]) if stated and bounds.years else None
    return Publication(earliest=earliest, reasons=bounds.reasons)


def _best_day(year: int, page_day: Stamp, clues: Sequence[Clue]) -> dt.date | None:
    """The day up to the visit that the clues of the text contradict least; None where none is left."""
    visit = existing_day(year, page_day.month or 1, page_day.day_of_month or 1)
    if visit is None:
        return None
    days = (shifted_day(visit, -back) for back in range(_VISITED_WITHIN))
    ranked = [(cost, (visit - day).days, day) for day in days if day and (cost := _cost(day, clues)) is not None]
    return min(ranked)[2] if ranked and _dated(clues) else None


def _dated(clues: Sequence[Clue]) -> bool:
    return any(clue.kind in (ClueKind.DAY, ClueKind.LAST_DAY) for clue in clues)


def _cost(day: dt.date, clues: Sequence[Clue]) -> int | None:
    """How badly a day of writing goes with the clues (days of distance, mostly); None where it is impossible."""
    total = 0
    for clue in clues:
        cost = _clue_cost(day, clue)
        if cost is None:
            return None
        total += cost
    return total


def _clue_cost(day: dt.date, clue: Clue) -> int | None:
    if clue.kind is ClueKind.LAST_MONTH_DAY:
        year, month = shifted_month(day.year, day.month, -1)
        return 0 if clue.value <= month_lengths.monthrange(year, month)[1] else None
    if clue.kind is ClueKind.LAST_DAY:
        return day.day - clue.value if clue.value <= day.day else 60
    if clue.kind is ClueKind.MONTH:
        return 0 if clue.value <= day.month or clue.lean is Lean.FUTURE else 60
    if clue.kind is ClueKind.MONTHS_SINCE:
        return 0 if clue.value == day.month else 60
    if clue.kind is ClueKind.AHEAD_IN_MONTH:
        return 0 if day.day < clue.value - 2 else 30
    return _bare_day_cost(day, clue) if clue.kind is ClueKind.DAY else 0


def _bare_day_cost(day: dt.date, clue: Clue) -> int:
    """A bare day in the past is today or a little earlier; one ahead is soon."""
    if clue.lean is Lean.FUTURE:
        return (clue.value - day.day) % 31 // 3
    if clue.value <= day.day:
        return 2 * (day.day - clue.value)
    return 2 * ((day.day - clue.value) % 31) + 10


def _names(clue: Clue, day: dt.date) -> bool:
    return clue.kind is ClueKind.DAY and clue.value == day.day


def _words(text: str, clue: Clue) -> str:
    return text[clue.span.start : clue.span.end]


def _day_reasons(text: str, day: dt.date, clues: Sequence[Clue]) -> tuple[str, ...]:
    reasons = [
        f"written on the {day.day}th: {_words(text, clue)!r} is its own day" for clue in clues if _names(clue, day)
    ][:1]
    for kind, says in _KIND_REASONS:
        reasons += [says.format(words=_words(text, clue)) for clue in clues if clue.kind is kind][:1]
    return tuple(reasons)


_KIND_REASONS = (
    (ClueKind.LAST_DAY, "'{words}' lies before it in the same month"),
    (ClueKind.LAST_MONTH_DAY, "the month before has the day of '{words}'"),
    (ClueKind.MONTHS_SINCE, "'{words}' since the month named before gives the month"),
    (ClueKind.AHEAD_IN_MONTH, "'{words}' is still ahead"),
)


def _year_reasons(days: Sequence[dt.date]) -> tuple[str, ...]:
    if len(days) == 1:
        return ()
    others = ", ".join(str(day.year) for day in days[:-1])
    return (f"{others} would fit as well; the latest year that fits up to {LATEST_YEAR} is preferred",)
