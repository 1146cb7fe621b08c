"""Merging: headline, decks, caption and body of one document tell of one encounter, and of different dates never of one."""

from __future__ import annotations

from collections.abc import Sequence

from hoedong.extract.draft import Draft
from hoedong.model.encounter import Mode, Status
from hoedong.model.time import DateInterval

_OPEN = (Status.PLANNED, Status.UNCONFIRMED)


def merge_drafts(drafts: Sequence[Draft]) -> list[list[Draft]]:
    """Group the drafts of a document by encounter, in order of first mention.

    Two drafts are one encounter when they share two people (or one person and a party), their dates can be the same, and
    their status and mode do not exclude each other.
    """
    groups: list[list[Draft]] = []
    for draft in sorted(drafts, key=_by_information):
        best = max(groups, key=lambda group: _affinity(draft, group), default=None)
        if best is not None and _affinity(draft, best) > 0:
            best.append(draft)
        elif draft.strength >= 1.0 or len(draft.sides) >= 2:
            groups.append([draft])
    for group in groups:
        group.sort(key=lambda draft: draft.trigger.start)
    return sorted(groups, key=lambda group: group[0].trigger.start)


def _by_information(draft: Draft) -> tuple[int, int, int]:
    """Dated and strong drafts first: they found the groups that vaguer ones join."""
    return (draft.time is None, draft.strength < 1.0, draft.trigger.start)


def _affinity(draft: Draft, group: Sequence[Draft]) -> float:
    """How well a draft fits a group; 0 when it cannot belong to it."""
    people = {person for member in group for person in (*member.sides, *member.attendees)}
    shared = people & {*draft.sides, *draft.attendees}
    with_party = any(member.parties for member in group) and bool(draft.parties)
    if not shared or (len(shared) < 2 and not with_party):
        return 0.0
    if not all(_compatible(draft, member) for member in group):
        return 0.0
    own, other = date_of(draft), next((date_of(member) for member in group if date_of(member)), None)
    same_date = own is not None and other is not None and own == other
    nearness = 1 / (1 + min(abs(draft.sentence - member.sentence) for member in group))
    same_sides = set(draft.sides) == set(group[0].sides)
    return len(shared) + 2 * same_date + same_sides + nearness


def date_of(draft: Draft) -> DateInterval | None:
    """The date of a draft: its own, else that of the text around it."""
    if draft.time is not None:
        return draft.time.value
    return draft.scene


def _compatible(one: Draft, other: Draft) -> bool:
    if not _status_fits(one.status, other.status):
        return False
    if (one.mode is Mode.REMOTE) != (other.mode is Mode.REMOTE):
        return False
    first, second = (one.time and one.time.value), (other.time and other.time.value)
    return first is None or second is None or first.overlaps(second)


def _status_fits(one: Status, other: Status) -> bool:
    return one is other or (one in _OPEN and other in _OPEN)
