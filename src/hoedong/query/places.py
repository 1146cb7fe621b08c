"""Where the encounters of a selection were, as points on a map."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hoedong.model.account import Encounter
from hoedong.resolve.encounters.places import Point, find_site, find_town


@dataclass(frozen=True, slots=True)
class Spot:
    """A point on the map with the encounters there, in the order given; `name` as the first of them writes it."""

    name: str
    latitude: float
    longitude: float
    encounters: tuple[str, ...]


def spot_of_place(place: str | None, country: str | None = None) -> Point | None:
    """Where a town or venue lies; None where that is not known, or where it lies in another country than is said."""
    point = (find_town(place) or find_site(place)) if place else None
    return point if point is not None and country in (None, point.country, "") else None


def spots_of(encounters: Iterable[Encounter]) -> tuple[Spot, ...]:
    """The places of encounters, those with most encounters first; what lies nowhere on the map is left out."""
    found: dict[tuple[float, float], list[Encounter]] = {}
    for encounter in encounters:
        point = spot_of_place(encounter.city, encounter.country) or spot_of_place(encounter.place, encounter.country)
        if point is not None:
            found.setdefault((point.latitude, point.longitude), []).append(encounter)
    spots = [
        Spot(there[0].city or there[0].place or "", *at, tuple(one.id for one in there)) for at, there in found.items()
    ]
    return tuple(sorted(spots, key=lambda spot: (-len(spot.encounters), spot.latitude, spot.longitude)))
