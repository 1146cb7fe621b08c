"""The name phrase before a title: which words are the name, which the organisation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from hoedong.lang.ko.people.lexicons import words
from hoedong.lang.ko.people.looks import Look, is_title, is_title_with_particle, look_at
from hoedong.lang.ko.people.organisations import is_country, organisation_score
from hoedong.lang.ko.people.shapes import (
    foreign_name_score,
    hanja_name_surname,
    korean_name_score,
    surname_of,
)
from hoedong.lang.ko.people.strange import is_framed, is_japanese
from hoedong.lang.ko.people.titles import is_status_word, read_title
from hoedong.lang.ko.people.words import Word, ends_phrase

LONGEST_PHRASE = 10
LONGEST_NAME = 8
_CACHE = 50_000
_GENITIVE = "의"
_ADNOMINAL_ENDS = "한된할인의던은는함"
_SHORT = 2
_JOINING_ENDS, _QUOTING_ENDS = "해", "자겨며고서려게"
"""How verbs end before a title (다라부르크로 이동해), and before a surname (넣자고 우겨 하 여사)."""
BODIES = "도시군구당"  # 김다라 도 농정국장: bodies that one syllable names
ENOUGH = 1.6
_SURELY_KOREAN, _PLAINLY_KOREAN = 3.0, 2.7
_VAGUE = 0.3  # what a long word has of an organisation by its length alone
LAST_PART = "… "  # "… 오바마" among the known words: only ever seen at the end of a longer name
FIRM = LAST_PART + "… "  # "… … 가나" among the known words: the short name of an organisation of the page
_PARTICLES = frozenset("은는이가을를와과의도")  # right behind a bracket: 김가나(28)과


@dataclass(slots=True)
class NameChoice:
    """The chosen name: word indices `first` to `last`, with its score; `is_foreign` for names of several words."""

    first: int
    last: int
    score: float
    is_foreign: bool


def phrase_start(line: Sequence[Word], before: int) -> int:
    """The index of the first word of the name phrase that ends just before word `before`."""
    start = before
    while start > 0 and before - start < LONGEST_PHRASE:
        word = line[start - 1]
        if not word.is_word or word.fenced or (_is_number(word.text) and not _opens_event(line, start - 1)):
            break
        if start < len(line) and line[start].is_word and not line[start].spaced and word.gloss is None:
            break
        if _is_particle_of_gloss(line, start - 1):
            break
        if start != before and _closes(word.text, word.gloss is not None):
            break
        if start == before and ends_phrase(word.text) and not _may_be_name(word.text):
            break
        start -= 1
    return start


def _is_particle_of_gloss(line: Sequence[Word], at: int) -> bool:
    """Whether a word is the particle behind a bracket: 김가나(28)[과] 축구 국가대표 배다라."""
    return at > 0 and not line[at].spaced and line[at - 1].gloss is not None and line[at].text in _PARTICLES


def _opens_event(line: Sequence[Word], at: int) -> bool:
    """김다라 2018 가나올림픽 위원장: the year of an event stands between a name and a title."""
    return (
        len(line[at].text) == 4 and line[at].text.isdigit() and at > 0 and korean_name_score(line[at - 1].text) >= 2.9
    )


def _is_number(text: str) -> bool:
    return text[0].isdigit() and (text.isdigit() or text[-1] in "년월일시분명회차위번째만억" or ends_phrase(text))


@lru_cache(_CACHE)
def _closes(text: str, glossed: bool) -> bool:
    """Whether the name phrase after this word, with a bracket or without, begins anew."""
    if is_status_word(text):
        return False  # 김다라 당시 가나당 의원
    if text.endswith(_GENITIVE) and len(text) > 2 and not glossed and not is_title(text):
        return False  # 메타의 마크 저커버그: the owner is the organisation
    if not glossed and is_title_with_particle(text):
        return True
    if text[-1] == "에" and len(text) > 2 and foreign_name_score(text) < 2:
        return True
    if foreign_name_score(text) >= 1 or glossed:
        return _ends_surely(text)
    return korean_name_score(text) < 3 and (_closing_title(text) or _ends_clause(text))


def _closing_title(text: str) -> bool:
    title = read_title(text)
    if title is None:
        return False
    return "before" in title.flags or (not title.is_weak and organisation_score(text) < 1)


def _ends_clause(text: str) -> bool:
    subject = text[-1] in "이가" and len(text) > 2 and not _may_be_name(text)
    return subject or ends_phrase(text)


def _ends_surely(text: str) -> bool:
    return text[-1] in "은는을를와과" and len(text) > 2 and text not in words("foreign_given_names", "name")


def _may_be_name(text: str) -> bool:
    return korean_name_score(text) >= 2 or foreign_name_score(text) >= 1 or text in words("surnames", "surname")


@dataclass(slots=True)
class _Phrase:
    """The words of a name phrase; `known` and `opening` as for `choose_name`."""

    words: Sequence[Word]
    looks: Sequence[Look]
    known: frozenset[str]
    opening: str


def choose_name(line: Sequence[Word], start: int, end: int, known: frozenset[str], opening: str) -> NameChoice | None:
    """The best name among the words `start`..`end`; `known` are name words that the page shows elsewhere.

    `opening` is "fresh" or "led" as for `is_framed`; empty where the phrase was cut for length.
    """
    stretch = line[start:end]
    texts = tuple([word.text for word in stretch if word.gloss is None])
    if len(texts) == len(stretch) and not (known and _is_any_known(texts, known)):
        best = _best_of(texts, opening)
    else:
        best = _best(_Phrase(stretch, [look_at(word.text) for word in stretch], known, opening))
    if best is None or best[2] < ENOUGH:
        return None
    first, last, score, is_foreign = best
    return NameChoice(start + first, start + last, score, is_foreign)


_Best = tuple[int, int, float, bool]


def _is_any_known(texts: Sequence[str], known: frozenset[str]) -> bool:
    return not known.isdisjoint(texts) or not known.isdisjoint([LAST_PART + text for text in texts])


@lru_cache(_CACHE)
def _best_of(texts: tuple[str, ...], opening: str) -> _Best | None:
    """The best stretch of words without brackets that the page knows nothing of: each page reads its lines twice."""
    words_ = [Word(text, 0, 0, True, True) for text in texts]
    return _best(_Phrase(words_, [look_at(text) for text in texts], frozenset(), opening))


def _best(phrase: _Phrase) -> _Best | None:
    best: _Best | None = None
    for first in range(len(phrase.words)):
        for last in range(first, _longest_from(phrase, first)):
            score, is_foreign = _weigh(phrase, first, last)
            if score is not None and (best is None or score > best[2]):
                best = first, last, score, is_foreign
    return best


def _longest_from(phrase: _Phrase, first: int) -> int:
    """Where names that begin with word `first` must have ended: at a bracket, or a word that no name holds."""
    looks = phrase.looks
    stop = min(len(looks), first + LONGEST_NAME)
    if looks[first].spoils:
        return first + 1
    for at in range(first + 1, stop):
        before, here = looks[at - 1], looks[at]
        if phrase.words[at - 1].gloss is not None or before.owns_next or here.spoils:
            return at
        if here.is_given and not looks[first].is_given and _opens_name(looks[at:]):
            return at
    return stop


def _opens_name(looks: Sequence[Look]) -> bool:
    """Whether a given name opens a name of its own (노바칩 [제임스 하트윅]), and is not the last part of one."""
    return len(looks) == 1 or looks[1].foreign >= 1 or looks[1].is_link


def _weigh(phrase: _Phrase, first: int, last: int) -> tuple[float | None, bool]:
    """The score of one stretch, None where it is no name, and whether it would be a foreign name."""
    looks, known = phrase.looks, phrase.known
    if first == last:
        korean, foreign = _korean(looks[first], known), _one_foreign(looks[first], known)
        score, is_foreign = (korean, False) if korean >= foreign else (foreign, True)
    else:
        framed = is_framed(looks, first, last, phrase.opening)
        score, is_foreign = _several(looks[first : last + 1], known, framed), True
    if first < last and not _is_sure(looks[first], known) and any(map(_is_full_korean, looks[last + 1 :])):
        return None, is_foreign  # 레드카펫 선 [김다라] 사장
    if score <= 0 or (first == last < len(looks) - 1 and not is_foreign and looks[first].text[-1] == _GENITIVE):
        return None, is_foreign  # 로마의 최고 황제: what owns is no name
    score += 0.6 * (first == 0 and phrase.opening != "") + (0.3 if is_foreign else 0.5) * (last == len(looks) - 1)
    latin = phrase.words[last].latin
    if latin:
        score += 2.5 if last - first + 1 == latin else 1.0
    elif first == last and any(LAST_PART + look.text in known for look in looks[last + 1 :]):
        return None, is_foreign  # 위치한 저커버그 CEO: the known name is no organisation
    elif first == last and first > 0 and LAST_PART + looks[first - 1].text in known:
        return None, is_foreign  # 저커버그 메타 CEO: the word behind a known name is no name
    return score + _surroundings(looks, first, last, is_foreign), is_foreign


def _is_sure(look: Look, known: frozenset[str]) -> bool:
    """Whether a word surely opens a foreign name."""
    return look.foreign >= 2 or look.text in known or LAST_PART + look.text in known or look.is_link


def _is_full_korean(look: Look) -> bool:
    """Whether a word is by itself a Korean name, and no part of an organisation."""
    return look.korean >= _PLAINLY_KOREAN and look.organisation < 0.7 and look.foreign == 0


def _korean(look: Look, known: frozenset[str]) -> float:
    text = look.text
    if hanja_name_surname(text) is not None:
        return 3.5
    if look.is_given or LAST_PART + text in known:
        return 0.0
    if look.korean <= 0:
        return 2.5 if text in known else 0.0
    if text in known:
        return look.korean + 2
    if is_country(text):
        return 0.0
    against = 0.2 if look.korean >= _SURELY_KOREAN and look.organisation < 1 else 0.9  # 현 of a county, and of 김도현
    return look.korean - against * look.organisation - (1.0 if look.is_title else 0.0)


def _one_foreign(look: Look, known: frozenset[str]) -> float:
    if look.is_title or look.text[-1] in "한된할게의겨" or _in_a_case(look.text):
        return 0.0
    score = min(look.foreign, 1.4)
    if look.text in known:
        return max(score, 1.0) + 1.5
    if score < 1:
        return 0.0
    return score - 0.9 * look.organisation - 0.2


def _describes_next(last: Look) -> bool:
    """널리 알려진, 상을 받은, 단체인: the last word ends like a clause, and no foreigner's name does."""
    return last.foreign <= 0 and len(last.text) > 1 and last.text[-1] in _ADNOMINAL_ENDS


