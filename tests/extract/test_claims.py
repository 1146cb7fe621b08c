"""Claims of a document: whose encounter a sentence reports."""

from hoedong.extract.claims import encounter_people, read_claims
from hoedong.lang.ko.claims import find_claims
from hoedong.model.analysis import Analysis
from hoedong.model.encounter import EncounterReport, Mode, Status
from hoedong.model.evidence import Evidence
from hoedong.model.span import Span
from marked_text import read_marked


def met(span: Span, *people: str) -> EncounterReport:
    """An encounter of some people that a span reports."""
    evidence = (Evidence(span, "x.rule"),)
    return EncounterReport("e1", Mode.IN_PERSON, Status.HELD, people, evidence=evidence, rules=("x.rule",))


def test_evidence_over_two_sentences_counts_for_both():
    """Every sentence that an encounter's evidence touches reports that encounter."""
    marked = read_marked("둘은 만났다. 세 번째 만남이다. 날이 맑았다.")
    second = marked.sentences[1].span
    assert encounter_people(marked.sentences, [met(Span(3, second.end), "p1", "p2")]) == {
        0: ("p1", "p2"),
        1: ("p1", "p2"),
    }


def test_the_first_encounter_of_a_sentence_decides():
    """Where a sentence reports two encounters, the claim is about the first."""
    marked = read_marked("둘은 만났다.")
    span = marked.sentences[0].span
    assert encounter_people(marked.sentences, [met(span, "p1", "p2"), met(span, "p1", "p3")])[0] == ("p1", "p2")


def test_a_claim_is_about_the_principals_of_its_encounter():
    """The claim of a sentence that names nobody belongs to those who met there."""
    marked = read_marked("둘이 만난 것은 이번이 세 번째다.")
    analysis = Analysis(marked.document, marked.sentences)
    (claim,) = read_claims(analysis, [met(marked.sentences[0].span, "p1", "p2")], find_claims)
    assert (claim.value, claim.people) == (3, ("p1", "p2"))
