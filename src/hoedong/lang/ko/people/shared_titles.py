"""Names before a name that share its title: 김다라·이바름 대표, 김다라 배도윤 대표."""

from __future__ import annotations

from collections.abc import Iterator

from hoedong.lang.ko.people.candidates import NamePart, Sighting
from hoedong.lang.ko.people.organisations import organisation_score
from hoedong.lang.ko.people.owners import Anchor, Owner, owner_between
from hoedong.lang.ko.people.phrases import NameChoice, choose_name, phrase_start
from hoedong.lang.ko.people.shapes import korean_name_score
from hoedong.lang.ko.people.stated_posts import is_address, post_of, title_text
from hoedong.lang.ko.people.titles import read_title_phrase
from hoedong.lang.ko.people.words import Word
from hoedong.model.span import Span

LISTS = frozenset("·,ㆍ、・")
_LONGEST_LIST = 14


def row_members(anchor: Anchor, start: int, choice: NameChoice) -> Iterator[Sighting]:
    """김다라 배도윤 표하람 대표: names in a row, without marks, share the title."""
    if choice.is_foreign or choice.last != anchor.title.before - 1:
        return
    for word in reversed(anchor.line[start : choice.first]):
        if korean_name_score(word.text) < 2.9 or organisation_score(word.text) >= 0.7 or word.gloss is not None:
            return
        name = Span(word.start, word.end)
        posts = () if is_address(anchor) else (post_of(anchor, Owner(None, None)),)
        yield Sighting(name, name, name, NamePart.FULL, "ko.person.shared-title", posts, None, title_text(anchor))


def list_members(anchor: Anchor, start: int, shared: Owner | None) -> Iterator[Sighting]:
    """가나다·나다라·다라마 장관: the names before, joined by marks, share the title."""
    line, end, steps = anchor.line, start, 0
    while end > 1 and line[end - 1].text in LISTS and steps < _LONGEST_LIST:
        steps += 1
        stop = end - 1
        begin = phrase_start(line, stop)
        if begin == stop or stop - begin > 4:
            return
        choice = choose_name(line, begin, stop, anchor.known, "fresh")
        if choice is None or choice.score < 2.6 or _titled(line, begin, stop):
            return
        owner = _member_owner(anchor, begin, stop, choice)
        if owner.span is None and shared is not None:
            owner = Owner(shared.name, None)
        name = Span(line[choice.first].start, line[choice.last].end)
        extent = Span(line[begin].start, line[stop - 1].extent_end)
        posts = () if is_address(anchor) else (post_of(anchor, owner),)
        yield Sighting(name, name, extent, NamePart.FULL, "ko.person.shared-title", posts, None, title_text(anchor))
        end = begin


def _titled(line: list[Word], begin: int, stop: int) -> bool:
    title = read_title_phrase(line, stop - 1)
    return title is not None and not title.head.is_weak and begin < stop - 1


def _member_owner(anchor: Anchor, begin: int, stop: int, choice: NameChoice) -> Owner:
    if choice.last + 1 < stop:
        return owner_between(anchor, choice.last + 1, stop)
    if begin < choice.first and len(anchor.line[choice.first - 1].text) > 1:
        return owner_between(anchor, begin, choice.first)
    gloss = anchor.line[choice.last].gloss
    if gloss is not None and organisation_score(anchor.text[gloss.start : gloss.end].split(" ")[0] or " ") >= 0.4:
        return Owner(anchor.text[gloss.start : gloss.end], gloss)
    return Owner(None, None)