def _in_a_case(text: str) -> bool:
    """트위터에, 동시에: a longer word, or an everyday one, with 에."""
    return text[-1] == "에" and (len(text) > 3 or text[:-1] in words("not_names", "word"))


def _several(name: Sequence[Look], known: frozenset[str], framed: bool) -> float:
    """How well several words look like one foreign name; `_longest_from` has kept out words that no name holds."""
    head, last = name[0], name[-1]
    if (
        last.is_link
        or _describes_next(last)
        or any(look.text[-1] in _JOINING_ENDS and look.foreign <= 0 and len(look.text) > _SHORT for look in name)
        or (len(last.text) == 1 and head.text[-1] in _QUOTING_ENDS and not head.is_given)
        or (head.is_chinese and not head.is_given and not framed)
        or any(FIRM + look.text in known and not look.is_given for look in name[1:])
    ):
        return 0.0  # 신가나 다라 연구소장, on a page that has 다라그룹
    links = sum(look.is_link for look in name)
    is_sure = head.foreign >= 2
    stands_elsewhere = " ".join(look.text for look in name) in known
    arabic = len(name) == 2 and last.text[1:2] == "-"  # 누하 알-하디
    opened = framed or is_sure or stands_elsewhere or head.text in known or links > head.is_link or arabic
    guessed = head.foreign >= 1.2 and head.organisation <= _VAGUE and not head.is_verbal
    against_it = any(look.is_verbal or _is_korean(look) or _is_plain(look) for look in name[1:])
    against_it = against_it and not is_japanese(name) or _is_chinese(last)
    if not opened and (not guessed or against_it):
        return 0.0
    opened = opened or guessed
    ends_known = last.text in known
    if ends_known and not is_sure and not stands_elsewhere:
        return 0.0
    scores = _part_scores(name, known, opened)
    if scores is None:
        return 0.0
    base = min(scores[0], 2.0) + max(min(scores[-1], 1.5), 1.2 * opened)
    crowd = -0.8 * max(0, len(name) - links - 2 - links) * (not framed)
    if len(name) > 2 and len(name[1].text) == 1 and not name[1].is_link and len(last.text) > 2:
        crowd -= 0.8  # 젠슨 황 엔비디아: the name ended with 황
    against = sum(max(0.0, look.organisation - 0.3) for look in name[1 + is_sure :])
    return (
        base
        + 0.2 * links
        + crowd
        - against
        - head.organisation * (not opened)
        + 1.2 * ends_known
        + 0.6 * (scores[0] >= 2)
        + 1.2 * is_japanese(name)
        + 1.2 * framed
    )


