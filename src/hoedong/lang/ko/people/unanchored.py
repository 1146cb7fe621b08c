"""Names after a title (배우 김가나, 군수 류가나), and names that a bracket explains without any title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hoedong.lang.ko.people.candidates import NamePart, Sighting, StatedPost
from hoedong.lang.ko.people.eastern import sounds_japanese
from hoedong.lang.ko.people.glosses import Gloss, glossed_name, read_gloss
from hoedong.lang.ko.people.lexicons import words
from hoedong.lang.ko.people.lines import Line
from hoedong.lang.ko.people.organisations import organisation_score
from hoedong.lang.ko.people.owners import office_in_title
from hoedong.lang.ko.people.shapes import (
    foreign_name_score,
    hanja_name_surname,
    korean_name_score,
    stem_score,
    surname_of,
)
from hoedong.lang.ko.people.stems import name_end
from hoedong.lang.ko.people.titles import TitlePhrase, read_title, read_title_phrase
from hoedong.lang.ko.people.words import Word, ends_phrase, is_particle
from hoedong.model.span import Span
from hoedong.names.hangul import is_hangul
from hoedong.names.hanja import read_hanja

_LONGEST_OWNER = 20
_NOTICE_HEADS = frozenset("◇◆■□")
_NOTICE_POSTS = frozenset("▲△▶▷")
_ADDRESSES = frozenset("씨양군옹")
_SHORTEST, _LONGEST_KOREAN = 2, 4
_AFTER_NAMES = frozenset(("등", "씨", "님", "옹"))
_OFFICES = frozenset(("state", "local", "party", "military", "academia", "union", "religion"))
_SECOND = frozenset(("과", "와", "에게", "께", "씨"))
"""Particles that follow no other particle, and no verb."""
_CLEAR_PARTICLES = "을를이가은는과와씨"
_SHAPED, _RARE, _A_FULL_POST = 2.0, 1.2, 3
_HANGUL = re.compile(r"[가-힣]*")
_COPULA = frozenset(("", "인", "이자"))


def read_named_after_title(text: str, whole: Line, known: frozenset[str]) -> Iterator[Sighting]:
    """Each name that follows a title: 부인 프리실라 …, 배우 …, 군수 류가나."""
    line = whole.words
    for title in whole.titles:
        if title.final.tail not in _COPULA or title.last + 1 >= len(line):
            continue
        following = title.last + 1
        if line[title.last].gloss is not None or not line[following].spaced or not line[following].is_word:
            continue
        found = name_after(text, line, following, known, _least_shape(title))
        if found is not None and _fitting(text, line, title, found, known):
            yield _sighting(text, line, title, found)


def name_after(
    text: str, line: Sequence[Word], at: int, known: frozenset[str], least: float = _SHAPED
) -> tuple[int, Span] | None:
    """The name that begins at word `at`, with the index of its last word; None where none does.

    `least` is the shape that a Korean name must have.
    """
    word = line[at]
    whole = _whole_name(text, word.text, known, least)
    if whole is not None:
        return at, Span(word.start, word.start + whole)
    first = max(foreign_name_score(word.text), foreign_name_score(word.text[: name_end("", word.text)[0]]))
    if first <= 0 and word.text not in known:
        return None
    last = at
    while last + 1 < len(line) and last - at < 3 and _runs_on(line, last):
        last += 1
    if last == at and first < 1:
        return None
    tail = line[last].text
    end = name_end(text, tail)[0]
    if last > at and end > 1 and first < 2 and foreign_name_score(tail[:end]) <= 0:
        return None
    return last, Span(word.start, line[last].start + end)


def _whole_name(text: str, word: str, known: frozenset[str], least: float) -> int | None:
    """Where a Korean name ends that is the whole of a word but for its particle; None where it is no Korean name."""
    ends = (*_before_address(word), *name_end(text, word))
    certain = next((end for end in ends if word[:end] in known and _is_one_word(word[:end])), None)
    if certain is not None:
        return certain
    for end in ends:
        stem = word[:end]
        if stem in words("titles", "title") or stem in words("foreign_given_names", "name"):
            return None
        score = stem_score(stem) if word[end:] in _SECOND else korean_name_score(stem)
        shaped = score >= least or hanja_name_surname(stem) is not None
        if shaped and organisation_score(stem) < 1:
            return end
    return None


def _is_one_word(stem: str) -> bool:
    """Whether a known name is a Korean one, which ends with its word; 하트윅 may go on."""
    return surname_of(stem) is not None and foreign_name_score(stem) < 1 and stem not in words("titles", "title")


def _before_address(word: str) -> tuple[int, ...]:
    """설가온씨는: where 씨 and a particle begin."""
    at = word.rfind("씨", _SHORTEST)
    return (at,) if at > 0 and is_particle(word[at + 1 :]) else ()


def _runs_on(line: Sequence[Word], last: int) -> bool:
    here, following = line[last], line[last + 1]
    if here.gloss is not None or not following.spaced or not following.is_word:
        return False
    if name_end("", here.text)[0] < len(here.text) and foreign_name_score(here.text) < 2:
        return False
    if foreign_name_score(here.text) <= 0 and len(here.text) > 1 or read_title(following.text) is not None:
        return False
    stem = following.text[: name_end("", following.text)[0]]
    if _is_compound(stem):
        return False
    if foreign_name_score(here.text) >= 2 and 2 <= len(stem) <= 5 and _may_end_name(stem):
        return True
    return foreign_name_score(following.text) > 0 or any(
        foreign_name_score(following.text[:end]) >= 1 or (end == 1 and len(following.text) == 2)
        for end in name_end("", following.text)[:1]
    )


def _is_compound(stem: str) -> bool:
    """실종사건: two everyday words in one."""
    everyday = words("not_names", "word")
    return len(stem) > 3 and stem[:2] in everyday and stem[-2:] in everyday


def _may_end_name(stem: str) -> bool:
    """Whether a word can follow a foreign given name as its last part, whatever its syllables (마이클 도노반)."""
    everyday = stem in words("not_names", "word") or stem in words("titles", "title") or ends_phrase(stem)
    return not everyday and organisation_score(stem) < 0.7


def bracketed_by(text: str, begin: int) -> str | None:
    """가나재단(이사장 김다라): the organisation stands before the bracket that names its head."""
    opening = text[max(0, begin - 1) : begin]
    if opening not in ("(", "（") or text[begin - 2 : begin - 1].isspace():
        return None
    before = text[max(0, begin - 1 - _LONGEST_OWNER) : begin - 1].split()
    owner = before[-1].strip("'\"‘’“”") if before else ""
    return owner if len(owner) > 1 and owner.isalnum() else None


def headed_by(line: Sequence[Word], before: int) -> str | None:
    """◇가나도 ▲행정부지사 김다라: in a notice of posts the organisation heads the row."""
    if line[before - 1].text not in _NOTICE_POSTS:
        return None
    heads = [at for at in range(before) if line[at].text in _NOTICE_HEADS]
    if not heads:
        return None
    owner = []
    for word in line[heads[-1] + 1 : before]:
        if not word.is_word:
            break
        owner.append(word.text)
    return " ".join(owner) or None


def _least_shape(title: TitlePhrase) -> float:
    """Beside a post that nobody takes for another word a rare name is believed too: 가나병원장 갈온을."""
    office = title.final.kind in _OFFICES and not title.final.is_weak and not title.final.tail
    return _RARE if office and len(title.final.modifier + title.final.title) >= _A_FULL_POST else _SHAPED


def _fitting(text: str, line: list[Word], title: TitlePhrase, found: tuple[int, Span], known: frozenset[str]) -> bool:
    last, name = found
    following = line[last + 1] if last + 1 < len(line) else None
    if following is not None and following.is_word and line[last].gloss is None and line[last].end == name.end:
        after = read_title_phrase(line, last + 1)
        if after is not None:
            return False  # the title after the name reads it
    surface = text[name.start : name.end]
    follows = text[name.end : line[last].end]
    score = stem_score(surface) if follows in _SECOND else korean_name_score(surface)
    several = last > title.last + 1
    korean = score >= 2.6 or several
    rare = score >= _RARE and _least_shape(title) == _RARE
    particled = line[last].end > name.end or (following is not None and following.text in _AFTER_NAMES)
    if particled and (surface in known or (rare and text[name.end] in _CLEAR_PARTICLES)):
        return True
    if title.final.kind == "culture" and particled and score >= 2.0:
        return True
    if "before" in title.final.flags and (korean or title.head.kind == "kin"):
        return True
    given = last > title.last + 1 and foreign_name_score(line[title.last + 1].text) >= 2
    sure = (
        given or score >= (2.6 if follows in _SECOND else 2.9) or (score >= 2 and text[name.end : name.end + 1] == "씨")
    )
    if sure and not title.final.tail and particled:
        return True
    bulleted = title.first == 0 or not line[title.first - 1].is_word
    closed = (following is None or not following.is_word) and line[last].end == name.end and not title.final.tail
    if closed and bulleted and (several or rare or score >= 2.0):
        return True
    return closed and not title.head.is_weak and (korean or title.head.kind in ("state", "religion"))


def _sighting(text: str, line: list[Word], title: TitlePhrase, found: tuple[int, Span]) -> Sighting:
    last, name = found
    begin = line[title.first].start
    stem = text[begin : title.stem_end]
    gloss = read_gloss(text, line[last])
    latin = gloss[1] if gloss is not None and gloss[0] is Gloss.LATIN else None
    owner = line[title.before - 1] if title.before > 0 and line[title.first].spaced else None
    organisation = bracketed_by(text, begin) if title.before == 0 else headed_by(line, title.before)
    organisation = organisation or office_in_title(title)
    if owner is not None and owner.is_word and organisation_score(owner.text.removesuffix("의")) >= 0.7:
        organisation = owner.text.removesuffix("의")
        begin = owner.start
    posts: tuple[StatedPost, ...] = ()
    if title.head.kind != "kin":
        posts = (StatedPost(organisation, stem, title.status, (Span(line[title.first].start, title.stem_end),)),)
    single = last == title.last + 1 and korean_name_score(text[name.start : name.end]) < 2
    part = NamePart.PART if single and not hanja_name_surname(text[name.start : name.end]) else NamePart.FULL
    extent = Span(begin, max(name.end, line[last].extent_end if line[last].end == name.end else name.end))
    return Sighting(name, name, extent, part, "ko.person.title-name", posts, latin, None)


def read_given_names(text: str, whole: Line, known: frozenset[str]) -> Iterator[Sighting]:
    """올리버 하트윅을: a foreign given name and a word of foreign shape after it, without any title."""
    line = whole.words
    for at in whole.given:
        if at == len(line) - 1 or len(line[at].text) < 2:
            continue
        if at and line[at - 1].is_word and line[at].spaced and foreign_name_score(line[at - 1].text) >= 1:
            continue
        found = name_after(text, line, at, known)
        if found is None or found[0] == at:
            continue
        last, name = found
        tail = text[line[last].start : name.end]
        plain = len(line[at].text) > 2 and _may_end_name(tail) and len(tail) > 1
        if (foreign_name_score(tail) >= 1 and organisation_score(tail) < 1) or plain:
            yield Sighting(name, name, name, NamePart.FULL, "ko.person.given-name")


def read_glossed(text: str, whole: Line) -> Iterator[Sighting]:
    """Each name with a bracket that only a person has: Latin letters, Hanja, an age, a place in a picture."""
    line = whole.words
    for at in whole.glossed:
        gloss = read_gloss(text, line[at])
        if gloss is None:
            continue
        kind, inside = gloss
        if kind is Gloss.HANJA and _goes_on(text, line[at]):
            continue
        if kind is Gloss.HANJA and _is_given_name(text, line, at):
            name = Span(line[at - 1].start, line[at].end)
            extent = Span(name.start, line[at].extent_end)
            yield Sighting(name, name, extent, NamePart.FULL, "ko.person.gloss-hanja")
            continue
        if kind is Gloss.LATIN:
            yield from _latin(line, at, inside)
        else:
            yield from _explained(text, line, at, kind)
        if kind is Gloss.HANJA:
            yield from _in_hanja(text, line[at])


def _is_given_name(text: str, line: Sequence[Word], at: int) -> bool:
    """이바노 렌(伊場野蓮): the given name of a Japanese, whose family name stands before."""
    gloss = line[at].gloss
    if gloss is None or at == 0 or not line[at].spaced or line[at - 1].gloss is not None:
        return False
    signs = text[gloss.start : gloss.end].split(",", maxsplit=1)[0].replace(" ", "")
    return len(signs) > len(line[at].text) and sounds_japanese(line[at - 1].text)


def _goes_on(text: str, word: Word) -> bool:
    """원저우(溫州)시, 한성(漢城)대학: the word goes on after its bracket, and is no name."""
    run = _HANGUL.match(text, word.extent_end)
    tail = run.group() if run is not None else ""
    return not is_particle(tail) and read_title(tail) is None


def _latin(line: list[Word], at: int, latin: str) -> Iterator[Sighting]:
    first = glossed_name(line, at, latin)
    if first is None:
        return
    name = Span(line[first].start, line[at].end)
    yield Sighting(name, name, Span(name.start, line[at].extent_end), NamePart.FULL, "ko.person.gloss", (), latin)


def _in_hanja(text: str, word: Word) -> Iterator[Sighting]:
    if word.gloss is None:
        return
    size = len(text[word.gloss.start : word.gloss.end].split(",", maxsplit=1)[0].split("·", maxsplit=1)[0])
    name = Span(word.gloss.start, word.gloss.start + size)
    yield Sighting(name, name, name, NamePart.FULL, "ko.person.gloss-hanja")


def _spelt_out(text: str, word: Word, kind: Gloss) -> bool:
    """강추(姜秋), 노을(82)씨: the bracket shows that an everyday word is a name here."""
    if word.gloss is None or surname_of(word.text) is None or len(word.text) > _LONGEST_KOREAN or word.text[1:] == "모":
        return False
    if kind is Gloss.HANJA:
        hanja = text[word.gloss.start : word.gloss.end].split(",", maxsplit=1)[0].split("·", maxsplit=1)[0].strip()
        read = read_hanja(hanja)
        return read is not None and len(read) == len(word.text) and read[1:] == word.text[1:]
    after = word.gloss.end + 1
    return kind is Gloss.AGE and text[after : after + 2].strip()[:1] in _ADDRESSES and is_hangul(word.text)


def _explained(text: str, line: list[Word], at: int, kind: Gloss) -> Iterator[Sighting]:
    word = line[at]
    bare = word.text.removesuffix("씨").removesuffix("양").removesuffix("군") if len(word.text) > 3 else word.text
    korean = korean_name_score(bare) >= 2.0 or hanja_name_surname(bare) is not None or _spelt_out(text, word, kind)
    foreign = foreign_name_score(bare) >= 1
    if not korean and not foreign or read_title(bare) is not None and not korean:
        return
    first = at
    while foreign and not korean and first > 0 and line[first].spaced and foreign_name_score(line[first - 1].text) >= 2:
        first -= 1
    if kind is Gloss.POSITION and not korean and first == at and bare in words("titles", "title"):
        return
    name = Span(line[first].start, word.start + len(bare))
    part = NamePart.FULL if korean or first < at else NamePart.PART
    yield Sighting(name, name, Span(name.start, word.extent_end), part, f"ko.person.gloss-{kind}")
