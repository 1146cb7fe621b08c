"""Dates in words, never more precise than they are known."""

from __future__ import annotations

from collections.abc import Mapping

from babel.dates import format_date

from hoedong.model.time import DateInterval, PartialDate

_PATTERNS: Mapping[str, Mapping[str, str]] = {
    "ko": {
        "day": "y. M. d.",
        "short": "M. d.",
        "month": "y년 M월",
        "month alone": "M월",
        "year": "y년",
        "weekday": "EEEE",
    },
    "en": {"day": "d MMM y", "short": "d MMM", "month": "MMM y", "month alone": "MMM", "year": "y", "weekday": "EEE"},
}
"""As Babel writes them (CLDR): 2024. 6. 11. and 11 Jun 2024."""


def date_words(date: PartialDate, lang: str) -> str:
    """A date: 2024. 6. 11., 2024년 6월, 2024년."""
    return _written(date, "day" if date.day else "month" if date.month else "year", lang)


def interval_words(interval: DateInterval, lang: str) -> str:
    """A date or a period: 2024. 5. 31. – 6. 13."""
    start, end = interval.start, interval.end
    if start == end:
        return date_words(start, lang)
    is_short = start.year == end.year and start.day and end.day
    if lang == "ko":
        return f"{date_words(start, lang)} – {_written(end, 'short', lang) if is_short else date_words(end, lang)}"
    return f"{_written(start, 'short', lang) if is_short else date_words(start, lang)} – {date_words(end, lang)}"


def short_words(interval: DateInterval, lang: str) -> str:
    """A date without its year: 6. 11., 6월; a period with its first and last day; a year stays."""
    start, end = interval.start, interval.end
    if start != end:
        return f"{_short(start, lang)}–{_short(end, lang)}"
    return _short(start, lang)


def _short(date: PartialDate, lang: str) -> str:
    return _written(date, "short" if date.day else "month alone" if date.month else "year", lang)


def big_words(interval: DateInterval, lang: str) -> str:
    """What stands large in the margin of a diary: 12, 6월, 2011, 5. 31.–6. 13."""
    start = interval.start
    if start == interval.end and start.day:
        return str(start.day)
    return short_words(interval, lang)


def weekday_words(date: PartialDate, lang: str) -> str:
    """The day of the week of a day: 수요일, Wed."""
    return _written(date, "weekday", lang)


def month_words(date: PartialDate, lang: str) -> str:
    """The month of a date, or its year where no month is known."""
    return _written(date, "month" if date.month else "year", lang)


def precision_of(interval: DateInterval) -> str:
    """How exactly it is known: day, month, year, or interval for a period."""
    if interval.start != interval.end:
        return "interval"
    return "day" if interval.start.day else "month" if interval.start.month else "year"


def edtf_words(edtf: str, lang: str) -> str:
    """A date or period as it is kept (2024-06, 2024-06-11/2024-06-13) in words; any other text is left as it is."""
    first, slash, last = edtf.partition("/")
    try:
        interval = DateInterval(PartialDate.parse(first), PartialDate.parse(last if slash else first))
    except ValueError:
        return edtf
    return interval_words(interval, lang)


def _written(date: PartialDate, pattern: str, lang: str) -> str:
    return str(format_date(date.first_day(), _PATTERNS[lang][pattern], locale=lang))
