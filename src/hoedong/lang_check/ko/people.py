"""Runs the examples of rules/people.toml and the cases of people.tsv: each is annotated as an article of its own."""

from __future__ import annotations

from collections.abc import Mapping

from hoedong.annotate.annotator import annotate
from hoedong.lang.registry import load_language
from hoedong.lang_check.ko.time import ANCHOR
from hoedong.lang_check.runner import Example, difference, must_fire
from hoedong.model.analysis import Analysis
from hoedong.model.document import Block, BlockRole, Document
from hoedong.model.person import Person
from hoedong.model.span import Span
from hoedong.model.time import PartialDate, Publication, PublicationBasis
from hoedong.rules.rule_file import Rule


def run_people_rule(rule: Rule, example: Example, matches: bool) -> str | None:
    """The rule finds the `name`, with the post that the example states; in a reject sentence it does not."""
    analysis = _annotate(example["text"])
    found = {
        analysis.document[m.span]: m.person
        for m in analysis.mentions
        if m.rule == rule.id and (m.person is None) == bool(rule.fields.get("nobody"))
    }
    if not matches:
        given = example["name"] in found if "name" in example else bool(found)
        return must_fire(rule.id, given, matches=False)
    if rule.fields.get("nobody"):
        return must_fire(rule.id, example["name"] in found, matches=True)
    person = next((p for p in analysis.people if p.id == found.get(example["name"])), None)
    if person is None:
        return difference("names", [example["name"]], sorted(found))
    return _wrong_post(example, person)


def run_people_case(case: Mapping[str, str]) -> str | None:
    """The text gives these people with all their mentions, and nobody else."""
    analysis = _annotate(case["text"].replace("\\n", "\n"))
    actual = [f"{p.name}={'|'.join(analysis.document[m.span] for m in p.mentions)}" for p in analysis.people]
    expected = [person for person in case["people"].split("; ") if person]
    return difference(f"people of {case['text']!r}", expected, actual)


def _wrong_post(example: Example, person: Person) -> str | None:
    stated: dict[str, list[str | None]] = {
        "title": [position.title for position in person.positions],
        "organisation": [position.organisation for position in person.positions],
        "status": [str(position.status) for position in person.positions],
        "latin": [person.latin],
    }
    for key, found in stated.items():
        if key in example and example[key] not in found:
            return difference(key, [example[key]], [str(value) for value in found])
    return None


def _annotate(text: str) -> Analysis:
    """Every line a paragraph: the examples are article text without furniture."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(BlockRole.PARAGRAPH, Span(start, start + len(line))))
        start += len(line) + 1
    publication = Publication(PartialDate.parse(ANCHOR), PublicationBasis.GIVEN)
    return annotate(Document("example", text, "ko", tuple(blocks), publication=publication), load_language("ko"))
