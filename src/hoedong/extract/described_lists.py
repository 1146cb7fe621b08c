"""Lists of people of whom some are described by a clause: [한 전 의장], 총리를 지낸 [오 고문이] 참석했다."""

from __future__ import annotations

from hoedong.model.clause import Case, ClauseStructure, Ending, Phrase


def listed_before(phrase: Phrase, structure: ClauseStructure) -> list[Phrase]:
    """Those listed before somebody whom a clause describes: [강미래], 총리를 지낸 [윤바다 씨가] 앉았다.

    Behind 와/과 the clause may be about both (강 사장과 다툰 윤 전무가), so a list goes on over a comma alone.
    """
    found: list[Phrase] = []
    last = phrase
    while (before := _one_before(last, structure)) is not None:
        found.insert(0, before)
        last = before
    return found


def _one_before(phrase: Phrase, structure: ClauseStructure) -> Phrase | None:
    """The people listed right before a phrase and the clause that describes it."""
    clause = next((p for p in structure.predicates if p.order == phrase.order - 1), None)
    if clause is not None and (clause.ending is not Ending.ADNOMINAL or clause.head is not phrase):
        return None
    before = [p for p in structure.phrases if p.order < phrase.order]
    while clause is not None and before and not before[-1].people and before[-1] in clause.arguments:
        before.pop()
    last = before[-1] if before and before[-1].people else None
    if last is None or (clause is None and not (last.linked and last.order == phrase.order - 1)):
        return None
    return last if last.case is Case.BARE else None


def joined_before(phrase: Phrase, structure: ClauseStructure) -> list[Phrase]:
    """Who is joined by 와/과 to somebody whom a clause describes: [강 사장과] 최근 승진한 [윤 전무가] 참석했다.

    Only where both are said to be there; elsewhere the clause may be about both (강 사장과 다툰 윤 전무).
    """
    for clause in structure.predicates:
        if clause.ending is Ending.ADNOMINAL and (clause.head is phrase or clause.order == phrase.order - 1):
            before = [p for p in structure.phrases if p.people and p.case is Case.WITH and p.order < clause.order]
            between = [p for p in structure.phrases if before and before[-1].order < p.order < clause.order]
            return before[-1:] if not any(p.people for p in between) else []
    return []
