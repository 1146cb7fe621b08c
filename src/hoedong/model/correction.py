"""Notices in which a newsroom corrects or withdraws an earlier article of its own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hoedong.model.evidence import Evidence
from hoedong.model.time import PartialDate


class CorrectionKind(StrEnum):
    """What a notice does to the earlier article."""

    CORRECTION = "correction"  # some of it was wrong; the rest stands
    RETRACTION = "retraction"  # all of it is withdrawn


@dataclass(frozen=True, slots=True)
class CorrectionNotice:
    """A page that corrects or withdraws an earlier article, and what it says of that article.

    `evidence` are the words that do so and the rule that read them. `dates` are days on which the article appeared,
    `titles` its headlines as quoted, `pages` those of the paper ("A3"), `urls` its addresses; each empty where the
    notice gives none. `outlet` and `published` are the notice's own, None where unknown.
    """

    document: str
    kind: CorrectionKind
    evidence: tuple[Evidence, ...]
    dates: tuple[PartialDate, ...] = ()
    titles: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    outlet: str | None = None
    published: PartialDate | None = None
