"""A text as a page that is looked through sentence by sentence for who was there."""

from __future__ import annotations

from hoedong.extract.assembly_page import SeenPage
from hoedong.rules.trace import NO_TRACE
from told import KOREAN, analysed


def seen_page(text: str) -> SeenPage:
    """The page of a text published on 16 March 2026."""
    analysis = analysed(text)
    quotations = KOREAN.find_quotations(analysis.document, analysis.sentences, analysis.mentions, NO_TRACE)
    return SeenPage(analysis, analysis.mentions, quotations, KOREAN)


def names(page: SeenPage, people: tuple[str, ...]) -> list[str]:
    """People by name."""
    written = {person.id: person.name for person in page.analysis.people}
    return [written[person] for person in people]
