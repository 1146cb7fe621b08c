"""When a server says that one may come again."""

from __future__ import annotations

import datetime as dt
from email.utils import parsedate_to_datetime

LONGEST = 24 * 3600.0
"""Seconds; nobody is left alone for longer on one word."""


def retry_after_seconds(header: str | None, now: dt.datetime) -> float | None:
    """Seconds from now, of `120` or of a date; None where nothing sensible is said.

    >>> retry_after_seconds("120", dt.datetime(2026, 3, 10, tzinfo=dt.UTC))
    120.0
    """
    if not header:
        return None
    if header.isascii() and header.isdigit():
        return min(float(header[:9]), LONGEST)
    try:
        moment = parsedate_to_datetime(header)
    except (ValueError, TypeError):
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    return min(max(0.0, (aware - now).total_seconds()), LONGEST)
