"""The record as a graph, read by networkx."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import TextIO

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from networkx.readwrite.gexf import GEXFReader

from hoedong.export.record.gexf import export_gexf, export_people_gexf
from hoedong.export.record.graph import Graph, bipartite_graph, people_graph
from hoedong.export.record.graphml import export_graphml, export_people_graphml
from hoedong.export.record.selection import EVERYTHING, Selection
from hoedong.model.encounter import Status
from hoedong.record.view import RecordView
from invented_record import HELD, PLANNED, RECORD, REJECTED, MemoryView, record_in_words

Export = Callable[[RecordView, TextIO, Selection], None]
HAN, CARTER = "person:p:han", "person:p:carter"


def written(export: Export, view: RecordView, selection: Selection = EVERYTHING) -> io.BytesIO:
    """An export as bytes."""
    out = io.StringIO()
    export(view, out, selection)
    return io.BytesIO(out.getvalue().encode("utf-8"))


def graphml(export: Export, view: RecordView = RECORD, selection: Selection = EVERYTHING) -> nx.Graph:
    """A GraphML export as networkx reads it."""
    return nx.read_graphml(written(export, view, selection))


def gexf(export: Export, view: RecordView = RECORD, selection: Selection = EVERYTHING) -> nx.Graph:
    """A GEXF export as networkx reads it; one that knows no GEXF 1.3 is told that it is 1.2, which differs in name."""
    if "1.3" in GEXFReader.versions:
        return nx.read_gexf(written(export, view, selection), version="1.3")
    older = (
        written(export, view, selection)
        .read()
        .replace(b'xmlns="http://gexf.net/1.3"', b'xmlns="http://www.gexf.net/1.2draft"')
    )
    return nx.read_gexf(io.BytesIO(older.replace(b' version="1.3"', b' version="1.2"', 1)))


@pytest.mark.parametrize(
    ("as_graphml", "as_gexf", "graph"),
    [
        (export_graphml, export_gexf, bipartite_graph(RECORD)),
        (export_people_graphml, export_people_gexf, people_graph(RECORD, EVERYTHING)),
    ],
    ids=["bipartite", "people"],
)
def test_networkx_reads_what_was_written(as_graphml: Export, as_gexf: Export, graph: Graph) -> None:
    """Both formats give networkx the nodes, edges, attributes, weights and spells of the graph, and no other."""
    nodes, edges = list(graph.nodes), list(graph.edges)
    ml, xf = graphml(as_graphml), gexf(as_gexf)

    assert len(nodes) == len(xf) == len(ml)
    assert len(edges) == len(xf.edges) == len(ml.edges)
    for node in nodes:
        words = {"spells": " ".join("/".join(spell) for spell in node.spells)} if node.spells else {}
        assert ml.nodes[node.id] == {"label": node.label, **node.attributes, **words}
        pairs = {"spells": list(node.spells)} if node.spells else {}
        assert xf.nodes[node.id] == {"label": node.label, **node.attributes, **pairs}
    for edge in edges:
        weight = {} if edge.weight is None else {"weight": edge.weight}
        words = {"spells": " ".join("/".join(spell) for spell in edge.spells)} if edge.spells else {}
        assert ml.edges[edge.source, edge.target] == {"id": edge.id, **weight, **edge.attributes, **words}
        pairs = {"spells": list(edge.spells)} if edge.spells else {}
        assert xf.edges[edge.source, edge.target] == {"id": edge.id, **weight, **edge.attributes, **pairs}


def test_people_and_encounters() -> None:
    """Every person and every encounter that nobody rejected is a node; an edge says in what role one was there."""
    graph = graphml(export_graphml)

    assert sum(data["kind"] == "person" for _, data in graph.nodes(data=True)) == 5
    assert f"encounter:{REJECTED.id}" not in graph
    assert graph.edges["person:p:seo", f"encounter:{HELD.id}"]["role"] == "attendee"
    assert graph.nodes[HAN]["label"] == "한도윤"
    assert graph.nodes[HAN]["latin"] == "Han Do-yoon"


def test_a_tie_counts_what_was_held() -> None:
    """The tie of two people counts their held encounters, from the first to the last; no plan and no rumour."""
    graph = graphml(export_people_graphml)
    tie = graph.edges[HAN, CARTER]

    assert (tie["weight"], tie["first"], tie["last"], tie["as_principals"]) == (2, "2024", "2025-09-10", 2)
    assert graph.edges[HAN, "person:p:seo"]["as_principals"] == 0
    assert not graph.has_edge(HAN, "person:p:jeong")


def test_other_statuses_count_when_asked_for() -> None:
    """A selection of planned encounters gives the ties that are planned."""
    graph = graphml(export_people_graphml, selection=Selection(statuses=frozenset({Status.PLANNED})))

    assert graph.number_of_edges() == 1
    assert graph.has_edge(HAN, "person:p:woo")


def test_spells_bound_a_date() -> None:
    """The spell of an encounter in November is the whole of November, and its date stays a month."""
    node = gexf(export_gexf).nodes[f"encounter:{PLANNED.id}"]

    assert (node["spells"], node["date"]) == ([("2025-11-01", "2025-11-30")], "2025-11")


def test_undated_encounters_count_without_a_spell() -> None:
    """An encounter without a date adds to the weight and to `undated`, and gives no spell."""
    undated = replace(HELD, id="u", when=None)
    tie = gexf(export_people_gexf, replace(RECORD, meetings=(undated,))).edges[HAN, CARTER]

    assert (tie["weight"], tie["undated"]) == (1, 1)
    assert "spells" not in tie
    assert "first" not in tie


def isolated(people: int) -> MemoryView:
    """Some people of the record and no encounter."""
    return MemoryView(RECORD.everyone[:people])


def test_a_graph_without_edges() -> None:
    """People who met nobody are nodes; a record of nobody is an empty graph."""
    assert len(gexf(export_people_gexf, isolated(2))) == len(graphml(export_graphml, isolated(2))) == 2
    assert len(gexf(export_gexf, isolated(0))) == 0


@given(st.text(alphabet=st.characters(codec=None), min_size=1))
def test_any_words_are_xml(words: str) -> None:
    """Any words come back from both formats, those characters apart that XML forbids."""
    view = record_in_words(words)
    allowed = "".join(character if is_xml(character) else "\ufffd" for character in words)

    assert graphml(export_graphml, view).nodes["person:p1"]["label"] == allowed
    assert gexf(export_gexf, view).nodes["person:p1"]["label"] == allowed


def is_xml(character: str) -> bool:
    """Whether XML 1.0 allows the character (production 2)."""
    code = ord(character)
    return character in "\t\n\r" or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000
