"""Times as feeds, mail headers and tables write them, as ISO 8601 in the zone in which they were written."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

SEOUL = dt.timezone(dt.timedelta(hours=9))
_DAY = r"(?P<year>\d{4})\s*(?:[-./]|년)?\s*(?P<month>\d{1,2})\s*(?:[-./]|월)?\s*(?P<day>\d{1,2})(?!\d)\s*[.일]?"
_HOUR = (
    r"(?:\s*(?P<half>오전|오후|AM|PM)?\s*(?P<hour>\d{1,2})\s*[:시]\s*(?P<minute>\d{2})"
    r"(?:\s*[:분]\s*(?P<second>\d{2}))?)?"
)
_WRITTEN = re.compile(_DAY + r"\s*(?:\([월화수목금토일]\))?" + _HOUR, re.IGNORECASE)
_RUN_TOGETHER = re.compile(
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:T?(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?)?(?P<half>)(?!\d)"
)
_KOREAN_ZONE = re.compile(r"\bKST\b")
_ISO_TIME = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}|\d{8}T\d{6}")
_LONGEST = 80


def iso_time(written: str | None) -> str | None:
    """A day or time as ISO 8601, with its zone where it names one; None for what is no day.

    >>> iso_time("Thu, 13 Jun 2024 07:30:00 +0900")
    '2024-06-13T07:30:00+09:00'
    >>> iso_time("2024년 6월 13일 오후 7:30"), iso_time("20240613")
    ('2024-06-13T19:30:00', '2024-06-13')
    """
    words = " ".join((written or "").split())[:_LONGEST]
    if not words:
        return None
    if words[0].isdigit() and (value := _numeric(words)):
        return value
    return _of_mail(words)


def in_seoul(time: str | None) -> str | None:
    """A time in UTC as the same moment in Seoul, where Korean outlets count their days; all others as they are.

    >>> in_seoul("2024-06-12T22:30:00+00:00")
    '2024-06-13T07:30:00+09:00'
    """
    if time is None or "T" not in time:
        return time
    moment = dt.datetime.fromisoformat(time)
    return time if (told := told_in_seoul(moment)) is moment else told.isoformat()


def told_in_seoul(moment: dt.datetime) -> dt.datetime:
    """A moment in UTC as a clock in Seoul shows it; all others as they are."""
    if moment.utcoffset() != dt.timedelta(0):
        return moment
    try:
        return moment.astimezone(SEOUL)
    except OverflowError:
        return moment


def _numeric(words: str) -> str | None:
    if _ISO_TIME.match(words):
        try:
            return dt.datetime.fromisoformat(_KOREAN_ZONE.sub("+09:00", words).replace(" +", "+")).isoformat()
        except ValueError:
            pass
    match = _RUN_TOGETHER.match(words) or _WRITTEN.match(words)
    return _from_parts(match) if match else None


def _from_parts(match: re.Match[str]) -> str | None:
    try:
        day = dt.date(int(match["year"]), int(match["month"]), int(match["day"]))
        if match["hour"] is None:
            return day.isoformat()
        hour = _hour(int(match["hour"]), (match["half"] or "").upper())
        return dt.datetime.combine(day, dt.time(hour, int(match["minute"]), int(match["second"] or 0))).isoformat()
    except ValueError:
        return None


def _hour(hour: int, half: str) -> int:
    """Hour of 24: 오후 7 is 19, 오전 12 is 0, and 오후 13, which some write, stays."""
    if half in ("오후", "PM") and hour < 12:
        return hour + 12
    return 0 if half in ("오전", "AM") and hour == 12 else hour


def _of_mail(words: str) -> str | None:
    moment = mail_time(_KOREAN_ZONE.sub("+0900", words))
    return moment.isoformat() if moment is not None else None


def mail_time(words: str) -> dt.datetime | None:
    """A time as mail and RSS write it, RFC 822 and its many variants: "Tue, 11 Jun 2024 09:30:00 +0900"."""
    try:
        return parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
