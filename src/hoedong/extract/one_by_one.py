"""One by one: a sentence that tells of several meetings at once.

"A는 B, C를 차례로 만났다" and "A는 28일 B와 점심을, C와 저녁을 함께한다" are two meetings each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import pairwise

from hoedong.extract.frame_rules import Filled
from hoedong.extract.words import Trigger
from hoedong.model.clause import Case, Ending, Phrase, PhraseKind, Predicate
from hoedong.model.span import Span
from hoedong.model.time import TimeExpression, TimeKind
from hoedong.rules.lexicon_file import load_lexicon

_PAIR = 2


@dataclass(frozen=True, slots=True)
class Meeting:
    """One of the meetings of a sentence; `dated_by` is the time phrase that stands right before its own people."""

    people: tuple[str, ...]
    parties: tuple[Phrase, ...]
    dated_by: Span | None = None

    def time_among(self, times: Sequence[TimeExpression]) -> TimeExpression | None:
        """Its own date, None where it shares that of the sentence."""
        own = [time for time in times if time.kind is TimeKind.DATE and time.span == self.dated_by]
        return own[0] if own else None


@cache
def _one_by_one(lang: str) -> frozenset[str]:
    rows = load_lexicon(files(f"hoedong.lang.{lang}") / "lexicon" / "one_by_one_words.tsv", ("form",))
    return frozenset(row["form"] for row in rows)


def split_meetings(trigger: Trigger, filled: Filled, lang: str) -> list[Meeting]:
    """The meetings of which a filled frame tells, in text order; mostly one."""
    whole = Meeting(filled.people, (*filled.principal.parties, *filled.counterpart.parties))
    if apart := _pairs(filled, trigger, lang):
        return [Meeting(tuple(p for phrase in pair for p in phrase.people), ()) for pair in apart]
    if not filled.counterpart.phrases and (pairs := dashed_pairs(filled.principal.phrases)):
        return [Meeting(pair, ()) for pair in pairs]
    has_both = bool(filled.principal.people and filled.counterpart.people)
    groups = _separate_groups(filled.counterpart.phrases, trigger) if has_both else []
    is_added = any(phrase.stands_apart for group in groups for phrase in group)
    if (len(groups) == 1 or is_added) and _says_one_by_one(trigger, lang):
        groups = [[replace(p, people=(person,))] for group in groups for p in group for person in p.people]
    if len(groups) < 2:
        dates = [phrase.span for phrase in dates_apart(trigger)]
        return [replace(whole, dated_by=span) for span in dates] or [whole]
    return [_meeting(group, filled, trigger) for group in groups]


def _pairs(filled: Filled, trigger: Trigger, lang: str) -> list[list[Phrase]]:
    """The pairs of a list that met each on their own: "[A와 B], [C와 D]가 각각 만났다"; empty where there are none."""
    named = [phrase for phrase in filled.principal.phrases if phrase.people]
    if filled.counterpart.people or len(named) < 2 * _PAIR or not _says_one_by_one(trigger, lang):
        return []
    pairs: list[list[Phrase]] = [[]]
    for phrase in named:
        pairs[-1].append(phrase)
        if not phrase.is_paired:
            pairs.append([])
    return [pair for pair in pairs if len(pair) == _PAIR]


def dashed_pairs(phrases: Sequence[Phrase]) -> list[tuple[str, str]]:
    """The pairs of a chain: "한도윤-오세린·문가온-고은새 연쇄 회담"; none where it is not made of pairs alone."""
    ordered = sorted((phrase for phrase in phrases if phrase.people), key=lambda phrase: phrase.span)
    pairs = list(zip(ordered[::2], ordered[1::2], strict=False))
    is_chain = len(ordered) == 2 * len(pairs) > 2 and all(a.is_dashed and not b.is_dashed for a, b in pairs)
    return [(a.people[0], b.people[0]) for a, b in pairs] if is_chain else []


def _says_one_by_one(trigger: Trigger, lang: str) -> bool:
    words = _one_by_one(lang)
    predicate = trigger.predicate
    beside = list(predicate.arguments) if predicate is not None else []
    heads = [phrase.head for phrase in beside if not phrase.people]
    inside = trigger.noun.words if trigger.noun is not None else ()
    adverbs = [adverb for p in _chain_to(predicate, trigger) for adverb in p.adverbs] if predicate is not None else []
    return any(word in words for word in (*heads, *inside, *adverbs))


def _chain_to(predicate: Predicate, trigger: Trigger) -> list[Predicate]:
    """A predicate with those right before that lead on to it: 각각 만나 → 협의했다."""
    chain = [predicate]
    for earlier in reversed([p for p in trigger.structure.predicates if p.order < predicate.order]):
        if earlier.ending is not Ending.CONNECTIVE or earlier.is_past:
            break
        chain.append(earlier)
    return chain


def _separate_groups(phrases: Sequence[Phrase], trigger: Trigger) -> list[list[Phrase]]:
    """Lists of people with other phrases between them: [B와] 점심을, [C와] 저녁을."""
    groups: list[list[Phrase]] = []
    for phrase in sorted((p for p in phrases if p.people), key=lambda p: p.order):
        if groups and _goes_on(groups[-1][-1], phrase) and not _time_before(phrase, trigger):
            groups[-1].append(phrase)
        else:
            groups.append([phrase])
    return groups


def _goes_on(last: Phrase, phrase: Phrase) -> bool:
    """Whether a phrase belongs to the list that ends in another."""
    return not last.stands_apart and (last.linked or phrase.order == last.order + 1)


def dates_apart(trigger: Trigger) -> list[Phrase]:
    """The dates of several meetings of the same people: "[2019년과] [2021년]", "[5월] 파주에서, [9월] 서울에서"."""
    predicate = trigger.predicate
    if predicate is None:
        return []
    before = [p for p in trigger.structure.predicates if p.order < predicate.order]
    since = max((p.order for p in before), default=-1)
    arguments = [phrase for phrase in predicate.arguments if phrase.order > since]
    dates = [phrase for phrase in arguments if phrase.kind is PhraseKind.TIME]
    if len(dates) < 2 or not all(_is_followed(here, there, arguments) for here, there in pairwise(dates)):
        return []
    return dates


def _is_followed(here: Phrase, there: Phrase, arguments: Sequence[Phrase]) -> bool:
    """Whether a second date stands beside the first: linked to it, or behind its place and a comma."""
    between = [phrase for phrase in arguments if here.order < phrase.order < there.order]
    if not between:
        return here.linked or here.case is Case.WITH
    return len(between) == 1 and between[0].case is Case.AT and between[0].is_set_off


def _time_before(phrase: Phrase, trigger: Trigger) -> Phrase | None:
    before = [p for p in trigger.structure.phrases if p.order == phrase.order - 1]
    return before[0] if before and before[0].kind is PhraseKind.TIME else None


def _meeting(group: Sequence[Phrase], filled: Filled, trigger: Trigger) -> Meeting:
    people = [*filled.principal.people, *(person for phrase in group for person in phrase.people)]
    time = _time_before(group[0], trigger)
    return Meeting(tuple(dict.fromkeys(people)), (), time.span if time is not None else None)
