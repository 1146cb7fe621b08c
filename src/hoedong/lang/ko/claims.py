"""Korean claims on how often, after how long, or for the first time people met, by the rules of rules/claim.toml."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from hoedong.lang.ko.claim_words import count_of, expand
from hoedong.model.analysis import Sentence
from hoedong.model.claim import Claim, ClaimKind
from hoedong.model.document import Document
from hoedong.model.evidence import Evidence
from hoedong.model.mention import PersonMention
from hoedong.model.span import Span, starting_in
from hoedong.model.time import TimeExpression, TimeKind
from hoedong.rules.rule_file import Rule, load_rules
from hoedong.rules.trace import NO_TRACE, Trace

_SIGNS = {
    ClaimKind.COUNT: re.compile(
        r"째|차례|연속|회(?<=\d회)|번(?:(?<=[한두세네섯곱덟홉열무물\d]번)|(?<=[한두세네섯곱덟홉열무물\d]\s번))"
    ),
    ClaimKind.INTERVAL: re.compile(r"[년월달일주흘새틀쪽초말름루\s여]만"),
    ClaimKind.FIRST: re.compile(r"처음|첫"),
}  # what a sentence must hold before the rules of a kind are tried
_AFTER_ELAPSED = re.compile(r"\s?만(?=[에의이입인\s.…]|$)")
_ANTECEDENT_BACK = 3  # sentences in which the two of 두 사람 are looked for
_LOOK_BACK = 160  # characters before an elapsed time in which its event is looked for
_SHORT = re.compile(r"PT|P1D$")


def find_claims(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[PersonMention],
    times: Sequence[TimeExpression],
    encounter_people: Mapping[int, tuple[str, ...]],
    trace: Trace = NO_TRACE,
) -> tuple[Claim, ...]:
    """Find the countable claims on people's relation in a Korean document, in text order, each once.

    `두 사람이 만난 것은 이번이 세 번째다` is the claim count 3 of the two. `encounter_people` maps the index of a
    sentence to the ids of those whose encounter it reports, or whom 두 사람 in it stands for; sentences that are not
    in it are read by the people that they name.
    """
    return _Finder(document, sentences, mentions, times, encounter_people, trace).find()


@cache
def claim_rules() -> tuple[Rule, ...]:
    """The rules of rules/claim.toml, in order."""
    return load_rules(files("hoedong.lang.ko") / "rules" / "claim.toml")


@cache
def _rules_of(kind: ClaimKind) -> tuple[Rule, ...]:
    return tuple(rule for rule in claim_rules() if rule.fields["kind"] == kind.value)


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(expand(source))


class _Finder:
    """The claims of one document."""

    def __init__(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        mentions: Sequence[PersonMention],
        times: Sequence[TimeExpression],
        encounter_people: Mapping[int, tuple[str, ...]],
        trace: Trace,
    ) -> None:
        self.document, self.text, self.sentences = document, document.text, sentences
        self.mentions = [mention for mention in mentions if mention.person]
        self.times = times
        self.encounter_people, self.trace = encounter_people, trace

    def find(self) -> tuple[Claim, ...]:
        claims: dict[tuple[ClaimKind, frozenset[str], int | str], Claim] = {}
        for index, sentence in enumerate(self.sentences):
            for kind, signs in _SIGNS.items():
                if signs.search(self.text, sentence.span.start, sentence.span.end):
                    claim = self._in_sentence(index, sentence.span, kind)
                    if claim is not None:
                        value = "" if kind is ClaimKind.FIRST else claim.value
                        claims.setdefault((kind, frozenset(claim.people), value), claim)
        return tuple(claims.values())

    def _in_sentence(self, index: int, sentence: Span, kind: ClaimKind) -> Claim | None:
        """The claim of one kind in a sentence, by the first rule that reads it."""
        read = self._interval if kind is ClaimKind.INTERVAL else self._pattern_value
        for rule in _rules_of(kind):
            value = read(rule, sentence)
            if value is None:
                continue
            people = self._people(index, kind)
            if people:
                self.trace.fired("claim", rule.id, sentence, str(value))
                return Claim(kind, people, value, (Evidence(sentence, rule.id),))
            self.trace.missed("claim", rule.id, sentence, "no two people whom the claim is about")
        return None

    def _pattern_value(self, rule: Rule, sentence: Span) -> int | str | None:
        match = _pattern(rule.fields["pattern"]).search(self.text, sentence.start, sentence.end)
        if match is None or self._rejected(rule, sentence):
            return None
        if rule.fields["kind"] == "first":
            return self._since(sentence, match)
        count = count_of(match["number"])
        return count if count is not None and count > 1 else None

    def _rejected(self, rule: Rule, sentence: Span) -> bool:
        unless = rule.fields.get("unless")
        return unless is not None and _pattern(unless).search(self.text, sentence.start, sentence.end) is not None

    def _since(self, sentence: Span, match: re.Match[str]) -> str:
        """`since 2011` where the sentence names the time of the first meeting, else the words of the claim."""
        before = self._times_in(Span(sentence.start, match.end()))
        dates = [time.value for time in before if time.value and time.kind is TimeKind.DATE]
        if dates:
            return f"since {dates[-1].start}"
        return self.text[match.start() : match.end()]

    def _interval(self, rule: Rule, sentence: Span) -> str | None:
        for time in self._times_in(sentence):
            is_long = time.duration and not _SHORT.match(time.duration)
            if is_long and self._is_elapsed(time) and self._fits(rule, time.span, sentence):
                return time.duration
        return None

    def _is_elapsed(self, time: TimeExpression) -> bool:
        """Whether a length is the time since an earlier event: with 만 in it or right behind it."""
        return time.kind is TimeKind.ELAPSED or (
            time.kind is TimeKind.DURATION and _AFTER_ELAPSED.match(self.text, time.span.end) is not None
        )

    def _times_in(self, span: Span) -> Sequence[TimeExpression]:
        return [time for time in starting_in(self.times, span) if time.span in span]

    def _fits(self, rule: Rule, elapsed: Span, sentence: Span) -> bool:
        before = self.text[max(sentence.start, elapsed.start - _LOOK_BACK) : elapsed.start]
        if _pattern(rule.fields["not_before"]).search(before):
            return False
        if "before" in rule.fields and not _pattern(rule.fields["before"]).search(before):
            return False
        return _pattern(rule.fields["after"]).match(self.text, self._end_of_elapsed(elapsed)) is not None

    def _end_of_elapsed(self, elapsed: Span) -> int:
        """The offset after 만, whether or not the time expression takes it and its particle in."""
        held = self.text.rfind("만", elapsed.start, elapsed.end)
        if held >= 0:
            return held + 1
        particle = _AFTER_ELAPSED.match(self.text, elapsed.end)
        return particle.end() if particle else elapsed.end

    def _people(self, index: int, kind: ClaimKind) -> tuple[str, ...]:
        """Whom a claim in a sentence is about: those who met there, else the two named, else those before."""
        met = self.encounter_people.get(index, ())
        if len(met) > 1:
            return met
        named = self._named(index)
        if len(named) == 2:
            return named
        for earlier in range(index - 1, max(-1, index - 1 - _ANTECEDENT_BACK), -1):
            if len(named) > 1:
                break
            before = self.encounter_people.get(earlier, ()) or self._named(earlier)
            if len(before) == 2 or len(self.encounter_people.get(earlier, ())) > 1:
                return before
        return met if met and kind is ClaimKind.FIRST else named[:2] if len(named) > 2 else ()

    def _named(self, index: int) -> tuple[str, ...]:
        named = starting_in(self.mentions, self.sentences[index].span)
        return tuple(dict.fromkeys(mention.person for mention in named if mention.person))
