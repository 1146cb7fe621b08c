"""Positions over time: posts that are one under several spellings, from the first document that says so to the last."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hoedong.model.appearance import Post
from hoedong.model.entity import PositionPeriod
from hoedong.model.person import PositionStatus
from hoedong.model.time import PartialDate
from hoedong.resolve.organisations.naming import read_organisation
from hoedong.resolve.people.titles import read_title

_Identity = tuple[str | None, str | None, PositionStatus]


@dataclass(frozen=True, slots=True)
class PostUse:
    """A post, in how many documents it stands, and the first and last day of these, None where none is known."""

    post: Post
    documents: int
    first: PartialDate | None
    last: PartialDate | None


def position_periods(uses: Iterable[PostUse]) -> tuple[PositionPeriod, ...]:
    """The positions that uses of posts make up, the latest first.

    A title without an organisation goes to the one organisation in which it is held, if it is one: 회장 to (가나전자,
    회장).
    """
    groups: dict[_Identity, list[PostUse]] = {}
    for use in uses:
        groups.setdefault(_identity(use.post), []).append(use)
    for identity in [identity for identity in groups if identity[0] is None]:
        homes = [other for other in groups if other[0] is not None and other[1:] == identity[1:]]
        if len(homes) == 1 and identity[1] is not None:
            groups[homes[0]].extend(groups.pop(identity))
    periods = [_period(group) for group in groups.values()]
    return tuple(sorted(periods, key=_latest_first))


def _identity(post: Post) -> _Identity:
    organisation = read_organisation(post.organisation).identity if post.organisation else None
    title = read_title(post.title).identity if post.title else None
    return organisation, title, post.status


def _period(uses: Sequence[PostUse]) -> PositionPeriod:
    names = _by_documents((use.post.organisation, use.documents) for use in uses)
    titles = _by_documents((use.post.title, use.documents) for use in uses)
    first = [use.first for use in uses if use.first is not None]
    last = [use.last for use in uses if use.last is not None]
    return PositionPeriod(
        organisation=names[0] if names else None,
        organisation_id=None,
        title=titles[0] if titles else None,
        status=uses[0].post.status,
        first=min(first, key=PartialDate.first_day, default=None),
        last=max(last, key=PartialDate.last_day, default=None),
        documents=sum(use.documents for use in uses),
    )


def _by_documents(counted: Iterable[tuple[str | None, int]]) -> list[str]:
    """Spellings, that of most documents first."""
    counts: Counter[str] = Counter()
    for spelling, documents in counted:
        if spelling is not None:
            counts[spelling] += documents
    return sorted(counts, key=lambda spelling: (-counts[spelling], spelling))


def _latest_first(period: PositionPeriod) -> tuple[bool, int, bool, int, str, str, str]:
    return (
        period.last is None,
        -_ordinal(period.last.last_day() if period.last else None),
        period.first is None,
        -_ordinal(period.first.first_day() if period.first else None),
        period.organisation or "",
        period.title or "",
        period.status,
    )


def _ordinal(day: dt.date | None) -> int:
    return day.toordinal() if day is not None else 0
