"""Merging: headline, decks, caption and body of one document tell of one encounter, and of different dates never of one."""

from __future__ import annotations

from collections.abc import Sequence

from hoedong.extract.attendance import LINE_UP
from hoedong.extract.draft import Draft
from hoedong.model.encounter import Mode, Status
from hoedong.model.time import DateInterval, PartialDate

_BACKGROUND_DAYS = 25
_OPEN = (Status.PLANNED, Status.UNCONFIRMED)


def merge_drafts(drafts: Sequence[Draft], published: PartialDate | None = None) -> list[list[Draft]]:
    """Group the drafts of a document by encounter, in order of first mention.

    Two drafts are one encounter when they share two people (or one person and a party), their dates can be the same, and
    their status and mode do not exclude each other. A meeting of long before `published` is background: what the text
    tells without a date, apart from it, is another one.
    """
    groups: list[list[Draft]] = []
    for draft in drafts:
        draft.is_background = _is_background(draft, published)
    for draft in sorted(drafts, key=_by_information):
        best = max(groups, key=lambda group: _affinity(draft, group), default=None)
        if best is not None and _affinity(draft, best) > 0:
            best.append(draft)
        elif draft.strength >= 1.0 or len(draft.sides) >= 2:
            groups.append([draft])
    groups = [group for group in groups if not _is_told_apart(group, groups)]
    for group in groups:
        group.sort(key=lambda draft: draft.trigger.start)
    return sorted(groups, key=lambda group: group[0].trigger.start)


def _is_background(draft: Draft, published: PartialDate | None) -> bool:
    if published is None or draft.time is None or draft.time.value is None:
        return False
    return (published.first_day() - draft.time.value.last_day()).days > _BACKGROUND_DAYS


def _is_told_apart(group: Sequence[Draft], groups: Sequence[Sequence[Draft]]) -> bool:
    """Whether a headline that lists several people only sums up encounters that the text tells one by one."""
    if not all(draft.is_headline for draft in group) or len(group[0].sides) < 3:
        return False
    listed = set(group[0].sides)
    texts = [other for other in groups if not all(draft.is_headline for draft in other)]
    return any(len(listed & {person for draft in other for person in draft.sides}) > 1 for other in texts)


def _by_information(draft: Draft) -> tuple[bool, bool, bool, int]:
    """Dated and strong drafts of the text first: they found the groups that vaguer ones and headlines join."""
    return (draft.is_headline, draft.time is None, draft.strength < 1.0, draft.trigger.start)


def _affinity(draft: Draft, group: Sequence[Draft]) -> float:
    """How well a draft fits a group; 0 when it cannot belong to it."""
    people = {person for member in group for person in (*member.sides, *member.attendees)}
    shared = people & {*draft.sides, *draft.attendees}
    heads = {head for member in group for head in member.party_heads}
    with_party = bool(heads & draft.party_heads) or (bool(heads) and _is_line_up(draft))
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
    first = one.time.value if one.time is not None else None
    second = other.time.value if other.time is not None else None
    if first is not None and second is not None and not first.overlaps(second):
        return False
    if (first is None or second is None) and not _near_background(one, other):
        return False
    return _status_fits(one, other, same_date=first is not None and first == second) and _mode_fits(one, other)


def _is_line_up(draft: Draft) -> bool:
    return draft.rule == LINE_UP


def _near_background(one: Draft, other: Draft) -> bool:
    """Whether an undated draft may go with a dated one: with a background meeting only right after it."""
    dated, undated = (one, other) if one.time is not None and one.time.value is not None else (other, one)
    return not dated.is_background or 0 <= undated.sentence - dated.sentence <= 1


def _status_fits(one: Draft, other: Draft, *, same_date: bool) -> bool:
    """Plans and rumours of one day are one; a plan and its outcome are one when the day says so, or a headline."""
    statuses = {one.status, other.status}
    if len(statuses) == 1 or statuses <= set(_OPEN):
        return True
    if statuses == {Status.HELD, Status.NOT_HELD}:
        return False
    return same_date or one.is_headline or other.is_headline


def _mode_fits(one: Draft, other: Draft) -> bool:
    """A call and a meeting are two; a weak word (논의했다) may tell of either."""
    if one.strength < 1.0 or other.strength < 1.0:
        return True
    return (one.mode is Mode.REMOTE) == (other.mode is Mode.REMOTE)
