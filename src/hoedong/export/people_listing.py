"""Who may be meant, why two are one or not, and whom people met: answers about people as lists and tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from hoedong.export.entry_grid import Row, add_rows, entry_grid, heading, padded, remark
from hoedong.export.record_wording import Names, Sources, counted, introduced, post_words
from hoedong.export.wording import UNKNOWN, period_words
from hoedong.model.answer import Candidate, Edge, Explanation, Network, Reason
from hoedong.model.appearance import Appearance
from hoedong.model.entity import PersonEntity, PositionPeriod

_NAMES_SHOWN = 6


def candidate_list(
    candidates: Sequence[Candidate], appearances: Mapping[str, Sequence[Appearance]], sources: Sources
) -> RenderableType:
    """Who may be meant, the likeliest first; under each its appearances, where they are given by its id."""
    if not candidates:
        return remark("nobody on record")
    return Group(*(_candidate(one, appearances.get(one.person.id, ()), sources) for one in candidates))


def _candidate(candidate: Candidate, appearances: Sequence[Appearance], sources: Sources) -> RenderableType:
    person, grid = candidate.person, entry_grid()
    match = f" ({candidate.score:.2f}: {candidate.reason})" if candidate.score < 1 else ""
    grid.add_row("", "", Text.assemble((introduced(person), "bold"), (match, "dim")))
    add_rows(grid, _about(person))
    add_rows(grid, (_appearance(one, sources) for one in appearances))
    return padded(grid)


def _about(person: PersonEntity) -> Iterator[Row]:
    names = [use.name for use in person.names if use.name != person.name][:_NAMES_SHOWN]
    if names:
        yield "also", Text(", ".join(names))
    for index, post in enumerate(person.positions):
        yield "" if index else "posts", _post(post)
    seen = period_words(person.first_seen, person.last_seen)
    yield "seen", Text(counted(person.documents, "document") + ("" if seen == UNKNOWN else f", {seen}"))
    yield "id", Text(person.id, style="dim")


def _post(post: PositionPeriod) -> Text:
    seen = period_words(post.first, post.last)
    return Text.assemble(post_words(post), ("" if seen == UNKNOWN else f" (seen {seen})", "dim"))


def _appearance(appearance: Appearance, sources: Sources) -> Row:
    posts = ", ".join(" ".join(word for word in (post.organisation, post.title) if word) for post in appearance.posts)
    text = Text(" ".join(word for word in (appearance.name, posts) if word))
    return "appears", text.append(f"\n{sources.source(appearance.document)}, appearance {appearance.id}", style="dim")


def explanation_page(explanation: Explanation) -> RenderableType:
    """Why two are one or two: each reason with its weight, conflicts, and what people have decided."""
    return Group(*_explained(explanation))


def _explained(explanation: Explanation) -> Iterator[RenderableType]:
    verdict = "one and the same" if explanation.are_one else "two"
    grid = entry_grid()
    sides = (("", Text(explanation.left)), ("and", Text(explanation.right)))
    add_rows(grid, (*sides, ("are", Text(verdict, style="bold")), ("score", Text(f"{explanation.score:+.1f}"))))
    yield padded(grid)
    yield from _reasons(explanation.reasons)
    for conflict in explanation.conflicts:
        yield remark(f"cannot be one: {conflict}")
    for judgement in explanation.judgements:
        yield remark(f"judged {judgement.verb} by {judgement.user} on {judgement.created[:10]}: {judgement.id}")


def _reasons(reasons: Sequence[Reason]) -> Iterator[RenderableType]:
    grid = entry_grid()
    for reason in sorted(reasons, key=lambda one: (-abs(one.weight), one.name)):
        words = Text.assemble(reason.name.replace("_", " "), (f"\n{reason.explanation}", "dim"))
        grid.add_row("", Text(f"{reason.weight:+.1f}", justify="right"), words)
    if reasons:
        yield heading("Weights")
        yield padded(grid)


def network_table(network: Network) -> RenderableType:
    """Who met whom and how often, first the pairs with the person asked about; how many were left out."""
    if not network.edges:
        return remark("no encounter on record")
    names = Names({person.id: person for person in network.people})
    table = Table(box=None, pad_edge=False, show_edge=False)
    for title in ("encounters", "one", "other"):
        table.add_column(title, overflow="fold", justify="right" if title == "encounters" else "left")
    for edge in _pairs(network):
        table.add_row(str(edge.encounters), *(Text(names.introduction(one)) for one in (edge.one, edge.other)))
    hidden = f"; {counted(network.hidden, 'neighbour')} who met less often left out" if network.hidden else ""
    summary = f"{len(network.people)} people, {counted(len(network.edges), 'pair')}{hidden}"
    return Group(table, Text(), remark(summary))


def _pairs(network: Network) -> list[Edge]:
    """The edges of the first person before the others, that person on the left; most encounters first."""
    first = network.people[0].id
    turned = [replace(edge, one=first, other=edge.one) if edge.other == first else edge for edge in network.edges]
    return sorted(turned, key=lambda edge: (edge.one != first, -edge.encounters, edge.one, edge.other))
