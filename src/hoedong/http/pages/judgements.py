"""What people decided: who, when, what; which of it stands, and where two reviewers disagree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from hoedong.http.pages.view import View
from hoedong.http.pages.visit import Visit
from hoedong.model.judgement import Judgement, JudgementVerb
from hoedong.workspace import Workspace

ON_A_PAGE = 100
FARTHEST = 10_000_000


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """A judgement, whether it stands, and whether another that stands says otherwise of the same thing."""

    judgement: Judgement
    is_standing: bool
    is_disputed: bool


@dataclass(frozen=True, slots=True)
class Judgements:
    """Judgements, the latest first; `next_offset` is None on the last page."""

    in_all: int
    rows: tuple[JudgementRow, ...]
    offset: int
    next_offset: int | None


def find_judgements(workspace: Workspace, visit: Visit) -> Judgements:
    """The judgements of one page of the list."""
    offset = visit.number("offset", FARTHEST)
    every = workspace.judgements()[::-1]
    rows = judgement_rows(every[offset : offset + ON_A_PAGE], workspace.standing_judgements())
    more = offset + ON_A_PAGE
    return Judgements(len(every), rows, offset, more if len(every) > more else None)


def judgement_rows(judgements: Iterable[Judgement], standing: Iterable[Judgement]) -> tuple[JudgementRow, ...]:
    """Judgements with how they stand."""
    by_object: defaultdict[tuple[object, ...], set[tuple[object, ...]]] = defaultdict(set)
    ids: set[str] = set()
    for one in standing:
        ids.add(one.id)
        by_object[_object_of(one)].add((one.verb, one.value))
    return tuple(
        JudgementRow(one, one.id in ids, one.id in ids and len(by_object[_object_of(one)]) > 1) for one in judgements
    )


def _object_of(judgement: Judgement) -> tuple[object, ...]:
    """What a judgement is about; undoings are about nothing that others are about."""
    own = judgement.id if judgement.verb is JudgementVerb.RETRACT else None
    return judgement.subject, judgement.left, judgement.right, judgement.property, own


VIEW = View("judgements", "/judgements", find_judgements)
