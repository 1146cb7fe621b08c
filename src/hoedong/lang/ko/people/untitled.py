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
PROPER, PLAIN = 2.3, 3.0
"""The shape of a name that is one proper noun before a particle of persons, and of one that nothing follows."""
AGAIN = 3
KOREAN_LENGTH = 3
_MOST_NOUNS = 5
_SYLLABLES = frozenset(("NNP", "NNG", "NNB", "NR", "MM", "XR", "XPN", "NP"))
"""What a name is cut into that no dictionary holds: 엄/세/준 as a root, a number and a noun."""
_OPENS_HEAD = "[［【"
_NO_FOLLOWERS = frozenset(("칼럼", "시", "군", "구"))
_SUBJECTS = frozenset(("JKS", "JX", "JC"))
_SUBJECT_PARTICLES = frozenset("은는이가과와")
_NO_NAME_ENDS = frozenset("동리읍면역호천강산섬군구시도로성교촌점장전회당상법국군학설")
"""How places, ships and everyday compounds end that Kiwi takes for proper nouns."""


def find_untitled(text: str, sentences: Iterable[Sentence], taken: Sequence[Span]) -> Iterator[Sighting]:
    """Names of Korean and foreign shape that no rule on characters saw; `taken` are the names already found."""
    starts = {at for span in taken for at in range(span.start, span.end)}
    told: defaultdict[str, list[Sighting]] = defaultdict(list)
    proper: set[str] = set()
    for sentence in sentences:
        for sighting, is_proper in _in_sentence(text, sentence.morphemes, starts):
            name = text[sighting.name.start : sighting.name.end]
            told[name].append(sighting)
            proper.update((name,) if is_proper else ())
    for name, sightings in told.items():
        if _is_enough(name, len(sightings), is_proper=name in proper):
            yield from sightings


def _is_enough(name: str, times: int, *, is_proper: bool) -> bool:
    """Whether a name is believed: a plain one at once, a rare one (옹가람) when the page names it again and again."""
    if len(name) != KOREAN_LENGTH or hanja_name_surname(name) is not None or " " in name:
        return True
    at_once = PROPER if is_proper else ENOUGH
    return korean_name_score(name) >= (at_once if times < AGAIN else RARE)


def _in_sentence(text: str, morphemes: Sequence[Morpheme], taken: set[int]) -> Iterator[tuple[Sighting, bool]]:
    """Each name, and whether it is one proper noun that the sentence speaks of."""
    done = 0
    for at, (_, tag, span) in enumerate(morphemes):
        is_noun, is_cut = tag in _NAMELIKE, len(span) == 1 and tag in _SYLLABLES
        if not (is_noun or is_cut) or at < done:
            continue
        start = span.start
        before = text[start - 1] if start > 0 else " "
        if start in taken or before.isalnum() or (before in _OPEN and _spells_name_before(text, start)):
            continue
        last = _cut_name(text, morphemes, at) if is_cut else None
        if last is None and not is_noun:
            continue
        last = last or _run_end(morphemes, at, taken)
        end = _with_ordinal(text, start, morphemes[last].span.end)
        surface = text[start:end]
        if (end - start != KOREAN_LENGTH and " " not in surface) or not _named(surface, morphemes[at : last + 1]):
            continue  # by its length alone most nouns are no names
        if _heads_column(text, start, end):
            continue
        if _personal(text, morphemes, last) or _is_plain(surface, morphemes, at, last):
            name = Span(start, end)
            is_proper = at == last and tag == "NNP" and _is_spoken_of(morphemes, last)
            yield Sighting(name, name, name, NamePart.FULL, "ko.person.proper-noun"), is_proper
        done = last + 1


def _heads_column(text: str, start: int, end: int) -> bool:
    """[김다온의 눈]: whose column it is."""
    return start > 0 and text[start - 1] in _OPENS_HEAD and text[end : end + 1] == "의"


def _is_spoken_of(morphemes: Sequence[Morpheme], last: int) -> bool:
    """길막동이, 국혜란과: the particle of a subject, or one that joins people."""
    if last + 1 >= len(morphemes) or morphemes[last].form[-1] in _NO_NAME_ENDS:
        return False
    following = morphemes[last + 1]
    return following.tag in _SUBJECTS and following.form in _SUBJECT_PARTICLES


def _cut_name(text: str, morphemes: Sequence[Morpheme], at: int) -> int | None:
    """The last of three syllables, each a morpheme by itself, that have the shape of a plain name: 엄/세/준."""
    last = at + KOREAN_LENGTH - 1
    if last >= len(morphemes):
        return None
    start = morphemes[at].span.start
    for number in range(at, last + 1):
        _, tag, span = morphemes[number]
        if tag not in _SYLLABLES or span.start != start + number - at or len(span) != 1:
            return None
    return last if korean_name_score(text[start : start + KOREAN_LENGTH]) >= PLAIN else None


def _is_plain(surface: str, morphemes: Sequence[Morpheme], at: int, last: int) -> bool:
    """홍도윤 외교, 채서윤 불러: a plain name with nothing behind it, as headlines have them."""
    is_proper = at == last and morphemes[at].tag == "NNP" or last - at == KOREAN_LENGTH - 1
    if not is_proper or len(surface) != KOREAN_LENGTH or surface[-1] in _NO_NAME_ENDS:
        return False
    following = morphemes[last + 1]
    if following.form in words("reporter_titles", "title") or following.form in _NO_FOLLOWERS:
        return False
    return following.span.start > morphemes[last].span.end and korean_name_score(surface) >= PLAIN


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
