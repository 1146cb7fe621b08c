"""Listening: the sentences of a document in order, each with a memory of what was said before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Generic, Protocol, TypeVar

from hoedong.annotate.coreference import find_bare_titles, find_nominals
from hoedong.annotate.memory import Memory
from hoedong.extract.agenda import Agenda, is_live
from hoedong.extract.dating import Scene
from hoedong.extract.draft import Draft
from hoedong.extract.encounters import draft_sentence
from hoedong.extract.foresight import load_foresight
from hoedong.extract.gate_words import load_gate
from hoedong.extract.likely_meetings import LIKELY
from hoedong.extract.meeting_traits import Described, Known
from hoedong.extract.messages import authors
from hoedong.extract.pair_rows import is_pair_row
from hoedong.extract.words import load_encounter_words
from hoedong.lang.protocol import Language
from hoedong.model.analysis import Analysis, Sentence
from hoedong.model.diagnostic import Diagnostic, Severity
from hoedong.model.document import BlockRole
from hoedong.model.mention import PersonMention
from hoedong.model.person import Person
from hoedong.model.span import Span
from hoedong.model.time import TimeExpression, TimeKind
from hoedong.rules.trace import NO_TRACE, Trace

LONGEST_SENTENCE = 600
"""Morphemes of a sentence that is still read for its structure; a longer one is a table or a broken page."""
_JUST_TOLD = 2
"""Sentences after a meeting was told of in which it may be spoken of without its people: 회동은 무산됐다."""
_OCCASION_REACH = 4
"""Sentences for which a meeting told of without its people waits for them, or one told of with them has its noun."""


_ENTRY = re.compile(r"[▷▶▲△](?!\s?\d{1,2}:\d\d)")
"""The head of an entry that stands by itself, in columns of who met whom; one with a clock is of one day."""


class _Placed(Protocol):
    @property
    def span(self) -> Span:
        """Where it stands."""


P = TypeVar("P", bound=_Placed)


@dataclass(slots=True)
class Heard:
    """What was gathered: drafts of encounters, pronouns and plural nominals, and whom the plural ones stand for.

    `described` are the encounter words that filled no frame, in sentences that tell of no encounter by another word;
    `open_meetings` the hosts of meetings told of without two sides, by sentence.
    """

    drafts: list[Draft] = field(default_factory=list)
    nominals: list[PersonMention] = field(default_factory=list)
    groups: dict[int, tuple[str, ...]] = field(default_factory=dict)
    open_meetings: dict[int, tuple[str, ...]] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    described: list[Described] = field(default_factory=list)


class _InOrder(Generic[P]):
    """Values in text order, handed out sentence by sentence in one pass."""

    def __init__(self, values: Sequence[P]) -> None:
        self._values, self._next = sorted(values, key=lambda value: value.span), 0

    def inside(self, span: Span) -> list[P]:
        """The values that start inside a span; spans must come in rising order."""
        while self._next < len(self._values) and self._values[self._next].span.start < span.start:
            self._next += 1
        first = self._next
        while self._next < len(self._values) and self._values[self._next].span.start < span.end:
            self._next += 1
        return self._values[first : self._next]


def listen(analysis: Analysis, language: Language, trace: Trace, *, describes_all: bool = False) -> Heard:
    """Go through the sentences in order and gather what they tell of encounters.

    `describes_all` keeps the traits of every encounter word that filled no frame, for fitting what they weigh.
    """
    return _Listener(analysis, language, trace, describes_all=describes_all).listen()


class _Listener:
    """One pass over a document."""

    def __init__(self, analysis: Analysis, language: Language, trace: Trace, *, describes_all: bool) -> None:
        self._analysis, self._language, self._trace = analysis, language, trace
        self._describes_all = describes_all
        self._words = load_encounter_words(language.code)
        self._foresight = load_foresight(language.code)
        self._mentions, self._times = _InOrder(analysis.mentions), _InOrder(analysis.times)
        self._agenda, self._is_entry = Agenda(), False
        self._memory, self._scene, self._heard = Memory(), Scene(), Heard()
        self._holders = _holders(analysis.people)
        self._titles = {person: title for title, people in self._holders.items() for person in people}
        self._organisations = {person.id: _organisations(person) for person in analysis.people}
        self._page_occasion = ""
        self._block, self._entry_from = -1, 0
        self._block_date: TimeExpression | None = None
        self._occasion, self._occasion_at, self._told_at = "", -1, -_OCCASION_REACH - 1
        self._hosts: tuple[str, ...] = ()

    def listen(self) -> Heard:
        """Hear every sentence."""
        for index, sentence in enumerate(self._analysis.sentences):
            self._hear(index, sentence)
        return self._heard

    def _hear(self, index: int, sentence: Sentence) -> None:
        text = self._analysis.document.text
        named = self._mentions.inside(sentence.span)
        times = self._times.inside(sentence.span)
        self._begin_entry(sentence)
        self._enter(sentence, times)
        self._memory.enter(sentence.block)
        if len(sentence.morphemes) > LONGEST_SENTENCE:
            self._heard.diagnostics.append(_too_long(sentence))
            return
        nominals = find_nominals(text, sentence.span, named, self._memory, self._holders, self._language.code)
        nominals += find_bare_titles(text, sentence.span, [*named, *nominals], self._holders, self._language.code)
        everyone = sorted([*named, *nominals], key=lambda mention: (mention.extent.start, mention.extent.end))
        role = self._analysis.document.blocks[sentence.block].role
        self._keep(index, nominals)
        if role is BlockRole.HEADLINE:
            headline = text[sentence.span.start : sentence.span.end]
            self._agenda.read_headline(headline, self._language.code)
            if is_live(headline, self._language.code):
                self._scene.live = self._analysis.document.publication.value
        self._hear_occasion(sentence, role)
        is_row = bool(self._page_occasion) and is_pair_row(text, named)
        self._is_entry = self._agenda.is_entry(text, sentence.span, named)
        may_stand = self._words.may_stand_in(text, sentence.span)
        is_picture = self._language.describes_picture(self._analysis.document, sentence)
        if is_picture or is_row or (may_stand and self._may_tell(index, sentence, everyone)):
            self._tell(index, sentence, everyone, times)
            return
        if may_stand and (occasion := self._words.occasion_told_in(sentence.morphemes)):
            self._wait_for_people(occasion, (), index)
        self._memory.hear_names(text, sentence.block, everyone, is_headline=role is not BlockRole.PARAGRAPH)
        if not self._is_entry:
            self._scene.pass_by(index, times)

    def _begin_entry(self, sentence: Sentence) -> None:
        """Forget who was spoken of where an entry begins that stands by itself: ▷ … ▷ …"""
        block = self._analysis.document.blocks[sentence.block]
        is_first = sentence.block != self._block and block.role is BlockRole.PARAGRAPH
        if is_first and _ENTRY.match(self._analysis.document.text, sentence.span.start):
            self._memory.begin_entry()
            self._entry_from = len(self._heard.drafts)

    def _hear_occasion(self, sentence: Sentence, role: BlockRole) -> None:
        """Keep the encounter noun of a headline, or of a page's first line: 통화 in "정상 통화 일지"."""
        if role in (BlockRole.HEADLINE, BlockRole.SUBHEADING) or sentence.block == 0:
            self._page_occasion = self._words.noun_in(sentence.morphemes) or self._page_occasion

    def _may_tell(self, index: int, sentence: Sentence, people: Sequence[PersonMention]) -> bool:
        """Whether a sentence with an encounter word can tell of an encounter; for `hoedong explain`, also why not.

        Where nobody is named, only people carried over from before can have met: those whose meeting was just told of,
        or one with an unnamed party.
        """
        if people or self._trace is not NO_TRACE or index - self._told_at <= _JUST_TOLD:
            return True
        forms = frozenset([morpheme.form for morpheme in sentence.morphemes])
        return bool(self._memory.subject) and self._foresight.may_meet_party(forms)

    def _keep(self, index: int, nominals: Sequence[PersonMention]) -> None:
        self._heard.nominals += nominals
        if len(group := dict.fromkeys(mention.person for mention in nominals if mention.person)) > 1:
            self._heard.groups[index] = tuple(group)

    def _tell(
        self, index: int, sentence: Sentence, people: Sequence[PersonMention], times: Sequence[TimeExpression]
    ) -> None:
        structure = self._language.clause_structure(self._analysis.document, sentence, index, people, times)
        self._memory.recall_delegations(structure)
        structure.block_date = self._block_date
        if index - self._occasion_at <= _OCCASION_REACH:
            structure.open_occasion, structure.open_hosts = self._occasion, self._hosts
        structure.page_occasion = self._page_occasion
        structure.is_entry, structure.owner = self._is_entry, self._agenda.owner
        heard = self._heard
        told = draft_sentence(
            structure,
            times,
            self._language.code,
            self._memory.carried,
            heard.drafts[self._entry_from :],
            partial(self._known, sentence),
            self._trace,
            describes_all=self._describes_all,
        )
        words = self._analysis.document[sentence.span]
        self._scene.date(told.drafts, structure, times, words, self._language.code)
        heard.drafts += told.drafts
        heard.described += told.described
        heard.diagnostics += told.diagnostics
        if any(draft.strength >= 1.0 and not draft.is_headline for draft in told.drafts):
            self._occasion, self._told_at = "", index
        elif told.open_occasion:
            self._wait_for_people(told.open_occasion, told.open_hosts, index)
        read = [draft for draft in told.drafts if draft.rule != LIKELY]
        absent = authors(structure, self._language.code)
        self._memory.hear(structure, read[-1].sides if read else (), absent)

    def _known(self, sentence: Sentence) -> Known | None:
        """What is known of people, for sentences that have a word on which a meeting can be built at all."""
        founding = load_gate(self._language.code).founding
        if not founding.stand_in(self._analysis.document.text, sentence.span):
            return None
        return Known(
            self._memory.named_last(),
            self._titles,
            self._organisations,
            self._memory.leading(),
            self._memory.is_new_block,
        )

    def _wait_for_people(self, occasion: str, hosts: tuple[str, ...], index: int) -> None:
        """Keep a meeting told of without two sides, unless it is one that was just told of with them."""
        if index - self._told_at > _OCCASION_REACH:
            self._occasion, self._hosts, self._occasion_at = occasion, hosts, index
            self._heard.open_meetings[index] = hosts

    def _enter(self, sentence: Sentence, times: Sequence[TimeExpression]) -> None:
        """Keep the first date of the block that the sentence stands in."""
        if sentence.block != self._block:
            self._block, self._block_date = sentence.block, None
        if self._block_date is None:
            self._block_date = next((time for time in times if time.kind is TimeKind.DATE), None)


def _holders(people: Sequence[Person]) -> dict[str, list[str]]:
    """People by the last word of the titles they bear."""
    holders: dict[str, list[str]] = {}
    for person in people:
        for title in dict.fromkeys(position.title for position in person.positions if position.title):
            own = holders.setdefault(title.split()[-1], [])
            if person.id not in own:
                own.append(person.id)
    return holders


def _organisations(person: Person) -> frozenset[str]:
    """Where somebody belongs."""
    return frozenset(position.organisation for position in person.positions if position.organisation)


def _too_long(sentence: Sentence) -> Diagnostic:
    return Diagnostic(
        "sentence.too-long",
        f"a sentence of {len(sentence.morphemes)} morphemes is not read for encounters (limit {LONGEST_SENTENCE})",
        sentence.span,
        Severity.WARNING,
        "check that the page was saved with its line breaks",
    )
