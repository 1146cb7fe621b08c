"""The check of a language folder, on a small folder of its own with mistakes of every kind."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from hoedong.errors import CaseFileError, UnknownLanguage
from hoedong.lang.folder import language_codes, rule_places
from hoedong.lang_check import check
from hoedong.lang_check.case_table import load_cases
from hoedong.lang_check.check import Outcome, check_language
from hoedong.lang_check.marked_text import read_marked_text
from hoedong.lang_check.runner import Runners, difference, runners_of
from hoedong.rules.rule_file import Rule

RULES = """\
# greetings
[[rule]]
id = "xx.greet"
gloss = "X greets"
word = "hello"
[[rule.match]]
text = "hello there"
[[rule.match]]
text = "good day"
[[rule.reject]]
text = "goodbye"
[[rule.reject]]
text = "hello kitty"
because = "a toy"

[[rule]]
id = "xx.greet.other"
gloss = "another"
word = "hi"
[[rule.match]]
text = "hi"
[[rule.reject]]
text = "no"
"""
FILES = {
    "rules/greet.toml": RULES,
    "rules/broken.toml": '[[rule]]\nid = "xx.broken"\n',
    "rules/invalid.toml": "[[rule]\n",
    "rules/silent.toml": '[[rule]]\nid = "xx.greet"\ngloss = "2"\nmatch = [{text = "a"}]\nreject = [{text = "b"}]\n',
    "lexicon/titles.tsv": "# titles\ntitle\tnote\n회장\tchair\textra\n",
    "lexicon/bare.tsv": "word\n가\n",
    "cases/greet.tsv": "# cases\ntext\tvalue\nhello\tyes\ngoodbye\tyes\n",
    "cases/empty.tsv": "# nothing yet\n",
    "cases/orphan.tsv": "text\na\n",
}


def greets(rule: Rule, example: Mapping[str, Any], matches: bool) -> str | None:
    """Run a greeting rule: its word stands in the text."""
    return difference("fired", matches, rule.fields["word"] in example["text"])


def greeting_case(case: Mapping[str, str]) -> str | None:
    """Run a line of the table of greetings."""
    return difference("value", case["value"], "yes" if "hello" in case["text"] else "no")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A language folder `xx` with mistakes."""
    for name, content in FILES.items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(content, encoding="utf-8")
    monkeypatch.setattr("hoedong.lang.folder.language_folder", lambda _: tmp_path)
    monkeypatch.setattr(check, "language_folder", lambda _: tmp_path)
    runners = Runners({"greet": greets, "broken": greets, "invalid": greets}, {"greet": greeting_case})
    monkeypatch.setattr(check, "runners_of", lambda _: runners)
    return tmp_path


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "mistake",
    [
        "xx/rules/greet.toml:2: xx.greet match 'good day': fired is False, not True",
        "xx/rules/greet.toml:2: xx.greet reject 'hello kitty': fired is True, not False",
        "xx/rules/broken.toml:1: 'gloss' is missing; every rule has an id and a gloss",
        "xx/rules/broken.toml:1: no [[rule.match]]; every rule carries at least one match and one reject sentence",
        "xx/rules/silent.toml:1: id 'xx.greet' is taken by xx/rules/greet.toml:2; ids are never reused",
        "xx/rules/silent.toml: no runner; its examples are not run",
        "xx/lexicon/titles.tsv:3: 3 cells; the header names 2",
        "xx/lexicon/bare.tsv:1: no opening comment; say what the list is for",
        "xx/cases/greet.tsv:4: value is 'no', not 'yes'",
        "xx/cases/empty.tsv:1: no header line; the first line that is no comment names the columns",
        "xx/cases/orphan.tsv: no runner; its cases are not run",
    ],
)
def test_every_mistake_is_told_with_its_place(mistake: str) -> None:
    """One check finds all mistakes of all files, each as file:line."""
    assert mistake in check_language("xx").mistakes


@pytest.mark.usefixtures("folder")
def test_nothing_else_is_told() -> None:
    """What is in order is counted and not complained about."""
    outcome = check_language("xx")

    assert (outcome.rules, outcome.examples, outcome.lexicons, outcome.cases) == (3, 8, 2, 3)
    assert len(outcome.mistakes) == 14, outcome.mistakes
    assert any(line.startswith("xx/rules/invalid.toml") for line in outcome.mistakes)


def test_unknown_language_names_those_there_are() -> None:
    """A code without a folder is refused with the codes that have one."""
    with pytest.raises(UnknownLanguage, match="ko"):
        check_language("tlh")
    assert "ko" in language_codes()


def test_korean_is_in_order() -> None:
    """Every rule example and every case of the Korean folder is read as it says."""
    assert check_language("ko").mistakes == []


def test_places_of_korean_rules() -> None:
    """Each rule id leads to a file and line of the Korean folder."""
    for rule, place in rule_places("ko").items():
        assert rule.startswith("ko.")
        assert place.location.startswith("ko/rules/")


def test_one_mistake_is_singular() -> None:
    """The summary counts in plain English."""
    assert Outcome("ko", ["a"]).summary().endswith(": 1 mistake")
    assert Outcome("ko").summary().endswith(": no mistakes")


def test_case_rows_keep_their_line(tmp_path: Path) -> None:
    """A case knows its file and line; missing trailing cells are empty; too many are a mistake."""
    file = tmp_path / "times.tsv"
    file.write_text("# cases\n\ntext\tvalue\tnote\n이날\t2024-06-13\n", encoding="utf-8")
    (case,) = load_cases(file)

    assert case.location == "times.tsv:4"
    assert case.cells == {"text": "이날", "value": "2024-06-13", "note": ""}
    file.write_text("a\nb\tc\n", encoding="utf-8")
    with pytest.raises(CaseFileError, match=r"times\.tsv:2: 2 cells"):
        load_cases(file)


def test_a_language_without_runners_has_none() -> None:
    """A folder whose runners are not written yet is checked all the same; each of its files is told."""
    assert runners_of("tlh") == Runners()


def test_marks_become_people_and_places() -> None:
    """{…} is a person, {short=full} a short form, <…> a place; the text is without marks and spans fit it."""
    page = read_marked_text("{한 회장=한가람}은 <일본>에서\n{노을빛}을 만났다.", "ko", lambda _, block: (block,))

    assert page.document.text == "한 회장은 일본에서\n노을빛을 만났다."
    assert [(page.document[mention.span], mention.person) for mention in page.people] == [
        ("한 회장", "한가람"),
        ("노을빛", "노을빛"),
    ]
    assert [page.document[place] for place in page.places] == ["일본"]
    assert [sentence.block for sentence in page.sentences] == [0, 1]
