"""What was discussed: verbatim noun phrases of a sentence, by the words that follow them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hoedong.lang.ko.place_lexicon import lexicon_file
from hoedong.model.morpheme import Morpheme
from hoedong.model.span import Span
from hoedong.rules.lexicon_file import load_lexicon
from hoedong.rules.rule_file import load_rules
from hoedong.rules.trace import NO_TRACE, Trace

_REACH = 70
_MOST_WORDS = 9
_BREAK = re.compile(r"[.!?…\n\"“”‘’'▲△▶●■|;=]|, |—|-(?= )")
_TIME = re.compile(r"\d+(?:년|월|일|시|분|시간|차례)[가-힣]{0,3}")
_JOINED = re.compile(r"(?:과|와)$")
_ENDS_PHRASE = re.compile(
    r"(?:에서|에게|에게서|으로|부터|까지|께|하고|하며|면서|[가-힣](?:한|된|던|할|될|린|해|고|며|도|만|서|자|로|긴|온|친|싼|준|낸))$"
)
_AFTER_CONSONANT = frozenset("은을이")
_AFTER_VOWEL = frozenset("는를가")
_TRAILING = re.compile(r"(?: 등(?:의|에)?| 및)$")


@dataclass(frozen=True, slots=True)
class _TopicRule:
    id: str
    cue: re.Pattern[str]


@cache
def _topic_rules() -> tuple[_TopicRule, ...]:
    rules = load_rules(files("hoedong.lang.ko") / "rules" / "topic.toml")
    return tuple(_TopicRule(rule.id, re.compile(rule.fields["cue"])) for rule in rules)


@cache
def _stop_words() -> Mapping[str, str]:
    rows = (*load_lexicon(lexicon_file("venue_stop_words.tsv")), *load_lexicon(lexicon_file("topic_stop_words.tsv")))
    return {row["word"]: row["group"] for row in rows if row["group"] != "keep"}


def find_topics(
    text: str, sentence: Span, morphemes: Sequence[Morpheme] = (), trace: Trace = NO_TRACE
) -> tuple[Span, ...]:
    """Find what the sides of a sentence discussed, in text order; `morphemes` are not needed so far.

    >>> text = "두 사람은 통상 현안을 놓고 의견을 나눴다."
    >>> [text[slice(*topic)] for topic in find_topics(text, Span(0, len(text)))]
    ['통상 현안']
    """
    topics: list[Span] = []
    for rule in _topic_rules():
        for cue in rule.cue.finditer(text, sentence.start, sentence.end):
            for topic in _phrases(text, sentence.start, cue.start()):
                if not any(topic.overlaps(other) for other in topics):
                    topics.append(topic)
                    trace.fired("topic", rule.id, topic, text[topic.start : topic.end])
    return tuple(sorted(topics))


def _phrases(text: str, low: int, end: int) -> Iterator[Span]:
    """The noun phrase that ends at `end`, cut at a coordination of two full phrases."""
    words = _words_before(text, max(low, end - _REACH), end)
    if not words:
        return
    joint = next((at for at in range(len(words) - 2, -1, -1) if _is_joint(text, words[at])), None)
    start = words[0].start
    if joint is not None and joint >= 1 and len(words) - joint - 1 >= 2:
        yield Span(start, words[joint].end - 1)
        start = words[joint + 1].start
    phrase = Span(start, _trimmed(text, start, end))
    if len(phrase) >= 2:
        yield phrase


def _is_joint(text: str, word: Span) -> bool:
    return len(word) > 2 and bool(_JOINED.search(text, word.start, word.end))


def _trimmed(text: str, start: int, end: int) -> int:
    trailing = _TRAILING.search(text, start, end)
    return trailing.start() if trailing else end


def _words_before(text: str, low: int, end: int) -> list[Span]:
    """Words of the phrase, in text order."""
    broken = max((match.end() for match in _BREAK.finditer(text, low, end)), default=low)
    words: list[Span] = []
    depth = 0
    at = end
    while at > broken and len(words) < _MOST_WORDS:
        start = text.rfind(" ", broken, at) + 1 or broken
        word = text[start:at]
        depth += word.count(")") - word.count("(")
        if not word or (words and depth == 0 and not _continues(word)):
            break
        if not words and not _is_head(word):
            break
        words.append(Span(start, at))
        at = start - 1
    return words[::-1]


def _is_head(word: str) -> bool:
    return _stop_words().get(word) is None and not _TIME.fullmatch(word)


def _continues(word: str) -> bool:
    """Whether a word may stand inside the phrase, before its last noun."""
    if _stop_words().get(word) or _TIME.fullmatch(word):
        return False
    joined = _JOINED.search(word)
    if joined:
        return _stop_words().get(word[:-1]) is None
    if word.endswith(("에서의", "로의", "에의", "과의", "와의", "간")):
        return True
    if len(word) > 1 and word[-1] in _AFTER_CONSONANT:
        return not _has_final_consonant(word[-2])
    if len(word) > 1 and word[-1] in _AFTER_VOWEL:
        return _has_final_consonant(word[-2])
    return word[-1] != "에" and not _ENDS_PHRASE.search(word)


def _has_final_consonant(syllable: str) -> bool:
    return "가" <= syllable <= "힣" and (ord(syllable) - 0xAC00) % 28 != 0
