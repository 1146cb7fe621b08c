"""Korean direct quotations and their speakers, by the rules of rules/quotation.toml."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from hoedong.lang.ko.quote_marks import Quoted, find_quoted
from hoedong.lang.ko.speech_cues import is_speech_noun, speech_verb
from hoedong.lang.ko.subjects import Subjects
from hoedong.model.analysis import Sentence
from hoedong.model.document import BlockRole, Document
from hoedong.model.mention import PersonMention
from hoedong.model.quotation import Quotation
from hoedong.model.span import Span
from hoedong.rules.rule_file import Rule, load_rules
from hoedong.rules.trace import NO_TRACE, Trace

_MARK = re.compile(r"[\"“『「‘']")
_BEFORE_MARK = re.compile(r"[\s,:|·]*")
_LINE_END = re.compile(r"[\s.”\")\]…]*(?:$|\n)")
_HEADLINE_END = re.compile(r"\.?\s*(?:$|\n|…|\.\.\.|[|/]|[\"“])")
_PAIR_SIGN = re.compile(r"\s?(?:-|–|↔|·|vs\.?|,\s?(?=\S{2,4}[-·]))\s?")
_HEADLINES = (BlockRole.HEADLINE, BlockRole.SUBHEADING)
_HEADLINE_RULES = frozenset({"ko.quote.adjacent", "ko.quote.headline", "ko.quote.echo"})
_ECHO_SHARE = 0.6
_SENTENCE_FINAL = re.compile(r"[가-힣](?:다|요|죠|자|까|라|네|냐|군|오|게|지)[.?!~]*$")
_CLAUSE = re.compile(r"[가-힣](?:다|요|죠|자|까|라|네|냐|나|니|군|오|지|걸|것|데|셔|줘|돼|해|중)[.?!~]*$|\s")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said a quotation, and the span of the verb or words that say so."""

    people: tuple[str, ...]
    cue: Span | None


@dataclass(frozen=True, slots=True)
class QuotedSentence:
    """One quotation in its sentence; `previous_end` is where the quotation before it ends, or the sentence begins."""

    quoted: Quoted
    index: int
    sentence: Span
    previous_end: int
    next_start: int
    nested: bool


def find_quotations(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[PersonMention],
    trace: Trace = NO_TRACE,
) -> tuple[Quotation, ...]:
    """Find the direct quotations of a Korean document that a named person said, in text order.

    `한 대표는 "좋다"고 했다` gives the quotation 좋다 of 한 대표; titles, slogans and the words of unnamed people are
    left out. `mentions` are in text order; those with no person are passed over.
    """
    if not _MARK.search(document.text):
        return ()
    return _Finder(document, sentences, mentions, trace).find()


@cache
def quotation_rules() -> tuple[Rule, ...]:
    """The rules of rules/quotation.toml, in order."""
    return load_rules(files("hoedong.lang.ko") / "rules" / "quotation.toml")


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)


