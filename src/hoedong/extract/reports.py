"""Reports: merged drafts of a document as encounter reports, with date, place, topics and evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TypeVar

from hoedong.extract.confidence import confidence_of, traits_of, weights
from hoedong.extract.continued_topics import CONTINUED, continued_topics
from hoedong.extract.draft import OPEN_STATUS, Draft, is_of_many
from hoedong.extract.earlier import EARLIER
from hoedong.extract.likely_meetings import LIKELY
from hoedong.extract.line_up import LINE_UP
from hoedong.extract.merging import merge_drafts
from hoedong.extract.setting import complete, inside, joined
from hoedong.lang.protocol import Language
from hoedong.model.analysis import Analysis
from hoedong.model.encounter import EncounterReport, Mode, Status, When, Where
from hoedong.model.evidence import Evidence
from hoedong.model.mention import PersonMention
from hoedong.model.span import Span
from hoedong.model.time import DateInterval
from hoedong.model.trip import Trip
from hoedong.rules.trace import NO_TRACE, Trace

T = TypeVar("T")
_WEAK = 0.5
_ON_A_DAY = (Status.HELD, Status.PLANNED)
_OUTCOMES = (Status.NOT_HELD, Status.HELD)
_STATUS_ORDER = (Status.HELD, Status.NOT_HELD, Status.PLANNED, Status.UNCONFIRMED)


def make_reports(
    drafts: Sequence[Draft],
    analysis: Analysis,
    language: Language,
    trips: Sequence[Trip],
    mentions: Sequence[PersonMention],
    trace: Trace = NO_TRACE,
) -> tuple[EncounterReport, ...]:
    """Merge the drafts of a document and fill in when, where and about what, in order of first mention.

    `trips` date what took place "on this trip" and has no day of its own. `mentions` are all words that stand for
    people, in text order. `trace` is told why each is believed as far as it is.
    """
    published = analysis.document.publication.value
    for draft in drafts:
        draft.settle_status(published)
    text, sentences = analysis.document.text, analysis.sentences
    topics_of = cache(lambda index: language.find_topics(text, sentences[index]))  # a sentence may tell of several
    told = {draft.sentence for draft in drafts}

    def topics(group: Sequence[Draft]) -> Iterator[tuple[int, Span]]:
        sentences = sorted({draft.sentence for draft in group if draft.strength >= _WEAK})
        yield from ((index, topic) for index in sentences for topic in topics_of(index))
        yield from continued_topics(group, told, mentions, analysis, language, topics_of)

    return tuple(
        _report(f"e{number}", group, analysis, language, trips, tuple(topics(group)), trace)
        for number, group in enumerate(merge_drafts(drafts, published), 1)
    )


def _report(
    id_: str,
    group: Sequence[Draft],
    analysis: Analysis,
    language: Language,
    trips: Sequence[Trip],
    topics: Sequence[tuple[int, Span]],
    trace: Trace,
) -> EncounterReport:
    principals, attendees = _people(group)
    mode, status, when = _mode(group), _status(group), _when(group, analysis, language, trips)
    return EncounterReport(
        id_,
        mode,
        status,
        principals,
        attendees,
        _distinct(span for draft in group for span in draft.parties),
        when,
        _where(group, analysis, language),
        _distinct(topic for _, topic in topics),
        _evidence(group, topics, analysis),
        tuple(dict.fromkeys(rule for draft in group for rule in (draft.rule, draft.status_rule, *draft.rules))),
        _confidence(group, traits_of(group, mode, status, is_dated=when.value is not None), trace),
    )


def _confidence(group: Sequence[Draft], traits: Sequence[str], trace: Trace) -> float:
    for trait in traits:
        trace.fired("confidence", trait, group[0].trigger, f"{weights().get(trait, 0.0):+.2f}")
    return confidence_of(traits)


def _people(group: Sequence[Draft]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Principals and attendees; a line-up or headline adds people to an encounter of the text only as attendees."""
    read = [draft for draft in group if draft.rule != LIKELY] or group  # what is only likely adds people
    text = [draft for draft in read if not draft.is_headline] or read
    is_crowd = any(draft.parties for draft in text)
    strong = [draft for draft in text if draft.strength >= _WEAK or (is_crowd and draft.rule == LINE_UP)]
    principals = _distinct(person for draft in strong or text for person in draft.sides)
    if not strong:
        principals = principals[:1]
    likely = [draft for draft in group if draft not in read]
    if any(is_of_many(draft) for draft in text):
        principals = _distinct((*principals, *(person for draft in likely for person in draft.sides)))
    adding = [draft for draft in likely if not draft.is_headline]
    everyone = _distinct(person for draft in (*text, *adding) for person in (*draft.sides, *draft.attendees))
    return principals, tuple(person for person in everyone if person not in principals)


