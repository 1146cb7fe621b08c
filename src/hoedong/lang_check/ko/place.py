"""Runs the examples of rules/place.toml and rules/topic.toml, cases/places.tsv and cases/topics.tsv."""

from __future__ import annotations

from collections.abc import Mapping

from hoedong.lang.ko.place_choice import Whereabouts
from hoedong.lang.ko.places import find_places, place_of_clause
from hoedong.lang.ko.topics import find_topics
from hoedong.lang_check.runner import Example, difference, must_fire
from hoedong.model.span import Span
from hoedong.rules.rule_file import Rule
from hoedong.rules.trace import KeptTrace


def run_place_rule(rule: Rule, example: Example, matches: bool) -> str | None:
    """A `find` rule finds the place; a `choose` rule makes it, or its country, the place of the encounter."""
    text = example["text"]
    if rule.fields["stage"] == "find":
        places = [text[slice(*place.span)] for place in find_places(text, [_whole(text)]) if place.rule == rule.id]
        return must_fire(rule.id, example["place"] in places if matches else places, matches=matches)
    answer = _chosen(text)
    if not matches:
        return must_fire(rule.id, rule.id in answer.rules, matches=False)
    if "country" in example:
        wrong = difference("country", example["country"], answer.where.country)
    else:
        wrong = difference("place", [example["place"]], [text[slice(*span)] for span in answer.where.spans])
    return wrong or (
        must_fire(rule.id, rule.id in answer.rules, matches=True) if rule.fields.get("weight", 1) else None
    )


def run_place_case(case: Mapping[str, str]) -> str | None:
    """The sentence gives this place, town and country, and no other."""
    text = case["sentence"]
    where = _chosen(text).where
    words = text[slice(*where.spans[0])] if where.spans else ""
    expected = (case["place"], case["city"], case["country"])
    return difference("(place, city, country)", expected, (words, where.city or "", where.country or ""))


def run_topic_rule(rule: Rule, example: Example, matches: bool) -> str | None:
    """The phrases read are those of `topics`; of a reject sentence the rule reads nothing."""
    text, trace = example["text"], KeptTrace()
    topics = find_topics(text, _whole(text), trace=trace)
    fired = must_fire(rule.id, any(step.rule == rule.id and step.fired for step in trace.steps), matches=matches)
    if fired or not matches:
        return fired
    return difference("topics", list(example["topics"]), [text[slice(*topic)] for topic in topics])


def run_topic_case(case: Mapping[str, str]) -> str | None:
    """The sentence gives these topics, written with " | " between them."""
    text = case["sentence"]
    topics = [text[slice(*topic)] for topic in find_topics(text, _whole(text))]
    return difference("topics", case["topics"], " | ".join(topics))


def _whole(text: str) -> Span:
    return Span(0, len(text))


def _chosen(text: str) -> Whereabouts:
    return place_of_clause(text, _whole(text), find_places(text, [_whole(text)]))
