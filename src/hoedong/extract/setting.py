"""Setting: where the text is when a sentence tells of an encounter without its town or country.

"한도윤 회장은 14일 뉴욕에 도착했다. 이튿날 집무실에서 오 대표를 만났다" is in New York.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hoedong.lang.protocol import Language
from hoedong.model.analysis import Analysis
from hoedong.model.encounter import Where
from hoedong.model.mention import PlaceMention
from hoedong.model.span import Span, starting_in

_DATELINE = re.compile(r"[\[(【](?P<town>[^\W\d_]{2,10}) ?=")
_HEAD = 800  # characters of a page in which its dateline stands
_REACH = 3
"""Sentences back in which a place that was told still holds."""


def inside(places: Sequence[PlaceMention], span: Span) -> list[PlaceMention]:
    """The places of a sentence; `places` are in text order."""
    return [place for place in starting_in(places, span) if place.span.end <= span.end]


def complete(where: Where, sentence: int, analysis: Analysis, language: Language) -> Where:
    """Give a place the town and country that the sentences before it have set, where they do not contradict it."""
    for index in range(sentence - 1, max(-1, sentence - 1 - _REACH), -1):
        if where.city or where.country:
            break
        told = _told_in(index, analysis, language)
        if told.country is None:
            continue
        return replace(where, city=told.city if where.spans else None, country=told.country)
    if where.city or where.country or not where.spans:
        return where
    town, country = _dateline(analysis.document.text, language)
    return replace(where, city=town, country=country)


def _dateline(text: str, language: Language) -> tuple[str | None, str | None]:
    """The town that an agency or outlet writes from, with its country: 베이징 in "[베이징=가람통신]"."""
    found = _DATELINE.search(text, 0, _HEAD)
    country = language.country_of(found["town"]) if found else None
    return (found["town"], country) if found and country else (None, None)


def _told_in(index: int, analysis: Analysis, language: Language) -> Where:
    span = analysis.sentences[index].span
    chosen = language.place_of_clause(analysis.document.text, span, inside(analysis.places, span), span.end)
    return chosen.where
