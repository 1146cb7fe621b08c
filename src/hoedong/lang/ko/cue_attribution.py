"""Speakers that the words around a quotation name: "…"라고 X는 말했다, "…"는 X의 말, "…"(X)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from hoedong.lang.ko.quote_places import PlacedQuote
from hoedong.lang.ko.speech_cues import is_speech_noun, speech_verb
from hoedong.lang.ko.subjects import Subjects
from hoedong.model.span import Span
from hoedong.rules.rule_file import Rule


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said a quotation, and the span of the verb or words that say so."""

    people: tuple[str, ...]
    cue: Span | None


@cache
def rule_pattern(source: str) -> re.Pattern[str]:
    """A pattern of rules/quotation.toml, compiled once."""
    return re.compile(source)


class CueAttribution:
    """Attribution by verbs and nouns of speech.

    `speakers` maps the end of each quotation read so far to its speakers, for chains in one sentence.
    """

    def __init__(self, text: str, subjects: Subjects) -> None:
        self.text, self.subjects = text, subjects
        self.speakers: dict[int, tuple[str, ...]] = {}

    def after(self, rule: Rule, at: PlacedQuote) -> Attribution | None:
        """A particle and a verb of saying follow: "…"라고 X는 말했다."""
        end = at.quoted.outer.end
        following = rule_pattern(rule.fields["next"]).match(self.text, end, at.sentence.end)
        if following is None or not self._noun_fits(following):
            return None
        unless = rule.fields.get("unless")
        start = following.end()
        if unless and rule_pattern(unless).match(self.text, end + 1 if following.re.groups else start, at.sentence.end):
            return None
        cue = self._cue(rule.fields["verb"], following, at)
        if cue is None:
            return None
        return Attribution(self._speakers(at, cue), cue)

    def _noun_fits(self, following: re.Match[str]) -> bool:
        noun = following.groupdict().get("noun")
        return noun is None or is_speech_noun(noun)

    def _cue(self, verb: str, following: re.Match[str], at: PlacedQuote) -> Span | None:
        if verb == "any":
            return Span(*following.span())
        limit = at.sentence.end if verb == "say-later" else at.next_start
        return speech_verb(self.text, following.end(), limit)

    def _speakers(self, at: PlacedQuote, cue: Span) -> tuple[str, ...]:
        before = self.subjects.at(at.index, at.previous_end, at.quoted.outer.start)
        if before is not None:
            return before.people
        after = self.subjects.at(at.index, at.quoted.outer.end, cue.start)
        if after is not None:
            return after.people
        return self._carried(at)

    def _carried(self, at: PlacedQuote) -> tuple[str, ...]:
        """The speaker of the quotation before in the sentence, else its subject, else the topic of earlier ones."""
        if at.previous_end > at.sentence.start:
            if at.previous_end in self.speakers:
                return self.speakers[at.previous_end]
            subject = self.subjects.at(at.index, at.sentence.start, at.previous_end)
            if subject is not None:
                return subject.people
        return self.subjects.carried(at.index)

    def genitive(self, rule: Rule, at: PlacedQuote) -> Attribution | None:
        """A person and a noun of saying follow: "…"는 X의 말."""
        following = rule_pattern(rule.fields["next"]).match(self.text, at.quoted.outer.end, at.sentence.end)
        if following is None:
            return None
        for mention in self.subjects.mentions_in(Span(following.end(), min(following.end() + 20, at.sentence.end))):
            words = rule_pattern(rule.fields["then"]).match(self.text, max(mention.extent.end, mention.span.end))
            if words and mention.person:
                return Attribution((mention.person,), Span(*words.span()))
        return None

    def parenthesis(self, rule: Rule, at: PlacedQuote) -> Attribution | None:
        """The speaker stands in brackets: "…"(X)."""
        opening = rule_pattern(rule.fields["next"]).match(self.text, at.quoted.outer.end, at.sentence.end)
        if opening is None:
            return None
        closing = self.text.find(")", opening.end(), at.sentence.end)
        inside = self.subjects.mentions_in(Span(opening.end(), max(closing, opening.end())))
        return Attribution((inside[0].person or "",), None) if len(inside) == 1 else None
