"""What the record believes of each property of an encounter, with the reason, and everything that reports say of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hoedong.model.account import Value
from hoedong.model.judgement import Judgement
from hoedong.resolve.encounters.candidates import Candidate, candidates_of
from hoedong.resolve.encounters.policy import ONLY_VALUE, choose
from hoedong.resolve.encounters.readings import PROPERTIES, Property
from hoedong.resolve.encounters.testimony import Testimony, counting


@dataclass(frozen=True, slots=True)
class Choice:
    """The value chosen for a property, and why; `is_disputed`: a report that counts excludes it."""

    value: str
    reason: str
    is_disputed: bool


def choose_values(
    testimony: Sequence[Testimony], decided: Mapping[str, Judgement]
) -> tuple[Mapping[str, Choice], tuple[Value, ...]]:
    """The choice for each property that has a value, and all values as the record shows them."""
    choices: dict[str, Choice] = {}
    values: list[Value] = []
    for name, known in PROPERTIES.items():
        choice = choose_value(known, testimony, decided.get(name))
        if choice is not None:
            choices[name] = choice
            values += _describe(known, testimony, choice)
    return choices, tuple(values)


def choose_value(known: Property, testimony: Sequence[Testimony], decided: Judgement | None = None) -> Choice | None:
    """The value that a person set, else that the policy chooses; None where neither report nor person gives one.

    Withdrawn pages are heard only where there are no others, corrected ones only on what no correction tells.
    """
    heard = _stating(known, counting(testimony)) or _stating(known, testimony)
    valid = _uncorrected(heard)
    if decided is not None and decided.value is not None:
        value, reason = decided.value, f"set by {decided.user}"
    elif valid:
        chosen, reason = choose(known, candidates_of(known, valid))
        value = chosen.value
        if reason == ONLY_VALUE and len(valid) < len(heard):
            reason = "a correction says so"
    else:
        return None
    return Choice(value, reason, any(_excludes(known, value, one) for one in _of_last_stage(known, valid)))


def _stating(known: Property, testimony: Sequence[Testimony]) -> Sequence[Testimony]:
    return [one for one in testimony if known.stated(one.facts.report) is not None]


def _uncorrected(heard: Sequence[Testimony]) -> Sequence[Testimony]:
    if not any(one.is_correction for one in heard):
        return heard
    return [one for one in heard if not one.is_corrected] or heard


def _of_last_stage(known: Property, valid: Sequence[Testimony]) -> Sequence[Testimony]:
    """Of a status only what was told last can contradict it: called off in May and held in June is a history."""
    if known.name != "status":
        return valid
    last = max((one.stage for one in valid), default=None)
    return [one for one in valid if one.stage is last]


def _excludes(known: Property, value: str, one: Testimony) -> bool:
    stated = known.stated(one.facts.report)
    return stated is not None and known.excludes(value, stated)


def _describe(known: Property, testimony: Sequence[Testimony], choice: Choice) -> list[Value]:
    """The chosen value, then the others in the order in which they were reported first."""
    found = {candidate.value: candidate for candidate in candidates_of(known, testimony)}
    chosen = found.pop(choice.value, Candidate(choice.value, (), ()))
    return [
        Value(known.name, choice.value, _ids(chosen), is_chosen=True, is_conflict=False, reason=choice.reason),
        *(
            Value(known.name, value, _ids(other), is_chosen=False, is_conflict=known.excludes(choice.value, value))
            for value, other in found.items()
        ),
    ]


def _ids(candidate: Candidate) -> tuple[str, ...]:
    return tuple(one.id for one in candidate.given)
