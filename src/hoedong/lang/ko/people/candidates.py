"""What is found on characters, before the morphemes are known."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum

from hoedong.model.person import PositionStatus
from hoedong.model.span import Span


class NamePart(StrEnum):
    """How much of the name a sighting shows."""

    FULL = "full"  # 김가나, 마크 저커버그
    PART = "part"  # 저커버그
    SURNAME = "surname"  # 이 회장, 李 회장
    WITHHELD = "withheld"  # 김모 씨, A씨: the page hides who it is


NAMED = frozenset((NamePart.FULL, NamePart.PART))
"""What is enough of a name to find it again on the page."""


@dataclass(frozen=True, slots=True)
class StatedPost:
    """A post as the words beside a name state it; `organisation` is None where they name none."""

    organisation: str | None
    title: str
    status: PositionStatus
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place where the page names somebody.

    `name` is the span of the name alone, `span` the short form that a reader would quote ("이재용", "이 회장"),
    `extent` takes in organisation, title, gloss and age. `latin` is the gloss in Latin letters, else None.
    """

    name: Span
    span: Span
    extent: Span
    part: NamePart
    rule: str
    posts: tuple[StatedPost, ...] = ()
    latin: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class NameCandidates:
    """All sightings of a document in text order; none overlaps another in its `name`."""

    sightings: tuple[Sighting, ...] = ()

    def spans_in(self, block: Span) -> tuple[Span, ...]:
        """The name spans inside one block, to be kept whole by the analyser of morphemes."""
        first = bisect_left(self.sightings, block.start, key=lambda sighting: sighting.name.start)
        last = bisect_left(self.sightings, block.end, key=lambda sighting: sighting.name.start)
        return tuple([s.name for s in self.sightings[first:last] if s.name in block])
