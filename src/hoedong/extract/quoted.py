"""Quoted words: what a speaker tells of meetings, in the first person or with a dropped subject.

"한 회장은 "지난달 오 대표를 만나 이야기했다"고 말했다" says that 한 회장 met 오 대표: the words are about who speaks.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from hoedong.extract.draft import Draft
from hoedong.extract.encounters import draft_sentence
from hoedong.extract.status import AGREED
from hoedong.extract.words import load_encounter_words
from hoedong.lang.protocol import Language
from hoedong.model.analysis import Analysis, Sentence
from hoedong.model.clause import ClauseStructure
from hoedong.model.document import BlockRole
from hoedong.model.encounter import Mode, Status
from hoedong.model.mention import MentionForm, PersonMention
from hoedong.model.quotation import Quotation
from hoedong.model.span import Span, starting_in
from hoedong.rules.lexicon_file import load_lexicon
from hoedong.rules.trace import Trace

FIRST_PERSON = "coreference.first-person"
_INTERVIEW = "ko.quote.interview"
_ASKED_BEFORE = 4  # blocks: two questions and their answers
_TOLD = (Status.HELD, Status.NOT_HELD)


def hear_quotations(
    analysis: Analysis, quotations: Sequence[Quotation], language: Language, trace: Trace
) -> list[Draft]:
    """The drafts that quoted words give, of their speaker or of whom they name; wishes are left to the text around."""
    drafts: list[Draft] = []
    starts = [sentence.span.start for sentence in analysis.sentences]
    for quotation in quotations:
        index = bisect_left(starts, quotation.content.start + 1) - 1
        if index >= 0 and _may_tell(quotation, analysis.sentences[index], analysis, language):
            spoken_of = _spoken_of(quotation, analysis.sentences[index], analysis)
            for sentence in _sentences_of(quotation, analysis.sentences[index], analysis, language):
                drafts += _draft(sentence, index, quotation.speaker or "", spoken_of, analysis, language, trace)
    return drafts


def _spoken_of(quotation: Quotation, sentence: Sentence, analysis: Analysis) -> tuple[str, ...]:
    """Whom an interviewer asked about: the last person named in the questions and answers right before."""
    blocks = analysis.document.blocks[max(0, sentence.block - _ASKED_BEFORE) : sentence.block]
    if quotation.rule != _INTERVIEW or not blocks:
        return ()
    asked = starting_in(analysis.mentions, Span(blocks[0].span.start, blocks[-1].span.end))
    people = [m.person for m in asked if m.person and m.person != quotation.speaker]
    return tuple(people[-1:])


def _may_tell(quotation: Quotation, sentence: Sentence, analysis: Analysis, language: Language) -> bool:
    role = analysis.document.blocks[sentence.block].role
    words = load_encounter_words(language.code)
    return role is BlockRole.PARAGRAPH and words.may_stand_in(analysis.document.text, quotation.content)


def _sentences_of(
    quotation: Quotation, sentence: Sentence, analysis: Analysis, language: Language
) -> Iterator[Sentence]:
    """The sentences inside quoted words, each with its morphemes."""
    text = analysis.document.text
    words = load_encounter_words(language.code)
    for span in language.split_sentences(text, quotation.content):
        if words.may_stand_in(text, span):
            inside = tuple(m for m in sentence.morphemes if span.start <= m.span.start < span.end)
            yield Sentence(span, sentence.block, inside)


def _draft(
    sentence: Sentence,
    index: int,
    speaker: str,
    spoken_of: tuple[str, ...],
    analysis: Analysis,
    language: Language,
    trace: Trace,
) -> list[Draft]:
    """What one quoted sentence tells of meetings of its speaker, or of others whom it names.

    Where it names nobody (처음 뵀죠), the other side is whom the question was about.
    """
    document = analysis.document
    named = [mention for mention in starting_in(analysis.mentions, sentence.span) if mention.person]
    people = sorted([*named, *_first_person(document.text, sentence.span, speaker, language.code)], key=_place)
    times = starting_in(analysis.times, sentence.span)
    structure = language.clause_structure(document, sentence, index, people, times)
    asked = [_asked_about(structure, (speaker, *spoken_of))] if spoken_of else []
    told = draft_sentence(structure, times, language.code, lambda: (speaker,) if speaker else (), asked, trace=trace)
    return [draft for draft in told.drafts if _is_told(draft, speaker) and len(draft.sides) > 1]


def _asked_about(structure: ClauseStructure, sides: tuple[str, ...]) -> Draft:
    """A question on whether two people met, of which an answer can speak."""
    return Draft(structure.sentence, structure.span, _INTERVIEW, Mode.IN_PERSON, Status.UNCONFIRMED, _INTERVIEW, sides)


def _is_told(draft: Draft, speaker: str) -> bool:
    """Whether a draft is no wish or hope: what took place or did not, and what the speaker has agreed on."""
    return draft.status in _TOLD or (draft.status_rule == AGREED and speaker in draft.sides)


def _place(mention: PersonMention) -> tuple[Span, Span]:
    return mention.extent, mention.span


def _first_person(text: str, span: Span, speaker: str, lang: str) -> list[PersonMention]:
    """저, 나, 제(가), 내(가) in quoted words: the speaker."""
    if not speaker:
        return []
    spans = (Span(*match.span("word")) for match in _first_persons(lang).finditer(text, span.start, span.end))
    return [PersonMention(own, own, MentionForm.PRONOUN, speaker, FIRST_PERSON) for own in spans]


def may_speak_of_self(text: str, span: Span, lang: str) -> bool:
    """Whether a speaker may stand in a stretch as 저, 나, 제, 내."""
    return _first_persons(lang).search(text, span.start, span.end) is not None


@cache
def _first_persons(lang: str) -> re.Pattern[str]:
    rows = load_lexicon(files(f"hoedong.lang.{lang}") / "lexicon" / "first_persons.tsv", ("form", "particles"))
    forms = "|".join(f"{row['form']}(?={row['particles']})" for row in rows)
    return re.compile(rf"(?<![가-힣])(?P<word>{forms})")
