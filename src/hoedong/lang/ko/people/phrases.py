"""The name phrase before a title: which words are the name, which the organisation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hoedong.lang.ko.people.lexicons import words
from hoedong.lang.ko.people.organisations import is_country, organisation_score
from hoedong.lang.ko.people.shapes import (
    foreign_name_score,
    hanja_name_surname,
    korean_name_score,
    surname_of,
)
from hoedong.lang.ko.people.titles import is_status_word, read_title
from hoedong.lang.ko.people.words import Word, ends_phrase

LONGEST_PHRASE = 10
LONGEST_NAME = 8
_GENITIVE = "의"
ENOUGH = 1.6
LAST_PART = "… "  # "… 오바마" among the known words: only ever seen at the end of a longer name


@dataclass(frozen=True, slots=True)
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
        if not word.is_word or word.fenced or _is_number(word.text):
            break
        if start < len(line) and line[start].is_word and not line[start].spaced and word.gloss is None:
            break
        if start != before and _closes(word):
            break
        if start == before and ends_phrase(word.text) and not _may_be_name(word):
            break
        start -= 1
    return start


def _is_number(text: str) -> bool:
    return text[0].isdigit() and (text.isdigit() or text[-1] in "년월일시분명회차위번째만억" or ends_phrase(text))


def _closes(word: Word) -> bool:
    """Whether the name phrase after this word begins anew."""
    text = word.text
    if is_status_word(text):
        return False  # 김다라 당시 가나당 의원
    if text.endswith(_GENITIVE) and len(text) > 2 and word.gloss is None and not _is_title(text):
        return False  # 메타의 마크 저커버그: the owner is the organisation
    if word.gloss is None and _is_title_with_particle(text):
        return True
    if text[-1] == "에" and len(text) > 2 and foreign_name_score(text) < 2:
        return True
    if foreign_name_score(text) >= 1 or word.gloss is not None:
        return _ends_surely(text)
    return korean_name_score(text) < 3 and (_closing_title(text) or _ends_clause(word))


def _closing_title(text: str) -> bool:
    title = read_title(text)
    if title is None:
        return False
    return "before" in title.flags or (not title.is_weak and organisation_score(text) < 1)


def _ends_clause(word: Word) -> bool:
    subject = word.text[-1] in "이가" and len(word.text) > 2 and not _may_be_name(word)
    return subject or ends_phrase(word.text)


def _ends_surely(text: str) -> bool:
    return text[-1] in "은는을를와과" and len(text) > 2 and text not in words("foreign_given_names", "name")


def _may_be_name(word: Word) -> bool:
    return (
        korean_name_score(word.text) >= 2
        or foreign_name_score(word.text) >= 1
        or word.text in words("surnames", "surname")
    )


def choose_name(line: Sequence[Word], start: int, end: int, known: frozenset[str], fresh: bool) -> NameChoice | None:
    """The best name among the words `start`..`end`; `known` are name words that the page shows elsewhere.

    `fresh` is False where the phrase was cut for length, so that its first word need not open it.
    """
    best: NameChoice | None = None
    for first in range(start, end):
        for last in range(first, min(end, first + LONGEST_NAME)):
            choice = _weigh(line, start, end, first, last, known, fresh)
            if choice is not None and (best is None or choice.score > best.score):
                best = choice
    return best if best is not None and best.score >= ENOUGH else None


def _weigh(
    line: Sequence[Word], start: int, end: int, first: int, last: int, known: frozenset[str], fresh: bool
) -> NameChoice | None:
    if any(line[at].gloss is not None for at in range(first, last)):
        return None
    if first == last:
        korean = _korean(line[first].text, known)
        foreign = _one_foreign(line[first].text, known)
        score, is_foreign = (korean, False) if korean >= foreign else (foreign, True)
    else:
        score, is_foreign = _several(line[first : last + 1], known), True
    if score <= 0:
        return None
    score += 0.6 * (first == start and fresh) + (0.3 if is_foreign else 0.5) * (last == end - 1)
    if line[last].latin:
        score += 2.5 if last - first + 1 == line[last].latin else 1.0
    score += _surroundings(line, start, first, last, end, is_foreign)
    return NameChoice(first, last, score, is_foreign)


def _korean(text: str, known: frozenset[str]) -> float:
    if hanja_name_surname(text) is not None:
        return 3.5
    if LAST_PART + text in known or text in words("foreign_given_names", "name"):
        return 0.0
    score = korean_name_score(text)
    if score <= 0:
        return 2.5 if text in known else 0.0
    if text in known:
        return score + 2
    if is_country(text):
        return 0.0
    return score - 0.9 * organisation_score(text) - (1.0 if _is_title(text) else 0.0)


def _is_title(text: str) -> bool:
    title = read_title(text)
    return title is not None and not title.is_weak


def _is_title_with_particle(text: str) -> bool:
    title = read_title(text)
    return title is not None and not title.is_weak and title.tail != ""


def _one_foreign(text: str, known: frozenset[str]) -> float:
    score = min(foreign_name_score(text), 1.4)
    if _is_title(text) or text[-1] in "한된할게":
        return 0.0
    if text in known:
        return max(score, 1.0) + 1.5
    if score < 1:
        return 0.0
    return score - 0.9 * organisation_score(text) - 0.2


def _several(name: Sequence[Word], known: frozenset[str]) -> float:
    scores = [foreign_name_score(word.text) for word in name]
    links = [word.text in words("foreign_name_links", "word") for word in name]
    first, last = name[0].text, name[-1].text
    if links[-1] or any(_spoils(word.text) for word in name) or any(_owns_next(word.text) for word in name[:-1]):
        return 0.0
    given = words("foreign_given_names", "name")
    if first not in given and any(word.text in given for word in name[1:]):
        return 0.0
    opened = scores[0] >= 2 or first in known or any(links[1:])
    guessed = scores[0] >= 1.2 and organisation_score(first) < 0.3 and not _verbal(first)
    if not opened and (not guessed or any(_verbal(w.text) or korean_name_score(w.text) >= 3 for w in name[1:])):
        return 0.0
    opened = opened or guessed
    whole = " ".join(word.text for word in name)
    if last in known and whole not in known and scores[0] < 2:
        return 0.0
    for at, word in enumerate(name):
        if scores[at] > 0 or word.text in known:
            continue
        short = len(word.text) == 1 and surname_of(word.text + "가") is not None
        if not (opened or (short and at == len(name) - 1)):
            return 0.0
        scores[at] = 0.6
    long = sum(not link for link in links)
    base = min(scores[0], 2.0) + max(min(scores[-1], 1.5), 1.2 * opened)
    crowd = -0.8 * max(0, long - 2 - sum(links))
    if len(name) > 2 and len(name[1].text) == 1 and not links[1] and len(last) > 2:
        crowd -= 0.8  # 젠슨 황 엔비디아: the name ended with 황
    against = sum(max(0.0, organisation_score(word.text) - 0.3) for word in name[1 + (scores[0] >= 2) :])
    return (
        base
        + 0.2 * sum(links)
        + crowd
        - against
        - organisation_score(first) * (not opened)
        + 1.2 * (last in known)
        + 0.6 * (scores[0] >= 2)
    )


def _owns_next(text: str) -> bool:
    return len(text) > 2 and (text.endswith(_GENITIVE) or ends_phrase(text)) and foreign_name_score(text) < 2


def _spoils(text: str) -> bool:
    if text in words("foreign_given_names", "name"):
        return False
    if not text.isascii() and any(c.isascii() for c in text) and not text[0].isdigit():
        return True
    return (
        is_country(text)
        or is_status_word(text)
        or text in words("titles", "title")
        or text in words("phrase_breakers", "form", "kind", "word")
        or text in words("not_names", "word")
    )


def _unexplained(after: Sequence[float]) -> int:
    """How many words stand between the name and its organisation: rather parts of the name."""
    leading = next((at for at, value in enumerate(after) if value >= 0.3), len(after))
    return leading if leading < len(after) else max(0, leading - 1)


def _verbal(text: str) -> bool:
    """Whether a word ends like a verb or in a particle: 품고, 휩싸인, 무대에."""
    if text in words("foreign_given_names", "name"):
        return False
    endings = words("phrase_breakers", "form", "kind", "adnominal")
    return text[-1] in "이가에의고며만서여대진" or any(text.endswith(ending) for ending in endings)


def _surroundings(line: Sequence[Word], start: int, first: int, last: int, end: int, is_foreign: bool) -> float:
    after = [0.7 if is_status_word(line[at].text) else organisation_score(line[at].text) for at in range(last + 1, end)]
    before = [organisation_score(line[at].text) for at in range(start, first)]
    unexplained = 0.9 * _unexplained(after) if is_foreign else 0.0
    score = sum(0.5 if value >= 0.7 else 0.1 if value else -0.1 for value in after) - unexplained
    score += sum(0.4 if value >= 0.7 else 0.0 for value in before)
    score -= 1.5 * any(len(line[at].text) == 1 for at in range(last + 1, end))
    if first > start and line[first - 1].text.endswith(_GENITIVE):
        score += 0.5
    if before and after:
        score -= 0.8
    return score
