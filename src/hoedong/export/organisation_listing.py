"""Organisations that may be meant by a name, with their people, as a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from hoedong.export.entry_grid import Row, add_rows, entry_grid, padded, remark
from hoedong.export.record_wording import counted
from hoedong.model.entity import OrganisationEntity, PersonEntity

_NAMES_SHOWN = 6
_PEOPLE_SHOWN = 10

Held = Sequence[tuple[PersonEntity, Sequence[str]]]
"""People with the titles that documents give them."""


def organisation_list(organisations: Sequence[OrganisationEntity], people: Mapping[str, Held]) -> RenderableType:
    """Organisations, those with most documents first; under each, by its id, who holds a post there."""
    if not organisations:
        return remark("no organisation of this name on record")
    return Group(*(_organisation(one, people.get(one.id, ())) for one in organisations))


def _organisation(organisation: OrganisationEntity, people: Held) -> RenderableType:
    grid = entry_grid()
    grid.add_row("", "", Text(organisation.name, style="bold"))
    add_rows(grid, _about(organisation, people))
    return padded(grid)


def _about(organisation: OrganisationEntity, people: Held) -> Iterator[Row]:
    names = [use.name for use in organisation.names if use.name != organisation.name][:_NAMES_SHOWN]
    if names:
        yield "also", Text(", ".join(names))
    for index, (person, titles) in enumerate(people[:_PEOPLE_SHOWN]):
        yield "" if index else "people", Text(", ".join((person.name, *titles)))
    if len(people) > _PEOPLE_SHOWN:
        yield "", Text(f"and {len(people) - _PEOPLE_SHOWN} more", style="dim")
    yield "seen", Text(f"in {counted(organisation.documents, 'document')}")
    yield "id", Text(organisation.id, style="dim")
