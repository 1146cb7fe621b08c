"""Korean direct quotations and their speakers, by the rules of rules/quotation.toml."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files

from hoedong.lang.ko.cue_attribution import Attribution, CueAttribution
from hoedong.lang.ko.headline_quotes import with_echoes
from hoedong.lang.ko.layout_attribution import LayoutAttribution
from hoedong.lang.ko.quote_marks import Quoted
from hoedong.lang.ko.quote_places import PlacedQuote, is_headline, place_quotes
from hoedong.lang.ko.subjects import Subjects
from hoedong.model.analysis import Sentence
from hoedong.model.document import Document
from hoedong.model.mention import PersonMention
from hoedong.model.quotation import Quotation
from hoedong.rules.rule_file import Rule, load_rules
from hoedong.rules.trace import NO_TRACE, Trace

_MARK = re.compile(r"[\"“『「‘']")
_SENTENCE_FINAL = re.compile(r"[가-힣](?:다|요|죠|자|까|라|네|냐)[.?!~]*$")


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


class _Finder:
    """The quotations of one document."""

    def __init__(
        self, document: Document, sentences: Sequence[Sentence], mentions: Sequence[PersonMention], trace: Trace
    ) -> None:
        self.document, self.sentences, self.trace = document, sentences, trace
        subjects = Subjects(document, sentences, [m for m in mentions if m.person])
        self.cues, layout = CueAttribution(document.text, subjects), LayoutAttribution(document, subjects)
        self.layouts: dict[str, Callable[[Rule, PlacedQuote], Attribution | None]] = {
            "after": self.cues.after,
            "genitive": self.cues.genitive,
            "parenthesis": self.cues.parenthesis,
            "label": layout.label,
            "standalone": layout.standalone,
            "interview": layout.interview,
            "adjacent": lambda _, at: layout.adjacent(at),
            "headline": lambda _, at: layout.headline(at),
        }

    def find(self) -> tuple[Quotation, ...]:
        found: list[Quotation] = []
        open_headlines: list[Quoted] = []
        for at in place_quotes(self.document, self.sentences):
            attribution, rule = self._attribute(at)
            if attribution is not None:
                self.cues.speakers[at.quoted.outer.end] = attribution.people
                found += self._quotations(at, attribution, rule)
            elif is_headline(self.document, at.block) and not at.quoted.single:
                open_headlines.append(at.quoted)
        settled = with_echoes(self.document, found, open_headlines, self.trace)
        return tuple(sorted(settled, key=lambda quotation: quotation.content))

    def _quotations(self, at: PlacedQuote, attribution: Attribution, rule: str) -> list[Quotation]:
        people = tuple(filter(None, attribution.people))
        if people:
            self.trace.fired("quotation", rule, at.quoted.outer, ", ".join(people))
        else:
            self.trace.missed("quotation", rule, at.quoted.outer, "the speaker has no name")
        return [Quotation(at.quoted.inner, person, attribution.cue, rule) for person in people]

    def _attribute(self, at: PlacedQuote) -> tuple[Attribution | None, str]:
        """The first rule that fits, also where its speaker has no name: nobody else may have the words then."""
        for rule in quotation_rules():
            if at.quoted.single and not (rule.fields.get("single") and self._is_said(at)):
                continue
            attribution = self.layouts[rule.fields["layout"]](rule, at)
            if attribution is not None:
                return attribution, rule.id
        self.trace.missed("quotation", "ko.quote", at.quoted.outer, "no words of speech near it")
        return None, ""

    def _is_said(self, at: PlacedQuote) -> bool:
        """Whether words in single marks end like something said (…하라, …습니다) and not like a term."""
        inner = at.quoted.inner
        return _SENTENCE_FINAL.search(self.document.text, inner.start, inner.end) is not None
