"""Who is the subject at a point of a Korean text: the person of 은/는/이/가, or the topic carried from before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hoedong.model.analysis import Sentence
from hoedong.model.document import Document
from hoedong.model.mention import PersonMention
from hoedong.model.span import Span, starting_in
from hoedong.rules.lexicon_file import load_lexicon

_HONORIFIC = r"(?:\s?(?:씨|님|양|군|옹)(?![가-힣]{2}))?(?:\([^()\n]{1,40}\))?"
_PARTICLE = re.compile(
    _HONORIFIC + r"(?:\s?(?P<side>측|쪽))?(?:\s(?:등|역시|본인|부부|내외|일행))?"
    r"(?:(?P<topic>은|는|께서는|께선|도|만은)|(?P<subject>이|가|께서))(?![가-힣])"
)
_APPOSITION = re.compile(_HONORIFIC + r"(?:과|와|,|·|\s및|이랑|랑)\s?")
_NOMINAL = re.compile(
    r"(?P<noun>[가-힣A-Za-z0-9&·](?<![가-힣].)[가-힣A-Za-z0-9&·]{0,19})(?:\([^()\n]{1,40}\))?"
    r"(?:(?P<topic>은|는|께서는|께선|도|에서는|에선)|(?P<subject>이|가|께서))(?=[\s,“\"『「]|$)"
)
_TITLE_AHEAD = re.compile(
    r"(?:\s[가-힣A-Za-z0-9]{0,11}[^의에을를과와이가은는서로도고며\s])?\s"
    r"(?!입장|주장|현장|행사|기사|투자|인사|사의|회의|협의|논의|합의)[가-힣A-Za-z]{0,8}"
    r"(?:장|관|원|사|자|수|령|리|독|총괄|대표|왕|상|인)(?=은\s|는\s|이\s|가\s|께서)"
)  # a title that nobody knew to be one, between a name and its particle: 야마자키 막료장은
_ABOUT = re.compile(r"(?:\s?(?:씨|님))?의\s(?:[가-힣]{1,8}\s)?[가-힣]{1,8}(?:은|는)\s")
_PRONOUNS = frozenset({"그", "그녀", "본인", "그분"})
_NARRATOR = frozenset({"저", "제", "나", "내", "우리", "저희"})
_OPENING = ('"', "“", "『", "「")
_CLOSING = frozenset(("자", "니", "으니", "면", "으면"))
"""Endings after which another subject speaks: 기자가 묻자 …."""
_LONG_NOUN = 5
_CARRY_BACK = 6


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject in a sentence: its span with the particle, and the people, none of them when it is no named person.

    `only_carried` marks the person of a topic (한 대표의 방미는): no subject here, but whom the next sentence goes on
    about.
    """

    span: Span
    people: tuple[str, ...]
    is_topic: bool
    only_carried: bool = False


@cache
def _agent() -> re.Pattern[str]:
    rows = load_lexicon(files("hoedong.lang.ko") / "lexicon" / "speaker_nouns.tsv", ("noun",))
    longest_first = sorted((row["noun"] for row in rows), key=len, reverse=True)
    long = [re.escape(noun) for noun in longest_first if len(noun) > 1]
    short = [re.escape(noun) for noun in longest_first if len(noun) == 1]
    return re.compile(rf"(?:{'|'.join(long)})$|^(?:{'|'.join(short)})$|\S(?:측|씨|명)$")


