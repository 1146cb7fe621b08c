"""What people are quoted as saying, as pages show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hoedong.http.pages.naming import PersonCard, card_of
from hoedong.model.account import ResolvedQuote
from hoedong.model.time import PartialDate
from hoedong.workspace import Workspace

MOST_QUOTES = 20


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """Words of a person; `speaker` is None where the record no longer knows them, `encounter` where none is stated."""

    id: str
    text: str
    speaker: PersonCard | None
    document: str
    published: PartialDate | None
    outlet: str | None
    encounter: str | None


def quote_lines(workspace: Workspace, quotes: Iterable[ResolvedQuote]) -> tuple[QuoteLine, ...]:
    """Quotations, the latest first, no more than twenty; the same words once."""
    ordered = sorted(quotes, key=_latest_first)
    found = list({(one.speaker, one.text): one for one in reversed(ordered)}.values())[::-1][:MOST_QUOTES]
    people = workspace.people_by_id(sorted({one.speaker for one in found}))
    cards = {id_: card_of(person) for id_, person in people.items()}
    return tuple(
        QuoteLine(one.id, one.text, cards.get(one.speaker), one.document, one.published, one.outlet, one.encounter)
        for one in found
    )


def _latest_first(quote: ResolvedQuote) -> tuple[int, str]:
    return -quote.published.last_day().toordinal() if quote.published else 0, quote.id
