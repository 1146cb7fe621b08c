"""Foreign names after a title, no part of which is known: 상원의장 라우타로 벨루켄에게."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hoedong.lang.ko.people.eastern import sounds_japanese
from hoedong.lang.ko.people.lexicons import words
from hoedong.lang.ko.people.looks import Look, look_at
from hoedong.lang.ko.people.organisations import is_country, organisation_score
from hoedong.lang.ko.people.stems import name_end
from hoedong.lang.ko.people.strange import is_strange_name, may_be_strange
from hoedong.lang.ko.people.titles import TitlePhrase
from hoedong.lang.ko.people.words import Word
from hoedong.model.span import Span

_MOST_WORDS = 4
_AN_ORGANISATION = 0.7
_ENDS_A_NAME = frozenset(("등", "씨", "옹", "경", "여사"))
_PERSONAL = frozenset(
    (
        "",
        "은",
        "는",
        "이",
        "가",
        "을",
        "를",
        "과",
        "와",
        "의",
        "도",
        "에게",
        "께",
        "께서",
        "과도",
        "와도",
        "과의",
        "와의",
        "씨",
    )
)


def strange_holder(text: str, line: Sequence[Word], title: TitlePhrase) -> tuple[int, Span] | None:
    """The foreign name of two to four words behind a title, with the index of its last word; None without one."""
    first = title.last + 1
    if not may_be_strange(look_at(line[first].text)):
        return None
    for last in range(first + 1, min(first + _MOST_WORDS, len(line))):
        if not line[last].is_word or not line[last].spaced or line[last - 1].gloss is not None or line[last].fenced:
            return None
        for end in _ends(text, line, last):
            name = [look_at(word.text) for word in line[first:last]] + [look_at(line[last].text[:end])]
            if _ends_strangely(name) and is_strange_name(name, owned=_is_of_abroad(line, title), cut=True):
                return last, Span(line[first].start, line[last].start + end)
    return None


def _ends_strangely(name: Sequence[Look]) -> bool:
    """Whether the last word sounds foreign, or the words before it leave no doubt: 편에 건네받았다 does not."""
    return name[-1].foreign >= 1 or name[0].is_given or all(sounds_japanese(look.text) for look in name)


def _ends(text: str, line: Sequence[Word], last: int) -> Iterator[int]:
    """Where the name may end in a word: before the particle of a person, or with a word that nothing goes on."""
    word = line[last].text
    for end in name_end(text, word):
        is_whole = end == len(word)
        if _is_closed(line, last) if is_whole else end > 1 and word[end:] in _PERSONAL:
            yield end


def _is_closed(line: Sequence[Word], last: int) -> bool:
    """Whether the name cannot run on behind a word: a mark, a form of address or an everyday word follows."""
    if line[last].gloss is not None or last + 1 >= len(line) or not line[last + 1].is_word:
        return True
    following = look_at(line[last + 1].text)
    is_noun = following.text in words("not_names", "word") or (len(following.text) == 2 and following.foreign == 0)
    return is_noun or following.text in _ENDS_A_NAME


def _is_of_abroad(line: Sequence[Word], title: TitlePhrase) -> bool:
    """가나국 상원의장, 주한 가나국대사: the office is one of a country or of an organisation."""
    modifier = title.head.modifier.removeprefix("주")
    before = line[title.before - 1].text.removesuffix("의") if title.before > 0 and line[title.first].spaced else ""
    return any(
        is_country(owner) or organisation_score(owner) >= _AN_ORGANISATION for owner in (modifier, before) if owner
    )


def is_of_place(line: Sequence[Word], title: TitlePhrase) -> bool:
    """시드니 시장, 주한 가나국대사: a town before its mayor, who is no market, and an envoy with a country."""
    before = line[title.before - 1].text if title.before > 0 and line[title.first].spaced else ""
    if title.head.title in words("titles", "title", "flags", "envoy"):
        return is_country(title.head.modifier) or is_country(before) or before[:1] == "주"
    return title.head.kind == "local" and not title.head.modifier and before in words("gazetteer", "name")


def bears_names(line: Sequence[Word], title: TitlePhrase) -> bool:
    """Whether the name of its bearer may follow a title: an office, a calling, or kin, and no everyday word."""
    certain = not title.final.is_weak or is_of_place(line, title)
    return certain and "crowd" not in title.final.flags and title.final.kind != "honorific"
