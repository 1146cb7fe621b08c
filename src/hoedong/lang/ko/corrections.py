"""Notices in which a Korean newsroom corrects or withdraws an article, by the rules of rules/correction.toml."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hoedong.lang.ko.quote_marks import find_quoted
from hoedong.lang.ko.sentences import split_sentences
from hoedong.model.correction import CorrectionKind, CorrectionNotice
from hoedong.model.document import Document
from hoedong.model.evidence import Evidence
from hoedong.model.span import Span
from hoedong.model.time import PartialDate
from hoedong.rules.rule_file import Rule, load_rules

_BEFORE = 3  # sentences before the words of correction that may tell which article is meant
_SIGN = re.compile(r"바로\s?잡|정정|오기|잘못|아닌|다른|아님|취소|삭제|철회")


@dataclass(frozen=True, slots=True)
class _Pattern:
    rule: Rule
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None


def find_correction(document: Document) -> CorrectionNotice | None:
    """What a page corrects or withdraws of an earlier article of its outlet; None for any other page.

    `본지 6월 12일자 3면 「…」 기사에서 … 바로잡습니다` names the day, the page and the headline. 반론보도, words that
    are quoted, and corrections that others ask for are none.
    """
    if not _SIGN.search(document.text):
        return None
    heading = _heading(document)
    sentences = _sentences(document, heading)
    for kind in (CorrectionKind.RETRACTION, CorrectionKind.CORRECTION):
        for index, sentence in enumerate(sentences):
            around = sentences[max(0, index - _BEFORE) : index + 1]
            evidence = _evidence(document, kind, sentence)
            if evidence is not None and (heading is not None or _is_on_article(document, around)):
                return _notice(document, kind, evidence, around if heading is None else sentences)
    return None


@cache
def correction_rules() -> tuple[Rule, ...]:
    """The rules of rules/correction.toml, in order."""
    return load_rules(files("hoedong.lang.ko") / "rules" / "correction.toml")


@cache
def _patterns(kind: str) -> tuple[_Pattern, ...]:
    return tuple(
        _Pattern(
            rule, re.compile(rule.fields["pattern"]), re.compile(rule.fields["not"]) if "not" in rule.fields else None
        )
        for rule in correction_rules()
        if rule.fields["kind"] == kind
    )


def find_words(text: str, span: Span, kind: str) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Where rules of one kind read words of a sentence or line, in the order of the rules."""
    for known in _patterns(kind):
        if known.unless is None or not known.unless.search(text, span.start, span.end):
            yield from ((known.rule, found) for found in known.pattern.finditer(text, span.start, span.end))


def _heading(document: Document) -> int | None:
    """Where the notice begins: behind its heading, 0 where the title of the page is one; None without a heading."""
    if document.title is not None and _behind_heading(document.title, Span(0, len(document.title))) is not None:
        return 0
    blocks = (block.span for block in document.blocks if block.role.is_read)
    ends = (_behind_heading(document.text, span) for span in blocks)
    return next((end for end in ends if end is not None), None)


def _behind_heading(text: str, line: Span) -> int | None:
    words = text[line.start : line.end]
    found = next(find_words(words, Span(0, len(words)), "heading"), None)
    return None if found is None else line.start + found[1].end()


def _sentences(document: Document, heading: int | None) -> list[Span]:
    """The sentences of a notice, without its heading; of the whole page where there is none."""
    blocks = (block.span for block in document.blocks if block.role.is_read)
    sentences = (sentence for block in blocks for sentence in split_sentences(document.text, block))
    return [sentence for sentence in sentences if sentence.end > max(heading or 0, _heading_end(document, sentence))]


def _heading_end(document: Document, sentence: Span) -> int:
    return _behind_heading(document.text, sentence) or 0


def _evidence(document: Document, kind: CorrectionKind, sentence: Span) -> Evidence | None:
    """The sentence in which the newsroom itself corrects or withdraws, outside quotation marks."""
    quoted = [marks.outer for marks in find_quoted(document.text, sentence)]
    for rule, found in find_words(document.text, sentence, kind.value):
        if not any(Span(*found.span()).overlaps(outer) for outer in quoted):
            return Evidence(sentence, rule.id)
    return None


def _is_on_article(document: Document, sentences: Sequence[Span]) -> bool:
    return any(True for sentence in sentences for _ in find_words(document.text, sentence, "article"))


def _notice(
    document: Document, kind: CorrectionKind, evidence: Evidence, sentences: Sequence[Span]
) -> CorrectionNotice:
    published = document.publication.value
    dates = (issue_day(found, published) for found in _found(document, sentences, "date"))
    titles = (next(filter(None, found.groups()), "").strip() for found in _found(document, sentences, "title"))
    return CorrectionNotice(
        document.id,
        kind,
        (evidence,),
        dates=tuple(dict.fromkeys(date for date in dates if date is not None)),
        titles=tuple(dict.fromkeys(titles)),
        pages=tuple(dict.fromkeys(found["page"] for found in _found(document, sentences, "page"))),
        urls=tuple(dict.fromkeys(found["url"] for found in _found(document, sentences, "url"))),
        outlet=document.outlet,
        published=published,
    )


def _found(document: Document, sentences: Sequence[Span], kind: str) -> Iterator[re.Match[str]]:
    return (found for sentence in sentences for _, found in find_words(document.text, sentence, kind))


def issue_day(found: re.Match[str], published: PartialDate | None) -> PartialDate | None:
    """The day of an earlier issue, the latest that is not after the notice; None where it cannot be told.

    12일자 in a notice of 3 June is 12 May.
    """
    year, month, day = (int(found[part]) if found[part] else None for part in ("year", "month", "day"))
    if year is not None and month is not None:
        return _date(year, month, day)
    if published is None or published.day is None:
        return None
    candidates = (
        _date(earlier.year, month or earlier.month, day) for earlier in _first_days_back(published.first_day())
    )
    return next((date for date in candidates if date is not None and date <= published), None)


def _first_days_back(day: dt.date) -> Iterator[dt.date]:
    """The first days of this month and the twelve before it."""
    for back in range(13):
        month = 12 * day.year + day.month - 1 - back
        yield dt.date(month // 12, month % 12 + 1, 1)


def _date(year: int, month: int, day: int | None) -> PartialDate | None:
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None
