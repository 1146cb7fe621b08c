"""Accounts of trips → journeys."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from hoedong.model.account import Encounter, Journey, ResolvedTrip
from hoedong.resolve.trips.atlas import Atlas, never_a_country, unknown_country
from hoedong.resolve.trips.group import Group
from hoedong.resolve.trips.grouping import group_accounts
from hoedong.resolve.trips.stops import stops_of
from hoedong.resolve.trips.whereabouts import encounters_by_journey


def join_trips(
    accounts: Sequence[ResolvedTrip],
    encounters: Sequence[Encounter],
    country_of: Callable[[str], str | None] = unknown_country,
    is_country: Callable[[str], bool] = never_a_country,
) -> tuple[Journey, ...]:
    """Join the accounts of one traveller's trips into journeys, in the order of their dates, undated ones last.

    `country_of` gives the country of a town or country as written ("시애틀", "미국": US), `is_country` tells the two
    apart; without them places are compared by name alone. Accounts of several travellers are joined for each.
    """
    atlas = Atlas(country_of, is_country)
    journeys: list[Journey] = []
    for traveller in sorted({account.traveller for account in accounts}):
        groups = group_accounts([one for one in accounts if one.traveller == traveller], atlas)
        on_them = encounters_by_journey(groups, encounters, traveller, atlas)
        journeys += [_journey(group, met, atlas) for group, met in zip(groups, on_them, strict=True)]
    return tuple(sorted(journeys, key=_in_time))


def _journey(group: Group, encounters: Sequence[Encounter], atlas: Atlas) -> Journey:
    first = group.accounts[0]
    return Journey(
        first.id,
        first.traveller,
        group.start,
        group.end,
        stops_of(group, encounters, atlas),
        tuple(account.id for account in group.accounts),
        tuple(sorted({citation for account in group.accounts for citation in account.evidence})),
    )


def _in_time(journey: Journey) -> tuple[dt.date, str]:
    date = journey.start or journey.end
    return date.first_day() if date else dt.date.max, journey.id
