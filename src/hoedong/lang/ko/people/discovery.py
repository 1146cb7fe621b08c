"""Names of a page found on its characters: beside titles, in brackets, in line-ups, and wherever again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hoedong.lang.ko.people.candidates import NAMED, NameCandidates, NamePart, Sighting
from hoedong.lang.ko.people.glossed import read_glossed
from hoedong.lang.ko.people.introduced import read_introduced
from hoedong.lang.ko.people.lines import Line, line_of
from hoedong.lang.ko.people.lineups import read_lineups
from hoedong.lang.ko.people.occurrences import Occurrences
from hoedong.lang.ko.people.organisations import organisation_stem
from hoedong.lang.ko.people.phrases import FIRM, LAST_PART
from hoedong.lang.ko.people.propagation import propagate
from hoedong.lang.ko.people.shapes import foreign_name_score
from hoedong.lang.ko.people.sharing import share_organisations
from hoedong.lang.ko.people.title_anchors import read_title_anchors
from hoedong.lang.ko.people.unanchored import read_given_names, read_named_after_title
from hoedong.lang.ko.people.vouched import read_vouched, vouched_names
from hoedong.lang.ko.people.well_known import read_well_known
from hoedong.lang.ko.people.withheld import find_withheld
from hoedong.lang.ko.people.words import Word, read_words
from hoedong.model.document import Document
from hoedong.model.time import TimeExpression, TimeKind


def discover_names(document: Document, times: Sequence[TimeExpression]) -> NameCandidates:
    """Find the names that characters alone betray, in the blocks that are read."""
    lines = _lines(document, times)
    plain = [_Plain.of(document.text, line) for line in lines]
    first = [_read_line(document.text, line, own, frozenset()) for line, own in zip(lines, plain, strict=True)]
    firms = _stated_firms(document.text, [s for line in first for s in line])
    first = [_but_for_firms(document.text, line, firms) for line in first]
    found = [s for line in first for s in line]
    known = _known_words(document.text, found) | frozenset(vouched_names(document.text, lines, found))
    again = _read_again(document.text, lines, plain, first, known)
    sightings = _but_for_firms(document.text, again, firms)
    sightings += read_vouched(document.text, lines, sightings)
    settled = share_organisations(document.text, settle([*sightings, *find_withheld(document)]))
    return NameCandidates(settle([*settled, *propagate(document, settled)]))


def _but_for_firms(text: str, sightings: Sequence[Sighting], firms: frozenset[str]) -> list[Sighting]:
    """누리베타 CEO와도 names nobody where the page says 벤 카터 누리베타 CEO: a firm; nor is 카터 누리베타 one name."""
    return [s for s in sightings if s.latin is not None or _last(text, s) not in firms]


def _stated_firms(text: str, sightings: Sequence[Sighting]) -> frozenset[str]:
    """The organisations of people whose names are vouched for."""
    return frozenset(
        post.organisation for s in sightings if _is_sure(text, s) for post in s.posts if post.organisation is not None
    )


def _read_again(
    text: str,
    lines: Sequence[Line],
    plain: Sequence[_Plain],
    first: Sequence[list[Sighting]],
    known: frozenset[str],
) -> list[Sighting]:
    """Read the lines that show a known name once more, now that it is known."""
    places = Occurrences(text, [name for name in known if not name.startswith(LAST_PART)])
    return [
        s
        for line, own, found in zip(lines, plain, first, strict=True)
        for s in (_read_line(text, line, own, known) if places.is_any_within(line.span) else found)
    ]


def _lines(document: Document, times: Sequence[TimeExpression]) -> list[Line]:
    words = [
        line
        for block in document.blocks
        if block.role.is_read
        for line in read_words(document.text, block.span.start, block.span.end)
        if line
    ]
    dates = sorted(time.span for time in times if time.kind in (TimeKind.DATE, TimeKind.CLOCK))
    _fence(words, [(span.start, span.end) for span in dates])
    return [line_of(document.text, line) for line in words]


def _fence(lines: list[list[Word]], spans: list[tuple[int, int]]) -> None:
    if not spans:
        return
    with_digits = [word for line in lines for word in line if not word.text.isalpha()]
    ordered = sorted(with_digits, key=lambda word: word.start)
    at = 0
    for word in ordered:
        while at < len(spans) and spans[at][1] <= word.start:
            at += 1
        if at < len(spans) and spans[at][0] <= word.start and word.end <= spans[at][1] + 3:
            word.fenced = word.start < spans[at][1] and any(c.isdigit() for c in word.text)


@dataclass(slots=True)
class _Plain:
    """The names of a line that do not hang on what the page knows: read once, where the line is read twice."""

    glossed: list[Sighting]
    well_known: list[Sighting]

    @classmethod
    def of(cls, text: str, line: Line) -> _Plain:
        return cls(list(read_glossed(text, line)), list(read_well_known(line.words)))


def _read_line(text: str, line: Line, plain: _Plain, known: frozenset[str]) -> list[Sighting]:
    return [
        *read_title_anchors(text, line, known),
        *read_named_after_title(text, line, known),
        *plain.glossed,
        *read_given_names(text, line, known),
        *read_lineups(text, line, known),
        *read_introduced(text, line),
        *plain.well_known,
    ]


def _known_words(text: str, sightings: Sequence[Sighting]) -> frozenset[str]:
    """Words that stood as a name or as its last part."""
    known: set[str] = set()
    firms = _short_firm_names(sightings)
    sure = {_last(text, s) for s in sightings if s.part is NamePart.FULL and _is_sure(text, s)}
    for sighting in sightings:
        name = text[sighting.name.start : sighting.name.end]
        parts = name.split()
        if len(parts) > 1 and parts[-1] in firms:
            continue  # 신가나 다라 연구소장, where 다라그룹 is told of
        if sighting.part not in NAMED or (parts[-1] in sure and len(parts) > 1 and not _is_sure(text, sighting)):
            continue
        if len(parts) > 1:
            known.update((name, LAST_PART + parts[-1]))
        if len(parts[-1]) > 1 and (len(parts) == 1 or _is_sure(text, sighting)):
            known.add(parts[-1])
    known.update(FIRM + firm for firm in firms)
    return frozenset(known)


def _short_firm_names(sightings: Sequence[Sighting]) -> set[str]:
    """How the names of the organisations begin that posts state: 가나, for 가나그룹 and 가나바이오."""
    stated = {post.organisation for sighting in sightings for post in sighting.posts if post.organisation}
    return {stem for stem in map(organisation_stem, stated) if stem}


def _last(text: str, sighting: Sighting) -> str:
    return text[sighting.name.start : sighting.name.end].rsplit(maxsplit=1)[-1]


def _is_sure(text: str, sighting: Sighting) -> bool:
    """Whether a name of several words is vouched for by a gloss or a given name: 메타 저커버그 is not."""
    parts = text[sighting.name.start : sighting.name.end].split()
    return len(parts) > 1 and (sighting.latin is not None or foreign_name_score(parts[0]) >= 2)


def settle(sightings: Sequence[Sighting]) -> tuple[Sighting, ...]:
    """Text order, one sighting a place: the first found wins, but one with posts or a gloss is preferred."""
    taken: list[Sighting] = []
    covered: set[int] = set()
    for sighting in sorted(sightings, key=_preference):
        places = range(sighting.name.start, sighting.name.end)
        if covered.isdisjoint(places):
            taken.append(sighting)
            covered.update(places)
    return tuple(sorted(taken, key=lambda sighting: sighting.name.start))


_RANK = {NamePart.FULL: 0, NamePart.PART: 1, NamePart.SURNAME: 2, NamePart.WITHHELD: 3}


def _preference(sighting: Sighting) -> tuple[int, int, bool, int]:
    """Sorts a sighting that tells more before one that tells less."""
    size = sighting.name.end - sighting.name.start
    return _RANK[sighting.part], -len(sighting.posts), sighting.latin is None, -size
