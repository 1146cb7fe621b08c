"""A page that is looked through sentence by sentence for who was there."""

from __future__ import annotations

from collections.abc import Sequence

from hoedong.extract.assembly_members import Present, is_elsewhere, present_in
from hoedong.lang.protocol import Language
from hoedong.model.analysis import Analysis
from hoedong.model.clause import ClauseStructure
from hoedong.model.mention import PersonMention
from hoedong.model.quotation import Quotation
from hoedong.model.span import Span, starting_in


class SeenPage:
    """A page with what is asked of its sentences again and again; clauses are read where they are asked for."""

    def __init__(
        self,
        analysis: Analysis,
        mentions: Sequence[PersonMention],
        quotations: Sequence[Quotation],
        language: Language,
    ) -> None:
        self.analysis, self.language = analysis, language
        self.text = analysis.document.text
        self.quoted = [quotation.content for quotation in quotations]
        self._mentions = mentions
        self._structures: dict[int, ClauseStructure] = {}

    def span(self, index: int) -> Span:
        """Where a sentence stands."""
        return self.analysis.sentences[index].span

    def named(self, index: int) -> Sequence[PersonMention]:
        """The people whom a sentence names."""
        return starting_in(self._mentions, self.analysis.sentences[index].span)

    def present(self, index: int) -> Present:
        """Who is there, as far as a sentence tells."""
        if not self.named(index) or is_elsewhere(self.analysis, index, self.quoted, self.language.code):
            return Present()
        return present_in(self.structure(index), self.language.code)

    def structure(self, index: int) -> ClauseStructure:
        """The clauses of a sentence."""
        if index not in self._structures:
            sentence = self.analysis.sentences[index]
            times = starting_in(self.analysis.times, sentence.span)
            self._structures[index] = self.language.clause_structure(
                self.analysis.document, sentence, index, self.named(index), times
            )
        return self._structures[index]
