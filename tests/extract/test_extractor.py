"""Extraction: the parts of a reading fit together."""

from __future__ import annotations

from hoedong import read
from hoedong.model.mention import MentionForm

TEXT = (
    '한도윤 가람전자 회장은 14일 오세린 나래물산 대표를 만나 "함께 새 길을 열겠다"고 말했다. '
    "두 사람이 만난 것은 4개월 만이다."
)


def test_a_quotation_knows_its_encounter() -> None:
    """Words that a principal says in a sentence of the encounter are said there."""
    reading = read(TEXT, published="2026-03-16")

    assert [quote.encounter for quote in reading.quotes] == [reading.encounters[0].id]


def test_a_claim_is_about_those_whom_two_people_means() -> None:
    """두 사람 in a claim are the principals of the encounter before."""
    reading = read(TEXT, published="2026-03-16")
    (claim,) = reading.claims

    assert claim.value == "P4M"
    assert set(claim.people) == set(reading.encounters[0].principals)


def test_nominals_are_mentions_of_their_people() -> None:
    """두 사람 is a mention of each of the two."""
    reading = read(TEXT, published="2026-03-16")
    nominals = [m for person in reading.people for m in person.mentions if m.form is MentionForm.NOMINAL]

    assert {reading.document[mention.span] for mention in nominals} == {"두 사람"}
    assert len(nominals) == 2


def test_what_was_not_understood_is_told() -> None:
    """A meeting word without two sides leaves a diagnostic with a stable code."""
    reading = read("한도윤 가람전자 회장은 단독 회동을 했다.", published="2026-03-16")

    assert "encounter.one-side" in [diagnostic.code for diagnostic in reading.diagnostics]
