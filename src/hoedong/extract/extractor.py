"""Extraction: an analysis becomes a reading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from hoedong.annotate.coreference import FORWARD
from hoedong.extract.assemblies import assemblies
from hoedong.extract.assembly_page import SeenPage
from hoedong.extract.ceremonies import ceremonies, without_guests
from hoedong.extract.draft import Draft
from hoedong.extract.earlier import earlier_meetings
from hoedong.extract.listening import listen
from hoedong.extract.overlooked import overlooked
from hoedong.extract.quoted import hear_quotations
from hoedong.extract.reports import make_reports
from hoedong.lang.protocol import Language
from hoedong.model.analysis import Analysis
from hoedong.model.diagnostic import Diagnostic
from hoedong.model.encounter import EncounterReport
from hoedong.model.mention import PersonMention
from hoedong.model.person import Person
from hoedong.model.quotation import Quotation
from hoedong.model.reading import Reading
from hoedong.model.time import TimeKind
from hoedong.model.trip import Trip
from hoedong.rules.trace import NO_TRACE, Trace


def extract(
    analysis: Analysis, language: Language, trace: Trace = NO_TRACE, noticed: Sequence[Diagnostic] = ()
) -> Reading:
    """Read encounters, trips, quotations and claims out of an analysis; `noticed` are the diagnostics until now."""
    document, sentences = analysis.document, analysis.sentences
    heard = listen(analysis, language, trace)
    mentions = tuple(sorted([*analysis.mentions, *heard.nominals], key=_place))
    trips = tuple(
        _in_order(trip)
        for trip in language.find_trips(document, sentences, mentions, analysis.times, analysis.places, trace)
    )
    speakers = [mention for mention in mentions if mention.rule != FORWARD]
    quotations = language.find_quotations(document, sentences, speakers, trace)
    quoted = hear_quotations(analysis, quotations, language, trace)
    together = heard.groups | _people_by_sentence(heard.drafts)
    claims = language.find_claims(document, sentences, mentions, analysis.times, together, trace)
    earlier = earlier_meetings(claims, analysis, language, trace)
    page = SeenPage(analysis, speakers, quotations, language)
    events = ceremonies(page, trace)
    told = without_guests(heard.drafts, events)
    told += [*events, *assemblies(page, told, heard.open_meetings, trace)]
    reports = make_reports([*told, *quoted, *earlier], analysis, language, trips, mentions, trace)
    remarks = overlooked(analysis, heard, reports, language.code)
    return Reading(
        document,
        _with_nominals(analysis.people, heard.nominals),
        analysis.organisations,
        reports,
        trips,
        _at_encounters(quotations, reports),
        claims,
        diagnostics=(*noticed, *analysis.diagnostics, *remarks, *_unresolved_dates(analysis)),
    )


def _place(mention: PersonMention) -> tuple[int, int, str]:
    return mention.span.start, mention.span.end, mention.person or ""


def _in_order(trip: Trip) -> Trip:
    """A trip that ends before it begins loses its end, the less certain of the two."""
    if trip.start and trip.end and trip.end.last_day() < trip.start.first_day():
        return replace(trip, end=None)
    return trip


def _people_by_sentence(drafts: Iterable[Draft]) -> dict[int, tuple[str, ...]]:
    people: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for draft in drafts:
        people[draft.sentence] |= dict.fromkeys(draft.sides)
    return {sentence: tuple(ids) for sentence, ids in people.items()}


def _with_nominals(people: Sequence[Person], nominals: Iterable[PersonMention]) -> tuple[Person, ...]:
    """Give every person the pronouns and nominals that were found to mean them."""
    own: defaultdict[str | None, list[PersonMention]] = defaultdict(list)
    for mention in nominals:
        own[mention.person].append(mention)
    return tuple(
        replace(person, mentions=tuple(sorted([*person.mentions, *own[person.id]], key=_place)))
        if person.id in own
        else person
        for person in people
    )


def _at_encounters(quotations: Iterable[Quotation], reports: Sequence[EncounterReport]) -> tuple[Quotation, ...]:
    """Give a quotation the encounter whose evidence holds it, if its speaker was there."""
    return tuple(
        replace(quotation, encounter=next((r.id for r in reports if _said_at(quotation, r)), None))
        for quotation in quotations
    )


def _said_at(quotation: Quotation, report: EncounterReport) -> bool:
    return quotation.speaker in (*report.principals, *report.attendees) and any(
        quotation.content in evidence.span for evidence in report.evidence
    )


def _unresolved_dates(analysis: Analysis) -> Iterable[Diagnostic]:
    """Dates whose value nothing in the page supports."""
    for time in analysis.times:
        if time.kind is TimeKind.DATE and time.value is None:
            yield Diagnostic(
                "time.unresolved",
                f"no date can be given to {analysis.document[time.span]!r}",
                time.span,
                hint="give the day of publication with --published",
            )
