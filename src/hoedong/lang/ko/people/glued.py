"""Names written together with their title: 노태우대통령, 盧대통령, 崔가나외무장관, 부시대통령, 김가나씨."""

from __future__ import annotations

from dataclasses import dataclass

from hoedong.lang.ko.people.candidates import NamePart
from hoedong.lang.ko.people.lexicons import hanja_surnames, words
from hoedong.lang.ko.people.organisations import is_country, organisation_score
from hoedong.lang.ko.people.shapes import foreign_name_score, hanja_name_surname, korean_name_score
from hoedong.lang.ko.people.titles import TitleWord
from hoedong.lang.ko.people.words import Word
from hoedong.model.span import Span

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
    if title.kind not in _LEADERS or modifier in words("status_words", "word"):
        return None
    return _surname(word, title) or _full(word, title, known) or _foreign(word, title, known)


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


def _full(word: Word, title: TitleWord, known: frozenset[str]) -> Glued | None:
    modifier = title.modifier
    for size in (3, 4, 2):
        name, rest = modifier[:size], modifier[size:]
        if len(name) < size or (rest and rest + title.title not in words("titles", "title")):
            continue
        enough = 1.0 if name in known else 2.9 if size == 3 else 4.0
        if korean_name_score(name) >= enough and (name in known or organisation_score(name) < 0.7):
            return Glued(Span(word.start, word.start + size), NamePart.FULL, None, "ko.person.glued-title")
    return None


def _foreign(word: Word, title: TitleWord, known: frozenset[str]) -> Glued | None:
    modifier = title.modifier
    if len(modifier) < 2 or title.kind in ("company", "union") and modifier not in known:
        return None
    shaped = modifier in known or (foreign_name_score(modifier) >= 1.2 and organisation_score(modifier) < 0.7)
    if not shaped or is_country(modifier) or title.is_weak:
        return None
    return Glued(Span(word.start, word.start + len(modifier)), NamePart.PART, None, "ko.person.glued-title")
