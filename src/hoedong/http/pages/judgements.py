"""What people decided: who, when, what; which of it stands, and where two reviewers disagree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hoedong.http.pages.view import View
from hoedong.http.pages.visit import Visit
from hoedong.model.judgement import Judgement
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
    rows = judgement_rows(workspace, every[offset : offset + ON_A_PAGE])
    more = offset + ON_A_PAGE
    return Judgements(len(every), rows, offset, more if len(every) > more else None)


def judgement_rows(workspace: Workspace, judgements: Iterable[Judgement]) -> tuple[JudgementRow, ...]:
    """Judgements with how they stand."""
    standing, disputes = {one.id for one in workspace.standing_judgements()}, workspace.disputes()
    return tuple(
        JudgementRow(one, one.id in standing, one.id in standing and bool(disputes.against(one))) for one in judgements
    )


VIEW = View("judgements", "/judgements", find_judgements)
