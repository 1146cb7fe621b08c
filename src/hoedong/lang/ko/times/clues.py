"""Clues in the running text of a Korean article to the day on which it was written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from hoedong.lang.calendar import Lean
from hoedong.lang.dating import Clue, ClueKind
from hoedong.lang.ko.sentences import split_sentences
from hoedong.lang.ko.times.scan import Match, scan
from hoedong.lang.ko.times.tense import lean_after
from hoedong.model.document import Block
from hoedong.model.span import Span
from hoedong.model.time import TimeKind

_ENOUGH = 300
"""More clues than an article has; the rest of a longer page would add nothing."""


def find_clues(text: str, blocks: Sequence[Block]) -> tuple[Clue, ...]:
    """Clues in text order.

    >>> from hoedong.model.document import BlockRole
    >>> text = "두 사람은 지난 11일 만났다."
    >>> [(c.kind.value, c.value) for c in find_clues(text, [Block(BlockRole.PARAGRAPH, Span(0, len(text)))])]
    [('last-day', 11)]
    """
    read = (block for block in blocks if block.role.is_read)
    sentences = (sentence for block in read for sentence in split_sentences(text, block.span))
    clues = (clue for sentence in sentences for clue in _sentence_clues(text, sentence))
    return tuple(islice(clues, _ENOUGH))


def _sentence_clues(text: str, sentence: Span) -> Iterator[Clue]:
    past_month: int | None = None
    for match in scan(text, sentence):
        if (
            match.rule.kind is TimeKind.ELAPSED
            and past_month
            and match.fields.get("unit") == "M"
            and "unit2" not in match.fields
        ):
            yield Clue(
                match.span, ClueKind.MONTHS_SINCE, (past_month + int(match.fields["count"]) - 1) % 12 + 1, Lean.PAST
            )
        if match.rule.kind is not TimeKind.DATE:
            continue
        lean = match.rule.lean or lean_after(text, match.span.end, sentence.end)
        clue = _clue(match, Lean.PAST if lean is Lean.OPEN and "local9" in match.fields else lean)
        if clue is not None:
            past_month = clue.value if clue.kind is ClueKind.MONTH else past_month
            yield clue


def _clue(match: Match, lean: Lean) -> Clue | None:
    fields, span = match.fields, match.span
    if match.rule.counts != "publication":
        return None
    weekday = fields.get("weekday-mark9") or fields.get("weekday9")
    if fields.get("months") == "-1" and "day" in fields:
        return Clue(span, ClueKind.LAST_MONTH_DAY, int(fields["day"]), Lean.PAST)
    if fields.get("months") == "0" and "month-part" in fields and lean is Lean.FUTURE:
        return Clue(span, ClueKind.AHEAD_IN_MONTH, int(fields["month-part"].rpartition("-")[2]), lean)
    if "year" in fields:
        return Clue(span, ClueKind.YEAR, int(fields["year"]), lean)
    if "day" in fields and not fields.keys() & {"month", "months", "years"}:
        kind = (
            ClueKind.LAST_DAY
            if match.rule.lean is Lean.PAST and "local2" not in fields and "local" not in fields
            else ClueKind.DAY
        )
        return Clue(span, kind, int(fields["day"]), lean, int(weekday) if weekday else None)
    if "month" in fields and "day" not in fields and (fields.get("years") == "0" or match.rule.lean is Lean.PAST):
        return Clue(span, ClueKind.MONTH, int(fields["month"]), lean)
    return None
