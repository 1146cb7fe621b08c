"""Names that stand alone: a proper noun of a name's shape, where a person would stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from hoedong.lang.ko.people.candidates import NamePart, Sighting
from hoedong.lang.ko.people.eastern import is_chinese_name
from hoedong.lang.ko.people.lexicons import words
from hoedong.lang.ko.people.organisations import organisation_score
from hoedong.lang.ko.people.shapes import foreign_name_score, hanja_name_surname, korean_name_score
from hoedong.lang.ko.people.titles import read_title
from hoedong.model.analysis import Sentence
from hoedong.model.morpheme import Morpheme
from hoedong.model.span import Span

_ORDINAL = re.compile(r" [1-9]\d?세(?![가-힣]*(?:의 나이|이던|였던))")
_BRACKETED = re.compile(r"([가-힣]{2,6})[(（]$")
_OPEN = "(（"
_LONGEST_BEFORE = 8
_PERSONAL = frozenset(("JKS", "JX", "JKO", "JC", "JKG"))
_PERSONAL_ADVERBIAL = frozenset(("에게", "께", "와", "과", "에게서", "하고", "랑"))
_NAMELIKE = frozenset(("NNP", "SH", "NNG"))
ENOUGH, RARE = 2.7, 1.7
AGAIN = 3
KOREAN_LENGTH = 3
_MOST_NOUNS = 5


def find_untitled(text: str, sentences: Iterable[Sentence], taken: Sequence[Span]) -> Iterator[Sighting]:
    """Names of Korean and foreign shape that no rule on characters saw; `taken` are the names already found."""
    starts = {at for span in taken for at in range(span.start, span.end)}
    told: defaultdict[str, list[Sighting]] = defaultdict(list)
    for sentence in sentences:
        for sighting in _in_sentence(text, sentence.morphemes, starts):
            told[text[sighting.name.start : sighting.name.end]].append(sighting)
    for name, sightings in told.items():
        if _is_enough(name, len(sightings)):
            yield from sightings


def _is_enough(name: str, times: int) -> bool:
    """Whether a name is believed: a plain one at once, a rare one (옹가람) when the page names it again and again."""
    if len(name) != KOREAN_LENGTH or hanja_name_surname(name) is not None or " " in name:
        return True
    return korean_name_score(name) >= (ENOUGH if times < AGAIN else RARE)


def _in_sentence(text: str, morphemes: Sequence[Morpheme], taken: set[int]) -> Iterator[Sighting]:
    done = 0
    for at, (_, tag, span) in enumerate(morphemes):
        if tag not in _NAMELIKE or at < done:
            continue
        start = span.start
        before = text[start - 1] if start > 0 else " "
        if start in taken or before.isalnum() or (before in _OPEN and _spells_name_before(text, start)):
            continue
        last = _run_end(morphemes, at, taken)
        end = _with_ordinal(text, start, morphemes[last].span.end)
        surface = text[start:end]
        if (end - start != KOREAN_LENGTH and " " not in surface) or not _named(surface, morphemes[at : last + 1]):
            continue  # by its length alone most nouns are no names
        if _personal(text, morphemes, last):
            name = Span(start, end)
            yield Sighting(name, name, name, NamePart.FULL, "ko.person.proper-noun")
        done = last + 1


def _spells_name_before(text: str, start: int) -> bool:
    """쩡이란(曾伊蘭): the Hanja of a Chinese name are no second name."""
    before = _BRACKETED.search(text, max(0, start - _LONGEST_BEFORE), start)
    return before is not None and is_chinese_name(before[1])


def _with_ordinal(text: str, start: int, end: int) -> int:
    """요한 가나로 2세: the number of a pope or a king belongs to the name."""
    ordinal = _ORDINAL.match(text, end) if " " in text[start:end] else None
    return ordinal.end() if ordinal is not None else end


def _run_end(morphemes: Sequence[Morpheme], at: int, taken: set[int]) -> int:
    """The index of the last of the nouns that stand together from `at` on, at most one character apart."""
    last, reached = at, morphemes[at].span.end
    for following in morphemes[at + 1 : at + _MOST_NOUNS]:
        span = following.span
        if following.tag not in _NAMELIKE or span.start > reached + 1 or span.start in taken:
            break
        last, reached = last + 1, span.end
    return last


def _named(surface: str, nouns: Sequence[Morpheme]) -> bool:
    if " " in surface:
        return _foreign(surface.split())
    if len(surface) != KOREAN_LENGTH or all(noun.tag == "NNG" for noun in nouns):
        return False
    if hanja_name_surname(surface) is not None:
        return True
    if organisation_score(surface) >= 0.7 or read_title(surface) is not None:
        return False
    return korean_name_score(surface) >= RARE


def _foreign(parts: Sequence[str]) -> bool:
    given = words("foreign_given_names", "name")
    if not 2 <= len(parts) <= 4 or parts[0] not in given:
        return False
    return all(foreign_name_score(part) > 0 and organisation_score(part) < 1 for part in parts[1:])


_PLACE_ENDINGS = frozenset("동리읍면역")


def _personal(text: str, morphemes: Sequence[Morpheme], last: int) -> bool:
    if last + 1 >= len(morphemes):
        return True
    following = morphemes[last + 1]
    if text[morphemes[last].span.end - 1] in _PLACE_ENDINGS and following.tag not in ("JKS", "JX"):
        return False
    if following.tag == "NNG" and following.form in words("name_followers", "word"):
        return True
    if following.tag in _PERSONAL or following.tag in ("SP", "SS", "SSC", "SSO", "SE", "SF", "SO"):
        return True
    return following.tag == "JKB" and following.form in _PERSONAL_ADVERBIAL
