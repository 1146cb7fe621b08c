"""Dating: which time expression of a sentence belongs to its encounter, and what the text around it has set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hoedong.extract.draft import Draft
from hoedong.extract.words import Trigger
from hoedong.model.clause import Case, ClauseStructure, Ending, Phrase, PhraseKind, Predicate
from hoedong.model.encounter import Status
from hoedong.model.span import Span
from hoedong.model.time import DateInterval, PartialDate, TimeExpression, TimeKind
from hoedong.rules.lexicon_file import load_lexicon

_CORE_CASES = (Case.SUBJECT, Case.TOPIC, Case.OBJECT)
_ON_A_DAY = (Status.HELD, Status.PLANNED)
_SCENE_REACH = 8
_TIME = PhraseKind.TIME  # named once: Python 3.11 takes long to look up the member of an enumeration


@dataclass(slots=True)
class Scene:
    """The day that the running text has set, for sentences that give none.

    Lasts for a few sentences, is set by day-precise dates of the text (never by a headline), and is no more than a
    guess: a date that another sentence gives the same encounter goes before it. `told` is the date told last, of any
    precision, which 같은 때 and the like take up. `live` is the day of publication of a page that tells what is going
    on, entry by entry; None for any other page.
    """

    day: DateInterval | None = None
    sentence: int = -1
    told: DateInterval | None = None
    live: PartialDate | None = None

    def date(
        self,
        drafts: Sequence[Draft],
        structure: ClauseStructure,
        times: Sequence[TimeExpression],
        words: str,
        lang: str,
    ) -> None:
        """Give the drafts of a sentence the scene's day, then take in its dates; `words` are its text."""
        if structure.is_headline or structure.is_caption:
            return
        if drafts and says_same_time(words, lang):
            for draft in drafts:
                draft.scene = self.told
        elif structure.is_entry or structure.sentence - self.sentence <= _SCENE_REACH:
            for draft in drafts:
                draft.scene = self.day if structure.is_entry or draft.status in _ON_A_DAY else None
        if self.live is not None:
            for draft in drafts:
                draft.scene = draft.scene or DateInterval.on(self.live)
        if not structure.is_entry:
            self.pass_by(structure.sentence, times)

    def pass_by(self, sentence: int, times: Sequence[TimeExpression]) -> None:
        """Take in the dates of a sentence."""
        told = [time.value for time in times if time.kind is TimeKind.DATE and time.value is not None]
        self.told = told[-1] if told else self.told
        days = [value for time in times if (value := time.value) and time.kind is TimeKind.DATE and _is_day(value)]
        if days and not self._is_day_before(days[-1], sentence):
            self.day, self.sentence = days[-1], sentence

    def _is_day_before(self, day: DateInterval | None, sentence: int) -> bool:
        """Whether a date looks back from the scene that was just set: 3일 오후 … 전날 밤 눈을 감은 …"""
        if self.day is None or day is None or sentence - self.sentence > 1:
            return False
        return (self.day.first_day() - day.first_day()).days == 1


def says_same_time(words: str, lang: str) -> bool:
    """Whether a sentence puts itself at the date told last: "같은 때 두 사람은 …"."""
    return _same_time(lang).search(words) is not None


@cache
def _same_time(lang: str) -> re.Pattern[str]:
    rows = load_lexicon(files(f"hoedong.lang.{lang}") / "lexicon" / "same_time_words.tsv", ("form",))
    return re.compile("|".join(re.escape(row["form"]) for row in rows))


def _is_day(value: DateInterval | None) -> bool:
    return value is not None and value.start == value.end and value.start.day is not None


@cache
def _reporting_occasions(lang: str) -> frozenset[str]:
    rows = load_lexicon(files(f"hoedong.lang.{lang}") / "lexicon" / "reporting_occasions.tsv", ("form",))
    return frozenset(row["form"] for row in rows)


@cache
def _dating_verbs(lang: str) -> frozenset[str]:
    rows = load_lexicon(files(f"hoedong.lang.{lang}") / "lexicon" / "dating_verbs.tsv", ("form",))
    return frozenset(row["form"] for row in rows)


def _dates_the_telling(phrase: Phrase, trigger: Trigger, lang: str) -> bool:
    """Whether a date is that of a briefing or a post, not of what they tell: 29일 브리핑에서."""
    following = next((later for later in trigger.structure.phrases if later.order == phrase.order + 1), None)
    if following is trigger.noun:
        return False
    return following is not None and not _is_time(following) and following.head in _reporting_occasions(lang)


