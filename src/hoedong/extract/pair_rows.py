"""Pair rows: rows of a table or list that name two people and a dash or an arrow, under a headline of meetings.

"2.4 / 한도윤 대통령↔오세린 총리 / 32분" under "정상 통화 일지" is a call.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from hoedong.extract.agenda import is_called_off
from hoedong.extract.draft import Draft
from hoedong.extract.words import load_encounter_words
from hoedong.model.clause import ClauseStructure, Ending
from hoedong.model.encounter import Mode, Status
from hoedong.model.mention import PersonMention
from hoedong.model.time import TimeExpression, TimeKind

PAIR_ROW = "row.pair"
_JOIN = re.compile(r"\s?[↔→⇄⇔–—-]\s?")


def is_pair_row(text: str, named: Sequence[PersonMention]) -> bool:
    """Whether two people stand in a line with nothing but a dash or an arrow between them."""
    return any(
        one.extent.end <= other.extent.start and _JOIN.fullmatch(text, one.extent.end, other.extent.start)
        for one, other in pairwise(named)
    )


def pair_row(structure: ClauseStructure, times: Sequence[TimeExpression], lang: str) -> list[Draft]:
    """The meeting of a row, of the kind that the headline names; a sentence with a verb is no row."""
    words = load_encounter_words(lang).nouns.get(structure.page_occasion, ())
    if not words or any(predicate.ending is Ending.FINAL for predicate in structure.predicates):
        return []
    pairs = [
        (phrase.people[0], following.people[0])
        for phrase, following in pairwise(structure.phrases)
        if phrase.is_dashed and phrase.people and following.people
    ]
    is_off = is_called_off(structure, lang)
    return [
        Draft(
            structure.sentence,
            structure.span,
            PAIR_ROW,
            words[0].mode or Mode.IN_PERSON,
            Status.NOT_HELD if is_off else Status.HELD,
            "status.row" if is_off else "status.bare",
            pair,
            time=next((time for time in times if time.kind is TimeKind.DATE), None),
            word=structure.page_occasion,
        )
        for pair in pairs[:1]
        if pair[0] != pair[1]
    ]
