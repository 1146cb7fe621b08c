"""Places compared by name and by country."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from hoedong.model.account import Encounter


def unknown_country(_place: str) -> str | None:
    """The country of a place where no gazetteer is at hand."""
    return None


def never_a_country(_place: str) -> bool:
    """Whether a place is a country where no gazetteer is at hand."""
    return False


@dataclass(frozen=True, slots=True)
class Destination:
    """Where an account or an encounter is: names and countries; `is_complete` when every name's country is known."""

    names: frozenset[str]
    countries: frozenset[str]
    is_complete: bool

    def shares_with(self, other: Destination) -> bool:
        """Whether the two have a place or a country in common."""
        return bool(self.names & other.names or self.countries & other.countries)

    def excludes(self, other: Destination) -> bool:
        """Whether the two lie in different countries for sure."""
        is_known = self.is_complete and other.is_complete and self.countries and other.countries
        return bool(is_known) and not self.shares_with(other)


@dataclass(frozen=True, slots=True)
class Atlas:
    """What is known of places by name: their country (ISO 3166-1 alpha-2), and whether they are one (미국)."""

    country_of: Callable[[str], str | None] = unknown_country
    is_country: Callable[[str], bool] = never_a_country

    def destination(self, places: Iterable[str]) -> Destination:
        """Where places as written are; nowhere in particular where there are none."""
        written = list(places)
        countries = [self.country_of(place) for place in written]
        known = frozenset(country for country in countries if country)
        return Destination(frozenset(map(name_of, written)), known, None not in countries)

    def destination_of(self, encounter: Encounter) -> Destination:
        """Where an encounter was."""
        names = frozenset([name_of(encounter.city)] if encounter.city else [])
        country = encounter.country or (self.country_of(encounter.city) if encounter.city else None)
        return Destination(names, frozenset([country] if country else []), bool(country))


def name_of(place: str) -> str:
    """The name by which places are compared: `New  York` is `newyork`."""
    return "".join(place.casefold().split())
