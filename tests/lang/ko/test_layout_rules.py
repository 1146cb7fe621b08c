"""The examples inside the layout rules, run."""

from __future__ import annotations

from importlib.resources import files

import pytest

from hoedong.errors import RuleFileError
from hoedong.lang.en.layout import layout_rules as english
from hoedong.lang.ko.layout import layout_rules as korean
from hoedong.rules.layout_rules import LayoutRule, LayoutRules, compile_layout_rules
from hoedong.rules.rule_file import Rule, load_rules

_COMPILED = {"ko": korean, "en": english}


def _examples(key: str) -> list[tuple[str, str, str]]:
    found = []
    for lang in _COMPILED:
        for rule in load_rules(files(f"hoedong.lang.{lang}") / "rules" / "layout.toml"):
            found += [(lang, rule.id, str(example["text"])) for example in getattr(rule, key)]
    return found


def _applies(rules: LayoutRules, rule: LayoutRule, line: str) -> bool:
    if rule.kind in ("part", "outlet", "reporter"):
        return rule.starts is not None and rule.starts.search(line) is not None
    return rule.applies_to(line, rules.is_prose(line))


@pytest.mark.parametrize(("lang", "rule_id", "line"), _examples("match"))
def test_a_rule_applies_to_its_matches(lang: str, rule_id: str, line: str) -> None:
    """Every layout rule applies to each line that it names as a match."""
    rules = _COMPILED[lang]()
    assert any(_applies(rules, rule, line) for rule in rules.rules if rule.id == rule_id)


@pytest.mark.parametrize(("lang", "rule_id", "line"), _examples("reject"))
def test_a_rule_leaves_its_rejects_alone(lang: str, rule_id: str, line: str) -> None:
    """No layout rule applies to a line that it names as a reject."""
    rules = _COMPILED[lang]()
    assert not any(_applies(rules, rule, line) for rule in rules.rules if rule.id == rule_id)


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("입력 2024.06.11 09:31 | 새소식일보 김가나 기자", "byline"),
        ("댓글 3 | 공감 17", "furniture"),
        ("새소식일보", "furniture"),
        ("나가람 회장", None),
        ("", "furniture"),
    ],
)
def test_a_line_of_nothing_but_parts_has_their_role(line: str, role: str | None) -> None:
    """Buttons, stamps and outlets make furniture, a reporter among them a byline, any other word neither."""
    assert korean().role_of_parts(line) == role


def _rule(**fields: object) -> Rule:
    return Rule("x.y.z", "gloss", "layout.toml:1", fields, (), ())


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"kind": "advert"}, "kind"),
        ({"kind": "furniture", "begins": ["x"]}, "begins"),
        ({"kind": "furniture", "starts": ["{{nothing}}"]}, "nothing"),
        ({"kind": "furniture", "starts": ["("]}, "layout.toml:1"),
    ],
)
def test_a_wrong_rule_is_named_with_its_place(fields: dict[str, object], word: str) -> None:
    """A mistake in a rule file is reported with file, line and what is allowed."""
    with pytest.raises(RuleFileError, match=word):
        compile_layout_rules((_rule(**fields),), {})
