"""The graph of the record as GraphML, for yEd, Gephi, Cytoscape, igraph and networkx."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TextIO

from hoedong.export.record.graph import Attribute, Edge, Graph, Node, Spell, bipartite_graph, people_graph
from hoedong.export.record.selected_view import selected
from hoedong.export.record.selection import EVERYTHING, Selection
from hoedong.export.record.xml_writing import DECLARATION, escaped, open_tag, tag, write_lines
from hoedong.record.view import RecordView

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES: Mapping[type, str] = {str: "string", int: "long", float: "double"}
_OWN_OF_NODES: Mapping[str, type] = {"label": str, "spells": str}
_OWN_OF_EDGES: Mapping[str, type] = {"weight": int, "spells": str}


def export_graphml(view: RecordView, out: TextIO, selection: Selection = EVERYTHING) -> None:
    """Write people and encounters as GraphML."""
    write_graphml(bipartite_graph(selected(view, selection)), out)


def export_people_graphml(view: RecordView, out: TextIO, selection: Selection = EVERYTHING) -> None:
    """Write people and how often they met as GraphML."""
    write_graphml(people_graph(selected(view, selection), selection), out)


def write_graphml(graph: Graph, out: TextIO) -> None:
    """Write a graph; GraphML has no time of its own, so spells are one attribute: `2025-09-02/2025-09-02 …`."""
    out.write(DECLARATION)
    write_lines(out, open_tag("graphml", xmlns=_NAMESPACE))
    write_lines(out, *_keys("node", {**_OWN_OF_NODES, **graph.node_attributes}))
    write_lines(out, *_keys("edge", {**_OWN_OF_EDGES, **graph.edge_attributes}))
    write_lines(out, open_tag("graph", id="record", edgedefault="undirected"))
    for node in graph.nodes:
        write_lines(out, open_tag("node", id=node.id), *_node_data(node), "</node>")
    for edge in graph.edges:
        opening = open_tag("edge", id=edge.id, source=edge.source, target=edge.target)
        write_lines(out, opening, *_edge_data(edge), "</edge>")
    write_lines(out, "</graph>", "</graphml>")


def _keys(of: str, attributes: Mapping[str, type]) -> Iterator[str]:
    for name, type_ in attributes.items():
        yield tag("key", id=f"{of}-{name}", for_=of, **{"attr.name": name, "attr.type": _TYPES[type_]})


def _node_data(node: Node) -> Iterator[str]:
    return _data("node", {"label": node.label, **node.attributes, **_spells(node.spells)})


def _edge_data(edge: Edge) -> Iterator[str]:
    weight: dict[str, Attribute] = {} if edge.weight is None else {"weight": edge.weight}
    return _data("edge", {**weight, **edge.attributes, **_spells(edge.spells)})


def _spells(spells: Iterable[Spell]) -> dict[str, Attribute]:
    words = " ".join(f"{start}/{end}" for start, end in spells)
    return {"spells": words} if words else {}


def _data(of: str, attributes: Mapping[str, Attribute]) -> Iterator[str]:
    for name, value in attributes.items():
        yield f"{open_tag('data', key=f'{of}-{name}')}{escaped(value)}</data>"
