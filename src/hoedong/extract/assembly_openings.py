"""Where an assembly begins and ends: "22일 오후 2시 도청 4층." sets it, 이튿날 or another date ends it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files

from hoedong.extract.words import any_of
from hoedong.model.analysis import Analysis, Sentence
from hoedong.model.document import BlockRole
from hoedong.model.span import starting_in
from hoedong.model.time import TimeExpression, TimeKind
from hoedong.rules.lexicon_file import load_lexicon

LONGEST_SETTING = 60
"""Characters of the longest sentence that only sets time and place."""
REACH = 7
"""Sentences from one that tells of a gathering to the last in which others are told to have come."""
_SOON = 2
"""Sentences after the opening in which its day may be told."""
_FRONT = 15
"""Characters at the head of a sentence in which a date is that of what it tells."""
TOLD_OF = (BlockRole.PARAGRAPH, BlockRole.CAPTION)
_ASIDE = frozenset({"SF", "SP", "SS", "SSO", "SSC", "SW", "SE"})
_NAMING = frozenset({"NNG", "NNP", "NNB", "SL"})
_ACTING = frozenset({"JKS", "JX", "JKO", "VCP", "EF", "JKC"})
_SETTING = re.compile(r"(?!\d{1,2}:\d\d).*\.", re.DOTALL)
"""A sentence with its full stop; an entry with a clock time (14:00) is one of an agenda."""
_QUOTED = re.compile(r"[\"“「『]")
_WHEN = (TimeKind.DATE, TimeKind.CLOCK)


def opens(analysis: Analysis, index: int, lang: str) -> bool:
    """Whether a sentence sets a time and a place and nothing else, or counts those who are there."""
    sentence = analysis.sentences[index]
    if analysis.document.blocks[sentence.block].role not in TOLD_OF or len(sentence.morphemes) > LONGEST_SETTING:
        return False
    is_set = _sets_the_place(analysis, index, sentence) or counts_those_there(analysis, index, lang)
    return is_set and not _is_before_many(analysis, index, lang)


def _is_before_many(analysis: Analysis, index: int, lang: str) -> bool:
    """Whether the first sentences speak of an audience or an event: 객석, 본회의장, 결혼식."""
    last = min(index + _SOON, len(analysis.sentences) - 1)
    start, end = analysis.sentences[index].span.start, analysis.sentences[last].span.end
    return _audience(lang).search(analysis.document.text, start, end) is not None


@cache
def _audience(lang: str) -> re.Pattern[str]:
    return any_of(sorted(words_of("audience", lang)))


def _sets_the_place(analysis: Analysis, index: int, sentence: Sentence) -> bool:
    words = analysis.document[sentence.span]
    if len(words) > LONGEST_SETTING or not _SETTING.fullmatch(words):
        return False
    if not any(True for _ in starting_in(analysis.places, sentence.span)):
        return False
    tags = [morpheme.tag for morpheme in sentence.morphemes if morpheme.tag not in _ASIDE]
    if not tags or tags[-1] not in _NAMING or not _ACTING.isdisjoint(tags):
        return False
    return _is_dated(analysis, index) and not any(True for _ in starting_in(analysis.mentions, sentence.span))


def _is_dated(analysis: Analysis, index: int) -> bool:
    """Whether a sentence, or at the head of a block the one after it, tells when it is."""
    return bool(_times(analysis, index, _WHEN)) or opening_date(analysis, index, reach=1) is not None


def counts_those_there(analysis: Analysis, index: int, lang: str) -> bool:
    """Whether a sentence only says how many were there: 네 사람이 있었다."""
    sentence = analysis.sentences[index]
    return counting(lang).search(analysis.document.text, sentence.span.start, sentence.span.end) is not None


@cache
def counting(lang: str) -> re.Pattern[str]:
    """How many were there: 네 사람이 있었다."""
    numbers = "|".join(sorted(words_of("number", lang), key=lambda form: (-len(form), form)))
    counters = "|".join(sorted(words_of("count", lang)))
    there = "|".join(sorted(words_of("there", lang)))
    return re.compile(
        rf"(?:{numbers}|\d+) ?(?:{counters})이 (?:(?:한|같은|\S+(?:에|서|로|고|을|를)) ){{0,4}}(?:{there})"
    )


def _times(analysis: Analysis, index: int, kinds: Sequence[TimeKind]) -> list[TimeExpression]:
    return [time for time in starting_in(analysis.times, analysis.sentences[index].span) if time.kind in kinds]


def opening_date(analysis: Analysis, index: int, reach: int = _SOON) -> TimeExpression | None:
    """The day of an assembly: in the sentence that opens it, else in the one before or right after it."""
    last = len(analysis.sentences) - 1
    near = [index, index - 1, *range(index + 1, min(last, index + reach) + 1)]
    for at in (at for at in near if at >= 0):
        dates = [time for time in _times(analysis, at, (TimeKind.DATE,)) if _is_day(time)]
        if dates:
            return dates[0]
    return None


def _is_day(time: TimeExpression) -> bool:
    value = time.value
    return value is not None and value.start.day is not None and value.start == value.end


def closes(
    analysis: Analysis, index: int, time: TimeExpression | None, is_quoted: Callable[[int], bool], lang: str
) -> bool:
    """Whether a sentence tells of another day or another hour, or is a heading."""
    sentence = analysis.sentences[index]
    if analysis.document.blocks[sentence.block].role not in TOLD_OF:
        return True
    if _QUOTED.match(analysis.document.text, sentence.span.start):
        return False
    if _closing(lang).match(analysis.document.text, sentence.span.start, sentence.span.end):
        return True
    return any(
        _is_of_another_day(other, time, sentence)
        for other in _times(analysis, index, (TimeKind.DATE,))
        if not is_quoted(other.span.start)
    )


def _is_of_another_day(other: TimeExpression, time: TimeExpression | None, sentence: Sentence) -> bool:
    if other.value is None or (time is not None and other.value == time.value):
        return False
    return _is_day(other) or other.span.start - sentence.span.start <= _FRONT


@cache
def _closing(lang: str) -> re.Pattern[str]:
    return re.compile(rf"[\W]*(?:{any_of(sorted(words_of('close', lang))).pattern})")


@cache
def words_of(kind: str, lang: str) -> frozenset[str]:
    """The words of one kind."""
    rows = load_lexicon(files(f"hoedong.lang.{lang}") / "lexicon" / "assembly_words.tsv", ("form", "kind"))
    return frozenset(row["form"] for row in rows if row["kind"] == kind)