class _Finder:
    """The quotations of one document."""

    def __init__(
        self, document: Document, sentences: Sequence[Sentence], mentions: Sequence[PersonMention], trace: Trace
    ) -> None:
        self.document, self.text, self.sentences = document, document.text, sentences
        self.subjects = Subjects(document, sentences, [m for m in mentions if m.person])
        self.trace = trace
        self.speakers: dict[int, tuple[str, ...]] = {}  # closing mark → speakers, for chains in one sentence
        self.layouts: dict[str, Callable[[Rule, QuotedSentence], Attribution | None]] = {
            "after": self._after,
            "genitive": self._genitive,
            "parenthesis": self._parenthesis,
            "label": self._label,
            "standalone": self._standalone,
            "interview": self._interview,
            "adjacent": self._adjacent,
            "headline": self._headline,
        }

    def find(self) -> tuple[Quotation, ...]:
        found, open_headlines = [], []
        for at in self._quoted():
            attribution, rule = self._attribute(at)
            if attribution is not None:
                self.speakers[at.quoted.outer.end] = attribution.people
                found += self._quotations(at, attribution, rule)
            elif rule:
                self.speakers[at.quoted.outer.end] = ()
            elif self._is_headline(at) and not at.quoted.single:
                open_headlines.append(at.quoted)
        found = self._echoes(found, open_headlines)
        return tuple(sorted(found, key=lambda quotation: quotation.content))

    def _quotations(self, at: QuotedSentence, attribution: Attribution, rule: str) -> list[Quotation]:
        self.trace.fired("quotation", rule, at.quoted.outer, ", ".join(attribution.people))
        return [Quotation(at.quoted.inner, person, attribution.cue, rule) for person in attribution.people]

    def _attribute(self, at: QuotedSentence) -> tuple[Attribution | None, str]:
        for rule in quotation_rules():
            if at.quoted.single and not (rule.fields.get("single") and self._is_said(at)):
                continue
            attribution = self.layouts[rule.fields["layout"]](rule, at)
            if attribution is not None:
                return (attribution if any(attribution.people) else None), rule.id
        self.trace.missed("quotation", "ko.quote", at.quoted.outer, "no words of speech, or no named speaker")
        return None, ""

    def _quoted(self) -> Iterator[QuotedSentence]:
        index = 0
        for number, block in enumerate(self.document.blocks):
            if not block.role.is_read:
                continue
            for quoted in self._outermost_first(block.span):
                while index < len(self.sentences) and self.sentences[index].span.end <= quoted[0].outer.start:
                    index += 1
                if index < len(self.sentences) and self.sentences[index].block == number:
                    yield self._placed(quoted, index)

    def _outermost_first(self, block: Span) -> Iterator[tuple[Quoted, int, int, bool]]:
        """Each quoted span with the end of the one before, the start of the one after, and whether it is nested."""
        found = find_quoted(self.text, block)
        outer = [quoted for quoted in found if not quoted.single]
        previous = block.start
        for quoted in found:
            holder = next((o for o in outer if quoted.single and quoted.outer in o.inner), None)
            if holder is not None:
                yield quoted, holder.inner.start, holder.inner.end, True
                continue
            following = [o.outer.start for o in outer if o.outer.start >= quoted.outer.end]
            yield quoted, previous, following[0] if following else block.end, False
            previous = previous if quoted.single else quoted.outer.end

    def _placed(self, quoted: tuple[Quoted, int, int, bool], index: int) -> QuotedSentence:
        what, previous, following, nested = quoted
        sentence = self.sentences[index]
        role = self.document.blocks[sentence.block].role
        whole = self.document.blocks[sentence.block].span if role in _HEADLINES else sentence.span
        return QuotedSentence(what, index, whole, max(previous, whole.start), min(following, whole.end), nested)

    def _is_headline(self, at: QuotedSentence) -> bool:
        return self.document.blocks[self.sentences[at.index].block].role in _HEADLINES

    # --- the words after the quotation say who spoke

    def _after(self, rule: Rule, at: QuotedSentence) -> Attribution | None:
        end = at.quoted.outer.end
        following = _pattern(rule.fields["next"]).match(self.text, end, at.sentence.end)
        if following is None or not self._noun_fits(following):
            return None
        unless = rule.fields.get("unless")
        start = following.end()
        if unless and _pattern(unless).match(self.text, end + 1 if following.re.groups else start, at.sentence.end):
            return None
        cue = self._cue(rule.fields["verb"], following, at)
        if cue is None:
            return None
        return Attribution(self._speakers(at, cue), cue)

    def _noun_fits(self, following: re.Match[str]) -> bool:
        noun = following.groupdict().get("noun")
        return noun is None or is_speech_noun(noun)

    def _cue(self, verb: str, following: re.Match[str], at: QuotedSentence) -> Span | None:
        if verb == "any":
            return Span(*following.span())
        limit = at.sentence.end if verb == "say-later" else at.next_start
        return speech_verb(self.text, following.end(), limit)

    def _speakers(self, at: QuotedSentence, cue: Span) -> tuple[str, ...]:
        before = self.subjects.at(at.index, at.previous_end, at.quoted.outer.start)
        if before is not None:
            return before.people
        after = self.subjects.at(at.index, at.quoted.outer.end, cue.start)
        if after is not None:
            return after.people
        return self._carried(at)

    def _carried(self, at: QuotedSentence) -> tuple[str, ...]:
        """The speaker of the quotation before in the sentence, else its subject, else the topic of earlier ones."""
        if at.previous_end > at.sentence.start:
            if at.previous_end in self.speakers:
                return self.speakers[at.previous_end]
            subject = self.subjects.at(at.index, at.sentence.start, at.previous_end)
            if subject is not None:
                return subject.people
        return self.subjects.carried(at.index)

    def _genitive(self, rule: Rule, at: QuotedSentence) -> Attribution | None:
        following = _pattern(rule.fields["next"]).match(self.text, at.quoted.outer.end, at.sentence.end)
        if following is None:
            return None
        for mention in self.subjects.mentions_in(Span(following.end(), min(following.end() + 20, at.sentence.end))):
            words = _pattern(rule.fields["then"]).match(self.text, max(mention.extent.end, mention.span.end))
            if words and mention.person:
                return Attribution((mention.person,), Span(*words.span()))
        return None

    def _parenthesis(self, rule: Rule, at: QuotedSentence) -> Attribution | None:
        opening = _pattern(rule.fields["next"]).match(self.text, at.quoted.outer.end, at.sentence.end)
        if opening is None:
            return None
        closing = self.text.find(")", opening.end(), at.sentence.end)
        inside = self.subjects.mentions_in(Span(opening.end(), max(closing, opening.end())))
        return Attribution((inside[0].person or "",), None) if len(inside) == 1 else None

    # --- the layout of the page says who spoke

    def _label(self, rule: Rule, at: QuotedSentence) -> Attribution | None:
        number = self.sentences[at.index].block
        block = self.document.blocks[number].span
        if not _pattern(rule.fields["previous"]).match(self.text[block.start : at.quoted.outer.start]):
            return None
        named = self.subjects.mentions_in(Span(block.start, at.quoted.outer.start))
        if not named and number:
            above = self.document.blocks[number - 1].span
            if _pattern(rule.fields["label_block"]).match(self.text[above.start : above.end]):
                named = self.subjects.mentions_in(above)
        return Attribution((named[0].person or "",), None) if named else None

    def _standalone(self, rule: Rule, at: QuotedSentence) -> Attribution | None:
        if not self._is_own_sentence(at) or not self._is_prose(at):
            return None
        following = self._following_sentence(at)
        words = _pattern(rule.fields["then"]).match(self.text[following.start : following.end])
        if words:
            cue = Span(following.start, following.start + words.end())
            return Attribution(self._speaker_in(following, cue, at), cue)
        ahead = self.subjects.at(at.index + 1, following.start, following.end) if following else None
        return Attribution(self.subjects.carried(at.index) or (ahead.people if ahead else ()), None)

    def _is_own_sentence(self, at: QuotedSentence) -> bool:
        rest = self.text[at.quoted.outer.end : at.sentence.end].strip(" .")
        lead = self.text[at.sentence.start : at.quoted.outer.start].strip()
        ends = self.text[at.quoted.inner.end - 1] in ".?!…"
        return not rest and not lead and ends

    def _is_prose(self, at: QuotedSentence) -> bool:
        """Whether other sentences stand in the same paragraph: a lone quoted line may be an answer or a slogan."""
        block = self.document.blocks[self.sentences[at.index].block].span
        return len(block) > len(at.quoted.outer) + 2

    def _following_sentence(self, at: QuotedSentence) -> Span:
        if at.index + 1 < len(self.sentences):
            following = self.sentences[at.index + 1]
            if following.block == self.sentences[at.index].block:
                return following.span
        return Span(at.sentence.end, at.sentence.end)

    def _speaker_in(self, following: Span, cue: Span, at: QuotedSentence) -> tuple[str, ...]:
        subject = self.subjects.at(at.index + 1, following.start, cue.end)
        if subject is not None:
            return subject.people
        named = [m for m in self.subjects.mentions_in(cue) if self.text[m.extent.end : m.extent.end + 2].strip() == "의"]
        return (named[-1].person or "",) if named else self._unless_genitive(cue, at)

    def _unless_genitive(self, cue: Span, at: QuotedSentence) -> tuple[str, ...]:
        return () if "의 말" in self.text[cue.start : cue.end] else self.subjects.carried(at.index)

    def _interview(self, rule: Rule, at: QuotedSentence) -> Attribution | None:
        number = self.sentences[at.index].block
        block = self.document.blocks[number].span
        if at.quoted.single or len(block) > len(at.quoted.outer) + 2 or not number:
            return None
        above = self.document.blocks[number - 1].span
        if not _pattern(rule.fields["question"]).match(self.text, above.start, above.end):
            return None
        return Attribution(self._interviewee, None) if self._interviewee else None

    @cached_property
    def _interviewee(self) -> tuple[str, ...]:
        """The first person whom the page names before its first question."""
        named = self.subjects.mentions
        return (named[0].person or "",) if named else ()

    def _adjacent(self, rule: Rule, at: QuotedSentence) -> Attribution | None:
        if not self._is_clause(at) or not self._ends_line(at, _HEADLINE_END):
            return None
        named = self.subjects.mentions_in(Span(at.previous_end, at.quoted.outer.start))
        if named and self._reaches(max(named[-1].extent.end, named[-1].span.end), at.quoted.outer.start):
            return Attribution((named[-1].person or "",), None)
        return None

    def _reaches(self, end: int, start: int) -> bool:
        gap = _BEFORE_MARK.match(self.text, end)
        return gap is not None and gap.end() >= start

    def _is_said(self, at: QuotedSentence) -> bool:
        """Whether words in single marks end like something said (…하라, …습니다) and not like a term."""
        return _SENTENCE_FINAL.search(self.text, at.quoted.inner.start, at.quoted.inner.end) is not None

    def _is_clause(self, at: QuotedSentence) -> bool:
        return self._is_headline(at) or _CLAUSE.search(self.text[at.quoted.inner.start : at.quoted.inner.end]) is not None

    def _ends_line(self, at: QuotedSentence, end: re.Pattern[str]) -> bool:
        return end.match(self.text, at.quoted.outer.end) is not None

    def _headline(self, rule: Rule, at: QuotedSentence) -> Attribution | None:
        block = self.document.blocks[self.sentences[at.index].block].span
        first = at.previous_end if self._is_headline(at) else block.start
        named = self.subjects.mentions_in(Span(first, at.quoted.outer.start))
        if named and self._ends_line(at, _LINE_END) and not self._is_pair(named[0]) and self._is_clause(at):
            return self._topic_of_line(at, named[0])
        return self._named_next(at) if self._is_headline(at) and at.quoted.outer.start == at.sentence.start else None

    def _topic_of_line(self, at: QuotedSentence, first: PersonMention) -> Attribution | None:
        if self._is_headline(at) or self.text[at.quoted.outer.start - 2 : at.quoted.outer.start].strip() in ("…", "에"):
            return Attribution((first.person or "",), None)
        return None

    def _is_pair(self, mention: PersonMention) -> bool:
        end = max(mention.extent.end, mention.span.end)
        link = _PAIR_SIGN.match(self.text, end)
        return link is not None

    def _named_next(self, at: QuotedSentence) -> Attribution | None:
        gap = re.compile(r"[\s….,]*").match(self.text, at.quoted.outer.end)
        start = gap.end() if gap else at.quoted.outer.end
        named = self.subjects.mentions_in(Span(start, at.sentence.end))
        if named and named[0].extent.start <= start and not self._is_pair(named[0]):
            return Attribution((named[0].person or "",), None)
        return None

    # --- a headline shortens what the body quotes in full

    def _echoes(self, found: list[Quotation], open_headlines: list[Quoted]) -> list[Quotation]:
        body = [quotation for quotation in found if quotation.rule != "ko.quote.headline"]
        kept = [self._echo(q.content, body) or q if q.rule == "ko.quote.headline" else q for q in found]
        kept = [quotation for quotation in kept if not self._is_paraphrase(quotation, body)]
        echoed = [self._echo(quoted.inner, body) for quoted in open_headlines]
        return kept + [quotation for quotation in echoed if quotation is not None]

    def _is_paraphrase(self, quotation: Quotation, body: Sequence[Quotation]) -> bool:
        """Whether a headline makes a noun of the verb that the body quotes (개척하자 → 개척): the editor's words."""
        if quotation.rule not in _HEADLINE_RULES:
            return False
        last = re.search(r"[가-힣]{2,}$", self.document[quotation.content])
        verb = re.compile(rf"{last[0]}(?:하|했|해|할|한|합|되|됐)") if last else None
        said = [q for q in body if q.speaker == quotation.speaker and q.rule not in _HEADLINE_RULES]
        is_paraphrase = verb is not None and any(verb.search(self.document[q.content]) for q in said)
        if is_paraphrase:
            self.trace.missed("quotation", quotation.rule, quotation.content, "a paraphrase of words quoted in the body")
        return is_paraphrase

    def _echo(self, content: Span, body: Sequence[Quotation]) -> Quotation | None:
        """The quotation of the body whose words a headline takes up, as a quotation of that headline."""
        wanted = _bigrams(self.document[content])
        shared = [(len(wanted & _bigrams(self.document[q.content])), -q.content.start, q) for q in body]
        best = max(shared, key=lambda entry: entry[:2], default=None)
        if best is None or not wanted or best[0] < _ECHO_SHARE * len(wanted):
            return None
        self.trace.fired("quotation", "ko.quote.echo", content, self.document[best[2].content])
        return Quotation(content, best[2].speaker, None, "ko.quote.echo")


def _bigrams(words: str) -> set[str]:
    folded = "".join(filter(str.isalnum, words))
    return {folded[i : i + 2] for i in range(len(folded) - 1)}