def time_of(trigger: Trigger, times: Sequence[TimeExpression], lang: str) -> TimeExpression | None:
    """The date that a sentence gives its encounter, None when it gives none.

    In "지난 2월 방한한 재시 CEO를 28일 만났다" it is 28일: a date inside an adnominal clause dates that clause alone.
    """
    dates = {time.span: time for time in times if time.kind is TimeKind.DATE}
    if not dates:
        return None
    for phrase in trigger.structure.phrases:
        if _is_time(phrase) and _dates_the_telling(phrase, trigger, lang):
            dates.pop(phrase.span, None)
    if not dates:
        return None
    for phrases in _places_to_look(trigger):
        found = [dates[phrase.span] for phrase in phrases if phrase.span in dates]
        if found:
            return _telling_one(found)
    return _last_free_date(trigger, dates, lang)


def _telling_one(dates: Sequence[TimeExpression]) -> TimeExpression:
    """The last of several dates, unless it is a year that belongs to a thing: "5일 … [내년도] 예산안을 보고받았다"."""
    days = [date for date in dates if _is_day(date.value)]
    last = dates[-1].value
    return days[-1] if days and last is not None and last.start.month is None else dates[-1]


def _places_to_look(trigger: Trigger) -> Iterable[list[Phrase]]:
    if trigger.noun is not None:
        yield _qualifying_times(trigger.noun, trigger.structure.phrases)
        told = [clause for clause in trigger.structure.predicates if clause.head is trigger.noun]
        yield [phrase for clause in told for phrase in clause.arguments if _is_time(phrase)]
    if trigger.predicate is not None:
        governs_noun = trigger.noun is not None and trigger.noun.case in _CORE_CASES
        arguments = trigger.predicate.arguments
        yield [phrase for phrase in arguments if _is_time(phrase) and (governs_noun or phrase.order < trigger.order)]


def _is_time(phrase: Phrase) -> bool:
    return phrase.kind is _TIME


def _qualifying_times(noun: Phrase, phrases: Sequence[Phrase]) -> list[Phrase]:
    """28일 회동, 28일의 회동: a time right before the noun."""
    before = [phrase for phrase in phrases if phrase.order == noun.order - 1]
    return [phrase for phrase in before if _is_time(phrase) and phrase.case in (Case.BARE, Case.OF)]


def _last_free_date(trigger: Trigger, dates: Mapping[Span, TimeExpression], lang: str) -> TimeExpression | None:
    """The nearest date before the trigger that no other adnominal clause has taken, else the first one after it."""
    taken = {
        phrase.span
        for predicate in trigger.structure.predicates
        if _describes(predicate) and predicate is not trigger.predicate
        for phrase in predicate.arguments
    }
    free = [phrase for phrase in trigger.structure.phrases if phrase.span in dates and phrase.span not in taken]
    before = [phrase for phrase in free if phrase.order < trigger.order]
    if before:
        return dates[before[-1].span]
    after = [phrase for phrase in free if _may_date_backwards(trigger.predicate)]
    if after:
        return dates[after[0].span]
    venue = [phrase for phrase in _times_of_clauses(trigger, _dating_verbs(lang)) if phrase.span in dates]
    return dates[venue[-1].span] if venue else None


def _times_of_clauses(trigger: Trigger, lemmas: frozenset[str]) -> list[Phrase]:
    """The dates of an occasion or a visit at which the sides met.

    7월 선밸리에서 열린 콘퍼런스에서 만났다; 다음 달 방한하는 재시 CEO와 만날 예정이다.
    """
    return [
        phrase
        for predicate in trigger.structure.predicates
        if predicate.lemma in lemmas and predicate.order < trigger.order
        for phrase in predicate.arguments
    ]


def _describes(predicate: Predicate) -> bool:
    """Whether a predicate is an adnominal clause about a noun, and no subordinate clause (만난 뒤)."""
    return predicate.ending is Ending.ADNOMINAL and not predicate.governs_noun


def _may_date_backwards(predicate: Predicate | None) -> bool:
    """Whether what follows may date a clause: only an adnominal or nominal one, 만난 것은 2019년 6월이다."""
    return predicate is not None and predicate.ending in (Ending.ADNOMINAL, Ending.NOMINAL, Ending.NONE)