class Subjects:
    """The subjects of one document, found sentence by sentence when they are asked for."""

    def __init__(self, document: Document, sentences: Sequence[Sentence], mentions: Sequence[PersonMention]) -> None:
        self.text = document.text
        self.sentences = sentences
        self.mentions = mentions
        self._starts = [mention.span.start for mention in mentions]
        self._found: dict[int, tuple[Subject, ...]] = {}

    def mentions_in(self, span: Span) -> Sequence[PersonMention]:
        """The mentions of people that begin inside a span."""
        return self.mentions[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def of(self, index: int) -> tuple[Subject, ...]:
        """All subjects of a sentence, in text order."""
        if index not in self._found:
            self._found[index] = ()  # a pronoun in this sentence looks further back, never at itself
            self._found[index] = tuple(sorted(self._find(index), key=lambda subject: subject.span))
        return self._found[index]

    def carried(self, index: int) -> tuple[str, ...]:
        """The people whom a sentence without a subject goes on about, else an empty tuple.

        >>> # "한 대표는 공장을 찾았다. 이후 "감사하다"고 말했다." carries 한 대표 into the second sentence.
        """
        for earlier in range(index - 1, max(-1, index - 1 - _CARRY_BACK), -1):
            subjects = self._matrix_subjects(earlier)
            topic = next((subject for subject in subjects if subject.is_topic), None) or next(iter(subjects), None)
            if topic is not None:
                return topic.people
        return ()

    def last_person(self, index: int) -> tuple[str, ...]:
        """The one person that a pronoun 그 in this sentence most likely means, else an empty tuple."""
        for earlier in range(index - 1, max(-1, index - 1 - _CARRY_BACK), -1):
            subjects = [subject for subject in self._matrix_subjects(earlier) if len(subject.people) == 1]
            if subjects:
                return next((subject for subject in subjects if subject.is_topic), subjects[-1]).people
        return ()

    def at(self, index: int, start: int, end: int) -> Subject | None:
        """The subject that governs `end` among those between two offsets of a sentence.

        That is the nearest, or the topic where a relative clause lies between (황 대표는 이 회장이 만든 차에 …).
        """
        begun = starting_in(self.of(index), Span(start, end))
        inside = [s for s in begun if s.span.end <= end and not s.only_carried]
        if not inside:
            return None
        nearest = inside[-1]
        if nearest.is_topic:
            return nearest
        topics = [subject for subject in inside if subject.is_topic]
        if topics and self._has_clause_of_its_own(index, nearest.span.end, end):
            return topics[-1]
        return nearest

    def _matrix_subjects(self, index: int) -> list[Subject]:
        """The subjects of a sentence without those of relative clauses (이 회장이 이끄는 …)."""
        return [s for s in self.of(index) if s.is_topic or not self._is_embedded(index, s.span.end)]

    def _is_embedded(self, index: int, start: int) -> bool:
        endings = (m.tag for m in self.sentences[index].morphemes if m.span.start >= start)
        return next((tag for tag in endings if tag in ("EC", "EF", "ETM")), None) == "ETM"

    def _has_clause_of_its_own(self, index: int, start: int, end: int) -> bool:
        """Whether the words after a subject close its clause: 이 회장이 만든, 기자가 묻자."""
        between = (m for m in self.sentences[index].morphemes if start <= m.span.start < end)
        return any(m.tag == "ETM" or (m.tag == "EC" and m.form in _CLOSING) for m in between)

    def _find(self, index: int) -> Iterator[Subject]:
        sentence = self.sentences[index].span
        mentions = self.mentions_in(sentence)
        yield from self._named(mentions)
        taken = [mention.extent.cover(mention.span) for mention in mentions]
        starts = [extent.start for extent in taken]
        for match in _NOMINAL.finditer(self.text, sentence.start, sentence.end):
            noun = Span(*match.span("noun"))
            before = bisect_left(starts, noun.end)
            if not any(noun.overlaps(extent) for extent in taken[max(0, before - 2) : before]):
                yield from self._nominal(index, match)

    def _named(self, mentions: Sequence[PersonMention]) -> Iterator[Subject]:
        together: list[str] = []
        previous_end = -1
        for mention in mentions:
            end = max(mention.extent.end, mention.span.end)
            if not self._joined(previous_end, mention.extent.start):
                together = []
            together.append(mention.person or "")
            particle = self._particle(end)
            if particle is None:
                yield from self._about(mention, end)
            else:
                people = () if particle["side"] else tuple(dict.fromkeys(filter(None, together)))
                yield Subject(Span(mention.extent.start, particle.end()), people, particle["topic"] is not None)
                together = []
            previous_end = end

    def _particle(self, end: int) -> re.Match[str] | None:
        particle = _PARTICLE.match(self.text, end)
        if particle is None:
            title = _TITLE_AHEAD.match(self.text, end)
            particle = _PARTICLE.match(self.text, title.end()) if title else None
        return particle

    def _about(self, mention: PersonMention, end: int) -> Iterator[Subject]:
        about = _ABOUT.match(self.text, end)
        if about and mention.person:
            yield Subject(Span(mention.span.start, about.end()), (mention.person,), True, only_carried=True)

    def _joined(self, end: int, start: int) -> bool:
        if start <= end:
            return True
        link = _APPOSITION.match(self.text, end)
        return link is not None and not self.text[link.end() : start].strip(" ") and start - end < 12

    def _nominal(self, index: int, match: re.Match[str]) -> Iterator[Subject]:
        noun, topic = match["noun"], match["topic"] is not None
        span = Span(*match.span())
        if noun in _PRONOUNS:
            yield Subject(span, self.last_person(index), topic)
        elif noun in _NARRATOR or _agent().search(noun):
            yield Subject(span, (), topic)
        else:
            yield from self._unknown(index, noun, span, topic)

    def _unknown(self, index: int, noun: str, span: Span, topic: bool) -> Iterator[Subject]:
        holder = self._holder_of_title(noun, span.start)
        if holder is not None:
            yield Subject(span, holder, topic)
        elif len(noun) >= _LONG_NOUN and self.text.startswith(_OPENING, span.end + 1):
            yield Subject(span, (), topic)  # 수출보험공단이 "…": a long noun right before words speaks them
        elif topic and self._is_proper(index, span.start, span.start + len(noun)):
            yield Subject(span, (), topic)

    def _holder_of_title(self, noun: str, before: int) -> tuple[str, ...] | None:
        """Who bears a bare title (교황은, 대주교는): the last person before whose full form ends in it."""
        if len(noun) < 2 or noun not in _titles():
            return None
        for mention in reversed(self.mentions[: bisect_left(self._starts, before)]):
            if mention.person and self.text.endswith(noun, mention.span.start, mention.extent.end):
                return (mention.person,)
        return ()

    def _is_proper(self, index: int, start: int, end: int) -> bool:
        last = None
        for morpheme in self.sentences[index].morphemes:
            if start <= morpheme.span.start and morpheme.span.end <= end:
                last = morpheme
        return last is not None and last.tag in ("NNP", "SL")


@cache
def _titles() -> frozenset[str]:
    rows = load_lexicon(files("hoedong.lang.ko") / "lexicon" / "bare_titles.tsv", ("title",))
    return frozenset(row["title"] for row in rows)
