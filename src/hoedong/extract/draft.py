"""Drafts: what one sentence says about an encounter, before drafts of one document are merged into reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from hoedong.model.encounter import Mode, Status
from hoedong.model.span import Span
from hoedong.model.time import DateInterval, PartialDate, TimeExpression

OPEN_TENSE = frozenset({"status.past", "status.bare", "ko.status.agreed-there"})
_OPEN_PLANS = frozenset({"status.present", "status.intended"})
OPEN_STATUS = frozenset({"ko.status.open"})
"""Rules that leave open whether the meeting took place: "두 사람이 만나는 것은 처음이다"."""

_PAIR = 2


@dataclass(slots=True, eq=False)
class Draft:
    """One sentence's report of an encounter.

    `sides` are the principals in text order, `parties` the unnamed sides, `party_heads` the last words of
    them. `time` is the expression that dates it, None
    where the sentence gives none; `scene` is then the date that the text around it has set. `strength` is that of
    the frame: below 1 the word alone does not say that people met. `round` is its number among several (2차 회동).
    """

    sentence: int
    trigger: Span
    rule: str
    mode: Mode
    status: Status
    status_rule: str
    sides: tuple[str, ...]
    parties: tuple[Span, ...] = ()
    party_heads: frozenset[str] = frozenset()
    attendees: tuple[str, ...] = ()
    time: TimeExpression | None = None
    scene: DateInterval | None = None
    strength: float = 1.0
    evidence: list[Span] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    is_headline: bool = False
    is_background: bool = False
    word: str = ""
    round: str = ""
    latest: int = -1

    def __post_init__(self) -> None:
        """A draft was last spoken of in its own sentence, until more is said of it."""
        self.latest = max(self.latest, self.sentence)

    def add_present(
        self, rule: str, people: Sequence[str], sentence: int, told_in: Span, *, as_sides: bool = False
    ) -> None:
        """Add those who were there too, as attendees or, of a group meeting, as sides."""
        new = [person for person in people if person not in self.sides and person not in self.attendees]
        if not new:
            return
        if as_sides:
            self.sides = (*self.sides, *new)
        else:
            self.attendees = (*self.attendees, *new)
        self.latest = sentence
        self.evidence.append(told_in)
        self.rules.append(rule)

    def settle_status(self, published: PartialDate | None) -> None:
        """Let the calendar decide where the words leave the tense open.

        A headline's bare "28일 회동" is a plan before 28일, and a present tense about a day gone by (the historical
        present of captions and briefs) tells of what was held.
        """
        if published is None:
            return
        if self.time is None or self.time.value is None:
            if self.status is Status.PLANNED and self.scene and self.scene.last_day() < published.first_day():
                self.scene = None  # what is still ahead is not on a day gone by
            return
        ahead = self.time.value.first_day() > published.last_day()
        gone = self.time.value.last_day() < published.first_day()
        if ahead and self.status is Status.HELD and self.status_rule in OPEN_TENSE:
            self.status, self.status_rule = Status.PLANNED, "status.date-ahead"
        elif gone and self.status is Status.PLANNED and self.status_rule in _OPEN_PLANS:
            self.status, self.status_rule = Status.HELD, "status.date-gone"


def last_told(told: Sequence[Draft], sentence: int, reach: int) -> Draft | None:
    """The encounter told of in the few sentences right before one; a headline tells of none."""
    last = next((draft for draft in reversed(told) if not draft.is_headline), None)
    return last if last is not None and sentence - last.latest <= reach else None


def is_of_many(draft: Draft) -> bool:
    """Whether a meeting is one of many, where whoever else was there is one of them."""
    return len(draft.sides) > _PAIR or bool(draft.parties)
