"""Names that a surname with the same title vouches for: 노조위원장 국봄과 … 국 위원장은."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from hoedong.lang.ko.people.candidates import NamePart, Sighting
from hoedong.lang.ko.people.lexicons import hanja_surnames, words
from hoedong.lang.ko.people.lines import Line
from hoedong.lang.ko.people.organisations import organisation_score
from hoedong.lang.ko.people.shapes import foreign_name_score, stem_score, surname_of
from hoedong.lang.ko.people.stems import name_end
from hoedong.lang.ko.people.titles import TitlePhrase, read_title
from hoedong.lang.ko.people.words import Word
from hoedong.model.span import Span
from hoedong.names.hangul import is_hangul

_LONGEST, _GIVEN = 4, 2
_SHAPED, _ALSO_A_WORD = 2.0, 2.7
_AN_ORGANISATION = 0.7
_NUMBER = "두"
_CLEAR = frozenset(
    ("은", "는", "이", "가", "을", "를", "과", "와", "의", "도", "에게", "이다", "다", "이었다", "였다", "만")
)
_ALSO_WORDS = frozenset("전한현고양주신이")  # surnames that are everyday words before a title: 전 회장, 이 회장


def vouched_names(text: str, lines: Sequence[Line], sightings: Iterable[Sighting]) -> Iterator[str]:
    """Words beside a title that begin with a surname which the page says with that title, and with no other name.

    >>> # "노조위원장 국봄과 만났다. 국 위원장은 …" gives 국봄, though 국봄 alone has not the shape of a name
    """
    wanted = _surnames_without_names(text, sightings)
    for line in lines if wanted else ():
        for title in line.titles:
            yield from _beside(line.words, title, wanted)


def read_vouched(text: str, lines: Sequence[Line], sightings: Sequence[Sighting]) -> Iterator[Sighting]:
    """개혁당 소대길. 소 대표는: the one word of the page that a surname with a title can mean."""
    apart = [s for s in sightings if s.part is not NamePart.SURNAME or s.rule == "ko.person.surname-title"]
    wanted = {surname for surname, titles in _surnames_without_names(text, apart).items() if titles}
    wanted.discard(_NUMBER)
    named = {surname_of(text[s.name.start : s.name.end]) for s in sightings if s.part is NamePart.FULL}
    wanted -= {surname for surname in wanted if surname in named}
    told: defaultdict[str, dict[str, list[Span]]] = defaultdict(dict)
    for line in lines if wanted else ():
        for at, word in enumerate(line.words):
            if word.is_word and not word.fenced and word.text[:1] in _openings(wanted):
                _note(told, line.words, at, wanted)
    for stems in told.values():
        for span in next(iter(stems.values())) if len(stems) == 1 else ():
            yield Sighting(span, span, span, NamePart.FULL, "ko.person.vouched")


def _openings(wanted: Iterable[str]) -> frozenset[str]:
    return frozenset([surname[0] for surname in wanted])


def _note(told: dict[str, dict[str, list[Span]]], line: Sequence[Word], at: int, wanted: Iterable[str]) -> None:
    word = line[at]
    surname = surname_of(word.text)
    if surname is None or surname not in wanted or foreign_name_score(word.text) >= 1:
        return
    if word.text in words("not_names", "word") or organisation_score(word.text) >= _AN_ORGANISATION:
        return  # 국무회의
    size = len(surname) + _GIVEN
    stem, tail = word.text[:size], word.text[size:]
    ends = tail in _CLEAR if tail else at + 1 == len(line) or not line[at + 1].is_word
    if len(stem) == size and ends and _could_be_name(stem, surname) and _is_shaped(stem, surname):
        told[surname].setdefault(stem, []).append(Span(word.start, word.start + size))


def _is_shaped(stem: str, surname: str) -> bool:
    """Whether a stem looks somewhat like a name: surnames that are everyday words ask for more."""
    if read_title(stem) is not None or stem in words("not_names", "word"):
        return False
    return stem_score(stem) >= (
        _ALSO_A_WORD if surname in _ALSO_WORDS or stem[:2] in words("not_names", "word") else _SHAPED
    )


def _surnames_without_names(text: str, sightings: Iterable[Sighting]) -> Mapping[str, set[str]]:
    titles: defaultdict[str, set[str]] = defaultdict(set)
    named: set[tuple[str, str]] = set()
    for sighting in sightings:
        written = text[sighting.name.start : sighting.name.end]
        if sighting.part is NamePart.SURNAME and sighting.title:
            titles[hanja_surnames().get(written, written)].add(_bare(sighting.title.split()[-1]))
        elif sighting.part is NamePart.FULL and sighting.title:
            named.add((surname_of(written) or "", _bare(sighting.title.split()[-1])))
    return {surname: {title for title in own if (surname, title) not in named} for surname, own in titles.items()}


def _beside(line: Sequence[Word], title: TitlePhrase, wanted: Mapping[str, set[str]]) -> Iterator[str]:
    for at, whole in ((title.before - 1, True), (title.last + 1, False)):
        if not 0 <= at < len(line) or not line[at].is_word or line[at].fenced:
            continue
        word = line[at].text
        surname = surname_of(word)
        if surname is None or not _same_title(title, wanted.get(surname, ())):
            continue
        stem = word if whole else word[: min(end for end in name_end("", word) if end > len(surname))]
        if _could_be_name(stem, surname):
            yield stem


def _same_title(title: TitlePhrase, stated: Iterable[str]) -> bool:
    """Whether a title is one of those stated, or a longer form of it: 노조위원장 for 위원장."""
    full = title.final.modifier + title.final.title
    return any(full.endswith(own) for own in stated)


def _bare(title: str) -> str:
    read = read_title(title)
    return read.title if read is not None else title


def _could_be_name(stem: str, surname: str) -> bool:
    if not len(surname) < len(stem) <= _LONGEST or not is_hangul(stem) or stem in words("titles", "title"):
        return False
    everyday = stem in words("not_names", "word") or stem in words("phrase_breakers", "form", "kind", "word")
    return organisation_score(stem) < 0.7 and not (everyday and surname in _ALSO_WORDS)