def _distinct(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))


def _mode(group: Sequence[Draft]) -> Mode:
    modes = {draft.mode for draft in group if draft.strength >= 1.0} or {draft.mode for draft in group}
    return next(mode for mode in (Mode.REMOTE, Mode.IN_PERSON, Mode.CO_ATTENDANCE) if mode in modes)


def _status(group: Sequence[Draft]) -> Status:
    """An outcome goes before a plan; among plans, the status that most of the strong drafts give."""
    told = [draft for draft in group if draft.status_rule not in OPEN_STATUS] or group
    text = [draft for draft in told if not draft.is_headline] or told
    voters = [draft.status for draft in text if draft.strength >= 1.0] or [draft.status for draft in text]
    for outcome in _OUTCOMES:
        if outcome in voters:
            return outcome
    return max(_STATUS_ORDER, key=lambda status: (voters.count(status), -_STATUS_ORDER.index(status)))


def _when(group: Sequence[Draft], analysis: Analysis, language: Language, trips: Sequence[Trip]) -> When:
    """The most exact date that a sentence gives, else the days of the trip, else the day that the text has set."""
    times = [draft.time for draft in group if draft.time is not None and draft.time.value is not None]
    dated = [(value, time.span) for time in times if (value := language.recorded_value(time)) is not None]
    if dated:
        value, span = min(dated, key=lambda pair: _days(pair[0]))
        return When(value, (span,))
    trip = next((found for draft in group if (found := _trip_of(draft, analysis, language, trips))), None)
    if trip is not None and trip.start and trip.end:
        return When(DateInterval(trip.start, trip.end))
    scenes = [draft.scene for draft in group if draft.scene is not None]
    return When(min(scenes, key=_days)) if scenes else When()


def _trip_of(draft: Draft, analysis: Analysis, language: Language, trips: Sequence[Trip]) -> Trip | None:
    """The trip on which a sentence says that people met: "이번 출장 기간 …"."""
    if not language.speaks_of_this_trip(analysis.document.text, analysis.sentences[draft.sentence].span):
        return None
    return next((trip for trip in trips if trip.traveller in draft.sides and trip.start and trip.end), None)


def _days(value: DateInterval | None) -> int:
    return (value.last_day() - value.first_day()).days if value is not None else 10**6


def _where(group: Sequence[Draft], analysis: Analysis, language: Language) -> Where:
    """The place that the sentences of the group choose most strongly, with the town and country that others add."""
    triggers: dict[int, int] = {}
    for draft in group:
        triggers.setdefault(draft.sentence, draft.trigger.start)
    chosen = []
    for sentence, trigger in sorted(triggers.items()):
        span = analysis.sentences[sentence].span
        told = language.place_of_clause(analysis.document.text, span, inside(analysis.places, span), trigger)
        if told.where != Where():
            chosen.append(told)
    chosen.sort(key=lambda told: -told.weight)
    best = joined([told.where for told in chosen])
    is_of_the_scene = not any(draft.is_background or draft.rule == EARLIER for draft in group)
    if _mode(group) is Mode.REMOTE or not is_of_the_scene or _status(group) not in _ON_A_DAY:
        return best
    is_dated = any(draft.time is not None for draft in group)
    for sentence in sorted(triggers):
        if best.country is None:
            best = complete(best, sentence, analysis, language, same_day=not is_dated)
    return best


def _evidence(group: Sequence[Draft], topics: Sequence[tuple[int, Span]], analysis: Analysis) -> tuple[Evidence, ...]:
    """The sentences that tell of an encounter, and those behind them that say what was discussed."""
    rules: dict[Span, str] = {}
    for draft in group:
        for span in (analysis.sentences[draft.sentence].span, *draft.evidence):
            rules.setdefault(span, draft.rule)
    for index, _ in topics:
        rules.setdefault(analysis.sentences[index].span, CONTINUED)
    return tuple(Evidence(span, rule) for span, rule in sorted(rules.items()))
