"""Which of several values the record believes: the steps of the policy in order, each with what it says for itself.

A person's word goes before all of them; pages that were withdrawn, or corrected in what the correction tells, are not
heard (`values.py`). Then:

1. the latest correction;
2. what was told of the outcome before what was told of the plan, however many outlets announced it;
3. a finer value before a coarser one that contains it: June and 11 June are no conflict;
4. more independent witnesses: copies of one story count once;
5. published nearer to the encounter;
6. reported first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from hoedong.resolve.encounters.candidates import Candidate
from hoedong.resolve.encounters.readings import Property
from hoedong.resolve.encounters.testimony import Testimony, count_witnesses

ONLY_VALUE: Final = "no report says otherwise"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: it keeps some of the candidates, at least one; `reason` says in one line why, where one is left."""

    keep: Callable[[Property, Sequence[Candidate]], Sequence[Candidate]]
    reason: Callable[[Candidate, Sequence[Candidate]], str]


def choose(known: Property, candidates: Sequence[Candidate]) -> tuple[Candidate, str]:
    """The candidate that the policy chooses among one or more, and the step that decided it, in words."""
    reason = ONLY_VALUE
    for step in STEPS:
        kept = step.keep(known, candidates)
        if len(kept) == 1 < len(candidates):
            reason = step.reason(kept[0], candidates)
        candidates = kept
    return candidates[0], reason


def _latest_correction(_: Property, candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    return _highest(candidates, _day_of_correction)


def _latest_stage(_: Property, candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    return _highest(candidates, lambda candidate: max(one.stage for one in candidate.given))


def _finest(known: Property, candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    return [one for one in candidates if not any(known.refines(other.value, one.value) for other in candidates)]


def _most_witnesses(_: Property, candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    return _highest(candidates, lambda candidate: count_witnesses(candidate.backed))


def _nearest(_: Property, candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    return _highest(candidates, lambda candidate: -min(map(_distance, candidate.given)))


def _first(_: Property, candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    return [min(candidates, key=lambda candidate: (candidate.given[0].published, candidate.given[0].id))]


def _highest(candidates: Sequence[Candidate], measure: Callable[[Candidate], float]) -> Sequence[Candidate]:
    measured = [(measure(candidate), candidate) for candidate in candidates]
    most = max(value for value, _ in measured)
    return [candidate for value, candidate in measured if value == most]


def _day_of_correction(candidate: Candidate) -> float:
    return max((one.published for one in candidate.given if one.is_correction), default=-1.0)


def _distance(one: Testimony) -> float:
    if one.facts.published is None or one.facts.report.when is None:
        return float("inf")
    return abs(one.facts.published - one.facts.window.first)


def _count(kept: Candidate, candidates: Sequence[Candidate]) -> str:
    every = count_witnesses(one for candidate in candidates for one in candidate.backed)
    return f"{count_witnesses(kept.backed)} of {every} independent sources say so"


def _coarser(kept: Candidate, candidates: Sequence[Candidate]) -> str:
    return f"more exact than {next(one.value for one in candidates if one is not kept)}, and agrees with it"


STEPS: Final[tuple[Step, ...]] = (
    Step(_latest_correction, lambda *_: "a correction says so"),
    Step(_latest_stage, lambda *_: "told later: of the outcome, not of the plan"),
    Step(_finest, _coarser),
    Step(_most_witnesses, _count),
    Step(_nearest, lambda *_: "published nearest to the encounter"),
    Step(_first, lambda *_: "reported first"),
)
