"""Where an encounter was, as far as it decides whether two reports can mean the same one."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from hoedong.model.account import ResolvedReport
from hoedong.resolve.encounters.town_names import fold_town
from hoedong.rules.lexicon_file import load_lexicon

METROPOLIS_KM = 30.0
"""Places nearer than this may be one: pages say Johannesburg for Soweto, Seattle for Redmond, Seoul for its airport."""
_KM_A_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the map, in degrees. `country` is None on a border; `site` names a known venue, None for a town."""

    latitude: float
    longitude: float
    country: str | None
    site: str | None = None

    def km_to(self, other: Point) -> float:
        """The distance in kilometres, on a plane that touches the earth halfway: enough to tell towns apart."""
        middle = math.radians((self.latitude + other.latitude) / 2)
        east = abs(self.longitude - other.longitude)
        return _KM_A_DEGREE * math.hypot(self.latitude - other.latitude, min(east, 360 - east) * math.cos(middle))


def _folder() -> Traversable:
    return files("hoedong.resolve.encounters")


@cache
def _towns() -> Mapping[str, Point]:
    rows = load_lexicon(_folder() / "city_points.tsv", ("country", "latitude", "longitude", "names"))
    return {
        name: Point(float(row["latitude"]), float(row["longitude"]), row["country"])
        for row in rows
        for name in row["names"].split("|")
    }


@cache
def _sites() -> tuple[tuple[str, Point], ...]:
    """Known sites by their folded names, the longest first."""
    rows = load_lexicon(_folder() / "known_sites.tsv", ("name", "site", "country", "latitude", "longitude"))
    points = {
        fold_town(row["name"]): Point(
            float(row["latitude"]), float(row["longitude"]), row["country"] or None, row["site"]
        )
        for row in rows
    }
    return tuple(sorted(points.items(), key=lambda entry: (-len(entry[0]), entry[0])))


@lru_cache(maxsize=4096)
def find_site(place: str) -> Point | None:
    """The known site that a place names, None for any other place.

    >>> find_site("청와대 상춘재").site
    'Blue House'
    """
    folded = fold_town(place)
    return next((point for name, point in _sites() if name in folded), None)


@lru_cache(maxsize=4096)
def find_town(town: str) -> Point | None:
    """Where a town lies, None where it is not known.

    >>> find_town("Rangoon") == find_town("양곤")
    True
    """
    return _towns().get(fold_town(town)) or find_site(town)


@lru_cache(maxsize=4096)
def _point(place: str | None, city: str | None, country: str | None) -> Point | None:
    for point in (find_site(place) if place else None, find_town(city) if city else None):
        if point is not None and (country is None or point.country in (None, country)):
            return point
    return None


def point_of(report: ResolvedReport) -> Point | None:
    """Where a report has its encounter: the site that it names, else its town; None where neither is known."""
    return _point(report.place, report.city, report.country)


def are_towns_apart(one: str, other: str) -> bool:
    """Whether two names of towns cannot mean one place; unknown towns are apart when one script writes them unlike."""
    first, second = find_town(one), find_town(other)
    if first is not None and second is not None:
        return first.km_to(second) > METROPOLIS_KM
    return fold_town(one) != fold_town(other) and _is_hangul(one) == _is_hangul(other)


def _is_hangul(name: str) -> bool:
    return any("가" <= letter <= "힣" for letter in name)
