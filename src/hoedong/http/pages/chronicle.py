"""Timeline, table and map: three looks at one selection of encounters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hoedong.http.pages import islands
from hoedong.http.pages.entries import Entry, entries_of
from hoedong.http.pages.selection import Asked, asked_of
from hoedong.http.pages.view import View
from hoedong.http.pages.visit import Visit
from hoedong.query.places import Spot, spots_of
from hoedong.workspace import Workspace

ON_A_PAGE = 100
FARTHEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Chronicle:
    """A selection of encounters, latest first; `next_offset` is None on the last page, `spots` are of this page."""

    asked: Asked
    entries: tuple[Entry, ...]
    spots: tuple[Spot, ...]
    offset: int
    next_offset: int | None

    def on_axis(self, lang: str) -> dict[str, Any]:
        """The selection for the timeline."""
        return islands.timeline(self.entries, frozenset(self.asked.ids), lang)

    def on_map(self, lang: str) -> dict[str, Any]:
        """The selection for the map."""
        return islands.places(self.spots, lang)

    def at(self, spot: Spot) -> tuple[Entry, ...]:
        """The encounters at a place."""
        return tuple(entry for entry in self.entries if entry.id in spot.encounters)

    @property
    def elsewhere(self) -> tuple[Entry, ...]:
        """The encounters that lie nowhere on the map."""
        placed = {id_ for spot in self.spots for id_ in spot.encounters}
        return tuple(entry for entry in self.entries if entry.id not in placed)


def find_chronicle(workspace: Workspace, visit: Visit) -> Chronicle:
    """The encounters that the address asks for."""
    asked, offset = asked_of(workspace, visit), visit.number("offset", FARTHEST)
    found = workspace.view.find_encounters(asked.ids, asked.filters.for_store(), ON_A_PAGE + 1, offset)
    shown = found[:ON_A_PAGE]
    return Chronicle(
        asked,
        entries_of(workspace, shown),
        spots_of(shown),
        offset,
        offset + ON_A_PAGE if len(found) > ON_A_PAGE else None,
    )


VIEWS = (
    View("timeline", "/timeline", find_chronicle),
    View("table", "/table", find_chronicle),
    View("map", "/map", find_chronicle),
)
