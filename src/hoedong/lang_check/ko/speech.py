"""Runs the examples of rules/quotation.toml, claim.toml and trip.toml on sentences with marked people and places."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from hoedong.lang.ko.claims import find_claims
from hoedong.lang.ko.quotations import find_quotations
from hoedong.lang.ko.sentences import split_sentences
from hoedong.lang.ko.times import find_time_expressions
from hoedong.lang.ko.trips import find_trips
from hoedong.lang_check.ko.time import ANCHOR
from hoedong.lang_check.marked_text import MarkedText, read_marked_text
from hoedong.lang_check.runner import Example, difference, must_fire
from hoedong.model.mention import PlaceMention
from hoedong.model.time import DateInterval, PartialDate, TimeExpression
from hoedong.rules.lexicon_file import load_lexicon
from hoedong.rules.rule_file import Rule
from hoedong.rules.trace import KeptTrace


def run_quotation_rule(rule: Rule, example: Example, matches: bool) -> str | None:
    """The rule gives the words in `quote` to `speaker`; in a reject sentence it gives no words to anybody."""
    page = _marked(example, example.get("role", "paragraph"))
    quotations = find_quotations(page.document, page.sentences, page.people)
    own = [(quote.speaker, page.document[quote.content]) for quote in quotations if quote.rule == rule.id]
    if not matches:
        return must_fire(rule.id, own, matches=False)
    expected = (example["speaker"], example["quote"])
    return None if expected in own else difference("(speaker, quote)", [expected], own)


def run_claim_rule(rule: Rule, example: Example, matches: bool) -> str | None:
    """The rule reads a claim of this `value`; of a reject sentence it reads none."""
    page, trace = _marked(example), KeptTrace()
    claims = find_claims(page.document, page.sentences, page.people, times_of(page), {}, trace)
    fired = any(step.fired and step.rule == rule.id for step in trace.steps)
    silent = must_fire(rule.id, fired, matches=matches)
    if silent or not matches or "value" not in example:
        return silent
    return difference("value", [example["value"]], [claim.value for claim in claims])


def run_trip_rule(rule: Rule, example: Example, matches: bool) -> str | None:
    """The rule reads a trip of the `traveller`; of a reject sentence it reads none."""
    page, trace = _marked(example), KeptTrace()
    places = [PlaceMention(span, "country", None, None, "example") for span in page.places]
    trips = find_trips(page.document, page.sentences, page.people, times_of(page), places, trace)
    fired = any(step.fired and step.rule == rule.id for step in trace.steps)
    silent = must_fire(rule.id, fired, matches=matches)
    if silent or not matches:
        return silent
    travellers = [trip.traveller for trip in trips]
    return None if example["traveller"] in travellers else difference("traveller", [example["traveller"]], travellers)


@cache
def _title() -> re.Pattern[str]:
    rows = load_lexicon(files("hoedong.lang.ko") / "lexicon" / "titles.tsv", ("title",))
    longest_first = sorted((row["title"] for row in rows), key=len, reverse=True)
    return re.compile(rf" (?:{'|'.join(map(re.escape, longest_first))})")


def _marked(example: Example, role: str = "paragraph") -> MarkedText:
    return read_marked_text(example["text"], "ko", split_sentences, role=role, title=_title())


def times_of(page: MarkedText) -> tuple[TimeExpression, ...]:
    """The times of an example, read on the usual day."""
    spans = [sentence.span for sentence in page.sentences]
    return find_time_expressions(page.document.text, spans, DateInterval.on(PartialDate.parse(ANCHOR)))
