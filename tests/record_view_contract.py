"""What every implementation of `RecordView` owes those who read it; a store's tests call this with a view of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from hoedong.model.account import DocumentRelation, Verdict
from hoedong.record.view import RecordView

Noun = TypeVar("Noun")


def assert_keeps_the_contract(view: RecordView) -> None:
    """Iterators go by id and can be had twice; what they yield can be looked up; reports come in the order asked."""
    by_id: list[Callable[[], Iterable[Any]]] = [
        view.people, view.organisations, view.encounters, view.documents, view.journeys, view.quotes,
    ]  # fmt: skip
    for nouns in by_id:
        _assert_ordered(nouns, lambda noun: noun.id)
    _assert_ordered(view.verdicts, _id_of_claim)
    _assert_ordered(view.relations, _ends)
    assert all(view.person(person.id) == person for person in view.people())
    assert all(view.document(document.id) == document for document in view.documents())
    assert view.person("no such id") is None
    assert view.document("no such id") is None
    _assert_reports_are_found(view)


def _assert_ordered(nouns: Callable[[], Iterable[Noun]], key: Callable[[Noun], Any]) -> None:
    keys = [key(noun) for noun in nouns()]
    assert keys == sorted(set(keys))
    assert list(nouns()) == list(nouns())


def _id_of_claim(verdict: Verdict) -> str:
    return verdict.claim.id


def _ends(relation: DocumentRelation) -> tuple[str, str, str]:
    return relation.source, relation.target, relation.kind


def _assert_reports_are_found(view: RecordView) -> None:
    ids = [report for encounter in view.encounters() for report in encounter.reports][::-1]
    assert [report.id for report in view.reports(["no such id", *ids])] == ids
