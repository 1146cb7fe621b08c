"""Places in Korean text, by characters alone: countries, towns, districts, landmarks and venues.

The work of choosing the place of one encounter among them is in `place_choice`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hoedong.lang.ko.place_choice import Whereabouts, place_of_clause
from hoedong.lang.ko.place_lexicon import (
    KnownPlace,
    ending_pattern,
    ending_roles,
    place_lexicon,
    site_end_pattern,
    site_groups,
    site_noun_before,
    site_pattern,
    travel_countries,
)
from hoedong.lang.ko.venue_phrases import venue_start
from hoedong.model.mention import PlaceMention
from hoedong.model.span import Span
from hoedong.rules.trace import NO_TRACE, Trace

__all__ = ["Whereabouts", "country_of", "find_places", "place_of_clause"]

_RUN = re.compile(r"[가-힣一-鿿A-Za-z0-9]{1,40}")
_CHAIN_GAP = re.compile(r"의? ?|\([^()\n]{1,24}\) ?")
_PART_OF_PLACE = re.compile(r"(?!대도시|표준시|필요시|유사시)[가-힣]{2,5}(?:주|성|현|시|구|군|읍|면|동|대로|구역)")
_EVENT_ROLES = frozenset({"at", "into", "bare"})
_TOWN_OF_REGION = re.compile(r"[가-힣]{2,6}(?=에서(?![가-힣]))")
_CLOSE_NAMES = 6
_WIDEST_GAP = 28
_QUOTES = frozenset("'\"’”」』>〉》")
_COINED_AFTER = re.compile(r"이란(?= (?:말|점|이름|뜻|것|단어|표현|사실))")


@dataclass(frozen=True, slots=True)
class _Reading:
    """A name in the text that passed: its end without particle, and the place it names."""

    end: int
    place: KnownPlace


def find_places(
    text: str, sentences: Sequence[Span], excluded: Sequence[Span] = (), trace: Trace = NO_TRACE
) -> tuple[PlaceMention, ...]:
    """Find every place in the sentences, in text order; a venue may hold the district or landmark inside it.

    `excluded` are spans of people and organisations, which a place name never overlaps.

    >>> text = "두 사람은 서울 여의도의 한 식당에서 만났다."
    >>> [text[slice(*p.span)] for p in find_places(text, [Span(0, len(text))])]
    ['서울', '여의도', '여의도의 한 식당']
    """
    finder = _Finder(text, excluded, trace)
    found: list[PlaceMention] = []
    for sentence in sentences:
        names = list(finder.names(sentence))
        found += names
        found += finder.sites(sentence, names)
    return tuple(sorted(set(found), key=lambda mention: (mention.span.start, mention.span.end, mention.kind)))


def country_of(word: str) -> str | None:
    """The country that a word of travel or a country's name settles; None for any other word.

    >>> country_of("방한"), country_of("미국"), country_of("출장")
    ('KR', 'US', None)
    """
    if word in travel_countries():
        return travel_countries()[word]
    known = place_lexicon().places.get(word.removesuffix("행"))
    return known.country or None if known and known.kind == "country" else None


class _Finder:
    """Finds places in one text; keeps which towns the text names."""

    def __init__(self, text: str, excluded: Sequence[Span], trace: Trace) -> None:
        self._text, self._trace = text, trace
        self._excluded = sorted(excluded)
        self._starts = [span.start for span in self._excluded]
        self._lexicon = place_lexicon()
        self._written: dict[str, bool] = {}

    def names(self, sentence: Span) -> Iterator[PlaceMention]:
        """Mentions of known places in one sentence."""
        previous: PlaceMention | None = None
        reached = sentence.start
        firsts, heads, singles = self._lexicon.firsts, self._lexicon.names, self._lexicon.places
        text = self._text
        for run in _RUN.finditer(text, sentence.start, sentence.end):
            start = run.start()
            if start < reached:
                continue
            is_near = previous is not None and start - reached <= _WIDEST_GAP
            chained = previous if is_near and self._adjoins(reached, start) else None
            if chained is None and (
                text[start] not in firsts or (text[start : start + 2] not in heads and text[start] not in singles)
            ):
                continue  # most words, by their first character alone
            for mention in self._names_at(start, chained):
                previous, reached = mention, mention.span.end
                yield mention

    def _names_at(self, start: int, chained: PlaceMention | None) -> Iterator[PlaceMention]:
        while True:
            reading = self._read(start, chained)
            if not reading or self._is_excluded(Span(start, reading.end)):
                return
            mention = self._mention(Span(start, reading.end), reading.place, chained)
            self._trace.fired("place", mention.rule, mention.span, mention.kind)
            yield mention
            start, chained = reading.end, mention

    def _read(self, start: int, chained: PlaceMention | None) -> _Reading | None:
        known = self._lexicon.longest_at(self._text, start)
        if known:
            end = start + len(known.name)
            for suffix in (*known.suffixes, ""):
                if not self._text.startswith(suffix, end):
                    continue
                if self._stands(known, start, end + len(suffix), chained, bool(suffix)):
                    return _Reading(end + len(suffix), known)
        return self._part_of(start, chained) if chained else None

    def _stands(self, known: KnownPlace, start: int, end: int, chained: PlaceMention | None, suffixed: bool) -> bool:
        role = self._role_after(end)
        if role is None:
            return False
        if suffixed or (chained and _same_country(chained, known)):
            return True
        if known.name == "이란" and (
            self._text[start - 1 : start] in _QUOTES or _COINED_AFTER.match(self._text, start)
        ):
            return False
        return known.strength in ("firm", "hanja") or (
            known.strength == "weak" and role == "at" and not self._text.startswith("서", end)
        )

    def _role_after(self, end: int) -> str | None:
        """The role of the particle at `end`; None where the word goes on as another word."""
        ending = ending_pattern().match(self._text, end)
        if ending:
            return ending_roles()[ending.group(1)]
        if site_pattern().match(self._text, end) or self._lexicon.longest_at(self._text, end):
            return "bare"
        return None

    def _part_of(self, start: int, chained: PlaceMention) -> _Reading | None:
        town = _TOWN_OF_REGION.match(self._text, start) if _is_foreign_region(chained) else None
        if town and not site_pattern().search(town.group()):
            return _Reading(town.end(), KnownPlace(town.group(), "city", chained.country or "", "chain"))
        part = _PART_OF_PLACE.match(self._text, start)
        while part:
            word = part.group()
            if self._role_after(part.end()) is not None and chained.kind != "site":
                kind = "city" if word[-1] in "시군" else "district"
                if chained.kind != "country" or word[-1] in "주성현시":
                    return _Reading(part.end(), KnownPlace(word, kind, chained.country or "", "chain"))
            part = _PART_OF_PLACE.match(self._text, start, part.end() - 1)
        return None

    def _mention(self, span: Span, place: KnownPlace, chained: PlaceMention | None) -> PlaceMention:
        kind = "region" if place.kind == "district" else place.kind
        city: str | None = None
        if kind == "city":
            city = self._text[span.start : span.end]
        elif chained and chained.city:
            city = chained.city
        elif place.home:
            city = self._town(place.home)
        rule = "ko.place.landmark" if kind == "site" else f"ko.place.{kind}"
        country = place.country or (chained.country if chained else None)
        if chained and kind == "site" and chained.country and chained.kind != "site":
            country = chained.country
        return PlaceMention(span, kind, city, country, rule)

    def _town(self, name: str) -> str | None:
        """The town's name, if the text names it at all: a district alone does not give its town."""
        if not name:
            return None
        if name not in self._written:
            self._written[name] = re.search(re.escape(name) + r"(?!\s*=)", self._text) is not None
        return name if self._written[name] else None

    def sites(self, sentence: Span, names: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
        """Venues of one sentence; the towns and countries before them are told by `names`."""
        groups = site_groups()
        starts = [name.span.start for name in names]
        for match in site_end_pattern().finditer(self._text, sentence.start, sentence.end):
            noun = site_noun_before(self._text, match.start() + 1)
            if not noun or match.start() + 1 - len(noun) < sentence.start:
                continue
            noun_start = match.start() + 1 - len(noun)
            group, role = groups[noun], ending_roles()[match["ending"]]
            if group == "event" and role not in _EVENT_ROLES:
                continue
            near = bisect_right(starts, noun_start)
            close = names[max(0, near - _CLOSE_NAMES) : near]
            floor = self._wider_place_end(close, noun_start, sentence.start)
            start = venue_start(self._text, noun_start, floor, group == "room")
            span = Span(start, match.start("ending"))
            if not len(span) or any(span in name.span and name.kind == "site" for name in close):
                continue
            before = self._place_before(close, span)
            self._trace.fired("place", "ko.place.site", span, group)
            yield PlaceMention(
                span, "site", before.city if before else None, before.country if before else None, "ko.place.site"
            )

    def _wider_place_end(self, names: Sequence[PlaceMention], noun: int, low: int) -> int:
        """Where the last country, or town without a genitive, before a site noun ends."""
        for name in reversed(names):
            end = name.span.end
            if end < noun and (name.kind == "country" or (name.kind == "city" and self._text[end : end + 1] != "의")):
                return end + (self._text[end : end + 1] == " ")
        return low

    def _place_before(self, names: Sequence[PlaceMention], span: Span) -> PlaceMention | None:
        """The nearest known place inside a venue's name or right before it."""
        for name in reversed(names):
            if name.span in span or (name.span.end <= span.start and self._adjoins(name.span.end, span.start)):
                return name
        return None

    def _adjoins(self, end: int, start: int) -> bool:
        return start - end <= _WIDEST_GAP and _CHAIN_GAP.fullmatch(self._text, end, start) is not None

    def _is_excluded(self, span: Span) -> bool:
        index = bisect_right(self._starts, span.end - 1)
        return any(self._excluded[at].overlaps(span) for at in range(max(0, index - 3), index))


def _is_foreign_region(mention: PlaceMention) -> bool:
    """Whether a town that no gazetteer names may follow: 아이다호주 ← 선밸리에서."""
    return mention.kind == "region" and mention.country not in (None, "", "KR")


def _same_country(wider: PlaceMention, known: KnownPlace) -> bool:
    """Whether a name after another place may be a part of it: 독일 에센, not 서울 도쿄."""
    if known.strength == "hanja":
        return False
    return known.kind != "country" and (not known.country or known.country == wider.country)
