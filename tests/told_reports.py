"""Short ways to write resolved reports and judgements: people are letters, reports are named by their document."""

from __future__ import annotations

from hoedong.model.account import Encounter, ResolvedReport
from hoedong.model.encounter import Mode, Status
from hoedong.model.judgement import Judgement, JudgementSubject, JudgementVerb
from hoedong.model.time import DateInterval, PartialDate


def told(  # noqa: PLR0913 - one keyword for each thing that a report can say
    id: str,  # noqa: A002 - as in the model
    people: str,
    when: str | None = None,
    *,
    with_: str = "",
    status: str = "held",
    mode: str = "in_person",
    published: str | None = "2024-06-13",
    place: str | None = None,
    city: str | None = None,
    country: str | None = None,
    topics: tuple[str, ...] = (),
    parties: tuple[str, ...] = (),
    witness: str | None = None,
    outlet: str | None = None,
    confidence: float = 0.5,
    corrects: tuple[str, ...] = (),
    retracts: tuple[str, ...] = (),
    is_retracted: bool = False,
) -> ResolvedReport:
    """A report by its id ("d1" or "d1#2": document, and which report of it), its principals and attendees."""
    document, _, ordinal = id.partition("#")
    return ResolvedReport(
        id=id,
        document=document,
        ordinal=int(ordinal or 0),
        status=Status(status),
        mode=Mode(mode),
        principals=tuple(people.split()),
        attendees=tuple(with_.split()),
        parties=parties,
        when=interval(when),
        place=place,
        city=city,
        country=country,
        topics=topics,
        confidence=confidence,
        published=PartialDate.parse(published) if published else None,
        outlet=outlet,
        witness=document if witness is None else witness,
        corrects=corrects,
        retracts=retracts,
        is_retracted=is_retracted,
    )


def interval(when: str | None) -> DateInterval | None:
    """The interval of an EDTF date."""
    if when is None:
        return None
    start, _, end = when.partition("/")
    return DateInterval(PartialDate.parse(start), PartialDate.parse(end or start))


def judged(
    id: str,  # noqa: A002 - as in the model
    verb: str,
    left: str = "",
    right: str | None = None,
    *,
    subject: str = "encounter",
    property: str | None = None,  # noqa: A002 - as in the model
    value: str | None = None,
    retracts: str | None = None,
    created: str | None = None,
) -> Judgement:
    """A judgement by one reader; without `created` its id tells the order of judgements."""
    return Judgement(
        id=id,
        subject=JudgementSubject(subject),
        verb=JudgementVerb(verb),
        left=left,
        right=right,
        user="gana",
        created=created or f"2024-07-01T00:00:00Z {id}",
        property=property,
        value=value,
        retracts=retracts,
    )


def groups(encounters: tuple[Encounter, ...]) -> list[list[str]]:
    """The reports of each encounter, sorted."""
    return sorted(sorted(encounter.reports) for encounter in encounters)
