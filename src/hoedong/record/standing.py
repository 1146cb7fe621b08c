"""The judgements that stand about one kind of subject, by the ids that they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

from hoedong.model.judgement import Judgement, JudgementSubject
from hoedong.resolve.constraints import Constraints, constraints_from


class StandingJudgements:
    """Judgements that were not undone, about these subjects."""

    def __init__(self, judgements: Iterable[Judgement], subjects: Collection[JudgementSubject]) -> None:
        self._subjects = subjects
        self._by_id: dict[str, list[Judgement]] = defaultdict(list)
        self._all = [one for one in judgements if one.subject in subjects]
        for judgement in self._all:
            for named in {judgement.left, judgement.right or judgement.left}:
                self._by_id[named].append(judgement)

    @cached_property
    def constraints(self) -> Constraints:
        """Which of them must be one, and which two."""
        return constraints_from(self._all, next(iter(self._subjects)))

    def __contains__(self, named: str) -> bool:
        """Whether a judgement names this id."""
        return named in self._by_id

    def blocks_of(self, named: str) -> tuple[str, ...]:
        """A block for every pair that a judgement names, so that both are always looked at together."""
        return tuple(f"judged:{min(pair)}:{max(pair)}" for pair in self._pairs_of(named))

    def are_paired(self, one: str, other: str) -> bool:
        """Whether a judgement names both."""
        if one not in self._by_id:
            return False
        pairs = self._pairs_of(one)
        return (one, other) in pairs or (other, one) in pairs

    def _pairs_of(self, named: str) -> list[tuple[str, str]]:
        return [(one.left, one.right) for one in self._by_id.get(named, ()) if one.right]

    def naming(self, ids: Sequence[str]) -> tuple[Judgement, ...]:
        """The judgements that name any of these, in order of moment and id."""
        found = {one.id: one for id_ in ids if id_ in self._by_id for one in self._by_id[id_]}
        return tuple(sorted(found.values(), key=lambda one: (one.created, one.id)))
