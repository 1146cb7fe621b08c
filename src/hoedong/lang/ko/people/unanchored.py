"""Names after a title (배우 김가나, 군수 류가나), and names that a bracket explains without any title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hoedong.lang.ko.people.candidates import NamePart, Sighting, StatedPost
from hoedong.lang.ko.people.glosses import Gloss, read_gloss
from hoedong.lang.ko.people.holders import bears_names, is_of_place, strange_holder
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

_LONGEST_OWNER = 20
_NOTICE_HEADS = frozenset("◇◆■□")
_NOTICE_POSTS = frozenset("▲△▶▷")
_SHORTEST = 2
_AFTER_NAMES = frozenset(("등", "씨", "님", "옹", "경"))
_OFFICES = frozenset(("state", "local", "party", "military", "academia", "union", "religion"))
_SECOND = frozenset(("과", "와", "에게", "께", "씨"))
"""Particles that follow no other particle, and no verb."""
_CLEAR_PARTICLES = "을를이가은는과와씨"
_GIVEN, _FOREIGN, _STRANGE = 2.0, 1.2, 1.4
_KOREAN_LENGTH = 3
_SHAPED, _RARE, _A_FULL_POST = 2.0, 1.2, 3
_NO_SYLLABLES = frozenset("을를은는과와")
COPULA = frozenset(("", "인", "이자"))
"""What may stand behind a title whose holder is named next."""


def read_named_after_title(text: str, whole: Line, known: frozenset[str]) -> Iterator[Sighting]:
    """Each name that follows a title: 부인 프리실라 …, 배우 …, 군수 류가나."""
    line = whole.words
    for title in whole.titles:
        if title.final.tail not in COPULA or title.last + 1 >= len(line):
            continue
        following = title.last + 1
        if line[title.last].gloss is not None or not line[following].spaced or not line[following].is_word:
            continue
        found = name_after(
            text, line, following, known, _least_shape(title), in_office=_is_office(title) or is_of_place(line, title)
        )
        if found is not None and _fitting(text, line, title, found, known):
            yield _sighting(text, line, title, found)
        elif bears_names(line, title) and (holder := strange_holder(text, line, title)) is not None:
            yield _sighting(text, line, title, holder)


def name_after(
    text: str, line: Sequence[Word], at: int, known: frozenset[str], least: float = _SHAPED, *, in_office: bool = False
) -> tuple[int, Span] | None:
    """The name that begins at word `at`, with the index of its last word; None where none does.

    `least` is the shape that a Korean name must have; `in_office` where an unmistakable post stands before the name.
    """
    word = line[at]
    whole = _whole_name(text, word.text, known, least)
    if whole is not None:
        return at, Span(word.start, word.start + whole)
    first = max(foreign_name_score(word.text), foreign_name_score(word.text[: name_end("", word.text)[0]]))
    if first <= 0 and word.text not in known:
        return None
    last = at
    while last + 1 < len(line) and last - at < 3 and _runs_on(line, last, in_office=in_office and last == at):
        last += 1
    if last == at and (first < 1 or _is_compound(word.text)):
        return None
    tail = line[last].text
    end = _foreign_end(text, tail) if last > at and first >= _GIVEN else name_end(text, tail)[0]
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


def _foreign_end(text: str, word: str) -> int:
    """루벤 로델을, 하르트와: after a foreign given name a clear particle is no syllable of a Korean one."""
    ends = name_end(text, word)
    if ends[0] < len(word):
        return ends[0]
    return next((end for end in ends if end > 1 and word[end:] in _NO_SYLLABLES), ends[0])


def _runs_on(line: Sequence[Word], last: int, *, in_office: bool = False) -> bool:
    here, following = line[last], line[last + 1]
    if here.gloss is not None or not following.spaced or not following.is_word:
        return False
    if following.text[: name_end("", following.text)[0]] in _AFTER_NAMES:
        return False
    if name_end("", here.text)[0] < len(here.text) and foreign_name_score(here.text) < 2:
        return False
    if foreign_name_score(here.text) <= 0 and len(here.text) > 1 or read_title(following.text) is not None:
        return False
    stem = following.text[: _foreign_end("", following.text)]
    if in_office and foreign_name_score(here.text) >= _GIVEN and _is_tail_of_holder(following.text, stem):
        return True
    if _is_compound(stem):
        return False
    if foreign_name_score(here.text) >= 2 and 2 <= len(stem) <= 5 and _may_end_name(stem):
        return True
    return foreign_name_score(following.text) > 0 or any(
        foreign_name_score(following.text[:end]) >= 1 or (end == 1 and len(following.text) == 2)
        for end in name_end("", following.text)[:1]
    )


def _is_tail_of_holder(word: str, stem: str) -> bool:
    """외무장관 루카스 바다와: the given name of a holder of an office goes on, whatever the next word means."""
    if not 2 <= len(stem) <= 5 or word[len(stem) :] not in _NO_SYLLABLES | {"이", "가"}:
        return False
    return read_title(stem) is None and organisation_score(stem) < 1 and not ends_phrase(stem)


def _is_compound(stem: str) -> bool:
    """실종사건: two everyday words in one."""
    everyday = words("not_names", "word")
    return len(stem) > 3 and any(stem[:at] in everyday and stem[at:] in everyday for at in range(2, len(stem) - 1))


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
    post = title.final.modifier + title.final.title
    return _RARE if _is_office(title) and not title.final.tail and len(post) >= _A_FULL_POST else _SHAPED


def _is_office(title: TitlePhrase) -> bool:
    return title.final.kind in _OFFICES and not title.final.is_weak


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
    lone_foreign = last == title.last + 1 and len(surface) >= _KOREAN_LENGTH and foreign_name_score(surface) >= _STRANGE
    if title.final.kind == "culture" and particled and (score >= 2.0 or lone_foreign):
        return True
    if _names_follow(title) and particled and score >= _SHAPED and text[name.end] in _CLEAR_PARTICLES:
        return True
    if "before" in title.final.flags and (korean or title.head.kind == "kin"):
        return True
    given = several and _is_foreign(surface.split())
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


def _names_follow(title: TitlePhrase) -> bool:
    """공동창업자 갈다온이: a title of three syllables or more that is no everyday word, and that names follow."""
    longest = len(title.final.modifier + title.final.title)
    return "before" in title.final.flags and not title.final.is_weak and longest >= _A_FULL_POST


def _is_foreign(parts: Sequence[str]) -> bool:
    """Whether words begin with a known given name, or are all of foreign shape: 외무장관 토르벤 마우리츠가."""
    scores = [foreign_name_score(part) for part in parts]
    return scores[0] >= _GIVEN or min(scores) >= _FOREIGN


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
