"""Values of the record, made by hand in few words: invented people and firms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hoedong.model.account import (
    Citation,
    Encounter,
    Participant,
    ResolvedClaim,
    ResolvedTrip,
    Review,
    Role,
    StatusStep,
)
from hoedong.model.claim import ClaimKind
from hoedong.model.encounter import Mode, Status
from hoedong.model.span import Span
from hoedong.model.time import DateInterval, PartialDate

HAN, CARTER, OH = "p-han", "p-carter", "p-oh"


def date(text: str | None) -> PartialDate | None:
    """A partial date, or None."""
    return None if text is None else PartialDate.parse(text)


def interval(text: str | None) -> DateInterval | None:
    """`2024-06`, `2024-06-11/2024-06-13`, or None."""
    if text is None:
        return None
    start, _, end = text.partition("/")
    return DateInterval(PartialDate.parse(start), PartialDate.parse(end or start))


def encounter(
    when: str | None,
    status: Status = Status.HELD,
    mode: Mode = Mode.IN_PERSON,
    people: Iterable[str] = (HAN, CARTER),
    name: str | None = None,
    told: str | None = None,
) -> Encounter:
    """An encounter named after its date; `told` is the day of its first report."""
    key = name or f"e-{when}-{mode}-{status}"
    found = Encounter(
        key,
        status,
        mode,
        tuple(Participant(person, Role.PRINCIPAL, 1) for person in people),
        (f"r-{key}",),
        when=interval(when),
    )
    if told is None:
        return found
    return replace(found, history=(StatusStep(date(told), status, interval(when), f"r-{key}"),))


def held(*dates: str | None) -> list[Encounter]:
    """Encounters in person at these dates."""
    return [encounter(when, name=f"e{index}-{when}") for index, when in enumerate(dates)]


def rejected(found: Encounter) -> Encounter:
    """The encounter as one that a person has rejected."""
    return replace(found, review=Review.REJECTED)


def claim(
    kind: ClaimKind, value: int | str, published: str | None = "2024-06-13", people: Iterable[str] = (HAN, CARTER)
) -> ResolvedClaim:
    """A claim of two people, of a day."""
    citation = Citation("d1", Span(0, 1), "ko.claim")
    return ResolvedClaim("c1", "d1", kind, tuple(people), value, (citation,), date(published))


def account(
    name: str,
    start: str | None,
    end: str | None,
    *places: str,
    published: str | None = None,
    document: str | None = None,
) -> ResolvedTrip:
    """One document's account of a trip of 한도윤, cited by its name."""
    page = document or f"d-{name}"
    citation = Citation(page, Span(0, len(name)), "ko.trip")
    return ResolvedTrip(name, page, HAN, date(start), date(end), places, (citation,), date(published))
