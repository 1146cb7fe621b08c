"""Judgements that say otherwise of one matter, though they may name it by other appearances or reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from hoedong.model.appearance import Appearance, OrganisationAppearance
from hoedong.model.judgement import Judgement, JudgementSubject, JudgementVerb
from hoedong.record.codec import decode_value
from hoedong.record.protocol import IdentityTable, Store
from hoedong.resolve.organisations import organisation_profile
from hoedong.resolve.people import profile_of

MOST_KEPT = 10_000
"""Appearances whose words are kept: an id always has the same."""

Sign = tuple[str, str | int | None]
"""What tells a side of a judgement: two sides with a sign in common are the same."""

_OF_PAIRS = (JudgementVerb.SAME, JudgementVerb.DIFFERENT)
_OF_ONE = (JudgementVerb.ACCEPT, JudgementVerb.REJECT)


class Disputes:
    """The standing judgements by what they are about.

    Two people whom one reviewer calls one and another two are often named by different appearances: sides are the same
    that have the same id, that the record takes for one, or that their articles present in the same words. "Later" is
    no answer, so it says otherwise of nothing.
    """

    def __init__(self, store: Store, standing: Sequence[Judgement]) -> None:
        self._signs = _Signs(store, standing)
        self._on: defaultdict[tuple[object, ...], list[Judgement]] = defaultdict(list)
        for judgement in standing:
            for matter in self._matters(judgement):
                self._on[matter].append(judgement)

    def against(self, judgement: Judgement) -> tuple[Judgement, ...]:
        """The standing judgements that say otherwise, in order of moment and id."""
        found = {
            other.id: other
            for matter in self._matters(judgement)
            for other in self._on.get(matter, ())
            if (other.verb, other.value) != (judgement.verb, judgement.value)
        }
        return tuple(sorted(found.values(), key=lambda one: (one.created, one.id)))

    def _matters(self, judgement: Judgement) -> Iterator[tuple[object, ...]]:
        """What a judgement is about, in every way in which another can name it."""
        subject, left, right = judgement.subject, judgement.left, judgement.right
        if judgement.verb in _OF_PAIRS and right is not None:
            for one in self._signs.of(subject, left):
                for other in self._signs.of(subject, right):
                    yield subject, frozenset((one, other)), one == other
        elif judgement.verb is JudgementVerb.SET_VALUE or judgement.verb in _OF_ONE:
            for one in self._signs.of(subject, left):
                yield subject, one, judgement.property


class _Signs:
    """The signs of everything that judgements name, looked up together."""

    def __init__(self, store: Store, judgements: Iterable[Judgement]) -> None:
        self._store = store
        named: defaultdict[JudgementSubject, set[str]] = defaultdict(set)
        for judgement in judgements:
            named[judgement.subject] |= {id_ for id_ in (judgement.left, judgement.right) if id_}
        self._known: dict[tuple[JudgementSubject, str], frozenset[Sign]] = {}
        for subject, ids in named.items():
            self._look_up(subject, sorted(ids))

    def of(self, subject: JudgementSubject, id_: str) -> frozenset[Sign]:
        """The signs of one side."""
        if (subject, id_) not in self._known:
            self._look_up(subject, [id_])
        return self._known[subject, id_]

    def _look_up(self, subject: JudgementSubject, ids: Sequence[str]) -> None:
        match subject:
            case JudgementSubject.PERSON:
                found = _of_appearances(self._store.people, ids, _words_of_person)
            case JudgementSubject.ORGANISATION:
                found = _of_appearances(self._store.organisations, ids, _words_of_organisation)
            case JudgementSubject.ENCOUNTER:
                found = {id_: [("now", self._store.encounters.encounter_of(id_))] for id_ in ids}
            case _:
                found = {}
        for id_ in ids:
            signs = [("id", id_), *found.get(id_, ())]
            self._known[subject, id_] = frozenset(sign for sign in signs if sign[1] is not None)


def _of_appearances(
    table: IdentityTable, ids: Sequence[str], words_of: Callable[[str], str]
) -> Mapping[str, Sequence[Sign]]:
    """For whom the record takes them, and what their articles call them."""
    found = table.appearances(ids)
    entities = {row.number: row.entity for row in table.profiles(sorted({profile for profile, _ in found.values()}))}
    return {id_: [("now", entities.get(profile)), ("words", words_of(body))] for id_, (profile, body) in found.items()}


@lru_cache(maxsize=MOST_KEPT)
def _words_of_person(body: str) -> str:
    return profile_of(decode_value(Appearance, body)).key


@lru_cache(maxsize=MOST_KEPT)
def _words_of_organisation(body: str) -> str:
    return organisation_profile(decode_value(OrganisationAppearance, body)).key
