"""Which accounts tell of one journey: exact ones first, vaguer ones where only one journey can be meant.

Every step looks at what the steps before it made, never at what it makes itself, so that no order changes the result.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from hoedong.model.account import ResolvedTrip
from hoedong.resolve.trips.atlas import Atlas
from hoedong.resolve.trips.group import Group
from hoedong.resolve.trips.spells import Ends, precision

_LONGEST = dt.timedelta(31)
"""A return later than that belongs to another journey."""
_NEAR = dt.timedelta(14)
"""How long before and after a journey the press tells of it without a date."""
_OneJourney = Callable[[Group, Group], bool]


def group_accounts(accounts: Iterable[ResolvedTrip], atlas: Atlas) -> list[Group]:
    """Group the accounts of one traveller by journey."""
    tiers: defaultdict[int, list[Group]] = defaultdict(list)
    for account in sorted(set(accounts), key=lambda one: one.id):
        single = Group.of([account], atlas)
        tiers[max(precision(single.start), precision(single.end))].append(single)
    groups = _coupled(_connected(tiers[3], _meet, atlas), atlas)
    for tier in (2, 1):
        groups, left = _placed(groups, tiers[tier], _may_be, atlas)
        groups += _connected(left, _may_be, atlas)
    groups, left = _placed(groups, tiers[0], _told_near, atlas)
    return groups + _told_together(left, atlas)


def _meet(one: Group, other: Group) -> bool:
    """Whether two accounts with exact days are of one journey: nobody is in two places at once."""
    if one.spell is None or other.spell is None or one.destination.excludes(other.destination):
        return False
    return one.spell.is_one_with(other.spell)


def _may_be(one: Group, other: Group) -> bool:
    """Whether two journeys of which one has only a month or a year can be the same: one place, time in common."""
    if one.spell is None or other.spell is None or one.documents & other.documents:
        return False
    return one.spell.touches(other.spell) and one.destination.shares_with(other.destination)


def _told_near(undated: Group, journey: Group) -> bool:
    """Whether an account without a date can be of a journey: to one place, told of about that time."""
    published = undated.accounts[0].published
    if published is None or journey.spell is None or undated.documents & journey.documents:
        return False
    is_near = (
        journey.spell.first - _NEAR <= published.last_day() and published.first_day() <= journey.spell.last + _NEAR
    )
    return is_near and undated.destination.shares_with(journey.destination)


def _connected(groups: Sequence[Group], is_one: _OneJourney, atlas: Atlas) -> list[Group]:
    """Groups joined wherever a chain of pairs links them."""
    ordered = sorted(groups, key=_by_days)
    leader = list(range(len(ordered)))
    for i, group in enumerate(ordered):
        for j in _following(ordered, i):
            if is_one(group, ordered[j]):
                old, new = sorted((leader[i], leader[j]), reverse=True)
                leader = [new if one == old else one for one in leader]
    clusters: defaultdict[int, list[Group]] = defaultdict(list)
    for i, group in enumerate(ordered):
        clusters[leader[i]].append(group)
    return [first.with_all(others, atlas) if others else first for first, *others in clusters.values()]


def _following(ordered: Sequence[Group], index: int) -> Iterable[int]:
    """The groups after one that begin by the day after it ends."""
    spell = ordered[index].spell
    for later in range(index + 1, len(ordered)):
        other = ordered[later].spell
        if spell is None or other is None or other.first > spell.last + dt.timedelta(1):
            return
        yield later


def _by_days(group: Group) -> tuple[dt.date, dt.date, str]:
    spell = group.spell
    return (
        (spell.first, spell.last, group.accounts[0].id) if spell else (dt.date.max, dt.date.max, group.accounts[0].id)
    )


def _coupled(groups: Sequence[Group], atlas: Atlas) -> list[Group]:
    """A departure (2일 출국) and the return after it (13일 귀국) joined, with the stays in between."""
    left, joined = list(groups), []
    for departure in sorted((one for one in groups if _ends(one) is Ends.START), key=_by_days):
        returns = sorted((one for one in groups if _ends(one) is Ends.END and _returns(departure, one)), key=_by_days)
        if not returns:
            continue
        stays = [one for one in groups if one not in (departure, returns[0]) and _lies_in(one, departure, returns[0])]
        if all(_ends(one) is Ends.BOTH and one.destination.shares_with(departure.destination) for one in stays):
            whole = [departure, returns[0], *stays]
            left = [one for one in left if one not in whole]
            joined.append(departure.with_all(whole[1:], atlas))
    return left + joined


def _ends(group: Group) -> Ends:
    return group.spell.ends if group.spell else Ends.NEITHER


def _returns(departure: Group, homecoming: Group) -> bool:
    if departure.spell is None or homecoming.spell is None:
        return False
    there, back = departure.destination, homecoming.destination
    is_in_time = departure.spell.last <= homecoming.spell.first <= departure.spell.first + _LONGEST
    return is_in_time and (there.shares_with(back) or not (there.names and back.names))


def _lies_in(group: Group, departure: Group, homecoming: Group) -> bool:
    if group.spell is None or departure.spell is None or homecoming.spell is None:
        return False
    return departure.spell.first <= group.spell.last and group.spell.first <= homecoming.spell.last


def _placed(
    groups: Sequence[Group], accounts: Sequence[Group], can_be: _OneJourney, atlas: Atlas
) -> tuple[list[Group], list[Group]]:
    """Accounts put to the one journey that they can be of; those with none or several are left."""
    taken: defaultdict[int, list[Group]] = defaultdict(list)
    left: list[Group] = []
    for account in accounts:
        fitting = [index for index, group in enumerate(groups) if can_be(account, group)]
        (taken[fitting[0]] if len(fitting) == 1 else left).append(account)
    return [group.with_all(taken[index], atlas) for index, group in enumerate(groups)], left


def _told_together(accounts: Sequence[Group], atlas: Atlas) -> list[Group]:
    """Accounts without a date joined where they tell of one place within two weeks of the first."""
    clusters: list[list[Group]] = []
    for account in sorted(accounts, key=lambda one: _told(one) or (dt.date.max, one.accounts[0].id)):
        fitting = (cluster for cluster in clusters if _is_told_with(account, cluster))
        cluster = next(fitting, None)
        if cluster is None:
            clusters.append([account])
        else:
            cluster.append(account)
    return [first.with_all(others, atlas) for first, *others in clusters]


def _is_told_with(account: Group, cluster: Sequence[Group]) -> bool:
    first, own = _told(cluster[0]), _told(account)
    if first is None or own is None or any(account.documents & one.documents for one in cluster):
        return False
    return own[0] - first[0] <= _NEAR and account.destination.shares_with(cluster[0].destination)


def _told(group: Group) -> tuple[dt.date, str] | None:
    """When an account was published, with its id; None where that is not known."""
    account = group.accounts[0]
    return (account.published.first_day(), account.id) if account.published else None
