"""Dates as a text supports them: partial, never more exact than the words."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from hoedong.model.span import Span


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A calendar date of day, month or year precision.

    >>> str(PartialDate(2024, 2))
    '2024-02'
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse days that no calendar has.

        Raises:
            ValueError: a day without a month, or a date that does not exist.
        """
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        dt.date(self.year, self.month or 1, self.day or 1)

    def __str__(self) -> str:
        """ISO 8601 / EDTF level 0 at the date's own precision."""
        text = f"{self.year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
        if self.day is not None:
            text += f"-{self.day:02d}"
        return text

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.

        Raises:
            ValueError: the text is none of these.
        """
        parts = text.split("-")
        if not 1 <= len(parts) <= 3 or not all(part.isdigit() for part in parts) or len(parts[0]) != 4:
            raise ValueError(f"not an ISO date: {text!r}; expected YYYY, YYYY-MM or YYYY-MM-DD")
        return cls(*(int(part) for part in parts))

    @classmethod
    def of(cls, day: dt.date) -> PartialDate:
        """The day-precise date of a `datetime.date`."""
        return cls(day.year, day.month, day.day)

    def first_day(self) -> dt.date:
        """The earliest day that the date can mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    def last_day(self) -> dt.date:
        """The latest day that the date can mean."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


@dataclass(frozen=True, slots=True, order=True)
class DateInterval:
    """A period from one partial date to another; one single date when both are the same."""

    start: PartialDate
    end: PartialDate

    @classmethod
    def on(cls, date: PartialDate) -> DateInterval:
        """The interval of one date."""
        return cls(date, date)

    @property
    def edtf(self) -> str:
        """EDTF: `2024-06-11`, `2024-06`, or `2024-06-11/2024-06-13`."""
        return str(self.start) if self.start == self.end else f"{self.start}/{self.end}"

    def first_day(self) -> dt.date:
        """The earliest day in the period."""
        return self.start.first_day()

    def last_day(self) -> dt.date:
        """The latest day in the period."""
        return self.end.last_day()

    def overlaps(self, other: DateInterval) -> bool:
        """Whether the two periods can share a day."""
        return self.first_day() <= other.last_day() and other.first_day() <= self.last_day()

    def within(self, other: DateInterval) -> bool:
        """Whether this period lies wholly inside the other."""
        return other.first_day() <= self.first_day() and self.last_day() <= other.last_day()


class TimeKind(StrEnum):
    """What a time expression says."""

    DATE = "date"  # a point or period on the calendar: 지난 11일, 올해 초, 28~30일
    DURATION = "duration"  # a length: 2주간, 40분 동안
    ELAPSED = "elapsed"  # the time since an earlier event: 4개월 만에 (an interval claim, never a date)
    CLOCK = "clock"  # a time of day: 오후 7시 35분


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time, with their value on the calendar.

    `value` is None when the words are not a date (durations, elapsed time, clock times) or cannot be resolved.
    `duration` is an ISO 8601 duration for `duration` and `elapsed` (`P4M`), else None.
    `anchored` is True when the value was computed against another date (지난 11일, 이날), False when the words say all.
    `rule` is the id of the rule that read it.
    """

    span: Span
    kind: TimeKind
    value: DateInterval | None
    rule: str
    duration: str | None = None
    anchored: bool = False


class PublicationBasis(StrEnum):
    """Where the publication date was taken from, best first."""

    GIVEN = "given"
    METADATA = "metadata"
    TEXT = "text"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Publication:
    """When a document was published, and how that is known.

    `value` is None when nothing was found; `earliest` and `latest` then still bound it where the text allows.
    `reasons` say in words what each step of an inference rested on.
    """

    value: PartialDate | None = None
    basis: PublicationBasis | None = None
    spans: tuple[Span, ...] = ()
    earliest: PartialDate | None = None
    latest: PartialDate | None = None
    reasons: tuple[str, ...] = ()
