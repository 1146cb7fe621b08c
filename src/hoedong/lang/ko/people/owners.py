"""The organisation of a post, from the words around the name: beside it, before a role, or the side one comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hoedong.lang.ko.people.lexicons import endings, words
from hoedong.lang.ko.people.organisations import is_country, organisation_score
from hoedong.lang.ko.people.phrases import NameChoice
from hoedong.lang.ko.people.shapes import foreign_name_score, korean_name_score
from hoedong.lang.ko.people.titles import TitlePhrase, is_status_word, read_title
from hoedong.lang.ko.people.words import Word, ends_phrase, particle_ends
from hoedong.model.span import Span
from hoedong.names.hangul import final_of, is_hangul

_RANK = re.compile(r"제?[0-9]+(?:대|선|위|인자|차|회|기|성|급)(?:인|의)?")
_MINISTRIES = ("부", "청", "처", "성", "위원회")
_PARTIES = ("당", "국민의힘")
STATES = frozenset(("state", "party", "military", "local"))
"""The kinds of titles whose organisation may be a country."""


@dataclass(slots=True)  # not frozen, which takes four times as long to make
class Anchor:
    """A title and the line in which it stands."""

    text: str
    line: list[Word]
    title: TitlePhrase
    known: frozenset[str]


@dataclass(frozen=True, slots=True)
class Owner:
    """An organisation as the page writes it; `apart` where other words stand between it and the name phrase."""

    name: str | None
    span: Span | None
    apart: bool = False


def organisation_of(anchor: Anchor, start: int, choice: NameChoice) -> Owner:
    """The organisation of the chosen name; `start` is where the name phrase begins."""
    line, end = anchor.line, anchor.title.before
    if choice.last + 1 < end:
        return owner_between(anchor, choice.last + 1, end)
    first = choice.first
    while first > start and _owns(anchor.text, line[first - 1]):
        first -= 1
    if first < choice.first:
        return owner_between(anchor, first, choice.first)
    side = _by_side(anchor, start)
    return side if side.name is not None else _by_role(anchor, start)


_FROM = re.compile(r"(.{2,}?)(?:측|쪽)?(에서는|에선|에서도|에서)")


def _by_side(anchor: Anchor, start: int) -> Owner:
    """가나전자에서는 김다라 대표가, 국회에서 김다라 국회의장이: the side from which somebody comes."""
    if start == 0 or not anchor.line[start].spaced:
        return Owner(None, None)
    word, head = anchor.line[start - 1], anchor.title.head
    side = _FROM.fullmatch(word.text)
    if side is None or organisation_score(side.group(1)) < 0.7 or is_country(side.group(1)):
        return Owner(None, None)
    owner = side.group(1)
    own = "staff" in head.flags or head.title.startswith(owner) or (head.kind == "party" and owner.endswith(_PARTIES))
    if not own and (side.group(2) == "에서" or head.kind in STATES):
        return Owner(None, None)
    return Owner(owner, Span(word.start, word.start + len(owner)), apart=True)


def _visited(anchor: Anchor, at: int) -> Owner:
    """가나전자 본사를 찾아 김다라 회장을: a visit to a firm's seat is a visit to the one person who heads it."""
    firm, head = anchor.line[at], anchor.title.head
    if (
        head.modifier
        or "top" not in head.flags
        or not firm.is_word
        or not _owns(anchor.text, firm)
        or firm.text[0].isdigit()
    ):
        return Owner(None, None)
    return Owner(firm.text, Span(firm.start, firm.end), apart=True)


def _by_role(anchor: Anchor, start: int) -> Owner:
    """가나전자 창업자 김다라 고문, 가나전자를 이끄는 김다라 회장: the organisation stands before the role."""
    line = anchor.line
    if start < 2 or not line[start - 1].is_word or not line[start - 2].is_word or not line[start].spaced:
        return Owner(None, None)
    role, owner = line[start - 1].text, line[start - 2]
    if role in words("phrase_breakers", "form", "kind", "visits") and owner.text in ("본사를", "사옥을") and start > 2:
        return _visited(anchor, start - 3)
    title = read_title(role)
    is_role = title is not None and title.tail in ("", "인", "이자") and title.kind in ("company", "role")
    if is_role and _names_a_person(owner.text):
        return Owner(None, None)  # 김가나 회장 박다라 장관: two people, and no 장관 of 김가나
    if is_role and (organisation_score(owner.text) >= 0.3 or _could_own(owner.text)):
        return owner_between(anchor, start - 2, start - 1)
    if role in words("phrase_breakers", "form", "kind", "leads") and owner.text[-1] in "을를":
        span = Span(owner.start, owner.end - 1)
        return Owner(anchor.text[span.start : span.end], span)
    return Owner(None, None)


