"""Names that a surname with the same title vouches for: 노조위원장 국봄과 … 국 위원장은."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from hoedong.lang.ko.people.candidates import NamePart, Sighting
from hoedong.lang.ko.people.lexicons import hanja_surnames, words
from hoedong.lang.ko.people.lines import Line
from hoedong.lang.ko.people.organisations import organisation_score
from hoedong.lang.ko.people.shapes import surname_of
from hoedong.lang.ko.people.stems import name_end
from hoedong.lang.ko.people.titles import TitlePhrase, read_title
from hoedong.lang.ko.people.words import Word
from hoedong.names.hangul import is_hangul

_LONGEST = 4
_ALSO_WORDS = frozenset("전한현고양주신이")  # surnames that are everyday words before a title: 전 회장, 이 회장


def vouched_names(text: str, lines: Sequence[Line], sightings: Iterable[Sighting]) -> Iterator[str]:
    """Words beside a title that begin with a surname which the page says with that title, and with no other name.

    >>> # "노조위원장 국봄과 만났다. 국 위원장은 …" gives 국봄, though 국봄 alone has not the shape of a name
    """
    wanted = _surnames_without_names(text, sightings)
    for line in lines if wanted else ():
        for title in line.titles:
            yield from _beside(line.words, title, wanted)


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
