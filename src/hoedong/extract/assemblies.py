"""Assemblies: who came, sat and spoke, told sentence by sentence as it was seen, with no word of meeting.

"22일 오후 2시 도청 4층. 도에서는 [한 지사가] 앉았다. 군산에서 [오 시장이] 왔다. [윤 군수] "물값이 비싸다."" A
sentence of a time and a place alone sets the place; those who are there in the sentences after it have met.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from hoedong.extract.assembly_members import Present
from hoedong.extract.assembly_openings import REACH, closes, counts_those_there, opening_date, opens
from hoedong.extract.assembly_page import SeenPage
from hoedong.extract.draft import Draft, is_of_many
from hoedong.extract.occasions import MANY, group_occasion, occasions
from hoedong.model.encounter import Mode, Status
from hoedong.model.time import TimeExpression
from hoedong.rules.trace import NO_TRACE, Trace

ASSEMBLY = "attendance.assembly"
_FEWEST = 3
_LONGEST = 40
"""Sentences that an assembly is followed at most."""


@dataclass(slots=True)
class _Assembly:
    """An assembly as far as it has been told: who is there, and whether somebody is said to have come or sat."""

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

    @property
    def is_told(self) -> bool:
        """Whether enough is told of it."""
        return len(self.people) >= _FEWEST and self.has_come


def assemblies(
    page: SeenPage, told: Sequence[Draft], open_meetings: Mapping[int, tuple[str, ...]], trace: Trace = NO_TRACE
) -> list[Draft]:
    """The assemblies of a page, each as one draft in which all who were there are sides.

    Those who came to a gathering of `told` later are added to it. `open_meetings` are the hosts of meetings told of
    without two sides, by sentence.
    """
    told_in = frozenset(draft.sentence for draft in told)
    for draft in told:
        if _is_gathering(draft, page.language.code):
            _go_on(page, draft, told_in)
    found = [*_seen(page), *(_listed_after(page, index, hosts, told_in) for index, hosts in open_meetings.items())]
    drafts = [_draft(assembly, page) for assembly in found if assembly.is_told]
    for draft in drafts:
        trace.fired("attendance", ASSEMBLY, draft.trigger)
    return drafts


def _draft(assembly: _Assembly, page: SeenPage) -> Draft:
    first = assembly.sentences[0]
    return Draft(
        first,
        page.span(first),
        ASSEMBLY,
        Mode.IN_PERSON,
        Status.HELD,
        "status.past",
        tuple(assembly.people),
        time=assembly.time,
        evidence=[page.span(index) for index in (assembly.opening, *assembly.sentences)],
        latest=assembly.sentences[-1],
    )


def _seen(page: SeenPage) -> Iterator[_Assembly]:
    """Every assembly that a sentence opens, followed to where it ends."""
    index = 0
    while index < len(page.analysis.sentences):
        if not opens(page.analysis, index, page.language.code):
            index += 1
            continue
        assembly = _Assembly(index, opening_date(page.analysis, index))
        assembly.has_come = counts_those_there(page.analysis, index, page.language.code)
        index = _follow(page, assembly)
        yield assembly


def _follow(page: SeenPage, assembly: _Assembly) -> int:
    """Take in the sentences after an opening; the index of the first that is not of the assembly."""
    last = min(len(page.analysis.sentences), assembly.opening + _LONGEST)
    for index in range(assembly.opening + 1, last):
        if _ends_at(page, index, assembly.time):
            return index
        present = page.present(index)
        if present.people:
            assembly.take(present, index)
    return last


def _ends_at(page: SeenPage, index: int, time: TimeExpression | None) -> bool:
    date = opening_date(page.analysis, index, reach=0)
    if date is not None and date is not time and opens(page.analysis, index, page.language.code):
        return True
    return closes(page.analysis, index, time, page.is_quoted, page.language.code)


def _is_gathering(draft: Draft, lang: str) -> bool:
    """Whether a meeting of many was told of, of whom the sentences behind it may name more."""
    if draft.is_headline or draft.status is not Status.HELD or draft.mode is not Mode.IN_PERSON:
        return False
    return is_of_many(draft) or _is_for_many(draft, lang)


def _is_for_many(draft: Draft, lang: str) -> bool:
    return occasions(lang).get(group_occasion(draft.word, lang) or draft.word) in MANY


def _go_on(page: SeenPage, draft: Draft, told_in: Collection[int]) -> None:
    """Add to a gathering those whom the sentences right behind it say to have come or list."""
    is_held = _is_for_many(draft, page.language.code)
    for index, present in _sure_behind(page, draft.sentence, draft.time, told_in, is_held=is_held):
        draft.add_present(ASSEMBLY, present.people, index, page.span(index), as_sides=is_of_many(draft))


def _listed_after(page: SeenPage, index: int, hosts: tuple[str, ...], told_in: Collection[int]) -> _Assembly:
    """Who came to a meeting told of without its people, where the lines behind it list them."""
    assembly = _Assembly(index, opening_date(page.analysis, index, reach=0), dict.fromkeys(hosts), [index])
    for at, present in _sure_behind(page, index, assembly.time, told_in, is_held=True):
        assembly.take(present, at)
    return assembly


def _sure_behind(
    page: SeenPage, opening: int, time: TimeExpression | None, told_in: Collection[int], *, is_held: bool
) -> Iterator[tuple[int, Present]]:
    """The sentences behind a meeting that say who came or list them, up to where another meeting is told of.

    Of one that was held for many (`is_held`: 간담회, 오찬), also those that say who spoke or had a part in it.
    """
    for index in range(opening + 1, min(len(page.analysis.sentences), opening + REACH)):
        if index in told_in or _ends_at(page, index, time):
            return
        present = page.sure_at_meeting(index, is_held=is_held)
        if present.people:
            yield index, present
