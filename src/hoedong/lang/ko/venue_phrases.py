"""How far a venue's name reaches to the left of the noun that ends it: 저커버그 CEO의 ← 자택."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from hoedong.lang.ko.place_lexicon import lexicon_file, place_lexicon
from hoedong.rules.lexicon_file import load_lexicon

MOST_WORDS = 4
"""Words before the one that holds the site noun."""

_NOT_IN_WORDS = frozenset(" \t\n\r\u00a0\u3000,.!?…·:;=/()[]{}<>〈〉《》【】「」『』\"'“”‘’△▲▷◇○●■□|")
_TIME_SHAPE = re.compile(r"\d+(?:년|월|일|시|분|시간|번|차|명|개|개월|주|박)[가-힣]{0,3}|.*시간\)?")
_AFTER_CONSONANT = frozenset("은을과이")
_AFTER_VOWEL = frozenset("를와가")
_NEVER_LAST = re.compile(
    r".*(?:에서|에게|으로|하고|하며|[가-힣]에|[가-힣](?:한|된|던|할|될|린|면|아서|어서|해서|면서|돼|해|고|며|도|로|만|께))$"
)
_LONE_PARTICLES = frozenset("의와과에은는이가을를도만로")
_REACH = 60


@cache
def _stop_words() -> Mapping[str, str]:
    rows = load_lexicon(lexicon_file("venue_stop_words.tsv"), ("word", "group"))
    return {row["word"]: row["group"] for row in rows}


def venue_start(text: str, noun_start: int, floor: int, room: bool) -> int:
    """Where the phrase that ends in a site noun begins, never before `floor`.

    `room` tells that the noun is a room or residence, which may stand after a title (총리 관저).

    >>> text = "이날 다온전자 본사에서"
    >>> text[venue_start(text, 8, 0, False) : 10]
    '다온전자 본사'
    """
    low = max(floor, noun_start - _REACH)
    start = _word_start(text, noun_start, low)
    for _ in range(MOST_WORDS):
        if start <= low or text[start - 1] != " ":
            break
        before = _word_start(text, start - 1, low)
        word = text[before : start - 1]
        if not word or not _belongs(word, room):
            break
        start = before
    return start


def _word_start(text: str, end: int, low: int) -> int:
    while end > low and text[end - 1] not in _NOT_IN_WORDS:
        end -= 1
    return end


def _belongs(word: str, room: bool) -> bool:
    if word == "한":
        return True
    group = _stop_words().get(word)
    if group == "title":
        return room
    if group or _TIME_SHAPE.fullmatch(word):
        return False
    return (word.endswith("의") and len(word) > 1) or word in place_lexicon().places or not _has_particle(word)


def _has_particle(word: str) -> bool:
    """Whether a word ends in a particle or a verb ending, by what the syllable before allows (회장이, 화웨이)."""
    if len(word) < 2:
        return word in _LONE_PARTICLES
    last, before = word[-1], word[-2]
    if last == "는":
        return True
    if last in _AFTER_CONSONANT:
        return _has_final_consonant(before)
    if last in _AFTER_VOWEL:
        return not _has_final_consonant(before)
    return bool(_NEVER_LAST.fullmatch(word))


def _has_final_consonant(syllable: str) -> bool:
    return "가" <= syllable <= "힣" and (ord(syllable) - 0xAC00) % 28 != 0
