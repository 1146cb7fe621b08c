"""What a page must show to list, or seat one by one, people who met with no word of meeting beside them.

"□ 14일 간담회가 열렸다." over "ㅇ (업계) 윤바다 나래물산 대표, 강미래 가람전자 대표"; "22일 오후 2시 도청 4층.".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from hoedong.extract.assembly_openings import LONGEST_SETTING, REACH, counting, words_of
from hoedong.extract.gate_words import load_gate
from hoedong.extract.words import any_of, stem_of
from hoedong.model.span import Span

_ENDS = ("다", "요", "까", "죠")
_IS = ("이다", "였다")
_TOO_SHORT = frozenset({"오"})
_MARKS = " .…\"'”’)]"
_DIGIT = re.compile(r"\d")
_PAST = re.compile(
    f"[{''.join(map(chr, range(0xAC00 + 20, 0xAC00 + 11172, 28))).translate({ord('있'): '', ord('겠'): ''})}]"
)
"""A syllable that ends in ㅆ: 열렸다, 했다."""
_NO_CLAUSE = re.compile(r"\.(?<=[^다요까죠\s.…]\.)(?!\S)")


def may_be_seated(text: str, sentences: Sequence[Span], lang: str) -> bool:
    """Whether a sentence may set a time and a place and nothing else, or count who is there: 네 사람이 있었다."""
    return counting(lang).search(text) is not None or any(_sets_the_place(text, span) for span in sentences)


def may_seat(text: str, lang: str) -> bool:
    """The same of a whole page, before its sentences are known; never False where one of them may."""
    return _NO_CLAUSE.search(text) is not None or counting(lang).search(text) is not None


def _sets_the_place(text: str, span: Span) -> bool:
    if span.end - span.start > LONGEST_SETTING or text[span.end - 1] != ".":
        return False
    is_clause = text.endswith(_ENDS, span.start, span.end - 1)
    return not is_clause and _DIGIT.search(text, span.start, span.end) is not None


def may_be_listed(
    text: str, sentences: Sequence[Span], tells: Callable[[Span], bool], is_named: Callable[[Span], bool], lang: str
) -> bool:
    """Whether sentences behind one that tells of a meeting may list those who were there, or say that they came."""
    for at, sentence in enumerate(sentences):
        if may_open(text, sentence, lang) and tells(sentence):
            behind = sentences[at + 1 : at + REACH]
            if any(_says_who_came(text, span, lang) and is_named(span) for span in behind):
                return True
    return False


def may_open(text: str, span: Span, lang: str) -> bool:
    """Whether a sentence may say that an occasion took place, and leave its people to the next: 간담회가 열렸다."""
    return load_gate(lang).occasions.search(text, span.start, span.end) is not None and _is_of_the_past(text, span)


def _is_of_the_past(text: str, span: Span) -> bool:
    """Whether a sentence can say that something took place: 예방이 필요하다 says so of nothing."""
    is_clause = text[span.start : span.end].rstrip(_MARKS).endswith(_ENDS)
    return not is_clause or _PAST.search(text, span.start, span.end) is not None


def _says_who_came(text: str, span: Span, lang: str) -> bool:
    words = text[span.start : span.end].rstrip(_MARKS)
    return not words.endswith(_ENDS) or words.endswith(_IS) or _coming(lang).search(words) is not None


@cache
def _coming(lang: str) -> re.Pattern[str]:
    return any_of(sorted({stem_of(lemma) for lemma in words_of("come", lang) if lemma not in _TOO_SHORT}))
