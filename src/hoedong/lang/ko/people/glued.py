"""Names written together with their title: 노태우대통령, 盧대통령, 崔가나외무장관, 부시대통령, 김가나씨."""

from __future__ import annotations

from dataclasses import dataclass

from hoedong.lang.ko.people.candidates import NamePart
from hoedong.lang.ko.people.lexicons import hanja_surnames, words
from hoedong.lang.ko.people.organisations import is_country, organisation_score
from hoedong.lang.ko.people.shapes import foreign_name_score, hanja_name_surname, korean_name_score, surname_of
from hoedong.lang.ko.people.titles import TitleWord, read_title
from hoedong.lang.ko.people.words import Word
from hoedong.model.span import Span
from hoedong.names.hangul import is_hangul

_SHORT, _MONONYM = 4, 2
_ORGANISATION, _RARE, _GIVEN = 0.7, 1.2, 2.0
_LEADERS = frozenset(
    ("state", "party", "company", "academia", "religion", "local", "military", "honorific", "union", "kin")
)


@dataclass(frozen=True, slots=True)
class Glued:
    """A name inside the word of its title; `organisation` is what stands between the two, else None."""

    name: Span
    part: NamePart
    organisation: str | None
    rule: str


def read_glued(word: Word, title: TitleWord, known: frozenset[str]) -> Glued | None:
    """Split a name off the front of a title word, None where the front is a modifier (북미국장)."""
    modifier = title.modifier
    hanja = _leading_hanja(modifier)
    if hanja:
        return _hanja(word, modifier, hanja)
    if title.kind not in _LEADERS or modifier in words("status_words", "word") or _is_posted(title):
        return None
    if "mononym" in title.flags and may_be_mononym(modifier):
        return Glued(Span(word.start, word.start + len(modifier)), NamePart.FULL, None, "ko.person.mononym")
    return _surname(word, title) or _full(word, title, known) or _foreign(word, title, known)


def _is_posted(title: TitleWord) -> bool:
    """주한미대사, 주일본대사: 주 and a country before the title of an envoy."""
    return "envoy" in title.flags


def may_be_mononym(word: str) -> bool:
    """가온 스님: a religious name, whatever else the word means, but no other title and no pointing word."""
    if len(word) != _MONONYM or not is_hangul(word) or read_title(word) is not None:
        return False
    return word not in words("phrase_breakers", "form", "kind", "word") and word not in words("status_words", "word")


def _leading_hanja(modifier: str) -> str:
    size = 0
    while size < len(modifier) and "\u3400" <= modifier[size] <= "\u9fff":
        size += 1
    return modifier[:size]


def _hanja(word: Word, modifier: str, hanja: str) -> Glued | None:
    rest = modifier[len(hanja) :]
    if len(hanja) == 1:
        if rest or hanja not in hanja_surnames() or (is_country(hanja) and hanja != "韓"):
            return None
        return Glued(Span(word.start, word.start + 1), NamePart.SURNAME, None, "ko.person.hanja-surname")
    size = 3 if len(hanja) > 4 else len(hanja)
    if hanja_name_surname(hanja[:size]) is None:
        return None
    owner = hanja[size:] + rest if hanja[size:] else None
    return Glued(Span(word.start, word.start + size), NamePart.FULL, owner, "ko.person.glued-title")


def _surname(word: Word, title: TitleWord) -> Glued | None:
    if title.modifier not in words("surnames", "surname") or title.is_weak:
        return None
    if title.kind == "honorific" and title.title != "씨" or title.kind == "kin":
        return None
    return Glued(Span(word.start, word.start + len(title.modifier)), NamePart.SURNAME, None, "ko.person.glued-surname")


def _is_addressed(name: str) -> bool:
    """심막온씨, 고마리아씨: before 씨 a rare name is believed, and a surname with a foreign given name."""
    surname = surname_of(name)
    if surname is None or organisation_score(name) >= _ORGANISATION:
        return False
    return (len(name) == 3 and korean_name_score(name) >= _RARE) or foreign_name_score(name[len(surname) :]) >= _GIVEN


def _full(word: Word, title: TitleWord, known: frozenset[str]) -> Glued | None:
    modifier = title.modifier
    if title.title == "씨" and _is_addressed(modifier):
        return Glued(Span(word.start, word.start + len(modifier)), NamePart.FULL, None, "ko.person.glued-title")
    for size in (3, 4, 2):
        name, rest = modifier[:size], modifier[size:]
        if len(name) < size or (rest and rest + title.title not in words("titles", "title")):
            continue
        enough = 1.0 if name in known else 2.9 if size == 3 else 4.0
        if korean_name_score(name) >= enough and (name in known or organisation_score(name) < 0.7):
            return Glued(Span(word.start, word.start + size), NamePart.FULL, None, "ko.person.glued-title")
    return None


def _ends_in_a_word(modifier: str) -> bool:
    """북핵외교기획단장: what ends in an everyday word is the name of an office."""
    return len(modifier) > _SHORT and modifier[-2:] in words("not_names", "word")


def _foreign(word: Word, title: TitleWord, known: frozenset[str]) -> Glued | None:
    modifier = title.modifier
    if len(modifier) < 2 or title.kind in ("company", "union") and modifier not in known:
        return None
    shaped = modifier in known or (
        foreign_name_score(modifier) >= 1.2 and organisation_score(modifier) < 0.7 and not _ends_in_a_word(modifier)
    )
    if not shaped or is_country(modifier) or title.is_weak:
        return None
    return Glued(Span(word.start, word.start + len(modifier)), NamePart.PART, None, "ko.person.glued-title")
