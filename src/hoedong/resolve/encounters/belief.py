"""Reports of one encounter → the encounter: who was there, its history, how sure the record is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from hoedong.model.account import Encounter, Participant, Review, Role, StatusStep
from hoedong.model.encounter import Mode, Status
from hoedong.model.judgement import Judgement
from hoedong.resolve.encounters.decisions import Decisions, order_of, review_of
from hoedong.resolve.encounters.facts import ReportFacts
from hoedong.resolve.encounters.readings import parse_date
from hoedong.resolve.encounters.testimony import Testimony, count_witnesses, counting, weigh_testimony
from hoedong.resolve.encounters.values import Choice, choose_values

_SUREST: Final = 0.99
_OUTCOMES: Final = (Status.HELD, Status.NOT_HELD)


def believe(group: Sequence[ReportFacts], decisions: Decisions) -> Encounter:
    """The encounter that a group of reports supports together.

    Where every page was withdrawn it is unconfirmed, and the record is not sure of it at all.
    """
    testimony = weigh_testimony(group)
    heard = counting(testimony)
    choices, values = choose_values(testimony, _decided(testimony, decisions))
    status = Status(choices["status"].value) if heard or _is_set(choices["status"]) else Status.UNCONFIRMED
    date = choices.get("date")
    return Encounter(
        id=testimony[0].id,
        status=status,
        mode=Mode(choices["mode"].value),
        participants=find_participants(heard or testimony),
        reports=tuple(one.id for one in testimony),
        parties=_words(heard, "parties"),
        when=parse_date(date.value) if date else None,
        place=_value(choices, "place"),
        city=_value(choices, "city"),
        country=_value(choices, "country"),
        topics=_words(heard, "topics"),
        values=values,
        disagreements=tuple(name for name, choice in choices.items() if choice.is_disputed),
        history=tell_history(testimony),
        sources=count_witnesses(heard),
        outlets=_count_outlets(heard),
        confidence=combine_confidence(heard, status),
        review=_review(testimony, decisions),
    )


def find_participants(testimony: Sequence[Testimony]) -> tuple[Participant, ...]:
    """Everyone whom a report names: principals first, then by the number of reports, then by id.

    A person is a principal where at least as many independent sources say so as say that they sat in.
    """
    met: dict[str, set[str]] = {}
    sat_in: dict[str, set[str]] = {}
    reports: Counter[str] = Counter()
    for one in testimony:
        reports.update(one.facts.people)
        for person in one.facts.people:
            told = met if person in one.facts.principals else sat_in
            told.setdefault(person, set()).add(one.facts.witness)
    roles = {
        person: Role.PRINCIPAL if len(met.get(person, ())) >= len(sat_in.get(person, ())) else Role.ATTENDEE
        for person in reports
    }
    ordered = sorted(reports, key=lambda person: (roles[person] is not Role.PRINCIPAL, -reports[person], person))
    return tuple(Participant(person, roles[person], reports[person]) for person in ordered)


def tell_history(testimony: Sequence[Testimony]) -> tuple[StatusStep, ...]:
    """What was said when: each report that says something new, withdrawn ones with them."""
    steps: list[StatusStep] = []
    for one in testimony:
        report = one.facts.report
        if not steps or (steps[-1].status, steps[-1].when) != (report.status, report.when):
            steps.append(StatusStep(report.published, report.status, report.when, report.id))
    return tuple(steps)


def combine_confidence(testimony: Sequence[Testimony], status: Status) -> float:
    """How sure the record is: (1 - Π(1 - c)) · agreeing / (agreeing + opposing), at most 0.99; 0 with no witness.

    The product runs over independent witnesses, each with the confidence c of its surest report, as if they erred
    independently. Opposing are witnesses of the opposite outcome: not held against held, and the other way round.
    """
    surest: dict[str, float] = {}
    opposing: set[str] = set()
    for one in testimony:
        if status in _OUTCOMES and one.status in _OUTCOMES and one.status is not status:
            opposing.add(one.facts.witness)
        else:
            surest[one.facts.witness] = max(surest.get(one.facts.witness, 0.0), one.facts.report.confidence)
    if not surest:
        return 0.0
    doubt = 1.0
    for witness in sorted(surest):
        doubt *= 1 - surest[witness]
    return round(min(_SUREST, (1 - doubt) * len(surest) / (len(surest) + len(opposing - surest.keys()))), 6)


def _decided(testimony: Sequence[Testimony], decisions: Decisions) -> Mapping[str, Judgement]:
    ids = {one.id for one in testimony}
    set_by_people = [judgement for (report, _), judgement in decisions.values.items() if report in ids]
    return {judgement.property or "": judgement for judgement in sorted(set_by_people, key=order_of)}


def _is_set(choice: Choice) -> bool:
    return choice.reason.startswith("set by ")


def _review(testimony: Sequence[Testimony], decisions: Decisions) -> Review:
    reviews = [decisions.reviews[one.id] for one in testimony if one.id in decisions.reviews]
    return review_of(max(reviews, key=order_of)) if reviews else Review.AUTO


def _value(choices: Mapping[str, Choice], name: str) -> str | None:
    return choices[name].value if name in choices else None


def _words(testimony: Sequence[Testimony], name: str) -> tuple[str, ...]:
    """Words of all reports, those of most reports first, then in the order in which they came up."""
    counts = Counter(words for one in testimony for words in dict.fromkeys(getattr(one.facts.report, name)))
    return tuple(words for words, _ in counts.most_common())


def _count_outlets(testimony: Sequence[Testimony]) -> int:
    """Named outlets; each document without one may be an outlet of its own."""
    return len({one.facts.report.outlet or one.facts.report.document for one in testimony})