def _names_a_person(text: str) -> bool:
    return korean_name_score(text) >= 3 and organisation_score(text) < 1


def _owns(written: str, word: Word) -> bool:
    text = word.text.removesuffix("의")
    if word.gloss is not None and written[slice(*word.gloss)].replace(" ", "").isascii() and is_hangul(text):
        return not _names_a_person(text) and read_title(text) is None  # 가로(Garo)의
    if not text:
        return True  # 누리셀(NuriCell)의: the particle after a bracket
    if ends_phrase(word.text) and _is_title_free(text):
        return False
    if _names_a_person(text) or _RANK.fullmatch(word.text):
        return False
    everyday = text in words("not_names", "word")
    if word.text.endswith("의") and len(text) > 1 and not everyday or organisation_score(text) >= 0.7:
        return True
    return len(text) > 1 and foreign_name_score(text) < 2 and _could_own(word.text)


def _could_own(text: str) -> bool:
    """Whether an unknown word before a name can be its organisation: no everyday word, no particle, no verb."""
    if (
        text[-1] in "한된할"
        or text in words("not_names", "word")
        or text in words("titles", "title")
        or ends_phrase(text)
        or _is_where(text)
        or text[0].isdigit()
        or len(particle_ends(text)) > 1
        or any(final_of(syllable) == "ㅆ" for syllable in text)  # 보냈고, 만났던: only verbs
    ):
        return False
    return not text.endswith(endings("phrase_breakers", "form", "kind", "adnominal"))


def _is_where(text: str) -> bool:
    """법정서, 부산서: headlines shorten 에서."""
    return text[-1] == "서" and len(text) > 2 and organisation_score(text) < 1.5


def _is_title_free(text: str) -> bool:
    """Whether no country or firm hides in a word that ends like a clause."""
    return organisation_score(text) < 1.5 or text[-1] in "고며"


def _describes(text: str) -> bool:
    """제46대 미국 대통령, 대형 이동통신사 버라이즌: words before an organisation that are no part of its name."""
    if _RANK.fullmatch(text) is not None or text in words("firm_descriptions", "form", "kind", "word"):
        return True
    return any(text.endswith(ending) for ending in words("firm_descriptions", "form", "kind", "ending"))


def owner_between(anchor: Anchor, first: int, end: int) -> Owner:
    """The organisation that the words `first` to `end` name, without ranks, descriptions and a particle."""
    line = anchor.line
    while first < end - 1 and (is_status_word(line[first].text) or _describes(line[first].text)):
        first += 1
    span = Span(line[first].start, line[end - 1].end)
    words_ = anchor.text[span.start : span.end]
    if words_.endswith("의") or words_[-1] in "도은는" and organisation_score(line[end - 1].text[:-1]) >= 1.5:
        span = Span(span.start, span.end - 1)
        words_ = words_[:-1].rstrip()
    return Owner(words_, span) if words_.strip() else Owner(None, None)


def office_in_title(title: TitlePhrase) -> str | None:
    """The office that a compound title contains: 가나은행장 heads 가나은행, 가나차지부장 heads 가나차지부."""
    head = title.head
    if head.title in words("titles", "title", "flags", "heads") and head.modifier:
        return head.modifier + head.title.removesuffix("장")
    if "unit" in head.flags:
        return None
    if head.kind == "state" and head.modifier.endswith(_MINISTRIES) and organisation_score(head.modifier) >= 0.7:
        return head.modifier
    if head.modifier and head.kind in ("company", "academia") and organisation_score(head.modifier) >= 1.5:
        return head.modifier
    return None
