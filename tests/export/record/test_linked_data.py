"""The record as JSON-LD, read by json and by rdflib."""

from __future__ import annotations

import io
import json
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF, XSD

from hoedong.export.record.linked_data import export_json_ld
from hoedong.model.account import Encounter
from invented_record import CANCELLED, HELD, PAGES, PLANNED, RECORD, REJECTED, MemoryView, record_in_words

SCHEMA = Namespace("https://schema.org/")
OA = Namespace("http://www.w3.org/ns/oa#")
TERM = Namespace("urn:hoedong:term:")
HELD_EVENT = URIRef("urn:hoedong:encounter:d1%3Ar1")


def text(view: MemoryView = RECORD) -> str:
    """The export as text."""
    out = io.StringIO()
    export_json_ld(view, out)
    return out.getvalue()


def nodes(view: MemoryView = RECORD) -> list[dict[str, Any]]:
    """The nodes of the export."""
    return json.loads(text(view))["@graph"]


@cache
def triples() -> Graph:
    """The export as RDF; nothing is fetched for it."""
    return Graph().parse(data=text(), format="json-ld")


def selectors() -> list[tuple[str, dict[str, Any], dict[str, Any]]]:
    """The page, the position and the quotation of every annotation."""
    targets = [node["target"] for node in nodes() if node.get("type") == "Annotation"]
    return [(target["source"], *target["selector"]) for target in targets]


def test_selectors_find_the_words_both_ways() -> None:
    """`exact` is the page's text between `start` and `end`, in code points, and stands between prefix and suffix."""
    texts = {f"urn:hoedong:document:{page.id}": page.text for page in PAGES}

    assert len(selectors()) == 11
    for page, position, quotation in selectors():
        before, after = texts[page][: position["start"]], texts[page][position["end"] :]
        assert texts[page][position["start"] : position["end"]] == quotation["exact"]
        assert before.endswith(quotation["prefix"])
        assert after.startswith(quotation["suffix"])


def test_offsets_count_code_points() -> None:
    """Words after an emoji have the offset that code points give, one less than UTF-16 would."""
    position = next(position for _, position, quotation in selectors() if quotation["exact"] == "끝.")
    before = PAGES[0].text[: position["start"]]

    assert PAGES[0].text[position["start"] :].startswith("끝.")
    assert position["start"] == len(before.encode("utf-16-le")) // 2 - 1


def test_rdflib_reads_every_node() -> None:
    """Every node of the export is in RDF, of the type that it has here."""
    for node in nodes():
        if "@type" in node:
            assert (URIRef(node["@id"]), RDF.type, SCHEMA[node["@type"]]) in triples()
        if "type" in node:
            assert (URIRef(node["id"]), RDF.type, OA.Annotation) in triples()


def test_an_annotation_in_rdf() -> None:
    """An annotation leads from the encounter to the words of the page, by position and by quotation."""
    graph = triples()
    selectors_of_it = [
        selector
        for annotation in graph.subjects(OA.hasBody, HELD_EVENT)
        for target in graph.objects(annotation, OA.hasTarget)
        if (target, OA.hasSource, URIRef("urn:hoedong:document:d1")) in graph
        for selector in graph.objects(target, OA.hasSelector)
    ]

    assert {graph.value(one, RDF.type) for one in selectors_of_it} == {OA.TextPositionSelector, OA.TextQuoteSelector}
    assert {str(exact) for one in selectors_of_it for exact in graph.objects(one, OA.exact)} == {
        "오르카AI CEO와 만났다"
    }
    starts = {start for one in selectors_of_it for start in graph.objects(one, OA.start)}
    assert starts == {Literal(PAGES[0].text.index("오르카AI CEO와"), datatype=XSD.nonNegativeInteger)}


def test_an_encounter_in_rdf() -> None:
    """An event has its people, its status in our words, its place and a date of its own precision."""
    graph = triples()

    assert len(set(graph.objects(HELD_EVENT, SCHEMA.attendee))) == 3
    assert len(set(graph.objects(HELD_EVENT, TERM.principal))) == 2
    assert graph.value(HELD_EVENT, TERM.status) == Literal("held")
    assert graph.value(HELD_EVENT, SCHEMA.startDate) == Literal("2025-09-10", datatype=XSD.date)
    planned = URIRef("urn:hoedong:encounter:d2%3Ar1")
    assert graph.value(planned, SCHEMA.startDate).datatype == XSD.gYearMonth
    assert str(graph.value(planned, SCHEMA.startDate)) == "2025-11"


def events() -> dict[str, dict[str, Any]]:
    """The events by the last part of their address."""
    return {node["@id"].split(":")[-1]: node for node in nodes() if node.get("@type") == "Event"}


@pytest.mark.parametrize(
    ("encounter", "status"), [(HELD, None), (PLANNED, "EventScheduled"), (CANCELLED, "EventCancelled")]
)
def test_event_status(encounter: Encounter, status: str | None) -> None:
    """Planned and cancelled are words of schema.org; that something was held it cannot say."""
    event = events()[encounter.id.replace(":", "%3A")]

    assert event.get("eventStatus") == (status and f"https://schema.org/{status}")
    assert event["status"] == encounter.status


def test_rejected_encounters_are_left_out() -> None:
    """What a person rejected is no event."""
    assert REJECTED.id.replace(":", "%3A") not in events()


def test_a_verdict_is_a_claim_review() -> None:
    """A review names the claim, where it appeared, the verdict and the encounters behind it."""
    graph = triples()
    review = URIRef("urn:hoedong:verdict:d1%3Ac1")
    claim = graph.value(review, SCHEMA.itemReviewed)

    assert (claim, SCHEMA.appearance, URIRef("urn:hoedong:document:d1")) in graph
    assert str(graph.value(graph.value(review, SCHEMA.reviewRating), SCHEMA.alternateName)) == "consistent"
    assert len(set(graph.objects(review, TERM.encounter))) == 2


def test_relations_of_documents() -> None:
    """A copy is based on its original, a correction corrects."""
    d1, d2, d3 = (URIRef(f"urn:hoedong:document:d{number}") for number in (1, 2, 3))

    assert (d3, SCHEMA.isBasedOn, d1) in triples()
    assert (d2, TERM.corrects, d1) in triples()


@given(st.text(alphabet=st.characters(codec=None)))
def test_any_words_are_json(words: str) -> None:
    """Any words come back from the export."""
    quotes = [node for node in nodes(record_in_words(words)) if node.get("@type") == "Quotation"]

    assert quotes[0].get("text", "") == words
