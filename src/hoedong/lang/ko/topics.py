"""What was discussed: verbatim noun phrases of a sentence, by the words that follow them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hoedong.lang.ko.place_lexicon import ending_roles, lexicon_file
from hoedong.model.span import Span
from hoedong.rules.lexicon_file import load_lexicon
from hoedong.rules.rule_file import load_rules
from hoedong.rules.trace import NO_TRACE, Trace

_REACH = 110
_MOST_WORDS = 14
_BREAK = re.compile(
    r"[.!?…\n▲△▶●■|;=](?!\d)|, |—|-(?= )|[\"“”](?:라며|이라며|며|이라고|라고|고|다는|라는|는)?(?: 하자| 말하자)?"
)
_TIME = re.compile(r"(?:\d+(?:년|월|일|시|분|시간|차례))+[가-힣]{0,3}")
_OBJECT = re.compile(r"(?<=[가-힣A-Za-z)])[을를] ")
_JOINED = re.compile(r"(?:과|와)$")
_ENDS_PHRASE = re.compile(
    r"(?:에서|에게|에게서|으로|부터|까지|께|하고|하며|면서|[가-힣]{2}만|[가-힣](?:한|된|던|할|될|린|해|고|며|면|아서|어서|나서|해서|난|로|긴|온|친|싼|준|낸))$"
)
_CLAUSES = ("는지", "을지", "다는", "라는")
_AFTER_CONSONANT = frozenset("은을이")
_AFTER_VOWEL = frozenset("를가")
_TRAILING = re.compile(r"(?: 등(?:의|에)?| 및)$")

_ADNOMINAL_POSTPOSITIONS = ("대한", "위한", "관한", "둘러싼", "통한", "향한")
_GATHERING = ("에서의", "로의", "에의", "분야의", "부문의", "시장의")


@dataclass(frozen=True, slots=True)
class _TopicRule:
    id: str
    cue: re.Pattern[str]
    lead: re.Pattern[str]
    strict: bool


@cache
def _topic_rules() -> tuple[_TopicRule, ...]:
    rules = load_rules(files("hoedong.lang.ko") / "rules" / "topic.toml")
    return tuple(
        _TopicRule(
            rule.id,
            re.compile(rule.fields["cue"]),
            re.compile(rule.fields.get("lead", "")),
            bool(rule.fields.get("strict")),
        )
        for rule in rules
    )


@cache
def _stop_words() -> Mapping[str, str]:
    rows = (*load_lexicon(lexicon_file("venue_stop_words.tsv")), *load_lexicon(lexicon_file("topic_stop_words.tsv")))
    return {row["word"]: row["group"] for row in rows}


def _stops(word: str) -> bool:
    group = _stop_words().get(word)
    if group == "keep":
        return False
    return group not in (None, "generic", "head") or word.endswith(_person_titles())


@cache
def _person_titles() -> tuple[str, ...]:
    return tuple(word for word, group in _stop_words().items() if group == "person")


def find_topics(text: str, sentence: Span, trace: Trace = NO_TRACE) -> tuple[Span, ...]:
    """Find what the sides of a sentence discussed, in text order.

    >>> text = "두 사람은 통상 현안을 놓고 의견을 나눴다."
    >>> [text[slice(*topic)] for topic in find_topics(text, Span(0, len(text)))]
    ['통상 현안']
    """
    topics: list[Span] = []
    taken: set[int] = set()
    for rule in _topic_rules():
        for cue in rule.cue.finditer(text, sentence.start, sentence.end):
            phrases = sorted(_phrases(text, sentence.start, cue.start(), rule.strict))
            if not phrases or not rule.lead.search(text[max(sentence.start, phrases[0].start - 12) : phrases[0].start]):
                continue
            for topic in phrases:
                if taken.isdisjoint(range(*topic)):
                    taken.update(range(*topic))
                    topics.append(topic)
                    trace.fired("topic", rule.id, topic, text[topic.start : topic.end])
    return tuple(sorted(topics))


def names_occasion(text: str, sentence: Span) -> bool:
    """Whether a sentence says that something was said at an occasion.

    >>> names_occasion("이 자리에서는 통상 현안이 오갔다.", Span(0, 18))
    True
    """
    return _occasion().search(text, sentence.start, sentence.end) is not None


@cache
def _occasion() -> re.Pattern[str]:
    """The nouns of occasions and encounters with a particle of place."""
    rows = (*load_lexicon(lexicon_file("occasion_words.tsv")), *load_lexicon(lexicon_file("encounter_words.tsv")))
    nouns = sorted(
        {row["form"] for row in rows if row.get("class", "noun") == "noun"}, key=lambda noun: (-len(noun), noun)
    )
    at = [ending for ending, role in ending_roles().items() if role == "at"]
    return re.compile(rf"(?:{'|'.join(map(re.escape, nouns))})(?:{'|'.join(at)})(?![가-힣])")


def _phrases(text: str, low: int, end: int, strict: bool = False) -> Iterator[Span]:
    """The noun phrase that ends at `end`, cut at a coordination of two full phrases."""
    low = max(low, end - _REACH)
    words = _words_before(text, low, end)
    if not words or (strict and not _stands_alone(text[slice(*words[-1])])):
        return
    if len(words) == 1 and _stop_words().get(text[slice(*words[0])]) == "generic":
        end = _object_before(text, low, words[0].start)
        yield from _phrases(text, low, end) if end > low else ()
        return
    joint = next((at for at in range(len(words) - 2, -1, -1) if _is_joint(text, words[at])), None)
    start = words[0].start
    if joint is not None and joint >= 1 and _is_cut(text, words, joint):
        yield Span(start, words[joint].end - 1)
        start = words[joint + 1].start
    phrase = Span(start, _trimmed(text, start, end))
    if len(phrase) >= 2:
        yield phrase
    if text.endswith(", ", low, words[0].start) and not strict:
        yield from _listed_before(text, low, words[0].start - 2)


def _is_cut(text: str, words: Sequence[Span], joint: int) -> bool:
    """Whether a coordination parts two full phrases: 통상 현안과 | 공장 증설 방안."""
    rest = words[joint + 1 :]
    is_companion = _stops(text[words[joint].start : words[joint].end - 1])
    return len(rest) > 1 and not is_companion and not _shares_head(text, rest)


def _shares_head(text: str, rest: Sequence[Span]) -> bool:
    """Whether what follows a coordination gathers it up: A와 B 등 C 시장의 협력; A와 B 분야에서의 협력."""
    words = [text[slice(*word)] for word in rest]
    return "등" in words or any(word.endswith(_GATHERING) for word in words[:-1])


def _listed_before(text: str, low: int, end: int) -> Iterator[Span]:
    """Phrases of a list before a comma: 세계 경제, ← 통상 현안을."""
    words = _words_before(text, low, end)
    if len(words) >= 2 and _stands_alone(text[slice(*words[-1])]):
        yield from _phrases(text, low, end, strict=True)


def _object_before(text: str, low: int, end: int) -> int:
    """The end of the object of the clause before a general noun: 공장을 ← 짓는 방안; `low` if there is none."""
    found = [match.start() for match in _OBJECT.finditer(text, low, end)]
    return found[-1] if found else low


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
        follows = text[slice(*words[-1])] if words else ""
        governed = follows in _ADNOMINAL_POSTPOSITIONS and word[-1:] in ("에", "을", "를") and not _stops(word[:-1])
        if not word or (words and depth == 0 and not governed and not _continues(word)):
            break
        if not words and not _is_head(word):
            break
        words.append(Span(start, at))
        at = start - 1
    return words[::-1]


def _is_head(word: str) -> bool:
    return (
        not _stops(word)
        and _stop_words().get(word) != "head"
        and not _TIME.fullmatch(word)
        and not word.endswith(_CLAUSES)
    )


def _stands_alone(word: str) -> bool:
    """Whether a word without particle can end a phrase: no ending of its own, no 과."""
    return _continues(word) and not (len(word) > 2 and _JOINED.search(word))


def _continues(word: str) -> bool:
    """Whether a word may stand inside the phrase, before its last noun."""
    if _stops(word) or _TIME.fullmatch(word):
        return False
    joined = _JOINED.search(word)
    if joined:
        return not _stops(word[:-1])
    if word.endswith(("에서의", "로의", "에의", "과의", "와의", "간")) or word in _ADNOMINAL_POSTPOSITIONS:
        return True
    if len(word) > 1 and word[-1] == "는":
        return False
    if len(word) > 1 and word[-1] in _AFTER_CONSONANT:
        return not _has_final_consonant(word[-2])
    if len(word) > 1 and word[-1] in _AFTER_VOWEL:
        return _has_final_consonant(word[-2])
    return word[-1] != "에" and not _ENDS_PHRASE.search(word)


def _has_final_consonant(syllable: str) -> bool:
    return "가" <= syllable <= "힣" and (ord(syllable) - 0xAC00) % 28 != 0
