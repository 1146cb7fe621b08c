"""Names that no rule betrays and that letters and neighbours make likely, by a small linear model."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from hoedong.lang.ko.people.candidates import NamePart, Sighting
from hoedong.lang.ko.people.likely_neighbours import Neighbours
from hoedong.lang.ko.people.likely_shapes import (
    all_shape_features,
    is_likely_first,
    kind_of,
    likely_stems,
    weigh_shape,
    weights,
)
from hoedong.lang.ko.people.lines import Line
from hoedong.lang.ko.people.shapes import stem_score
from hoedong.model.span import Span

RULE = "ko.person.likely"
THRESHOLD = 1.5
LEAST_SHAPE = -2.0
"""A word whose letters alone weigh less is never asked for its neighbours."""
MOST_WORDS = 4
_COUNTED = 3
_SHOWN = 4
_CACHE = 20_000


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be a name, in one place, with what its letters and its neighbours tell."""

    name: str
    span: Span
    features: frozenset[str]


def read_likely(text: str, lines: Sequence[Line], found: Sequence[Sighting]) -> Iterator[Sighting]:
    """The names that weigh enough on a page, in every place where no heavier one stands."""
    told = by_name(candidates(text, lines, found))
    weighed = sorted(((-weigh(places), name) for name, places in told.items()))
    covered: set[int] = set()
    for weight, name in weighed:
        if -weight < THRESHOLD:
            return
        because = _because(told[name])
        for place in told[name]:
            if covered.isdisjoint(range(*place.span)):
                covered.update(range(*place.span))
                yield Sighting(place.span, place.span, place.span, _part(name), RULE, because=because)


def _part(name: str) -> NamePart:
    return NamePart.FULL if " " in name or stem_score(name) > 0 else NamePart.PART


def by_name(found: Iterable[Candidate]) -> Mapping[str, Sequence[Candidate]]:
    """The places of each possible name of a page."""
    told: defaultdict[str, list[Candidate]] = defaultdict(list)
    for candidate in found:
        told[candidate.name].append(candidate)
    return told


def weigh(places: Sequence[Candidate]) -> float:
    """The weight of a name of a page: of all that its letters and any of its places tell."""
    known = weights()
    return known.get("bias", 0.0) + sum(known.get(feature, 0.0) for feature in page_features(places))


def page_features(places: Sequence[Candidate]) -> list[str]:
    """What all places of a name tell together, in fixed order."""
    told = frozenset[str]().union(*(place.features for place in places))
    times = min(_COUNTED, len({place.span for place in places}))
    return sorted({*told, f"page names it {times} times"})


def _because(places: Sequence[Candidate]) -> str:
    """What speaks most for a name: "particle topic +0.61, …"."""
    known = weights()
    heaviest = sorted(page_features(places), key=lambda feature: (-known.get(feature, 0.0), feature))[:_SHOWN]
    told = ", ".join(f"{feature} {known.get(feature, 0.0):+.2f}" for feature in heaviest)
    return f"{weigh(places):+.2f} of at least {THRESHOLD:+.2f}: {told}"


def candidates(
    text: str, lines: Sequence[Line], found: Sequence[Sighting], least: float = LEAST_SHAPE
) -> Iterator[Candidate]:
    """Every stretch of the lines that may be a name and is none yet."""
    ends = {s.name.start: s.name.end for s in found}
    taken = {at for s in found for at in range(s.name.start, s.name.end)}
    for line in lines:
        beside = Neighbours(text, line, ends)
        for at, word in enumerate(line.words):
            if word.is_word and not word.fenced and word.start not in taken:
                yield from _from(line, at, beside, least)


def _from(line: Line, at: int, beside: Neighbours, least: float) -> Iterator[Candidate]:
    """도브리닌, and 니시노 사유리: a word, and words of foreign shape side by side, the last with its particle."""
    first = line.words[at]
    for last in range(at, min(len(line.words), at + MOST_WORDS)):
        word = line.words[last]
        if last > at and not _goes_on(line, last):
            return
        whole = [one.text for one in line.words[at:last]]
        for stem in beside.stem_of_known(last) if last > at else likely_stems(word.text):
            if weigh_shape(tuple(whole), stem) >= least:
                span = Span(first.start, word.start + len(stem))
                yield Candidate(" ".join((*whole, stem)), span, _features(tuple(whole), stem, at, last, beside))


def _goes_on(line: Line, last: int) -> bool:
    """Whether a name may go on from the word before `last` to that word."""
    before, word = line.words[last - 1], line.words[last]
    return before.gloss is None and word.spaced and word.is_word and not word.fenced and is_likely_first(before.text)


def _features(whole: tuple[str, ...], stem: str, at: int, last: int, beside: Neighbours) -> frozenset[str]:
    """What letters and neighbours tell, and each coarse neighbour together with the kind of the word."""
    kind = f"{kind_of(stem)} {len(whole) + 1}"
    around = list(beside.of(at, last, len(stem)))
    joined = [f"{kind} & {told}" for told in around if "word ends" not in told]
    return frozenset((*all_shape_features(whole, stem), *around, *joined))


def likely_openings(line: Sequence[str]) -> Iterator[str]:
    """The words of a stretch with which a likely name may begin, whatever stands around it."""
    return (word for at, word in enumerate(line) if _may_begin(tuple(line[at : at + MOST_WORDS])))


@lru_cache(_CACHE)
def _may_begin(line: tuple[str, ...]) -> bool:
    for last, word in enumerate(line):
        if last and not is_likely_first(line[last - 1]):
            return False
        if any(weigh_shape(line[:last], stem) >= LEAST_SHAPE for stem in likely_stems(word)):
            return True
    return False
