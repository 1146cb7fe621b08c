"""The values that reports give to one property of an encounter, each with the reports behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hoedong.resolve.encounters.readings import Property
from hoedong.resolve.encounters.testimony import Testimony


@dataclass(frozen=True, slots=True)
class Candidate:
    """One value of a property.

    `given` are the reports that give it, the earliest first; `backed` are these and those that give a coarser value
    which contains it: who says June backs 11 June against 3 July.
    """

    value: str
    given: tuple[Testimony, ...]
    backed: tuple[Testimony, ...]


def candidates_of(known: Property, testimony: Sequence[Testimony]) -> tuple[Candidate, ...]:
    """The distinct values of a property, in the order in which they were reported first."""
    by_value: dict[str, list[Testimony]] = {}
    for one in testimony:
        value = known.stated(one.facts.report)
        if value is not None:
            by_value.setdefault(value, []).append(one)
    return tuple(
        Candidate(
            value,
            tuple(given),
            tuple(
                one for other, told in by_value.items() if other == value or known.refines(value, other) for one in told
            ),
        )
        for value, given in by_value.items()
    )
