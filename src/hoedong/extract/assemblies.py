"""Assemblies: who came, sat and spoke, told sentence by sentence as it was seen, with no word of meeting.

"22일 오후 2시 도청 4층. 도에서는 [한 지사가] 앉았다. 군산에서 [오 시장이] 왔다. [윤 군수] "물값이 비싸다."" A
sentence of a time and a place alone sets the place; those who are there in the sentences after it have met.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hoedong.extract.assembly_members import Present, is_elsewhere, present_in
from hoedong.extract.assembly_openings import closes, counts_those_there, opening_date, opens
from hoedong.extract.draft import Draft, is_of_many
from hoedong.extract.listening import Heard
from hoedong.extract.occasions import GROUP, MEAL, occasions
from hoedong.lang.protocol import Language
from hoedong.model.analysis import Analysis
from hoedong.model.clause import ClauseStructure
from hoedong.model.document import BlockRole
from hoedong.model.encounter import Mode, Status
from hoedong.model.mention import PersonMention
from hoedong.model.quotation import Quotation
from hoedong.model.span import starting_in
from hoedong.model.time import TimeExpression
from hoedong.rules.trace import NO_TRACE, Trace

ASSEMBLY = "attendance.assembly"
_FEWEST = 3
_REACH = 7
_LONGEST = 40
"""Sentences that an assembly is followed at most."""


@dataclass(slots=True)
class _Assembly:
    """An assembly as far as it has been told: who is there, and since when somebody came or sat there."""

    opening: int
    time: TimeExpression | None
    people: dict[str, None] = field(default_factory=dict)
    sentences: list[int] = field(default_factory=list)
    has_come: bool = False

    def take(self, present: Present, sentence: int) -> None:
        """Take in those of one sentence."""
        self.people |= dict.fromkeys(present.people)
        self.has_come = self.has_come or present.has_come
        self.sentences.append(sentence)


def assemblies(
    analysis: Analysis,
    heard: Heard,
    mentions: Sequence[PersonMention],
    quotations: Sequence[Quotation],
    language: Language,
    trace: Trace = NO_TRACE,
) -> list[Draft]:
    """The assemblies of a page, each as one draft in which all who were there are sides."""
    page = _Page(analysis, mentions, quotations, language)
    for draft in heard.drafts:
        if _is_gathering(draft, language.code):
            page.go_on(draft, heard.drafts)
    found = [assembly for assembly in page.assemblies() if _is_told(assembly)]
    for index, hosts in heard.open_meetings.items():
        found += page.listed_after(index, hosts, heard.drafts)
    for assembly in found:
        trace.fired("attendance", ASSEMBLY, analysis.sentences[assembly.opening].span)
    return [_draft(assembly, analysis) for assembly in found]


def _is_gathering(draft: Draft, lang: str) -> bool:
    """Whether a meeting of many was told of, of whom the sentences behind it may name more."""
    if draft.is_headline or draft.status is not Status.HELD or draft.mode is not Mode.IN_PERSON:
        return False
    return is_of_many(draft) or occasions(lang).get(draft.word) in (GROUP, MEAL)


def _is_told(assembly: _Assembly) -> bool:
    return len(assembly.people) >= _FEWEST and assembly.has_come


def _draft(assembly: _Assembly, analysis: Analysis) -> Draft:
    first = assembly.sentences[0]
    return Draft(
        first,
        analysis.sentences[first].span,
        ASSEMBLY,
        Mode.IN_PERSON,
        Status.HELD,
        "status.past",
        tuple(assembly.people),
        time=assembly.time,
        evidence=[analysis.sentences[index].span for index in (assembly.opening, *assembly.sentences)],
        latest=assembly.sentences[-1],
    )


class _Page:
    """A page that is looked through for assemblies."""

    def __init__(
        self,
        analysis: Analysis,
        mentions: Sequence[PersonMention],
        quotations: Sequence[Quotation],
        language: Language,
    ) -> None:
        self._analysis, self._mentions, self._language = analysis, mentions, language
        self._quoted = [quotation.content for quotation in quotations]

    def assemblies(self) -> Iterator[_Assembly]:
        """Every assembly that a sentence opens, followed to where it ends."""
        index = 0
        while index < len(self._analysis.sentences):
            if not opens(self._analysis, index, self._language.code):
                index += 1
                continue
            assembly = _Assembly(index, opening_date(self._analysis, index))
            assembly.has_come = counts_those_there(self._analysis, index, self._language.code)
            index = self._follow(assembly)
            yield assembly

    def go_on(self, draft: Draft, told: Sequence[Draft]) -> None:
        """Add to a gathering those whom the sentences right behind it say to have come or list."""
        others = {other.sentence for other in told if other.sentence > draft.sentence and other is not draft}
        assembly = _Assembly(draft.sentence, draft.time)
        last = min(len(self._analysis.sentences), draft.sentence + _REACH)
        for index in range(draft.sentence + 1, last):
            if index in others or self._ends_at(index, assembly):
                return
            present = self._present(index)
            if present.is_sure:
                span = self._analysis.sentences[index].span
                draft.add_present(ASSEMBLY, present.people, index, span, as_sides=is_of_many(draft))

    def listed_after(self, index: int, hosts: tuple[str, ...], told: Sequence[Draft]) -> list[_Assembly]:
        """Who came to a meeting told of without its people, where the lines behind it list them."""
        assembly = _Assembly(index, opening_date(self._analysis, index, reach=0), dict.fromkeys(hosts), [index])
        others = {other.sentence for other in told}
        for at in range(index + 1, min(len(self._analysis.sentences), index + _REACH)):
            if at in others or self._ends_at(at, assembly):
                break
            present = self._present(at)
            if present.is_sure:
                assembly.take(present, at)
        return [assembly] if _is_told(assembly) else []

    def _follow(self, assembly: _Assembly) -> int:
        """Take in the sentences after an opening; the index of the first that is not of the assembly."""
        last = min(len(self._analysis.sentences), assembly.opening + _LONGEST)
        for index in range(assembly.opening + 1, last):
            if self._ends_at(index, assembly):
                return index
            if self._analysis.document.blocks[self._analysis.sentences[index].block].role is BlockRole.HEADLINE:
                continue
            present = self._present(index)
            if present.people:
                assembly.take(present, index)
        return last

    def _ends_at(self, index: int, assembly: _Assembly) -> bool:
        dates = opening_date(self._analysis, index, reach=0)
        if dates is not None and dates is not assembly.time and opens(self._analysis, index, self._language.code):
            return True
        return closes(self._analysis, index, assembly.time, self._quoted, self._language.code)

    def _present(self, index: int) -> Present:
        sentence = self._analysis.sentences[index]
        named = list(starting_in(self._mentions, sentence.span))
        if not named or is_elsewhere(self._analysis, index, self._quoted, self._language.code):
            return Present()
        return present_in(self._structure(index, named), self._language.code)

    def _structure(self, index: int, named: Sequence[PersonMention]) -> ClauseStructure:
        analysis = self._analysis
        times = list(starting_in(analysis.times, analysis.sentences[index].span))
        return self._language.clause_structure(analysis.document, analysis.sentences[index], index, named, times)
