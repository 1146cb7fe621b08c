"""Footnotes in the order in which they are first called for, each once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from hoedong.export.brief.page import Footnote
from hoedong.export.brief.wording import Wording
from hoedong.model.account import Citation, Encounter, RecordedDocument, ResolvedReport
from hoedong.model.span import Span

_MOST = 3
"""How many footnotes a line has at most."""


class Footnotes:
    """The footnotes of one brief while it is written."""

    def __init__(
        self, documents: Mapping[str, RecordedDocument], reports: Mapping[str, ResolvedReport], wording: Wording
    ) -> None:
        self._documents, self._reports, self._wording = documents, reports, wording
        self._numbers: dict[tuple[str, Span], int] = {}

    def cite(self, citations: Iterable[Citation]) -> tuple[int, ...]:
        """The numbers of the first citations whose documents are at hand."""
        known = dict.fromkeys((one.document, one.span) for one in citations if one.document in self._documents)
        return tuple(self._number(*place) for place in list(known)[:_MOST])

    def of_encounter(self, encounter: Encounter) -> tuple[int, ...]:
        """The first words of evidence of its earliest reports, one an independent source."""
        return self.of_reports(encounter.reports)

    def of_reports(self, reports: Iterable[str]) -> tuple[int, ...]:
        """The first words of evidence of reports, one an independent source."""
        return self.cite(self._first_evidence(reports))

    def _first_evidence(self, reports: Iterable[str]) -> Iterator[Citation]:
        heard: set[str] = set()
        for report in (self._reports[one] for one in reports if one in self._reports):
            witness = report.witness or report.document
            if witness not in heard and report.evidence and report.document in self._documents:
                heard.add(witness)
                yield report.evidence[0]

    def _number(self, document: str, span: Span) -> int:
        return self._numbers.setdefault((document, span), len(self._numbers) + 1)

    def written(self) -> tuple[Footnote, ...]:
        """All footnotes called for so far, in order."""
        return tuple(self._footnote(number, *place) for place, number in self._numbers.items())

    def _footnote(self, number: int, document: str, span: Span) -> Footnote:
        page = self._documents[document]
        date = None if page.published is None else self._wording.date(page.published)
        return Footnote(number, document, span, page[span], page.outlet or page.source, date, page.url)
