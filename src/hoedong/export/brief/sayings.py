"""Sections on what was said: quotes, and claims on the relation with what the record makes of them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from hoedong.export.brief.page import Detail, Line, Section
from hoedong.export.brief.sheet import Sheet, place_words
from hoedong.model.account import Encounter, ResolvedClaim, ResolvedQuote, Verdict
from hoedong.model.claim import ClaimKind
from hoedong.model.time import PartialDate

_MOST_QUOTES = 12
_SINCE = re.compile(r"since (\d{4}(?:-\d\d){0,2})", re.ASCII)


def quotes(sheet: Sheet) -> Section:
    """What the sides said, the latest first, with where they said it."""
    shared = {encounter.id: encounter for encounter in sheet.encounters}
    of_sides = [one for one in sheet.material.quotes if one.speaker in sheet.material.side_ids]
    fitting = [one for one in of_sides if one.encounter is None or one.encounter in shared]
    ordered = sorted(fitting, key=lambda one: (-_said(one, shared).toordinal(), one.id))
    lines = [_quote(sheet, quote, shared.get(quote.encounter or "")) for quote in ordered[:_MOST_QUOTES]]
    left = 0 if sheet.material.earlier else len(ordered) - len(lines)  # of a part nobody knows what the whole leaves
    return sheet.section("quotes", [*lines, *([Line(sheet.words("quotes.more", count=left))] if left else [])])


def _said(quote: ResolvedQuote, shared: dict[str, Encounter]) -> dt.date:
    """The day of a quote: that of its encounter, else of its document."""
    encounter = shared.get(quote.encounter or "")
    if encounter is not None and encounter.when is not None:
        return encounter.when.last_day()
    return quote.published.last_day() if quote.published else dt.date.min


def _quote(sheet: Sheet, quote: ResolvedQuote, encounter: Encounter | None) -> Line:
    said = sheet.words("quote.said", speaker=sheet.names([quote.speaker]), text=quote.text)
    notes = sheet.notes.cite([quote.citation])
    if encounter is None:
        return Line(said, notes, sheet.words.date(quote.published))
    when, place = sheet.words.interval(encounter.when), place_words(encounter)
    where = sheet.words("quote.at.place" if place else "quote.at", date=when, place=place)
    return Line(said, notes, when, details=(Detail(where),))


def claims(sheet: Sheet) -> Section:
    """Claims on the sides' encounters, the latest first, each with its verdict."""
    return sheet.section("claims", (_verdict(sheet, verdict) for verdict in verdicts_of(sheet)))


def verdicts_of(sheet: Sheet) -> list[Verdict]:
    """The verdicts on claims that are about all sides, the latest first."""
    about = [one for one in sheet.material.verdicts if sheet.material.side_ids <= set(one.claim.people)]
    return sorted(about, key=lambda one: (-_day(one.claim.published), one.claim.id))


def _day(date: PartialDate | None) -> int:
    return date.last_day().toordinal() if date else 0


def _verdict(sheet: Sheet, verdict: Verdict) -> Line:
    words, claim = sheet.words, verdict.claim
    line = words(
        "claim.verdict",
        people=sheet.names(claim.people),
        claim=claim_words(sheet, claim),
        verdict=words(f"verdict.{verdict.kind}"),
    )
    return Line(line, sheet.notes.cite(claim.evidence), words.date(claim.published), details=_grounds(sheet, verdict))


def claim_words(sheet: Sheet, claim: ResolvedClaim) -> str:
    """What is claimed: 8번 만났다."""
    since = _since(str(claim.value))
    if claim.kind is ClaimKind.FIRST and since:
        return sheet.words("claim.since", date=sheet.words.date(since))
    length = sheet.words.length(str(claim.value))
    return sheet.words(f"claim.{claim.kind}", value=claim.value, length=length)


def _since(value: str) -> PartialDate | None:
    match = _SINCE.fullmatch(value)
    try:
        return PartialDate.parse(match[1]) if match else None
    except ValueError:
        return None


def _grounds(sheet: Sheet, verdict: Verdict) -> tuple[Detail, ...]:
    return tuple(_note(sheet, verdict))


def _note(sheet: Sheet, verdict: Verdict) -> Iterator[Detail]:
    """The note, with the words of the encounters that decide."""
    if verdict.note:
        by_id = {encounter.id: encounter for encounter in sheet.encounters}
        deciding = [by_id[one] for one in verdict.encounters if one in by_id]
        numbers = [number for one in deciding for number in sheet.notes.of_encounter(one)[:1]]
        yield Detail(sheet.words.note(verdict.note), tuple(dict.fromkeys(numbers)))