def _is_plain(look: Look) -> bool:
    """Whether a longer word has nothing of a foreign name: 한인회관 behind 시드니."""
    return look.foreign == 0 and len(look.text) > 3


def _is_chinese(look: Look) -> bool:
    """Whether a word is by itself a Chinese full name: 누리정밀 린쭝하."""
    return look.is_chinese and not look.is_given and len(look.text) > _SHORT


def _is_korean(look: Look) -> bool:
    """Whether a word is rather a Korean full name than the last part of a foreign one (누리셀 길가온 대표)."""
    return look.korean >= 3 or (look.korean >= 2 and len(look.text) == 3 and look.foreign == 0)


def _part_scores(name: Sequence[Look], known: frozenset[str], opened: bool) -> list[float] | None:
    """How well each word looks like a part of a foreign name; None where one cannot be a part."""
    scores = [look.foreign for look in name]
    for at, look in enumerate(name):
        if scores[at] > 0 or look.text in known:
            continue
        short = len(look.text) == 1 and surname_of(look.text + "가") is not None
        if not (opened or (short and at == len(name) - 1)):
            return None
        scores[at] = 0.6
    return scores


def _unexplained(after: Sequence[float]) -> int:
    """How many words stand between the name and its organisation: rather parts of the name."""
    leading = next((at for at, value in enumerate(after) if value >= 0.3), len(after))
    return leading if leading < len(after) else max(0, leading - 1)


def _surroundings(looks: Sequence[Look], first: int, last: int, is_foreign: bool) -> float:
    after = [0.7 if look.is_status else look.organisation for look in looks[last + 1 :]]
    unexplained = 0.9 * _unexplained(after) if is_foreign else 0.0
    score = sum([0.5 if value >= 0.7 else 0.1 if value else -0.1 for value in after]) - unexplained
    score += sum([0.4 if look.organisation >= 0.7 else 0.0 for look in looks[:first]])
    score -= 1.5 * any(len(look.text) == 1 and look.text not in BODIES for look in looks[last + 1 :])
    if first > 0 and looks[first - 1].text.endswith(_GENITIVE):
        score += 0.5
    if first > 0 and after:
        score -= 0.8
    return score
