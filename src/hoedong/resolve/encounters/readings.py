"""The properties on which reports can differ: how a report states each, and when two values exclude one another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from hoedong.model.account import ResolvedReport
from hoedong.model.time import DateInterval, PartialDate
from hoedong.resolve.encounters.places import METROPOLIS_KM, are_towns_apart, find_site, find_town
from hoedong.resolve.encounters.town_names import fold_town


@dataclass(frozen=True, slots=True)
class Property:
    """A property of an encounter.

    `stated` is its value in a report, None where it says nothing. `excludes`: whether two values cannot both hold.
    `refines`: whether the first says the same as the second, and more.
    """

    name: str
    stated: Callable[[ResolvedReport], str | None]
    excludes: Callable[[str, str], bool]
    refines: Callable[[str, str], bool]


def parse_date(edtf: str) -> DateInterval:
    """The interval of an EDTF date as this project writes it.

    Raises:
        ValueError: it is none.
    """
    start, _, end = edtf.partition("/")
    return DateInterval(PartialDate.parse(start), PartialDate.parse(end or start))


def _is_other(one: str, other: str) -> bool:
    return one != other


def _outcomes_differ(one: str, other: str) -> bool:
    """A plan and its outcome are one history; held and not held exclude one another."""
    return {one, other} == {"held", "not_held"}


def _never(one: str, other: str) -> bool:  # noqa: ARG001 - the shape of `refines`
    return False


def _dates_apart(one: str, other: str) -> bool:
    return not parse_date(one).overlaps(parse_date(other))


def _date_is_finer(one: str, other: str) -> bool:
    return one != other and parse_date(one).within(parse_date(other))


def _sites_apart(one: str, other: str) -> bool:
    """Only places whose whereabouts are known: a page's "conference building" may be another's "mission"."""
    first, second = find_site(one) or find_town(one), find_site(other) or find_town(other)
    return first is not None and second is not None and first.km_to(second) > METROPOLIS_KM


def _words_extend(one: str, other: str) -> bool:
    first, second = fold_town(one), fold_town(other)
    return len(first) > len(second) > 1 and second in first


PROPERTIES: Final[Mapping[str, Property]] = {
    known.name: known
    for known in (
        Property("status", lambda report: report.status.value, _outcomes_differ, _never),
        Property("mode", lambda report: report.mode.value, _is_other, _never),
        Property("date", lambda report: report.when.edtf if report.when else None, _dates_apart, _date_is_finer),
        Property("place", lambda report: report.place, _sites_apart, _words_extend),
        Property("city", lambda report: report.city, are_towns_apart, _never),
        Property("country", lambda report: report.country, _is_other, _never),
    )
}
"""In the order in which they are told."""
