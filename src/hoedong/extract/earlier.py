"""Earlier meetings: a count or an interval since the last meeting tells of that one too.

"두 장관의 회담은 지난해 9월 뉴욕 이후 13개월 만이다" says that they met in September of last year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from hoedong.extract.draft import Draft
from hoedong.extract.mode import remote_words
from hoedong.extract.words import load_encounter_words
from hoedong.lang.protocol import Language
from hoedong.model.analysis import Analysis
from hoedong.model.claim import Claim, ClaimKind
from hoedong.model.encounter import Mode, Status
from hoedong.model.span import Span, starting_in
from hoedong.model.time import TimeExpression, TimeKind
from hoedong.rules.lexicon_file import load_lexicon
from hoedong.rules.trace import Trace

EARLIER = "claim.earlier-meeting"
EARLIER_STRENGTH = 1.0
_REACH = 45
"""Characters between a date and the word that makes it that of an earlier meeting: 9월 뉴욕 유엔총회 이후."""


def earlier_meetings(claims: Iterable[Claim], analysis: Analysis, language: Language, trace: Trace) -> list[Draft]:
    """The meetings that claims count from, each with its date."""
    return [
        _draft(claim, time, analysis, language, trace)
        for claim in claims
        if len(claim.people) > 1
        for time in _dates_counted_from(claim, analysis, language.code)
    ]


def _dates_counted_from(claim: Claim, analysis: Analysis, lang: str) -> list[TimeExpression]:
    """The dates of a claim's sentence behind which a word such as 이후 or 에 이어 stands; of a list all of them."""
    text, sentence = analysis.document.text, claim.evidence[0].span
    dates = [t for t in starting_in(analysis.times, sentence) if t.kind is TimeKind.DATE and t.value is not None]
    counted: list[TimeExpression] = []
    needs_meeting = claim.kind is ClaimKind.FIRST  # 2018년 국경 충돌 이래 처음: no meeting is named
    for time in reversed(dates):
        behind = text[time.span.end : min(sentence.end, time.span.end + _REACH)]
        found = _since(lang).match(behind)
        if (found and (not needs_meeting or _names_meeting(found.group(), lang))) or (counted and _AND.match(behind)):
            counted.append(time)
    return counted[::-1]


def _names_meeting(words: str, lang: str) -> bool:
    """Whether a meeting stands between a date and the word that counts from it: 지난해 9월 정상회의에서 만난 뒤."""
    return load_encounter_words(lang).may_stand_in(words, Span(0, len(words)))


_AND = re.compile(r"\s?(?:과|와|,|·)\s?")


@cache
def _since(lang: str) -> re.Pattern[str]:
    rows = load_lexicon(files(f"hoedong.lang.{lang}") / "lexicon" / "since_words.tsv", ("form",))
    forms = "|".join(re.escape(row["form"]) for row in rows)
    return re.compile(rf"[^.“”\"]{{0,{_REACH}}}?(?:{forms})")


def _draft(claim: Claim, time: TimeExpression, analysis: Analysis, language: Language, trace: Trace) -> Draft:
    evidence = claim.evidence[0]
    index = next(i for i, sentence in enumerate(analysis.sentences) if sentence.span == evidence.span)
    trace.fired("encounter", EARLIER, time.span, "")
    return Draft(
        index,
        time.span,
        EARLIER,
        _mode(analysis.document.text, evidence.span, language.code),
        Status.HELD,
        "status.past",
        claim.people,
        time=time,
        strength=EARLIER_STRENGTH,
        rules=[evidence.rule],
    )


def _mode(text: str, sentence: Span, lang: str) -> Mode:
    """By the words of the sentence: a call is counted from a call."""
    words = text[sentence.start : sentence.end]
    calls = any(
        word.mode is Mode.REMOTE and form in words
        for form, found in load_encounter_words(lang).nouns.items()
        for word in found
    )
    return Mode.REMOTE if calls or any(word in words for word in remote_words(lang)) else Mode.IN_PERSON
