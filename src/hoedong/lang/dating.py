"""What a language reads off a page to date its publication: stamps, and clues in the running text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from hoedong.lang.calendar import Lean
from hoedong.model.document import Block
from hoedong.model.span import Span


class StampKind(StrEnum):
    """What a date outside the running text says."""

    PUBLISHED = "published"  # 입력, 등록, 승인, 송고; or a date with a clock time in the byline
    MODIFIED = "modified"  # 수정
    PAGE_DAY = "page-day"  # 06.23 (일) alone at the top: the day on which the page was looked at


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date outside the running text. `weight` is higher for better evidence (a label counts more than a bare date).

    `day` is None where no year is written; `month`, `day_of_month` and `weekday` (0 = Monday) are then what is known.
    """

    span: Span
    kind: StampKind
    weight: int
    day: dt.date | None = None
    month: int | None = None
    day_of_month: int | None = None
    weekday: int | None = None


class ClueKind(StrEnum):
    """What a time expression of the running text says about the day of writing."""

    DAY = "day"  # 13일: a day of about now
    LAST_DAY = "last-day"  # 지난 11일: earlier in this month
    LAST_MONTH_DAY = "last-month-day"  # 지난달 31일: the month before has such a day
    MONTH = "month"  # 올해 3월, 지난 2월: a month that is past
    YEAR = "year"  # 2011년: a year that is past, or ahead
    MONTHS_SINCE = "months-since"  # 지난 2월 … 4개월 만: the month of writing
    AHEAD_IN_MONTH = "ahead-in-month"  # 이달 말 … 연다: the month is not over


@dataclass(frozen=True, slots=True)
class Clue:
    """One clue: `value` is the day, month or year it names, `lean` the side of the day of writing on which it lies."""

    span: Span
    kind: ClueKind
    value: int
    lean: Lean
    weekday: int | None = None


class DateReader(Protocol):
    """What dating a publication needs of a language."""

    def find_stamps(self, text: str, blocks: Sequence[Block]) -> tuple[Stamp, ...]:
        """Dates outside the running text, in text order."""

    def find_clues(self, text: str, blocks: Sequence[Block]) -> tuple[Clue, ...]:
        """Clues in the running text, in text order."""
