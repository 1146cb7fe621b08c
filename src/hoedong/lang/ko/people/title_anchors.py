"""Names that a title betrays: 이재용 삼성전자 회장, 삼성전자 김가나 회장, 이 회장, 盧대통령, 부시대통령."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hoedong.lang.ko.people.candidates import NamePart, Sighting, StatedPost
from hoedong.lang.ko.people.eastern import is_chinese_name
from hoedong.lang.ko.people.glosses import Gloss, glossed_name, read_gloss
from hoedong.lang.ko.people.glued import Glued, may_be_mononym, read_glued
from hoedong.lang.ko.people.lexicons import hanja_surnames, words
from hoedong.lang.ko.people.lines import Line
from hoedong.lang.ko.people.organisations import is_country, organisation_score
from hoedong.lang.ko.people.owners import Anchor, Owner, organisation_of
from hoedong.lang.ko.people.phrases import BODIES, LAST_PART, LONGEST_PHRASE, NameChoice, choose_name, phrase_start
from hoedong.lang.ko.people.shapes import foreign_name_score, korean_name_score, stem_score
from hoedong.lang.ko.people.shared_titles import LISTS, list_members, row_members
from hoedong.lang.ko.people.stated_posts import is_address, post_of, title_text
from hoedong.lang.ko.people.stems import name_end
from hoedong.lang.ko.people.titles import TitlePhrase, read_title
from hoedong.lang.ko.people.words import Word, particle_ends
from hoedong.model.span import Span

_NAMED, _NAMED_AT_FIRM, _AN_ORGANISATION = 2.0, 2.9, 0.7
_ADDRESSES, _COPULAS = frozenset(("씨", "옹")), frozenset(("인", "이자", "이던"))
_RARE_ADDRESSED, _FULL_LENGTH = 1.2, 3
_POINTING = frozenset("이한전양현")
"""Surnames that point, count or tell of the past before a calling: 이 배우, 한 승무원."""
_NO_FOREIGN_END = "이가에의로은는자며면고서"
"""How particles and verbs end, and no given name that stands before a surname: 묻자 마 의원은."""


def read_title_anchors(text: str, line: Line, known: frozenset[str]) -> Iterator[Sighting]:
    """Each name that stands before a title in one line of words."""
    for title in line.titles:
        yield from _read(Anchor(text, line.words, _past_count(line.words, title), known))


def _past_count(line: list[Word], title: TitlePhrase) -> TitlePhrase:
    """김다라·배도윤 두 대표: a word of number between a list of names and their title."""
    at = title.before - 1
    is_counted = at > 2 and line[at].text in words("group_counts", "form") and line[at - 2].text in LISTS
    return replace(title, before=at) if is_counted and korean_name_score(line[at - 1].text) >= _NAMED else title


def _read(anchor: Anchor) -> Iterator[Sighting]:
    title, line = anchor.title, anchor.line
    word = line[title.first]
    glued = read_glued(word, title.head, anchor.known) if title.head.modifier else None
    if glued is not None:
        yield _from_glued(anchor, _with_given_name(anchor, glued))
        return
    start = phrase_start(line, title.before)
    if start == title.before:
        return
    alone = _mononym(anchor) or _surname_alone(anchor, start)
    if alone is not None:
        yield alone
        return
    choice = choose_name(line, start, title.before, anchor.known, _opening(anchor, start))
    if choice is None or not _believable(anchor, choice) or _is_owner_of_next(anchor, choice):
        addressed = _addressed(anchor)
        yield from () if addressed is None else (addressed,)
        return
    choice, latin = _with_gloss(anchor, choice)
    organisation = organisation_of(anchor, start, choice)
    yield _full(anchor, choice, organisation, latin)
    yield from row_members(anchor, start, choice)
    yield from list_members(anchor, start, organisation if choice.first > start else None)


def _opening(anchor: Anchor, start: int) -> str:
    """What opens the name phrase: a title of the person (교사 | 왐부 카나우 씨), or something else."""
    if anchor.title.before - start >= LONGEST_PHRASE:
        return ""
    before = anchor.line[start - 1] if start > 0 and anchor.line[start].spaced else None
    title = read_title(before.text) if before is not None and before.is_word and before.gloss is None else None
    if title is None or title.tail:
        return "fresh"
    return "led" if not title.is_weak or anchor.title.head.title in _ADDRESSES else "fresh"


def _with_given_name(anchor: Anchor, glued: Glued) -> Glued:
    """마리아 페르난다씨: the given name stands before the word that the title ends."""
    at = anchor.title.first - 1
    if glued.part is not NamePart.PART or at < 0 or not anchor.line[at + 1].spaced:
        return glued
    if anchor.line[at].gloss is not None or foreign_name_score(anchor.line[at].text) < 2:
        return glued
    return Glued(Span(anchor.line[at].start, glued.name.end), NamePart.FULL, glued.organisation, glued.rule)


def _with_gloss(anchor: Anchor, choice: NameChoice) -> tuple[NameChoice, str | None]:
    gloss = read_gloss(anchor.text, anchor.line[choice.last])
    if gloss is None or gloss[0] is not Gloss.LATIN:
        return choice, None
    first = glossed_name(anchor.line, choice.last, gloss[1])
    if first is None:
        return choice, gloss[1] if choice.first < choice.last or not choice.is_foreign else None
    return NameChoice(first, choice.last, choice.score, choice.is_foreign), gloss[1]


def _believable(anchor: Anchor, choice: NameChoice) -> bool:
    head = anchor.title.head
    adjacent = choice.last == anchor.title.before - 1
    if "crowd" in head.flags:
        return False
    if head.kind == "kin" or head.kind == "honorific" and head.title != "씨":
        return choice.score >= 3.2 and adjacent
    if head.is_weak and not adjacent:
        between = anchor.line[choice.last + 1 : anchor.title.before]
        at_a_firm = all(organisation_score(word.text) >= _AN_ORGANISATION for word in between)
        return choice.score >= (_NAMED_AT_FIRM if at_a_firm else 3.4)
    if head.is_weak and head.modifier and choice.score < 3:
        return False
    return not choice.is_foreign or choice.first < choice.last or _single_foreign(anchor, choice, adjacent)


def _single_foreign(anchor: Anchor, choice: NameChoice, adjacent: bool) -> bool:
    """One foreign word before a title is a name only where the page or the post makes it one: 노바백스 CEO is none."""
    word, head = anchor.line[choice.first], anchor.title.head
    if LAST_PART + word.text in anchor.known:
        return True
    if head.kind == "local" and word.text in words("gazetteer", "name"):
        return False  # 시카고 시장
    if word.text in words("foreign_given_names", "name"):
        return True
    owned = choice.first > 0 and anchor.line[choice.first].spaced and _is_owner(anchor.line[choice.first - 1].text)
    if adjacent and owned and organisation_score(word.text) < 0.7 and not head.is_weak:
        return True  # 가나지회 부이뜨란 사무장: the organisation stands before
    if head.is_weak:
        return False
    if is_chinese_name(word.text):
        return True
    if head.kind in ("company", "role", "union"):
        return False
    of_state = all(is_country(other.text) for other in anchor.line[choice.last + 1 : anchor.title.before])
    enough = choice.score >= (1.5 if of_state else 2.3)
    return adjacent or (enough and len(particle_ends(word.text)) == 1)


def _mononym(anchor: Anchor) -> Sighting | None:
    """가온 스님: one word of two syllables before a title whose bearers have no surname."""
    title, word = anchor.title, anchor.line[anchor.title.before - 1]
    if "mononym" not in title.head.flags or title.head.modifier or not may_be_mononym(word.text):
        return None
    name = Span(word.start, word.end)
    post = post_of(anchor, Owner(None, None))
    return Sighting(name, name, name, NamePart.FULL, "ko.person.mononym", (post,), None, title_text(anchor))


def _is_owner_of_next(anchor: Anchor, choice: NameChoice) -> bool:
    """누림당 선대위원장인 김다온 의원, 다온고 투수 이서율: the holder of the post is named behind it."""
    title, line = anchor.title, anchor.line
    following = title.last + 1
    if choice.first != choice.last or organisation_score(line[choice.first].text) < _AN_ORGANISATION:
        return False
    if following >= len(line) or not line[following].is_word or not line[following].spaced:
        return False
    is_open = title.final.tail in _COPULAS or (not title.final.tail and "before" in title.final.flags)
    ends = name_end(anchor.text, line[following].text)
    return is_open and any(korean_name_score(line[following].text[:end]) >= _NAMED for end in ends)


def _addressed(anchor: Anchor) -> Sighting | None:
    """배나만 씨, 사도란 옹: before a form of address no particle ends a word, so that a name needs little shape."""
    title, word = anchor.title, anchor.line[anchor.title.before - 1]
    if title.head.title not in _ADDRESSES or title.head.modifier or not anchor.line[title.first].spaced:
        return None
    if len(word.text) != _FULL_LENGTH or word.gloss is not None or read_title(word.text) is not None:
        return None
    if stem_score(word.text) < _RARE_ADDRESSED or organisation_score(word.text) >= _AN_ORGANISATION:
        return None
    name = Span(word.start, word.end)
    return Sighting(name, name, name, NamePart.FULL, "ko.person.name-title", (), None, title_text(anchor))


def _is_owner(text: str) -> bool:
    return organisation_score(text.removesuffix("의")) >= 0.7


def _surname_alone(anchor: Anchor, start: int) -> Sighting | None:
    """이 회장, 李 회장, 황보 대변인: a surname and nothing else before the title."""
    line, title = anchor.line, anchor.title
    word = line[title.before - 1]
    surname = hanja_surnames().get(word.text, word.text)
    if surname not in words("surnames", "surname") or word.gloss is not None or "crowd" in title.head.flags:
        return None
    if word.text in BODIES and title.before - 2 >= start and korean_name_score(line[title.before - 2].text) >= 2.9:
        return None  # 김다라 도 농정국장
    foreign_before = title.before - 2 >= start and _opens_foreign(line[title.before - 2].text, word.text, anchor.known)
    if len(word.text) == 1 and foreign_before and title.before == title.first:
        return None
    if len(word.text) == 1 and title.head.is_weak and title.head.kind in ("honorific", "kin"):
        return None
    if word.text in _POINTING and title.head.kind in ("role", "culture"):
        return None
    name = Span(word.start, word.end)
    return _partial(anchor, name, NamePart.SURNAME, "ko.person.surname-title")


def _opens_foreign(text: str, last: str, known: frozenset[str]) -> bool:
    """젠슨 황 CEO is no 황 CEO."""
    if foreign_name_score(text) >= 2 or f"{text} {last}" in known:
        return True
    return foreign_name_score(text) >= 1.3 and organisation_score(text) < 0.3 and text[-1] not in _NO_FOREIGN_END


def _partial(anchor: Anchor, name: Span, part: NamePart, rule: str) -> Sighting:
    title = anchor.title
    shown = Span(name.start, title.stem_end)
    return Sighting(name, shown, Span(name.start, _extent_end(anchor)), part, rule, (), None, title_text(anchor))


def _extent_end(anchor: Anchor) -> int:
    last = anchor.line[anchor.title.last]
    return last.extent_end if last.gloss is not None and not anchor.title.final.tail else anchor.title.stem_end


def _from_glued(anchor: Anchor, glued: Glued) -> Sighting:
    title_start = glued.name.end
    shown = Span(glued.name.start, anchor.title.stem_end)
    titles = title_text(anchor, title_start)
    if glued.part is NamePart.FULL:
        post = StatedPost(glued.organisation, titles, anchor.title.status, (Span(title_start, anchor.title.stem_end),))
        addressed = anchor.title.head.kind in ("honorific", "kin")
        return Sighting(
            glued.name,
            glued.name,
            Span(glued.name.start, _extent_end(anchor)),
            glued.part,
            glued.rule,
            () if addressed else (post,),
            None,
            titles,
        )
    posts: tuple[StatedPost, ...] = ()
    if glued.part is NamePart.PART and anchor.title.head.kind not in ("honorific", "kin"):
        posts = (
            StatedPost(glued.organisation, titles, anchor.title.status, (Span(title_start, anchor.title.stem_end),)),
        )
    return Sighting(
        glued.name, shown, Span(shown.start, _extent_end(anchor)), glued.part, glued.rule, posts, None, titles
    )


def _full(anchor: Anchor, choice: NameChoice, owner: Owner, latin: str | None) -> Sighting:
    line = anchor.line
    name = Span(line[choice.first].start, line[choice.last].end)
    begin = name.start if owner.span is None or owner.apart else min(name.start, owner.span.start)
    alone = choice.is_foreign and choice.first == choice.last
    rule = "ko.person.name-title" if choice.last == anchor.title.before - 1 else "ko.person.name-organisation-title"
    extent = Span(begin, _extent_end(anchor))
    part = NamePart.PART if alone else NamePart.FULL
    shown = Span(name.start, anchor.title.stem_end) if alone and rule == "ko.person.name-title" else name
    posts = () if is_address(anchor) else (post_of(anchor, owner),)
    return Sighting(name, shown, extent, part, rule, posts, latin, title_text(anchor))
