"""What human judgements demand of a clustering: pairs that are one, pairs that are two, and where they disagree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from hoedong.model.judgement import Judgement, JudgementSubject, JudgementVerb

Ids = tuple[str, str]
"""Two ids, the smaller first."""


@dataclass(frozen=True, slots=True)
class Constraints:
    """Pairs of ids that judgements join or part.

    `same` pairs must be one, `different` pairs two. `contradictions` are pairs judged different that other judgements
    join by way of third ones; the judgements of sameness between the two are left out of `same`.
    """

    same: frozenset[Ids] = frozenset()
    different: frozenset[Ids] = frozenset()
    contradictions: tuple[Ids, ...] = ()
    _partners: Mapping[str, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)

    def must_join(self, left: str, right: str) -> bool:
        """Whether a person has judged that two are one."""
        return pair_of_ids(left, right) in self.same

    def must_part(self, left: str, right: str) -> bool:
        """Whether a person has judged that two are different."""
        return pair_of_ids(left, right) in self.different

    def partners(self, id_: str) -> frozenset[str]:
        """All ids that a judgement still in force names beside this one: its neighbourhood reaches to them."""
        return self._partners.get(id_, frozenset())


NO_CONSTRAINTS = Constraints()
"""Nothing is judged."""


def pair_of_ids(left: str, right: str) -> Ids:
    """Two ids in the order in which pairs are kept."""
    return (left, right) if left <= right else (right, left)


def constraints_from(
    judgements: Iterable[Judgement], subject: JudgementSubject = JudgementSubject.PERSON
) -> Constraints:
    """The constraints that judgements about one kind of subject lay down, in whatever order they come.

    A retracted judgement is void, and a retracted retraction revives what it voided. Of several that stand about one
    pair the last one holds; "unsure" holds as neither.
    """
    standing = [one for one in judgements_in_force(judgements) if one.subject is subject]
    last: dict[Ids, JudgementVerb] = {}
    for judgement in sorted(standing, key=lambda one: (one.created, one.id)):
        if judgement.verb in _OF_PAIRS and judgement.right is not None and judgement.left != judgement.right:
            last[pair_of_ids(judgement.left, judgement.right)] = judgement.verb
    same = {pair for pair, verb in last.items() if verb is JudgementVerb.SAME}
    different = {pair for pair, verb in last.items() if verb is JudgementVerb.DIFFERENT}
    return _consistent(same, different)


_OF_PAIRS = (JudgementVerb.SAME, JudgementVerb.DIFFERENT, JudgementVerb.UNSURE)


def judgements_in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that no judgement in force retracts, sorted by time and id; retractions themselves left out."""
    known = {judgement.id: judgement for judgement in judgements}
    void = _void(known, _retracting(known))
    standing = (one for id_, one in known.items() if id_ not in void and one.verb is not JudgementVerb.RETRACT)
    return tuple(sorted(standing, key=lambda one: (one.created, one.id)))


def retraction_of(judgements: Iterable[Judgement], id_: str) -> Judgement | None:
    """The last judgement in force that takes this one back; None where it stands."""
    known = {judgement.id: judgement for judgement in judgements}
    retracting = _retracting(known)
    void = _void(known, retracting)
    found = [known[one] for one in retracting.get(id_, ()) if one not in void]
    return max(found, key=lambda one: (one.created, one.id), default=None)


def _retracting(known: Mapping[str, Judgement]) -> Mapping[str, list[str]]:
    """The retractions of every judgement that was retracted."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for judgement in known.values():
        if judgement.verb is JudgementVerb.RETRACT and judgement.retracts is not None:
            found[judgement.retracts].append(judgement.id)
    return found


def _void(known: Mapping[str, Judgement], retracting: Mapping[str, list[str]]) -> set[str]:
    """The ids of void judgements: each that some retraction names which is not void itself.

    A retraction's id is made from what it retracts, so they form no circle; a forged circle leaves all in it in force.
    """
    void: set[str] = set()
    decided: set[str] = set()
    pending = set(known)
    while ready := {id_ for id_ in pending if decided.issuperset(retracting.get(id_, ()))}:
        void |= {id_ for id_ in ready if not void.issuperset(retracting.get(id_, ()))}
        decided |= ready
        pending -= ready
    return void


def _consistent(same: set[Ids], different: set[Ids]) -> Constraints:
    neighbours = _neighbours(same)
    groups = _groups(neighbours)
    contradictions = sorted(pair for pair in different if groups.get(pair[0], pair[0]) == groups.get(pair[1]))
    disputed = _between(neighbours, groups, contradictions)
    kept = frozenset(pair for pair in same if not set(pair) <= disputed)
    return Constraints(kept, frozenset(different), tuple(contradictions), _neighbours(same | different))


def _neighbours(pairs: Iterable[Ids]) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for left, right in pairs:
        found[left].add(right)
        found[right].add(left)
    return {id_: frozenset(others) for id_, others in found.items()}


def _groups(neighbours: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """For every id the smallest id that judgements of sameness lead to."""
    group: dict[str, str] = {}
    for start in sorted(neighbours):
        waiting = [start] if start not in group else []
        while waiting:
            id_ = waiting.pop()
            if id_ not in group:
                group[id_] = start
                waiting.extend(neighbours[id_])
    return group


def _between(
    neighbours: Mapping[str, frozenset[str]], groups: Mapping[str, str], contradictions: Iterable[Ids]
) -> set[str]:
    """The ids that lie on ways between the two of a contradiction: what is left when loose ends are cut off."""
    ends = {id_ for pair in contradictions for id_ in pair}
    disputed = {groups[id_] for id_ in ends}
    left = {id_ for id_, group in groups.items() if group in disputed}
    while loose := {id_ for id_ in left - ends if len(neighbours[id_] & left) < 2}:
        left -= loose
    return left
