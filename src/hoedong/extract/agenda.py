"""Agendas: lines such as "11:00 오세린 대표 접견(집무실)", and whose agenda they are.

The owner stands in a line of its own above them ("-한도윤 의장"), before the clock ("한도윤 의장 11:00 …"), or in the
entry.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hoedong.extract.dating import time_of
from hoedong.extract.draft import Draft
from hoedong.extract.mode import read_mode
from hoedong.extract.words import Trigger
from hoedong.model.clause import ClauseStructure, Phrase, PhraseKind
from hoedong.model.encounter import Status
from hoedong.model.mention import PersonMention
from hoedong.model.span import Span
from hoedong.model.time import TimeExpression
from hoedong.rules.lexicon_file import load_lexicon

ENTRY = "agenda.entry"
_CLOCK = re.compile(r"(?<![\d:])\d{1,2}:\d{2}(?![\d:])")
_MARKS = " \t-–·•*◇○●□■▲△▶▷◆※☞"
_LONGEST_OWNER_LINE = 30
_PAIR = 2


@dataclass(slots=True)
class Agenda:
    """Whose agenda the lines are that follow, and whether the page tells what is ahead."""

    owner: tuple[str, ...] = ()
    is_plan: bool = False

    def read_headline(self, words: str, lang: str) -> None:
        """Take in a headline: [오늘의 일정]."""
        self.is_plan = self.is_plan or any(word in words for word in _words(lang, "plan"))

    def is_entry(self, text: str, line: Span, named: Sequence[PersonMention]) -> bool:
        """Take in a line of a plan; whether it is an entry with a clock time."""
        clock = _CLOCK.search(text, line.start, line.end) if self.is_plan else None
        before = clock.start() if clock else line.end
        alone = [mention for mention in named if mention.extent.end <= before and mention.person]
        rest = text[alone[0].extent.end : before].strip(_MARKS) if alone else text[line.start : before].strip(_MARKS)
        if len(alone) == 1 and not rest and before - line.start <= _LONGEST_OWNER_LINE:
            self.owner = (alone[0].person or "",)
        elif clock is None or rest:
            self.owner = () if clock is None else self.owner
        return clock is not None


@cache
def _words(lang: str, kind: str) -> tuple[str, ...]:
    rows = load_lexicon(files(f"hoedong.lang.{lang}") / "lexicon" / "agenda_words.tsv", ("form", "kind"))
    return tuple(row["form"] for row in rows if row["kind"] == kind)


def is_live(headline: str, lang: str) -> bool:
    """Whether a page tells what is going on, entry by entry: [LIVE], 실시간."""
    return any(word in headline for word in _words(lang, "live"))


def is_called_off(line: ClauseStructure, lang: str) -> bool:
    """Whether a word in a line says that it was called off or put off: 취소, 연기."""
    off = _words(lang, "off")
    return any(word in off for phrase in line.phrases for word in phrase.words)


def draft_entry(
    triggers: Sequence[Trigger], structure: ClauseStructure, times: Sequence[TimeExpression], lang: str
) -> list[Draft]:
    """The meeting that an entry of an agenda announces or calls off: its owner and everyone named before its noun."""
    nouns = [trigger for trigger in triggers if trigger.noun is not None and trigger.word.word_class == "noun"]
    if not nouns:
        return []
    trigger = nouns[-1]
    before = [phrase for phrase in structure.phrases if phrase.order <= trigger.order]
    people = tuple(
        dict.fromkeys((*structure.owner, *(p for phrase in before for p in (*phrase.people, *phrase.inner))))
    )
    parties = [phrase for phrase in before if _is_party(phrase)]
    if len(people) + len(parties) < _PAIR or not people:
        return []
    is_off = is_called_off(structure, lang)
    return [
        Draft(
            structure.sentence,
            trigger.span,
            ENTRY,
            read_mode(trigger, lang),
            Status.NOT_HELD if is_off else Status.PLANNED,
            "status.agenda",
            people,
            tuple(phrase.span for phrase in parties),
            frozenset(phrase.head for phrase in parties),
            time=time_of(trigger, times, lang),
            word=trigger.word.form,
        )
    ]


def _is_party(phrase: Phrase) -> bool:
    return phrase.kind is PhraseKind.PARTY or phrase.is_crowd
