"""What is known of places: names of countries, towns, districts, landmarks, and the nouns that end a venue's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from hoedong.rules.lexicon_file import load_lexicon


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """One line of the place lexicons.

    `kind` is `country`, `city`, `region`, `district` or `site`. `home` is the town of a district or landmark, else "".
    `country` is "" where the name does not settle it. `suffixes` may follow the name (서울시). `strength` says how
    much support the name needs; see korean_places.tsv.
    """

    name: str
    kind: str
    country: str
    strength: str
    home: str = ""
    suffixes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceLexicon:
    """Every known place by name, its names by their first two characters, longest first, and all first characters."""

    places: Mapping[str, KnownPlace]
    names: Mapping[str, tuple[str, ...]]
    firsts: frozenset[str]

    def longest_at(self, text: str, start: int) -> KnownPlace | None:
        """The longest name that begins at `start`, whatever follows it."""
        for name in self.names.get(text[start : start + 2], ()):
            if text.startswith(name, start):
                return self.places[name]
        return self.places.get(text[start : start + 1])


def lexicon_file(name: str) -> Traversable:
    """A lexicon of the Korean folder by its file name."""
    return files("hoedong.lang.ko") / "lexicon" / name


@cache
def place_lexicon() -> PlaceLexicon:
    """Load every place lexicon; of two lines with one name the more exact file wins."""
    places: dict[str, KnownPlace] = {}
    for place in _known_places():
        if place.name not in site_groups() or place.kind == "site":
            places.setdefault(place.name, place)
    names: dict[str, list[str]] = {}
    for name in sorted(places, key=len, reverse=True):
        if len(name) > 1:
            names.setdefault(name[:2], []).append(name)
    firsts = frozenset(name[0] for name in places)
    return PlaceLexicon(places, {head: tuple(heads) for head, heads in names.items()}, firsts)


def _known_places() -> Iterator[KnownPlace]:
    for row in load_lexicon(lexicon_file("landmarks.tsv"), ("name", "city", "country")):
        yield KnownPlace(row["name"], "site", row["country"], "firm", row["city"])
    for row in load_lexicon(lexicon_file("region_words.tsv"), ("name", "country", "kind", "strength")):
        may_follow = ("시",) if row["kind"] == "city" else ("주", "성", "현")
        yield KnownPlace(row["name"], row["kind"], row["country"], row["strength"], "", may_follow)
    for row in load_lexicon(lexicon_file("country_names.tsv"), ("name", "country", "strength")):
        yield KnownPlace(row["name"], "country", row["country"], row["strength"])
    for row in load_lexicon(lexicon_file("korean_places.tsv"), ("name", "kind", "suffixes", "within", "strength")):
        home = row["within"] if row["kind"] == "district" else ""
        suffixes = tuple(row["suffixes"].split("|")) if row["suffixes"] else ()
        yield KnownPlace(row["name"], row["kind"], "KR", row["strength"], home, suffixes)
    yield from _gazetteer()


def _gazetteer() -> Iterator[KnownPlace]:
    lines = lexicon_file("gazetteer.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines[5:]:
        name, kind, country, strength = line.split("\t")
        yield KnownPlace(name, kind, country, strength, "", ("시",) if kind == "city" else ())


@cache
def ending_roles() -> Mapping[str, str]:
    """Particle → what it says of a place; no particle at all is `bare`."""
    roles = {row["ending"]: row["role"] for row in load_lexicon(lexicon_file("place_endings.tsv"), ("ending", "role"))}
    return {"": "bare", **roles}


@cache
def site_groups() -> Mapping[str, str]:
    """Noun that ends a venue's name → its group."""
    return {row["noun"]: row["group"] for row in load_lexicon(lexicon_file("site_nouns.tsv"), ("noun", "group"))}


@cache
def travel_countries() -> Mapping[str, str]:
    """Word of travel → country: 방한 → KR."""
    return {row["word"]: row["country"] for row in load_lexicon(lexicon_file("travel_words.tsv"), ("word", "country"))}


def _alternatives(words: Iterator[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


@cache
def ending_pattern() -> re.Pattern[str]:
    """One particle, or none, up to the end of the word."""
    return re.compile(rf"({_alternatives(iter(ending_roles()))})(?![가-힣A-Za-z])")


@cache
def site_pattern() -> re.Pattern[str]:
    """A site noun, the floor after it, and its particle."""
    endings = _alternatives(iter(ending_roles()))
    nouns = _alternatives(iter(site_groups()))
    return re.compile(rf"(?P<noun>{nouns})(?P<floor> ?(?:지하 ?)?\d{{1,3}}층)?(?P<ending>{endings})(?![가-힣A-Za-z])")


@cache
def site_end_pattern() -> re.Pattern[str]:
    """The last letter of a site noun, the floor after it, and its particle: found before the noun is looked up."""
    endings = _alternatives(iter(ending_roles()))
    lasts = "".join(sorted({noun[-1] for noun in site_groups()}))
    return re.compile(rf"[{lasts}](?P<floor> ?(?:지하 ?)?\d{{1,3}}층)?(?P<ending>{endings})(?![가-힣A-Za-z])")


@cache
def _site_nouns_by_end() -> Mapping[str, tuple[str, ...]]:
    """Last two letters, or the one letter of 댁, → the site nouns that end in them, longest first."""
    nouns: dict[str, list[str]] = {}
    for noun in sorted(site_groups(), key=len, reverse=True):
        nouns.setdefault(noun[-2:], []).append(noun)
    return {end: tuple(ending) for end, ending in nouns.items()}


def site_noun_before(text: str, end: int) -> str | None:
    """The longest site noun that ends at an offset."""
    by_end = _site_nouns_by_end()
    for size in (2, 1):
        for noun in by_end.get(text[max(0, end - size) : end], ()):
            if text.endswith(noun, 0, end):
                return noun
    return None


@cache
def travel_pattern() -> re.Pattern[str]:
    """A word of travel that is not inside another word: 방한, 訪美, but not 방한복 or 방불케."""
    words = _alternatives(iter(travel_countries()))
    return re.compile(
        rf"(?<![가-힣])({words})(?=$|[^가-힣]|[하한해했을을이은때차중의길시기에]|일정|기간|직후|이후|행사)"
    )
