"""Sections on encounters: the last and the next, all year by year, what they were about."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence

from hoedong.export.brief.material import last_encounter, next_encounter
from hoedong.export.brief.page import Detail, Line, Section
from hoedong.export.brief.sheet import Sheet, place_words
from hoedong.model.account import Encounter, Review, Value

_MOST_TOPICS = 8
_LATEST = 3
"""Of how many encounters the topics are shown as the latest."""


def last_and_next(sheet: Sheet) -> Section:
    """When they last met and when they are to meet."""
    today = sheet.material.today
    last, coming = last_encounter(sheet.encounters, today), next_encounter(sheet.encounters, today)
    return sheet.section("next", [_beside_today(sheet, "last", last), _beside_today(sheet, "next", coming)])


def _beside_today(sheet: Sheet, key: str, encounter: Encounter | None) -> Line:
    if encounter is None:
        return Line(sheet.words(f"none.{key}"), label=sheet.words(key))
    words = [sheet.words.interval(encounter.when), _what(sheet, encounter), _distance(sheet, encounter)]
    line = " · ".join(part for part in words if part)
    return Line(line, sheet.notes.of_encounter(encounter), sheet.words(key), details=_details(sheet, encounter))


def _distance(sheet: Sheet, encounter: Encounter) -> str:
    """How far off a day is; empty where the date is no day, or today."""
    when, today = encounter.when, sheet.material.today
    if when is None or when.first_day() != when.last_day() or when.first_day() == today:
        return ""
    days = (when.first_day() - today).days
    return sheet.words("ahead", count=days) if days > 0 else sheet.words("ago", count=-days)


def history(sheet: Sheet) -> Section:
    """The encounters, the latest year first, and how many before them are left out."""
    lines = [_entry(sheet, encounter) for encounter in sheet.encounters]
    earlier = sheet.material.earlier
    left_out = [Line(sheet.words("history.earlier", count=earlier))] if earlier else []
    return sheet.section("history", [*lines, *left_out])


def _entry(sheet: Sheet, encounter: Encounter) -> Line:
    when = encounter.when
    year = sheet.words("undated") if when is None else sheet.words("date.year", year=when.start.year)
    label = "" if when is None else sheet.words.interval(when)
    return Line(_what(sheet, encounter), sheet.notes.of_encounter(encounter), label, year, _details(sheet, encounter))


def _what(sheet: Sheet, encounter: Encounter) -> str:
    """Whom, whether, how and where: 벤 카터 오르카AI CEO · 만남 · 대면 · 팔로알토."""
    words = sheet.words
    parts = (
        sheet.others(encounter),
        words(f"status.{encounter.status}"),
        words(f"mode.{encounter.mode}"),
        place_words(encounter),
    )
    return " · ".join(part for part in parts if part)


def _details(sheet: Sheet, encounter: Encounter) -> tuple[Detail, ...]:
    return tuple(_said_of(sheet, encounter))


def _said_of(sheet: Sheet, encounter: Encounter) -> Iterator[Detail]:
    words, attendees = sheet.words, sheet.attendees(encounter)
    if attendees:
        yield Detail(words("with", people=attendees))
    if encounter.topics:
        yield Detail(words("about", topics="; ".join(encounter.topics)))
    yield Detail(words("sources", sources=encounter.sources, outlets=encounter.outlets))
    if encounter.review is Review.ACCEPTED:
        yield Detail(words("accepted"))
    for name in encounter.disagreements:
        yield _dispute(sheet, name, [value for value in encounter.values if value.property == name])


def _dispute(sheet: Sheet, name: str, values: Sequence[Value]) -> Detail:
    """The values that reports give, the chosen one first, with the words of those reports."""
    ordered = sorted(values, key=lambda one: (not one.is_chosen, -len(one.reports), one.value))
    told = [_value(sheet, value) for value in ordered]
    notes = [number for value in ordered for number in sheet.notes.of_reports(value.reports)]
    label = sheet.words(f"property.{name}")
    return Detail(sheet.words("dispute", property=label, values=", ".join(told)), tuple(dict.fromkeys(notes)))


def _value(sheet: Sheet, value: Value) -> str:
    words = sheet.words
    shown = words(f"{value.property}.{value.value}") if value.property in ("status", "mode") else value.value
    key = "dispute.chosen" if value.is_chosen else "dispute.other"
    return words(key, value=shown, count=len(value.reports))


def topics(sheet: Sheet) -> Section:
    """What their encounters were about: the most frequent topics, then those of the latest encounters."""
    return sheet.section("topics", [*_frequent(sheet), *_latest(sheet)])


def _frequent(sheet: Sheet) -> Iterator[Line]:
    found: defaultdict[str, list[tuple[str, Encounter]]] = defaultdict(list)
    for encounter in sheet.encounters:
        for topic in {_squeezed(topic): topic for topic in encounter.topics}.values():
            found[_squeezed(topic)].append((topic, encounter))
    group = sheet.words("topics.frequent")
    frequent = sorted(found.values(), key=lambda uses: (-len(uses), uses[0][0]))
    for uses in [uses for uses in frequent if len(uses) > 1][:_MOST_TOPICS]:
        topic, latest = uses[0]
        count = sheet.words("topic.count", count=len(uses), date=sheet.words.interval(latest.when))
        yield Line(f"{topic} · {count}", sheet.notes.of_encounter(latest), group=group)


def _squeezed(topic: str) -> str:
    return "".join(topic.casefold().split())


def _latest(sheet: Sheet) -> Iterator[Line]:
    group, today = sheet.words("topics.latest"), sheet.material.today
    for encounter in [one for one in sheet.encounters if one.topics and _is_past(one, today)][:_LATEST]:
        label = sheet.words.interval(encounter.when)
        yield Line("; ".join(encounter.topics), sheet.notes.of_encounter(encounter), label, group)


def _is_past(encounter: Encounter, today: dt.date) -> bool:
    return encounter.when is not None and encounter.when.first_day() <= today
