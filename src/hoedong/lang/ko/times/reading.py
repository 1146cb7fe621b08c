"""Reading the times of a document in order, so that 이날 and 같은 달 find the date that they take up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hoedong.lang import calendar
from hoedong.lang.calendar import Lean
from hoedong.lang.ko.times.duration import iso_duration
from hoedong.lang.ko.times.frame import Frame
from hoedong.lang.ko.times.resolve import resolve
from hoedong.lang.ko.times.rules import JoinRule, rule_by_id, time_rules
from hoedong.lang.ko.times.scan import Match, scan
from hoedong.lang.ko.times.tense import lean_after
from hoedong.model.span import Span
from hoedong.model.time import DateInterval, PartialDate, TimeExpression, TimeKind
from hoedong.rules.trace import NO_TRACE, Trace

_STATED = frozenset(("year", "yy", "decade"))
_RELATIVE = frozenset(
    (
        "years",
        "months",
        "weeks",
        "days",
        "sign",
        "span",
        "weekend",
        "weekday",
        "quarter",
        "quarters",
        "year-part",
        "year-half",
    )
)
_STAND_IN_REACH = 3
"""Sentences over which a date stands in for an unknown publication."""
_PAST_YEAR_REACH = 2
"""Sentences in which a year long past that was told is still the year."""
_DIRECTED = frozenset(("year", "years", "yy", "months", "weeks", "quarters", "decade", "span"))
"""Fields that place a date without the help of the verb."""
_CUT_DATE = re.compile(r".?\d{1,2}\.[ \t]{0,2}[\d(]", re.DOTALL)
_NEAR_PUBLICATION = 2
"""A bare day this near to the publication (days) is read against it, whatever month the sentence named before."""


def find_time_expressions(
    text: str, sentences: Sequence[Span], published: DateInterval | None, trace: Trace = NO_TRACE
) -> tuple[TimeExpression, ...]:
    """All time expressions of the sentences in text order, with their values where text and publication support one.

    `sentences` are those of the document in order. With an interval as publication only values that are the same at
    both its ends are kept; without one, what the text alone supports.

    >>> text = "지난 4일 도착했다. 이날 저녁 만났다."
    >>> day = DateInterval.on(PartialDate(2024, 6, 13))
    >>> [time.value.edtf for time in find_time_expressions(text, [Span(0, 11), Span(12, 22)], day)]
    ['2024-06-04', '2024-06-04']
    """
    whole = _without_cut_dates(text, sentences)
    matches = [(sentence, _sentence_matches(text, sentence)) for sentence in whole]
    anchors = _anchors(published)
    readings = [_Reading(text, anchor).read(matches) for anchor in anchors]
    times = tuple(_agreed(alternatives) for alternatives in zip(*readings, strict=True))
    for time in times if trace is not NO_TRACE else ():
        trace.fired("time", time.rule, time.span, time.value.edtf if time.value else time.duration or "")
    return times


def _without_cut_dates(text: str, sentences: Sequence[Span]) -> list[Span]:
    """Put sentences together again that a full stop inside a date (2024. 6. 10.) has cut."""
    out: list[Span] = []
    for sentence in sentences:
        if (
            out
            and 0 <= sentence.start - out[-1].end <= 2
            and _CUT_DATE.fullmatch(text, max(0, out[-1].end - 3), sentence.start + 1)
        ):
            out[-1] = out[-1].cover(sentence)
        else:
            out.append(sentence)
    return out


def recorded_value(time: TimeExpression) -> DateInterval | None:
    """The value at the precision at which an event of that time is recorded.

    이달 말 is read as the last ten days of the month and recorded as the month; a season is recorded as the year.
    """
    rule = rule_by_id().get(time.rule)
    value = time.value
    if value is None or rule is None or rule.recorded is None:
        return value
    start, end = value.start, value.end
    if rule.recorded == "year":
        return DateInterval(PartialDate(start.year), PartialDate(start.year)) if start != end else value
    same_month = (start.year, start.month) == (end.year, end.month) and start != end
    return DateInterval.on(PartialDate(start.year, start.month)) if same_month else value


def _anchors(published: DateInterval | None) -> tuple[PartialDate | None, ...]:
    if published is None:
        return (None,)
    first, last = PartialDate.of(published.first_day()), PartialDate.of(published.last_day())
    return (first,) if first == last else (first, last)


def _agreed(alternatives: tuple[TimeExpression, ...]) -> TimeExpression:
    first = alternatives[0]
    if all(other.value == first.value for other in alternatives[1:]):
        return first
    return TimeExpression(first.span, first.kind, None, first.rule, first.duration, False)


@dataclass(frozen=True, slots=True)
class _Joined:
    """A match, and the next one where a join rule makes one period of both."""

    match: Match
    second: Match | None = None
    join: JoinRule | None = None
    end: int = 0


def _sentence_matches(text: str, sentence: Span) -> list[_Joined]:
    matches = list(scan(text, sentence))
    out: list[_Joined] = []
    at = 0
    while at < len(matches):
        joined = _join(text, matches[at], matches[at + 1], sentence) if at + 1 < len(matches) else None
        out.append(joined or _Joined(matches[at], end=matches[at].span.end))
        at += 2 if joined else 1
    return out


def _join(text: str, first: Match, second: Match, sentence: Span) -> _Joined | None:
    if first.rule.kind is not TimeKind.DATE or second.span.start - first.span.end > 6:
        return None
    for join in time_rules().joins:
        wanted = TimeKind.DURATION if join.with_length else TimeKind.DATE
        if second.rule.kind is not wanted or join.with_length and "nights" in second.fields:
            continue
        if not join.gap.fullmatch(text, first.span.end, second.span.start):
            continue
        closed = join.close.match(text, second.span.end, sentence.end) if join.close else None
        return _Joined(first, second, join, closed.end() if closed else second.span.end)
    return None


def _lies_behind(value: DateInterval | None, base: PartialDate, lean: Lean) -> bool:
    """Whether a coming day would be one gone by: 오는 2월 29일 where the next year has none."""
    return lean is Lean.FUTURE and value is not None and value.last_day() < base.first_day()


class _Reading:
    """One pass over a document for one day of publication; remembers the dates that later words can take up."""

    def __init__(self, text: str, anchor: PartialDate | None) -> None:
        self._text, self._anchor = text, anchor
        self._mentioned: PartialDate | None = None
        self._mentioned_day: PartialDate | None = None
        self._context: PartialDate | None = None
        self._since_mention = 0
        self._past_year: PartialDate | None = None
        self._since_past_year = 0

    def read(self, sentences: Sequence[tuple[Span, list[_Joined]]]) -> list[TimeExpression]:
        """All time expressions, sentence by sentence."""
        out = []
        for sentence, matches in sentences:
            self._context = None
            self._since_mention += 1
            self._since_past_year += 1
            out += [self._time(joined, sentence) for joined in matches]
        return out

    def _time(self, joined: _Joined, sentence: Span) -> TimeExpression:
        match, rule = joined.match, joined.match.rule
        kind = rule.kind or TimeKind.DATE
        if kind is not TimeKind.DATE:
            duration = None if kind is TimeKind.CLOCK else iso_duration(match.fields)
            return TimeExpression(match.span, kind, None, rule.id, duration)
        value = self._value(match, joined, sentence)
        name = rule.id
        if joined.second is not None and joined.join is not None:
            value, name = self._period(value, joined.second, joined, sentence), joined.join.id
        self._remember(match, value)
        anchored = value is not None and _STATED.isdisjoint(match.fields)
        return TimeExpression(Span(match.span.start, joined.end), kind, value, name, None, anchored)

    def _value(self, match: Match, joined: _Joined, sentence: Span) -> DateInterval | None:
        if "same" in match.fields:
            return DateInterval.on(self._mentioned) if self._mentioned else None
        lean = self._lean(match, joined.end, sentence)
        base = self._base(match, lean)
        if self._anchor is None and match.rule.counts == "publication":
            lean = Lean.OPEN
        certain = match.rule.lean is not None
        context = self._taken_over(match) or self._year_told_of(match, lean)
        value = resolve(Frame(match.fields, base, lean, context, certain=certain))
        return None if certain and base and _lies_behind(value, base, lean) else value

    def _period(
        self, start: DateInterval | None, second: Match, joined: _Joined, sentence: Span
    ) -> DateInterval | None:
        if start is None:
            return None
        if second.rule.kind is TimeKind.DURATION:
            return _lasting(start, second)
        lean = self._lean(second, joined.end, sentence)
        frame = Frame(second.fields, self._base(second, lean), lean, start.end, continues=True)
        end = resolve(frame)
        if end is None or end.last_day() < start.first_day():
            return start
        return DateInterval(start.start, end.end)

    def _lean(self, match: Match, end: int, sentence: Span) -> Lean:
        if match.rule.lean is not None:
            return match.rule.lean
        if counted := int(match.fields.get("days", "0")):
            return Lean.PAST if counted < 0 else Lean.FUTURE
        if not _DIRECTED.isdisjoint(match.fields) or "sign" in match.fields and match.rule.counts == "publication":
            return Lean.OPEN
        lean = lean_after(self._text, end, sentence.end)
        return Lean.PAST if lean is Lean.OPEN and "local9" in match.fields else lean

    def _base(self, match: Match, lean: Lean) -> PartialDate | None:
        """What the words count from: the publication, or the date that the running text mentioned last."""
        if match.rule.counts == "publication":
            return self._anchor or self._stand_in(match)
        needs_day = (
            "days" in match.fields
            or "day-count" in match.fields
            or "unit" not in match.fields
            and "sign" in match.fields
        )
        mentioned = self._mentioned_day if needs_day else self._mentioned
        if match.rule.counts == "mention":
            return mentioned
        if mentioned and self._anchor and lean is Lean.PAST and mentioned.first_day() > self._anchor.first_day():
            mentioned = None
        if self._anchor and match.rule.reach is not None and self._since_mention > match.rule.reach:
            mentioned = None
        return mentioned or self._anchor

    def _stand_in(self, match: Match) -> PartialDate | None:
        """Without a publication a bare day or month is read against the date mentioned last."""
        if match.rule.lean is not None or not _RELATIVE.isdisjoint(match.fields):
            return None
        return self._mentioned if self._since_mention <= _STAND_IN_REACH else None

    def _taken_over(self, match: Match) -> PartialDate | None:
        """The date of this sentence whose month a bare day, or whose year a bare month, can take over."""
        context = self._context
        if context is None or match.rule.lean is not None or not _RELATIVE.isdisjoint(match.fields):
            return None
        is_bare_day = "day" in match.fields and "month" not in match.fields
        if is_bare_day and (context.day is None or self._is_near_publication(int(match.fields["day"]))):
            return None
        return context

    def _year_told_of(self, match: Match, lean: Lean) -> PartialDate | None:
        """The year long past that the text has just told of: "1967년 5월의 일이다. 첫 회동은 5월 9일 이뤄졌다"."""
        is_told = self._past_year is not None and self._since_past_year <= _PAST_YEAR_REACH
        is_bare = {"month", "day"} <= match.fields.keys() and match.rule.lean is None
        return self._past_year if is_told and is_bare and lean is not Lean.FUTURE else None

    def _is_near_publication(self, day: int) -> bool:
        if self._anchor is None or self._anchor.day is None:
            return False
        days = (
            calendar.shifted_day(self._anchor.first_day(), by)
            for by in range(-_NEAR_PUBLICATION, _NEAR_PUBLICATION + 1)
        )
        return any(near and near.day == day for near in days)

    def _remember_year(self, match: Match, value: DateInterval) -> None:
        """Keep a year long past while the text stays in it; a date of another year leaves it."""
        if not _is_long_past(value.start.year, self._anchor):
            self._past_year = None
        elif "year" in match.fields or self._past_year is not None:
            self._past_year, self._since_past_year = PartialDate(value.start.year), 0

    def _remember(self, match: Match, value: DateInterval | None) -> None:
        if value is None or match.rule.is_passing:
            return
        self._mentioned = value.start
        self._since_mention = 0
        self._remember_year(match, value)
        if value.start == value.end and value.start.day:
            self._mentioned_day = value.start
        if value.start.month and not {"month", "months", "year", "years"}.isdisjoint(match.fields):
            self._context = value.start


def _is_long_past(year: int, anchor: PartialDate | None) -> bool:
    return anchor is not None and year < anchor.year - 1


def _lasting(start: DateInterval, length: Match) -> DateInterval | None:
    """8일부터 사흘간: the first day counts."""
    days = _days_of(length)
    if days is None or start.start.day is None:
        return start
    return calendar.between(start.first_day(), calendar.shifted_day(start.first_day(), days - 1)) or start


def _days_of(length: Match) -> int | None:
    """A length in days, where it is one of days (사흘, 10일) or of whole weeks (2주)."""
    fields = length.fields
    if {"hour-unit", "minute-unit", "unit2"} & fields.keys() or fields.get("unit", "W") != "W":
        return None
    counted = fields.get("day-count") or fields.get("count")
    return None if counted is None else int(counted) * (7 if "unit" in fields else 1)
