"""Ceremonies: whose event it was, and who came, sat in front or had a part in it, told over several sentences.

"[한 회장이] 14일 취임했다. 귀빈석에는 [오 장관과] [윤 시장이] 앉았다. 축가는 가수 [강미래]." All came for one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from hoedong.extract.assembly_members import Present
from hoedong.extract.assembly_openings import TOLD_OF, closes, opening_date, words_of
from hoedong.extract.assembly_page import SeenPage
from hoedong.extract.draft import Draft
from hoedong.extract.occasions import EVENT, occasions
from hoedong.extract.words import any_of
from hoedong.model.clause import Case, ClauseStructure
from hoedong.model.document import BlockRole
from hoedong.model.encounter import Mode, Status
from hoedong.model.span import Span
from hoedong.rules.trace import NO_TRACE, Trace

CEREMONY = "attendance.ceremony"
_REACH = 8
_FEWEST = 2
_HOSTS = (Case.SUBJECT, Case.TOPIC, Case.WITH)
_SEEN = "보이"


def ceremonies(page: SeenPage, trace: Trace = NO_TRACE) -> list[Draft]:
    """The events of a page of which a host and guests are named, each as one draft."""
    drafts: list[Draft] = []
    index = 0
    while index < len(page.analysis.sentences):
        hosts = _hosts_at(page, index)
        draft = _ceremony(page, index, hosts) if hosts else None
        if draft is not None:
            trace.fired("attendance", CEREMONY, draft.trigger)
            drafts.append(draft)
            index = draft.latest
        index += 1
    return drafts


def without_guests(drafts: Sequence[Draft], events: Sequence[Draft]) -> list[Draft]:
    """Drafts without those that take the guests of an event for people who met one another: 귀빈석에 앉았다."""
    return [draft for draft in drafts if not any(_is_of_guests(draft, event) for event in events)]


def _is_of_guests(draft: Draft, event: Draft) -> bool:
    is_beside = any(span.start <= draft.trigger.start < span.end for span in event.evidence)
    there = {*event.sides, *event.attendees}
    return is_beside and len(draft.sides) > _FEWEST and set(draft.sides) <= there


def _ceremony(page: SeenPage, opening: int, hosts: tuple[str, ...]) -> Draft | None:
    """The event of a host as the sentences behind it tell of it; None where they name no guests."""
    time = opening_date(page.analysis, opening)
    guests: dict[str, None] = {}
    told_in: list[int] = []
    for index in range(opening, min(opening + _REACH, len(page.analysis.sentences))):
        if index > opening and closes(page.analysis, index, time, page.is_quoted, page.language.code):
            break
        present = [person for person in _guests_in(page, index) if person not in hosts]
        guests |= dict.fromkeys(present)
        told_in += [index] if present else []
    if len(guests) < _FEWEST:
        return None
    return Draft(
        opening,
        page.analysis.sentences[opening].span,
        CEREMONY,
        Mode.CO_ATTENDANCE,
        Status.HELD,
        "status.past",
        hosts,
        attendees=tuple(guests),
        time=time,
        evidence=[page.analysis.sentences[index].span for index in told_in],
        latest=told_in[-1],
    )


def _hosts_at(page: SeenPage, index: int) -> tuple[str, ...]:
    """Whose event a sentence tells of; nobody where no event is named in it, beside it or in the headline."""
    sentence = page.analysis.sentences[index]
    if page.analysis.document.blocks[sentence.block].role not in TOLD_OF or not page.named(index):
        return ()
    if not _host_words(page.language.code).search(page.text, sentence.span.start, sentence.span.end):
        return ()
    if not _names_event(page, index):
        return ()
    return _called_host(page, index) or _of_post(page.structure(index), page.language.code)


def _names_event(page: SeenPage, index: int) -> bool:
    first = page.analysis.sentences[max(0, index - 1)].span.start
    last = page.analysis.sentences[min(len(page.analysis.sentences) - 1, index + 1)].span.end
    spans = [Span(first, last), *(b.span for b in page.analysis.document.blocks if b.role is BlockRole.HEADLINE)]
    return any(_events(page.language.code).search(page.text, span.start, span.end) for span in spans)


def _called_host(page: SeenPage, index: int) -> tuple[str, ...]:
    """Who is named as the host: 주최자인 [한 회장은]."""
    pattern = _hosting(page.language.code)
    called = [m.person for m in page.named(index) if pattern.search(page.text[: m.extent.start][-_REACH:])]
    return tuple(dict.fromkeys(person for person in called if person))


def _of_post(structure: ClauseStructure, lang: str) -> tuple[str, ...]:
    """Who took up a post, or married: [한 회장이] 취임했다, 새 대표에 뽑힌 [한 의원]."""
    people: dict[str, None] = {}
    for predicate in structure.predicates:
        if predicate.lemma in words_of("host", lang):
            phrases = predicate.phrases(*_HOSTS) or ([predicate.head] if predicate.head else [])
            people |= dict.fromkeys(person for phrase in phrases for person in phrase.people)
    return tuple(people)


def _guests_in(page: SeenPage, index: int) -> tuple[str, ...]:
    """Who a sentence says to have come, to sit in front, or to have had a part."""
    present = page.present(index)
    if not present.people:
        return ()
    sentence = page.analysis.sentences[index]
    words = page.text[sentence.span.start : sentence.span.end]
    structure = page.structure(index)
    is_seen = any(p.lemma == _SEEN for p in structure.predicates) and _seats(page.language.code).search(words)
    return present.people if is_seen or page.has_part(index) or _came(present) else ()


def _came(present: Present) -> bool:
    return present.has_come and not present.is_listed


def _pattern(kind: str, lang: str) -> re.Pattern[str]:
    return any_of(sorted(words_of(kind, lang)))


@cache
def _events(lang: str) -> re.Pattern[str]:
    listed = {form for form, kind in occasions(lang).items() if kind == EVENT}
    return any_of(sorted(listed | words_of("event", lang)))


@cache
def _host_words(lang: str) -> re.Pattern[str]:
    stems = {stem.removesuffix("하") for stem in words_of("host", lang)}
    return any_of(sorted(stems | words_of("hosting", lang) | words_of("hosted", lang)))


@cache
def _hosting(lang: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_pattern('hosting', lang).pattern})\s*\Z")


@cache
def _seats(lang: str) -> re.Pattern[str]:
    return _pattern("seat", lang)
