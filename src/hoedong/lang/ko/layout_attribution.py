"""Speakers that the layout of a page names: labels, answers of interviews, headlines, lone quotations."""

from __future__ import annotations

import re
from functools import cached_property

from hoedong.lang.ko.cue_attribution import Attribution, rule_pattern
from hoedong.lang.ko.quote_places import PlacedQuote, is_headline
from hoedong.lang.ko.subjects import Subjects
from hoedong.model.document import Document
from hoedong.model.mention import PersonMention
from hoedong.model.span import Span
from hoedong.rules.rule_file import Rule

_BEFORE_MARK = re.compile(r"[\s,:|·]*")
_AFTER_MARK = re.compile(r"[\s….,]*")
_LINE_END = re.compile(r"[\s.”\")\]…]*(?:$|\n)")
_HEADLINE_END = re.compile(r"\.?\s*(?:$|\n|…|\.\.\.|[|/]|[\"“]|[^\s\"“]{1,10}\s[\"“])")
_PAIR_SIGN = re.compile(r"\s?(?:-|–|↔|·|vs\.?|,\s?(?=\S{2,4}[-·]))\s?")
_CLAUSE = re.compile(r"[가-힣](?:다|요|죠|자|까|라|네|냐|나|니|군|오|지|걸|것|데|셔|줘|돼|해|중)[.?!~]*$|\s")


