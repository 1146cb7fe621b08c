"""Setting: where the text is when a sentence tells of an encounter without its town or country.

"한도윤 회장은 14일 뉴욕에 도착했다. 이튿날 집무실에서 오 대표를 만났다" is in New York.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from hoedong.lang.protocol import Language
from hoedong.model.analysis import Analysis
from hoedong.model.encounter import Where
from hoedong.model.mention import PlaceMention
from hoedong.model.span import Span, starting_in
from hoedong.model.time import DateInterval, PartialDate

_DATELINE = re.compile(r"[\[(【](?P<town>[^\W\d_]{2,10}) ?=")
_HEAD = 800  # characters of a page in which its dateline stands
_REACH = 2
"""Sentences back in which a place that was told still holds."""
_LONG_AGO, _FAR_AHEAD = 45, 21
"""Days before and after publication within which a dated sentence tells of what the text is about."""
_FAR_REACH = 8
"""Sentences back in which the only country that was told still holds."""


def inside(places: Sequence[PlaceMention], span: Span) -> list[PlaceMention]:
    """The places of a sentence; `places` are in text order."""
    return [place for place in starting_in(places, span) if place.span.end <= span.end]


def joined(told: Sequence[Where]) -> Where:
    """The first of several places that sentences tell of one encounter, with a town and country that another adds.

    "서초사옥에서 만찬" in the headline and "서울 서초동 사옥에서" below are one place, in Seoul.
    """
    if not told:
        return Where()
    best = told[0]
    for other in told[1:]:
        if other.country and best.country not in (None, other.country):
            continue
        best = replace(best, city=best.city or other.city, country=best.country or other.country)
    return best


def complete(where: Where, sentence: int, analysis: Analysis, language: Language, *, same_day: bool) -> Where:
    """Give a place the town and country that the sentences before it have set, where it has none of its own.

    The town only to a venue, and only on the day that the text has set (`same_day`).
    """
    if any(mention.span.overlaps(span) for span in where.spans for mention in starting_in(analysis.mentions, span)):
        return where  # somebody's home is where they live, not where the text is
    for index in range(sentence - 1, max(-1, sentence - 1 - _REACH), -1):
        if where.city or where.country:
            break
        told = _told_in(index, analysis, language)
        if told.country is None:
            continue
        return replace(where, city=told.city if where.spans and same_day else None, country=told.country)
    if where.city or where.country:
        return where
    town, country = _dateline(analysis.document.text, language) if where.spans else (None, None)
    return replace(where, city=town, country=country or _only_country(sentence, analysis, language))


def _only_country(sentence: int, analysis: Analysis, language: Language) -> str | None:
    """The country of the last place told before, where the text up to there has been in no other.

    The sentences right before have been asked already, and told of none.
    """
    earlier = range(max(0, sentence - 1 - _FAR_REACH), max(0, sentence - _REACH))
    told = {country for index in earlier if (country := _told_in(index, analysis, language).country)}
    return told.pop() if len(told) == 1 else None


def _dateline(text: str, language: Language) -> tuple[str | None, str | None]:
    """The town that an agency or outlet writes from, with its country: 베이징 in "[베이징=가람통신]"."""
    found = _DATELINE.search(text, 0, _HEAD)
    country = language.country_of(found["town"]) if found else None
    return (found["town"], country) if found and country else (None, None)


def _told_in(index: int, analysis: Analysis, language: Language) -> Where:
    span = analysis.sentences[index].span
    if _is_of_another_time(span, analysis):
        return Where()
    chosen = language.place_of_clause(analysis.document.text, span, inside(analysis.places, span), span.end)
    return chosen.where


def _is_of_another_time(sentence: Span, analysis: Analysis) -> bool:
    """Whether all dates of a sentence lie far from publication: what is told of 2019, or planned for March."""
    published = analysis.document.publication.value
    values = [time.value for time in starting_in(analysis.times, sentence) if time.value is not None]
    if published is None or not values:
        return False
    first = published.first_day() - dt.timedelta(days=_LONG_AGO)
    last = published.last_day() + dt.timedelta(days=_FAR_AHEAD)
    lately = DateInterval(PartialDate.of(first), PartialDate.of(last))
    return not any(value.overlaps(lately) for value in values)
