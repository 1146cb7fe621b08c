"""Every rule of people.toml reads its own examples."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from hoedong.lang.ko.people.rule_table import people_rules
from people_reading import read_people

MATCHES = [
    pytest.param(rule.id, example, id=f"{rule.id}-{n}")
    for rule in people_rules()
    if not rule.fields.get("nobody")
    for n, example in enumerate(rule.match)
]
HIDDEN = [
    pytest.param(rule.id, example, id=f"{rule.id}-{n}")
    for rule in people_rules()
    if rule.fields.get("nobody")
    for n, example in enumerate(rule.match)
]
REJECTS = [
    pytest.param(rule.id, example, id=f"{rule.id}-{n}")
    for rule in people_rules()
    for n, example in enumerate(rule.reject)
]


@pytest.mark.parametrize(("rule", "example"), MATCHES)
def test_a_match_sentence_gives_the_name_by_its_rule(rule: str, example: Mapping[str, Any]) -> None:
    """The rule finds the short form, and the post where the example states one."""
    document, found = read_people(example["text"])
    named = {(document[m.span], m.rule): m.person for m in found.mentions if m.person}
    assert (example["name"], rule) in named, named
    person = next(p for p in found.people if p.id == named[example["name"], rule])
    if "title" in example:
        assert example["title"] in [p.title for p in person.positions], person.positions
    if "organisation" in example:
        assert example["organisation"] in [p.organisation for p in person.positions]
    if "status" in example:
        assert example["status"] in [p.status for p in person.positions]
    if "latin" in example:
        assert person.latin == example["latin"]


@pytest.mark.parametrize(("rule", "example"), HIDDEN)
def test_a_hidden_name_is_a_mention_of_nobody(rule: str, example: Mapping[str, Any]) -> None:
    """The mention is kept with its rule, and no person is made of it."""
    document, found = read_people(example["text"])
    assert (example["name"], rule, None) in [(document[m.span], m.rule, m.person) for m in found.mentions]
    assert not found.people


@pytest.mark.parametrize(("rule", "example"), REJECTS)
def test_a_reject_sentence_gives_nothing_by_its_rule(rule: str, example: Mapping[str, Any]) -> None:
    """The rule stays silent on its near miss."""
    document, found = read_people(example["text"])
    given = [document[m.span] for m in found.mentions if m.rule == rule and m.person]
    assert example["name"] not in given if "name" in example else not given


def test_every_mention_names_a_rule_of_the_file() -> None:
    """Ids in mentions can be looked up."""
    known = {rule.id for rule in people_rules()}
    for rule in people_rules():
        for example in (*rule.match, *rule.reject):
            assert {m.rule for m in read_people(example["text"], morphemes=False)[1].mentions} <= known