class LayoutAttribution:
    """Attribution by where a quotation stands on the page."""

    def __init__(self, document: Document, subjects: Subjects) -> None:
        self.document, self.text = document, document.text
        self.subjects, self.sentences = subjects, subjects.sentences

    def _block(self, at: PlacedQuote) -> Span:
        return self.document.blocks[at.block].span

    def _is_headline(self, at: PlacedQuote) -> bool:
        return is_headline(self.document, at.block)

    def label(self, rule: Rule, at: PlacedQuote) -> Attribution | None:
        """A label of broadcast news stands before: [이름/직함 : "…"]."""
        number, block = at.block, self._block(at)
        if not rule_pattern(rule.fields["previous"]).match(self.text[block.start : at.quoted.outer.start]):
            return None
        named = self.subjects.mentions_in(Span(block.start, at.quoted.outer.start))
        if not named and number:
            above = self.document.blocks[number - 1].span
            if rule_pattern(rule.fields["label_block"]).match(self.text[above.start : above.end]):
                named = self.subjects.mentions_in(above)
        return Attribution((named[0].person or "",), None) if named else None

    def standalone(self, rule: Rule, at: PlacedQuote) -> Attribution | None:
        """The quotation is a sentence; the next one names the speaker, or the topic goes on."""
        if not self._is_own_sentence(at) or not self._is_prose(at):
            return None
        following = self._following_sentence(at)
        words = rule_pattern(rule.fields["then"]).match(self.text[following.start : following.end])
        if words:
            cue = Span(following.start, following.start + words.end())
            return Attribution(self._speaker_in(following, cue, at), cue)
        ahead = self.subjects.at(at.index + 1, following.start, following.end) if following else None
        return Attribution(self.subjects.carried(at.index) or (ahead.people if ahead else ()), None)

    def _is_own_sentence(self, at: PlacedQuote) -> bool:
        rest = self.text[at.quoted.outer.end : at.sentence.end].strip(" .")
        lead = self.text[at.sentence.start : at.quoted.outer.start].strip()
        ends = self.text[at.quoted.inner.end - 1] in ".?!…"
        return not rest and not lead and ends

    def _is_prose(self, at: PlacedQuote) -> bool:
        """Whether other sentences stand in the same paragraph: a lone quoted line may be an answer or a slogan."""
        block = self._block(at)
        return len(block) > len(at.quoted.outer) + 2

    def _following_sentence(self, at: PlacedQuote) -> Span:
        if at.index + 1 < len(self.sentences):
            following = self.sentences[at.index + 1]
            if following.block == self.sentences[at.index].block:
                return following.span
        return Span(at.sentence.end, at.sentence.end)

    def _speaker_in(self, following: Span, cue: Span, at: PlacedQuote) -> tuple[str, ...]:
        subject = self.subjects.at(at.index + 1, following.start, cue.end)
        if subject is not None:
            return subject.people
        named = [m for m in self.subjects.mentions_in(cue) if self.text.startswith("의 ", m.extent.end)]
        return (named[-1].person or "",) if named else self._unless_genitive(cue, at)

    def _unless_genitive(self, cue: Span, at: PlacedQuote) -> tuple[str, ...]:
        return () if "의 말" in self.text[cue.start : cue.end] else self.subjects.carried(at.index)

    def interview(self, rule: Rule, at: PlacedQuote) -> Attribution | None:
        """An answer below a question is the words of the one whom the page introduces."""
        number, block = at.block, self._block(at)
        if at.quoted.single or len(block) > len(at.quoted.outer) + 2 or not number:
            return None
        above = self.document.blocks[number - 1].span
        if not rule_pattern(rule.fields["question"]).match(self.text, above.start, above.end):
            return None
        return Attribution(self._interviewee, None) if self._interviewee else None

    @cached_property
    def _interviewee(self) -> tuple[str, ...]:
        """The first person whom the page names before its first question."""
        named = self.subjects.mentions
        return (named[0].person or "",) if named else ()

    def adjacent(self, at: PlacedQuote) -> Attribution | None:
        """The person stands right before the opening mark: X "…"."""
        if not self._is_clause(at) or not self._ends_line(at, _HEADLINE_END):
            return None
        named = self.subjects.mentions_in(Span(at.previous_end, at.quoted.outer.start))
        if named and self._reaches(max(named[-1].extent.end, named[-1].span.end), at.quoted.outer.start):
            return Attribution((named[-1].person or "",), None)
        return None

    def _reaches(self, end: int, start: int) -> bool:
        gap = _BEFORE_MARK.match(self.text, end)
        return gap is not None and gap.end() >= start

    def _is_clause(self, at: PlacedQuote) -> bool:
        inner = at.quoted.inner
        return self._is_headline(at) or _CLAUSE.search(self.text, inner.start, inner.end) is not None

    def _ends_line(self, at: PlacedQuote, end: re.Pattern[str]) -> bool:
        return end.match(self.text, at.quoted.outer.end) is not None

    def headline(self, at: PlacedQuote) -> Attribution | None:
        """A headline that ends in the quotation tells of its first person: X, 어디서 무엇… "…"."""
        block = self._block(at)
        first = at.previous_end if self._is_headline(at) else block.start
        named = self.subjects.mentions_in(Span(first, at.quoted.outer.start))
        if named and self._ends_line(at, _LINE_END) and not self._is_pair(named[0]) and self._is_clause(at):
            return self._topic_of_line(at, named[0])
        return self._named_next(at) if self._is_headline(at) and at.quoted.outer.start == at.sentence.start else None

    def _topic_of_line(self, at: PlacedQuote, first: PersonMention) -> Attribution | None:
        start = at.quoted.outer.start
        listed = self.text.startswith(", ", max(first.extent.end, first.span.end))
        if self._is_headline(at) or listed or self.text[start - 2 : start].strip() == "…":
            return Attribution((first.person or "",), None)
        return None

    def _is_pair(self, mention: PersonMention) -> bool:
        end = max(mention.extent.end, mention.span.end)
        link = _PAIR_SIGN.match(self.text, end)
        return link is not None

    def _named_next(self, at: PlacedQuote) -> Attribution | None:
        gap = _AFTER_MARK.match(self.text, at.quoted.outer.end)
        start = gap.end() if gap else at.quoted.outer.end
        named = self.subjects.mentions_in(Span(start, at.sentence.end))
        if named and named[0].extent.start <= start and not self._is_pair(named[0]):
            return Attribution((named[0].person or "",), None)
        return None
