"""What people have decided already, so that nobody is asked twice."""

from __future__ import annotations

from collections.abc import Iterable

from hoedong.model.judgement import Judgement, JudgementSubject, JudgementVerb
from hoedong.record.protocol import Store

_PAIRED = (JudgementVerb.SAME, JudgementVerb.DIFFERENT, JudgementVerb.UNSURE)


class Judged:
    """Standing judgements by what they are about, whichever appearance or report they name.

    "Later" is an answer until a document comes in that tells of either side.
    """

    def __init__(self, store: Store, standing: Iterable[Judgement]) -> None:
        self._store = store
        self._pairs: set[tuple[JudgementSubject, frozenset[int | None]]] = set()
        self._values: set[tuple[int | None, str]] = set()
        self._claims: set[str] = set()
        for judgement in standing:
            self._take_in(judgement)

    def _take_in(self, judgement: Judgement) -> None:
        subject, verb = judgement.subject, judgement.verb
        if verb in _PAIRED and judgement.right:
            if verb is not JudgementVerb.UNSURE or not self._has_news(judgement):
                self._pairs.add((subject, self._both(subject, judgement.left, judgement.right)))
        elif verb is JudgementVerb.SET_VALUE and subject is JudgementSubject.CLAIM:
            self._claims.add(judgement.left)
        elif verb is JudgementVerb.SET_VALUE and judgement.property:
            self._values.add((self._number(subject, judgement.left), judgement.property))

    def _both(self, subject: JudgementSubject, left: str, right: str) -> frozenset[int | None]:
        return frozenset((self._number(subject, left), self._number(subject, right)))

    def _has_news(self, judgement: Judgement) -> bool:
        """Whether a document that tells of either side came in after the judgement."""
        table = self._store.people if judgement.subject is JudgementSubject.PERSON else self._store.encounters
        sides = self._both(judgement.subject, judgement.left, judgement.right or "")
        last = max((table.last_document(number) or 0 for number in sides if number is not None), default=0)
        return any(page.added > judgement.created for page in self._store.ledger.documents([last]).values())

    def _number(self, subject: JudgementSubject, id_: str) -> int | None:
        if subject is JudgementSubject.PERSON:
            return self._store.people.entity_of(id_)
        return self._store.encounters.encounter_of(id_)

    def has_pair(self, subject: JudgementSubject, left: str, right: str) -> bool:
        """Whether somebody has compared these two."""
        return (subject, self._both(subject, left, right)) in self._pairs

    def has_value(self, encounter: str, property_: str) -> bool:
        """Whether somebody has set this property of an encounter."""
        return (self._number(JudgementSubject.ENCOUNTER, encounter), property_) in self._values

    def has_claim(self, claim: str) -> bool:
        """Whether somebody has set the verdict on a claim."""
        return claim in self._claims
