"""Which encounters of a traveller were on which journey."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from hoedong.model.account import Encounter, ResolvedTrip, Review
from hoedong.model.encounter import Mode, Status
from hoedong.resolve.trips.atlas import Atlas
from hoedong.resolve.trips.group import Group
from hoedong.resolve.trips.spells import Ends, Spell, dates_of

_STATUSES = frozenset({Status.HELD, Status.PLANNED})
_ONE_END = dt.timedelta(31)
"""How far from the one end that is known an encounter can belong to a journey."""


def encounters_by_journey(
    groups: Sequence[Group], encounters: Iterable[Encounter], traveller: str, atlas: Atlas
) -> list[list[Encounter]]:
    """The encounters of each journey, in time order; each encounter on one journey at most.

    Calls place nobody. An encounter that can be of two journeys is of the one to its own town or country; else of
    none.
    """
    found: list[list[Encounter]] = [[] for _ in groups]
    for encounter in sorted(filter(lambda one: _places(one, traveller), encounters), key=_in_time):
        fitting = [index for index, group in enumerate(groups) if _is_on(encounter, group, atlas)]
        near = [index for index in fitting if _shares(encounter, groups[index], atlas)]
        for choice in (near, fitting):
            if len(choice) == 1:
                found[choice[0]].append(encounter)
                break
    return found


def days_around(accounts: Iterable[ResolvedTrip]) -> list[tuple[dt.date, dt.date]]:
    """The days on which an encounter on any of these trips can begin, as periods apart from one another, in order."""
    found: list[tuple[dt.date, dt.date]] = []
    for first, last in sorted(period for account in accounts if (period := _around(account))):
        if found and first <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], last)
        else:
            found.append((first, last))
    return found


def _around(account: ResolvedTrip) -> tuple[dt.date, dt.date] | None:
    dates = [date for date in dates_of(account) if date is not None]
    if not dates:
        return None
    first, last = min(one.first_day() for one in dates), max(one.last_day() for one in dates)
    return _shifted(first, -_ONE_END), _shifted(last, _ONE_END)


def _shifted(day: dt.date, by: dt.timedelta) -> dt.date:
    """A day so much earlier or later, as far as the calendar goes."""
    try:
        return day + by
    except OverflowError:
        return day


def _places(encounter: Encounter, traveller: str) -> bool:
    """Whether an encounter tells where the traveller was, or will be."""
    is_seen = encounter.status in _STATUSES and encounter.mode is not Mode.REMOTE
    return is_seen and encounter.review is not Review.REJECTED and traveller in encounter.people


def _in_time(encounter: Encounter) -> tuple[dt.date, dt.date, str]:
    when = encounter.when
    return (when.first_day(), when.last_day(), encounter.id) if when else (dt.date.max, dt.date.max, encounter.id)


def _shares(encounter: Encounter, group: Group, atlas: Atlas) -> bool:
    return atlas.destination_of(encounter).shares_with(group.destination)


def _is_on(encounter: Encounter, group: Group, atlas: Atlas) -> bool:
    """Whether an encounter was on a journey: within its days, or near the one end known and in a place of it."""
    when, spell = encounter.when, group.spell
    if when is None or spell is None:
        return False
    first, last = when.first_day(), when.last_day()
    if spell.ends is not Ends.BOTH:
        return _is_near_one_end(first, last, spell) and _shares(encounter, group, atlas)
    if not spell.first <= first <= last <= spell.last:
        return False
    is_at_an_end = first == spell.last or last == spell.first
    return not is_at_an_end or not atlas.destination_of(encounter).excludes(group.destination)


def _is_near_one_end(first: dt.date, last: dt.date, spell: Spell) -> bool:
    if spell.ends is Ends.START:
        return spell.first <= first and last <= spell.first + _ONE_END
    if spell.ends is Ends.END:
        return last <= spell.last and spell.last - _ONE_END <= first
    return spell.first <= first and last <= spell.last
