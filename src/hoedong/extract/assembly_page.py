"""A page that is looked through sentence by sentence for who was there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from hoedong.extract.assembly_members import Present, coming_stems, is_elsewhere, parts, present_in, speaks_there
from hoedong.lang.protocol import Language
from hoedong.model.analysis import Analysis
from hoedong.model.clause import ClauseStructure
from hoedong.model.mention import PersonMention
from hoedong.model.quotation import Quotation
from hoedong.model.span import Span, starting_in

_STEMS = frozenset({"VV", "VX", "NNG", "XR"})
_QUOTE = re.compile(r"[\"“‘「『]")
_CLOSING = frozenset({"EF", "NNG", "NNP", "NNB", "XSN"})


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
        self._quoted = sorted(quotation.content for quotation in quotations)
        self._mentions = mentions
        self._structures: dict[int, ClauseStructure] = {}

    def is_quoted(self, at: int) -> bool:
        """Whether a place in the text stands inside quotation marks that somebody is known to speak."""
        last = bisect_right(self._quoted, at, key=lambda content: content.start) - 1
        return last >= 0 and at < self._quoted[last].end

    def span(self, index: int) -> Span:
        """Where a sentence stands."""
        return self.analysis.sentences[index].span

    def named(self, index: int) -> Sequence[PersonMention]:
        """The people whom a sentence names."""
        return starting_in(self._mentions, self.analysis.sentences[index].span)

    def present(self, index: int) -> Present:
        """Who is there, as far as a sentence tells."""
        if not self.named(index) or is_elsewhere(self.analysis, index, self.is_quoted, self.language.code):
            return Present()
        return present_in(self.structure(index), self.language.code)

    def may_tell_who_came(self, index: int) -> bool:
        """Whether a sentence can say that somebody came, or only lists them, seen before its clauses are read."""
        morphemes = self.analysis.sentences[index].morphemes
        stems = {form for form, tag, _ in morphemes if tag in _STEMS}
        if not stems.isdisjoint(coming_stems(self.language.code)):
            return True
        closing = next((tag for _, tag, _ in reversed(morphemes) if tag in _CLOSING), "")
        is_list = closing != "EF" or any(tag == "VCP" for _, tag, _ in morphemes)
        return is_list and len(self.named(index)) > 1

    def has_part(self, index: int) -> bool:
        """Whether a sentence says what somebody did at a gathering: 축사는 한 장관이 맡았다."""
        span = self.span(index)
        return parts(self.language.code).search(self.text, span.start, span.end) is not None

    def sure_at_meeting(self, index: int, *, is_held: bool) -> Present:
        """Who came to a meeting just told of or is listed; of one held for many, also who had a part or spoke there."""
        may_tell = self.may_tell_who_came(index)
        is_spoken = _QUOTE.search(self.text, *self.span(index)) is not None
        if not may_tell and not (is_held and (is_spoken or self.has_part(index))):
            return Present()
        present = self.present(index)
        if present.is_sure or (is_held and present.people and self._takes_part(index)):
            return Present(present.people, has_come=True)
        return Present()

    def _takes_part(self, index: int) -> bool:
        return self.has_part(index) or speaks_there(self.structure(index), self.language.code)

    def structure(self, index: int) -> ClauseStructure:
        """The clauses of a sentence."""
        if index not in self._structures:
            sentence = self.analysis.sentences[index]
            times = starting_in(self.analysis.times, sentence.span)
            self._structures[index] = self.language.clause_structure(
                self.analysis.document, sentence, index, self.named(index), times
            )
        return self._structures[index]
