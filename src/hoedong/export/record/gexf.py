"""The graph of the record as GEXF 1.3, for Gephi and Gephi Lite, with the days of encounters as spells.

A spell runs from the first day that a date can mean to the last: that of an encounter in June is the whole of June.
How exact the date is says the attribute `date` (`first` and `last` of two people), in EDTF.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TextIO

from hoedong.export.record.graph import Attribute, Edge, Graph, Node, Spell, bipartite_graph, people_graph
from hoedong.export.record.selected_view import selected
from hoedong.export.record.selection import EVERYTHING, Selection
from hoedong.export.record.xml_writing import DECLARATION, open_tag, tag, write_lines
from hoedong.record.view import RecordView

_NAMESPACE = "http://gexf.net/1.3"
_TYPES: Mapping[type, str] = {str: "string", int: "long", float: "double"}


def export_gexf(view: RecordView, out: TextIO, selection: Selection = EVERYTHING) -> None:
    """Write people and encounters as GEXF."""
    write_gexf(bipartite_graph(selected(view, selection)), out)


def export_people_gexf(view: RecordView, out: TextIO, selection: Selection = EVERYTHING) -> None:
    """Write people and how often they met as GEXF."""
    write_gexf(people_graph(selected(view, selection), selection), out)


def write_gexf(graph: Graph, out: TextIO) -> None:
    """Write a graph."""
    out.write(DECLARATION)
    write_lines(
        out,
        open_tag("gexf", xmlns=_NAMESPACE, version="1.3"),
        open_tag(
            "graph", defaultedgetype="undirected", mode="dynamic", timeformat="date", timerepresentation="interval"
        ),
        *_declared("node", graph.node_attributes),
        *_declared("edge", graph.edge_attributes),
        "<nodes>",
    )
    for node in graph.nodes:
        write_lines(out, open_tag("node", id=node.id, label=node.label), *_inside(node), "</node>")
    write_lines(out, "</nodes>", "<edges>")
    for edge in graph.edges:
        opening = open_tag("edge", id=edge.id, source=edge.source, target=edge.target, weight=edge.weight)
        write_lines(out, opening, *_inside(edge), "</edge>")
    write_lines(out, "</edges>", "</graph>", "</gexf>")


def _declared(of: str, attributes: Mapping[str, type]) -> Iterator[str]:
    yield open_tag("attributes", class_=of, mode="static")
    for name, type_ in attributes.items():
        yield tag("attribute", id=name, title=name, type=_TYPES[type_])
    yield "</attributes>"


def _inside(item: Node | Edge) -> Iterator[str]:
    if item.attributes:
        yield from _values(item.attributes)
    if item.spells:
        yield from _spells(item.spells)


def _values(attributes: Mapping[str, Attribute]) -> Iterator[str]:
    yield "<attvalues>"
    for name, value in attributes.items():
        yield tag("attvalue", for_=name, value=value)
    yield "</attvalues>"


def _spells(spells: tuple[Spell, ...]) -> Iterator[str]:
    yield "<spells>"
    for start, end in spells:
        yield tag("spell", start=start, end=end)
    yield "</spells>"
