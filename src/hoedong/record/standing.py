"""The judgements that stand: not undone by a later one, indexed by what they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from hoedong.model.judgement import Judgement, JudgementVerb


def standing_judgements(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that no standing one retracts, in order of moment and id; retractions themselves are left out.

    A retraction can itself be retracted: then what it undid stands again.
    """
    ordered = sorted(judgements, key=lambda one: (one.created, one.id))
    undone: set[str] = set()
    for judgement in reversed(ordered):  # only a later one can undo
        if judgement.verb is JudgementVerb.RETRACT and judgement.id not in undone:
            undone.add(judgement.retracts or "")
    return tuple(one for one in ordered if one.verb is not JudgementVerb.RETRACT and one.id not in undone)


class StandingJudgements:
    """The standing judgements about one subject, by the ids that they name."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self._by_id: dict[str, list[Judgement]] = defaultdict(list)
        for judgement in judgements:
            for named in {judgement.left, judgement.right or judgement.left}:
                self._by_id[named].append(judgement)

    def __contains__(self, named: str) -> bool:
        """Whether a judgement names this id."""
        return named in self._by_id

    def blocks_of(self, named: str) -> tuple[str, ...]:
        """A block for every pair that a judgement names, so that both are always looked at together."""
        return tuple(f"judged:{min(pair)}:{max(pair)}" for pair in self._pairs_of(named))

    def are_paired(self, one: str, other: str) -> bool:
        """Whether a judgement names both."""
        return (one, other) in self._pairs_of(one) or (other, one) in self._pairs_of(one)

    def _pairs_of(self, named: str) -> list[tuple[str, str]]:
        return [(one.left, one.right) for one in self._by_id.get(named, ()) if one.right]

    def naming(self, ids: Sequence[str]) -> tuple[Judgement, ...]:
        """The judgements that name any of these, in order of moment and id."""
        found = {one.id: one for id_ in ids if id_ in self._by_id for one in self._by_id[id_]}
        return tuple(sorted(found.values(), key=lambda one: (one.created, one.id)))
