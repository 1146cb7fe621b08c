"""Korean reports of business and state trips, by the rules of rules/trip.toml."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from importlib.resources import files

from hoedong.lang.ko.subjects import Subjects
from hoedong.lang.ko.trip_dates import dates_of, with_length
from hoedong.lang.ko.trip_merge import TripReport, merge_reports
from hoedong.lang.ko.trip_words import adnominal_end, expand_trip_pattern, visit_countries
from hoedong.model.analysis import Sentence
from hoedong.model.document import BlockRole, Document
from hoedong.model.evidence import Evidence
from hoedong.model.mention import MentionForm, PersonMention, PlaceMention
from hoedong.model.span import Span, starting_in
from hoedong.model.time import TimeExpression
from hoedong.model.trip import Trip
from hoedong.rules.rule_file import Rule, load_rules
from hoedong.rules.trace import NO_TRACE, Trace

_GATE = re.compile(
    r"방[한미중일북러남불]|訪|방문|순방|출장|출국|귀국|입국|귀환|도착|체류|머[무문물뭅]|찾[은아았는을]|건너|떠[난났나]|날아|다녀"
    r"|에\s(?:온|올|왔|와|오|가|간|갔)|로\s(?:온|올|왔|와|오|가|간|갔)|돌며|돌아|땅을|들어[온왔]|내[린렸려]|옮겨|향했|이륙|이동해"
)  # each way begins with a character of its own, so that the search skips what begins none
_PERSON_GAP = re.compile(
    r"(?:의|이|가)?\s?(?:(?:첫|직전|지난|최근|마지막|이번|국빈|공식|전격|단독|내일|오늘|모레|[0-9]{1,2}일|등)\s?){0,2}"
)
_ADNOMINAL_GAP = re.compile(r"\s?(?:[^\s,.\"“]{0,14}[^은는이가을를과와에도들고\s,.\"“]\s){0,4}")
_TOGETHER = re.compile(r"(?:와|과)\s(?:함께|같이|나란히)")
_ATTENDED = re.compile(r"(?:을|를)\s(?:수행|동행)해\s")
_LOOK_AHEAD = 80  # characters behind words of travel in which a cancellation is looked for
_PLACE_KINDS = frozenset({"country", "city", "region"})
_KOREAN_NAME = re.compile(r"[가-힣]{2,3}|[가-힣]{2}\s[가-힣]{2}")


def find_trips(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[PersonMention],
    times: Sequence[TimeExpression],
    places: Sequence[PlaceMention],
    trace: Trace = NO_TRACE,
) -> tuple[Trip, ...]:
    """Find the trips that a Korean document reports, each traveller's trip once, in the order of their first report.

    `한 회장은 지난달 31일 출장길에 올라 … 13일 귀국했다` is one trip with both its dates.
    """
    return _Finder(document, sentences, mentions, times, places, trace).find()


@cache
def trip_rules() -> tuple[Rule, ...]:
    """The rules of rules/trip.toml, in order."""
    return load_rules(files("hoedong.lang.ko") / "rules" / "trip.toml")


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(expand_trip_pattern(source))


class _Finder:
    """The trips of one document."""

    def __init__(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        mentions: Sequence[PersonMention],
        times: Sequence[TimeExpression],
        places: Sequence[PlaceMention],
        trace: Trace,
    ) -> None:
        self.document, self.text, self.sentences = document, document.text, sentences
        self.subjects = Subjects(document, sentences, [m for m in mentions if m.person])
        self.times, self.places, self.trace = times, places, trace

    @cached_property
    def _foreign(self) -> frozenset[str | None]:
        """The people whose names are not of the Korean pattern."""
        named = (m for m in self.subjects.mentions if m.form is MentionForm.NAME)
        return frozenset(m.person for m in named if not _KOREAN_NAME.fullmatch(self.document[m.span]))

    def find(self) -> tuple[Trip, ...]:
        reports: list[TripReport] = []
        for index, sentence in enumerate(self.sentences):
            if _GATE.search(self.text, sentence.span.start, sentence.span.end):
                reports += self._reports(index, sentence.span)
        return merge_reports(reports)

    def _reports(self, index: int, sentence: Span) -> Iterator[TripReport]:
        destinations = self._destinations(sentence)
        for rule in trip_rules():
            for match, place in self._matches(rule, sentence, destinations):
                travellers = self._travellers(rule, index, match, place)
                for person in travellers:
                    if not self._is_domestic(person, place):
                        self.trace.fired("trip", rule.id, Span(*match.span()), person)
                        yield self._report(rule, person, index, match, place)
                if not travellers:
                    self.trace.missed("trip", rule.id, Span(*match.span()), "no named traveller")

    def _destinations(self, sentence: Span) -> list[PlaceMention]:
        """The places of a sentence to which one can travel."""
        return [place for place in starting_in(self.places, sentence) if self._is_destination(place)]

    def _matches(
        self, rule: Rule, sentence: Span, destinations: Sequence[PlaceMention]
    ) -> Iterator[tuple[re.Match[str], PlaceMention | None]]:
        pattern = _pattern(rule.fields["pattern"])
        found: Iterator[tuple[re.Match[str], PlaceMention | None]]
        if rule.fields.get("place"):
            found = self._behind_places(pattern, sentence, destinations)
        else:
            found = ((match, None) for match in pattern.finditer(self.text, sentence.start, sentence.end))
        for match, place in found:
            if not self._is_rejected(rule, match, sentence):
                yield match, place

    def _behind_places(
        self, pattern: re.Pattern[str], sentence: Span, destinations: Sequence[PlaceMention]
    ) -> Iterator[tuple[re.Match[str], PlaceMention | None]]:
        for place in destinations:
            match = pattern.match(self.text, place.span.end, sentence.end)
            if match:
                yield match, place

    @staticmethod
    def _is_destination(place: PlaceMention) -> bool:
        return place.kind in _PLACE_KINDS and (place.kind != "region" or place.country not in (None, "KR"))

    def _is_rejected(self, rule: Rule, match: re.Match[str], sentence: Span) -> bool:
        unless = rule.fields.get("unless")
        rest = self.text[match.end() : min(sentence.end, match.end() + _LOOK_AHEAD)]
        return unless is not None and _pattern(unless).search(rest) is not None

    # --- who travels

    def _travellers(self, rule: Rule, index: int, match: re.Match[str], place: PlaceMention | None) -> tuple[str, ...]:
        start = place.span.start if place else match.start()
        if rule.fields["phase"] == "companion":
            return self._companions(index, match)
        if rule.fields.get("traveller") == "owner":
            return self._owner(index, start) or (self._of_headline(index, start) if self._is_headline(index) else ())
        described = adnominal_end(self.text, start, match.end())
        if described is not None:
            return (
                self._described(index, described)
                or self._embedded_subject(index, start)
                or self._along(_ATTENDED, index, start)
            )
        return self._before(index, start, match.end()) + self._along(_TOGETHER, index, start)

    def _companions(self, index: int, match: re.Match[str]) -> tuple[str, ...]:
        subject = self.subjects.at(index, match.start(), match.end())
        if subject is not None:
            return subject.people
        named = self.subjects.mentions_in(Span(self.sentences[index].span.start, match.start()))
        return tuple(m.person or "" for m in named if self.text.startswith(" 등 ", m.extent.end))

    def _described(self, index: int, end: int) -> tuple[str, ...]:
        """The person whom words of travel before a noun describe: 방한한 |퓰너 회장."""
        limit = min(end + 60, self.sentences[index].span.end)
        for mention in self.subjects.mentions_in(Span(end, limit)):
            gap = self.text[end : min(mention.extent.start, mention.span.start)]
            if _ADNOMINAL_GAP.fullmatch(gap):
                return (mention.person or "",)
        pronoun = self.subjects.at(index, end, min(end + 8, limit))
        return pronoun.people if pronoun else ()

    def _embedded_subject(self, index: int, start: int) -> tuple[str, ...]:
        """The subject of a relative clause about a time or place: 왕세자가 방한한 때."""
        subject = self.subjects.at(index, self.sentences[index].span.start, start)
        return subject.people if subject and not subject.is_topic else ()

    def _owner(self, index: int, start: int) -> tuple[str, ...]:
        """The person right before words of travel: 퓰너 회장의 |방한, 저커버그 CEO |방한 때."""
        named = self.subjects.mentions_in(Span(self.sentences[index].span.start, start))
        if named and _PERSON_GAP.fullmatch(self.text, max(named[-1].extent.end, named[-1].span.end), start):
            return (named[-1].person or "",)
        return ()

    def _before(self, index: int, start: int, end: int) -> tuple[str, ...]:
        owner = self._owner(index, start)
        if owner:
            return owner
        sentence = self.sentences[index].span
        subject = self.subjects.at(index, sentence.start, start) or self.subjects.at(index, start, end)
        if subject is not None:
            return subject.people
        if self._is_headline(index):
            return self._of_headline(index, start)
        return self._of_line(index, start) or self.subjects.carried(index)

    def _of_line(self, index: int, start: int) -> tuple[str, ...]:
        """The person whom the sentence is about without a subject: 한 대표의 방미는 …, 한 대표, 미국 방문."""
        about = [s for s in self.subjects.of(index) if s.only_carried and s.span.end <= start]
        if about:
            return about[-1].people
        named = self.subjects.mentions_in(Span(self.sentences[index].span.start, start))
        listed = [m for m in named if self.text.startswith(", ", max(m.extent.end, m.span.end))]
        return (listed[0].person or "",) if listed and len(named) == 1 else ()

    def _is_headline(self, index: int) -> bool:
        role = self.document.blocks[self.sentences[index].block].role
        return role in (BlockRole.HEADLINE, BlockRole.SUBHEADING)

    def _of_headline(self, index: int, start: int) -> tuple[str, ...]:
        named = self.subjects.mentions_in(self.sentences[index].span)
        behind = [m for m in named if 0 <= m.extent.start - start <= 6]
        chosen = behind or named
        return (chosen[0].person or "",) if chosen else ()

    def _along(self, link: re.Pattern[str], index: int, start: int) -> tuple[str, ...]:
        """Those before words of travel whom a link makes travel too: 쇼트 부회장과 함께, 문 대통령을 수행해."""
        named = self.subjects.mentions_in(Span(self.sentences[index].span.start, start))
        return tuple(m.person or "" for m in named if link.match(self.text, max(m.extent.end, m.span.end)))

    def _is_domestic(self, person: str, place: PlaceMention | None) -> bool:
        """Whether a Korean moves inside Korea, which is no trip."""
        return place is not None and place.country == "KR" and person not in self._foreign

    # --- what is reported of the trip

    def _report(
        self, rule: Rule, person: str, index: int, match: re.Match[str], place: PlaceMention | None
    ) -> TripReport:
        sentence, phase = self.sentences[index].span, str(rule.fields["phase"])
        published = self.document.publication.value
        travel = Span(place.span.start if place else match.start(), match.end())
        times = self._times_of(index, match, travel)
        dates = dates_of(self.text, sentence, travel, phase, times, published)
        if index + 1 < len(self.sentences) and self.sentences[index + 1].block == self.sentences[index].block:
            dates = with_length(self.text, self.sentences[index + 1].span, dates)
        countries, names, spans = self._destination(match, place)
        evidence = (Evidence(sentence, rule.id),)
        return TripReport(person, phase, dates.start, dates.end, countries, names, spans, evidence)

    def _times_of(self, index: int, match: re.Match[str], travel: Span) -> Sequence[TimeExpression]:
        """The times that may date the travel: in 대통령이 4일 한국을 방문한 X와 …, the day is the president's."""
        inside = starting_in(self.times, self.sentences[index].span)
        if adnominal_end(self.text, travel.start, match.end()) is None:
            return inside
        other = [s for s in self.subjects.of(index) if s.span.end <= travel.start and not s.only_carried]
        return [t for t in inside if not any(s.span.end <= t.span.start <= travel.start for s in other)]

    def _destination(
        self, match: re.Match[str], place: PlaceMention | None
    ) -> tuple[frozenset[str], frozenset[str], tuple[Span, ...]]:
        if place is not None:
            countries = frozenset({place.country} if place.country else ())
            return countries, frozenset({self.document[place.span]}), (place.span,)
        country = next((code for word, code in visit_countries().items() if match.group().startswith(word)), None)
        return (frozenset({country}), frozenset({country}), ()) if country else (frozenset(), frozenset(), ())
