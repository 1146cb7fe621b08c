"""What the languages know of places by name."""

from __future__ import annotations

from hoedong.lang.registry import load_language, readable_codes


def country_of(place: str) -> str | None:
    """The country of a town, region or country as written, ISO 3166-1 alpha-2; None where no language knows it.

    >>> country_of("시애틀"), country_of("미국"), country_of("어딘가")
    ('US', 'US', None)
    """
    found = (load_language(code).country_of(place) for code in readable_codes())
    return next((country for country in found if country), None)


def is_country(place: str) -> bool:
    """Whether a name as written is that of a country."""
    return any(load_language(code).is_country(place) for code in readable_codes())
