"""Accounts that tell of one journey."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from hoedong.model.account import ResolvedTrip
from hoedong.model.time import PartialDate
from hoedong.resolve.trips.atlas import Atlas, Destination
from hoedong.resolve.trips.spells import Spell, dates_of, first_date, last_date, spell_of


@dataclass(frozen=True, slots=True)
class Group:
    """Accounts of one journey, earliest first, with what they state together; fields are None where none states it."""

    accounts: tuple[ResolvedTrip, ...]
    start: PartialDate | None
    end: PartialDate | None
    spell: Spell | None
    destination: Destination
    documents: frozenset[str]

    @classmethod
    def of(cls, accounts: Iterable[ResolvedTrip], atlas: Atlas) -> Group:
        """The group of some accounts in any order."""
        told = tuple(sorted(set(accounts), key=in_order))
        start = first_date(dates_of(account)[0] for account in told)
        end = last_date(dates_of(account)[1] for account in told)
        places = sorted({place for account in told for place in account.places})
        documents = frozenset(account.document for account in told)
        return cls(told, start, end, spell_of(start, end), atlas.destination(places), documents)

    def with_all(self, others: Iterable[Group], atlas: Atlas) -> Group:
        """The accounts of several groups as one."""
        return Group.of([*self.accounts, *(account for other in others for account in other.accounts)], atlas)


def in_order(account: ResolvedTrip) -> tuple[bool, dt.date, str]:
    """The order of accounts: by day of publication, those without one last, then by id."""
    day = account.published.first_day() if account.published else dt.date.max
    return account.published is None, day, account.id
