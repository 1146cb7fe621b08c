"""Merging: headline, decks, caption and body may tell of one encounter; different dates never do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from hoedong.extract.ceremonies import CEREMONY
from hoedong.extract.draft import OPEN_STATUS, Draft
from hoedong.extract.line_up import LINE_UP
from hoedong.model.encounter import Mode, Status
from hoedong.model.time import DateInterval, PartialDate

_BACKGROUND_DAYS = 25
_NEAR = 50
"""How many drafts of a group are looked at for nearness: a bound, so that a page of one pair stays linear."""
_OPEN = (Status.PLANNED, Status.UNCONFIRMED)
_Profile = tuple[Status, bool, DateInterval | None, bool, bool, bool, int, str]


class _Group:
    """The drafts of one encounter, with what is asked of all of them kept once."""

    def __init__(self, draft: Draft) -> None:
        self.drafts: list[Draft] = []
        self.people: set[str] = set()
        self.heads: set[str] = set()
        self.sides = set(draft.sides)
        self.date: DateInterval | None = None
        self.profiles: dict[_Profile, Draft] = {}
        self.add(draft)

    def add(self, draft: Draft) -> None:
        """Take in a draft."""
        self.drafts.append(draft)
        self.people |= {*draft.sides, *draft.attendees}
        self.heads |= draft.party_heads
        self.date = self.date or date_of(draft)
        self.profiles.setdefault(_profile(draft), draft)

    @property
    def first(self) -> int:
        """Where it is told of first."""
        return min(draft.trigger.start for draft in self.drafts)


def merge_drafts(drafts: Sequence[Draft], published: PartialDate | None = None) -> list[list[Draft]]:
    """Group the drafts of a document by encounter, in order of first mention.

    Two drafts are one encounter when they share two people (or one person and a party), their dates can be the same,
    and their status and mode do not exclude each other. A meeting of long before `published` is background: what the
    text tells without a date, apart from it, is another one.
    """
    groups: list[_Group] = []
    of_person: defaultdict[str, list[_Group]] = defaultdict(list)
    for draft in drafts:
        draft.is_background = _is_background(draft, published)
    for draft in sorted(drafts, key=_by_information):
        group = _best_group(draft, of_person)
        if group is not None:
            group.add(draft)
        elif draft.strength >= 1.0 or len(draft.sides) > 1:
            group = _Group(draft)
            groups.append(group)
        if group is not None:
            _register(group, draft, of_person)
    told = [group for group in groups if not _is_told_apart(group, groups)]
    told.sort(key=lambda group: group.first)
    return [sorted(group.drafts, key=lambda draft: draft.trigger.start) for group in told]


def _register(group: _Group, draft: Draft, of_person: defaultdict[str, list[_Group]]) -> None:
    for person in (*draft.sides, *draft.attendees):
        if not any(known is group for known in of_person[person][-1:]):
            of_person[person].append(group)


def _best_group(draft: Draft, of_person: defaultdict[str, list[_Group]]) -> _Group | None:
    """The group that a draft fits best, the earlier of two that fit alike; None where it fits none."""
    best: _Group | None = None
    best_affinity = 0.0
    seen: set[int] = set()
    for group in (group for person in (*draft.sides, *draft.attendees) for group in of_person[person]):
        if id(group) in seen:
            continue
        seen.add(id(group))
        affinity = _affinity(draft, group)
        if affinity > best_affinity:
            best, best_affinity = group, affinity
    return best


def _is_background(draft: Draft, published: PartialDate | None) -> bool:
    if published is None or draft.time is None or draft.time.value is None:
        return False
    return (published.first_day() - draft.time.value.last_day()).days > _BACKGROUND_DAYS


def _is_told_apart(group: _Group, groups: Iterable[_Group]) -> bool:
    """Whether a headline that lists several people only sums up encounters that the text tells one by one."""
    if len(group.sides) < 3 or not all(draft.is_headline for draft in group.drafts):
        return False
    texts = (other for other in groups if not all(draft.is_headline for draft in other.drafts))
    return any(len(group.sides & other.people) > 1 for other in texts)


def _by_information(draft: Draft) -> tuple[bool, bool, bool, int]:
    """Dated and strong drafts of the text first: they found the groups that vaguer ones and headlines join."""
    return (draft.is_headline, draft.time is None, draft.strength < 1.0, draft.trigger.start)


def _affinity(draft: Draft, group: _Group) -> float:
    """How well a draft fits a group; 0 when it cannot belong to it."""
    shared = group.people & {*draft.sides, *draft.attendees}
    with_party = bool(group.heads & draft.party_heads) or (bool(group.heads) and draft.rule == LINE_UP)
    if not shared or (len(shared) == 1 and not with_party):
        return 0.0
    if len(shared) == 1 and len(draft.sides) > 1 and len(group.sides) > 1 and draft.rule != LINE_UP:
        return 0.0  # the delegation of one person met two others
    if _meets_at_ceremony(draft, group):
        return 0.0
    if not all(_compatible(draft, member) for member in group.profiles.values()):
        return 0.0
    own = date_of(draft)
    same_date = own is not None and own == group.date
    nearness = 1 / (1 + min(abs(draft.sentence - member.sentence) for member in group.drafts[-_NEAR:]))
    return len(shared) + 2 * same_date + (set(draft.sides) == group.sides) + nearness


def _meets_at_ceremony(draft: Draft, group: _Group) -> bool:
    """Whether one tells of a ceremony and the other of two who met there, which is another matter."""
    is_ceremony = group.drafts[0].rule == CEREMONY
    if is_ceremony == (draft.rule == CEREMONY) or group.sides == set(draft.sides):
        return False
    other = draft if is_ceremony else group.drafts[0]
    return other.mode is Mode.IN_PERSON


def _profile(draft: Draft) -> _Profile:
    """What decides whether another draft is compatible; of a background meeting also where it is told."""
    date = draft.time.value if draft.time is not None else None
    remote, weak = draft.mode is Mode.REMOTE, draft.strength < 1.0
    is_open = draft.status_rule in OPEN_STATUS
    sentence = draft.sentence if draft.is_background else -1
    return (draft.status, is_open, date, remote, weak, draft.is_headline, sentence, draft.round)


def date_of(draft: Draft) -> DateInterval | None:
    """The date of a draft: its own, else that of the text around it."""
    if draft.time is not None:
        return draft.time.value
    return draft.scene


def _compatible(one: Draft, other: Draft) -> bool:
    if one.round and other.round and one.round != other.round:
        return False
    first = one.time.value if one.time is not None else None
    second = other.time.value if other.time is not None else None
    if first is not None and second is not None and not first.overlaps(second):
        return False
    if (first is None or second is None) and not _near_background(one, other):
        return False
    return _status_fits(one, other, same_date=first is not None and first == second) and _mode_fits(one, other)


def _near_background(one: Draft, other: Draft) -> bool:
    """Whether an undated draft may go with a dated one: with a background meeting only right after it."""
    dated, undated = (one, other) if one.time is not None and one.time.value is not None else (other, one)
    return not dated.is_background or 0 <= undated.sentence - dated.sentence <= 1


def _status_fits(one: Draft, other: Draft, *, same_date: bool) -> bool:
    """Plans and rumours of one day are one; a plan and its outcome are one when the day says so, or a headline."""
    statuses = {one.status, other.status}
    if one.status_rule in OPEN_STATUS or other.status_rule in OPEN_STATUS:
        return True
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
