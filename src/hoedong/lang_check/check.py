"""The check of a whole language folder: every file is loaded, every example is run, every mistake is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from typing import TypeVar

from hoedong.errors import DataFileError
from hoedong.lang.folder import data_files, language_folder
from hoedong.lang_check.case_table import load_cases
from hoedong.lang_check.runner import RuleRunner, Runners, runners_of
from hoedong.rules.lexicon_file import load_lexicon
from hoedong.rules.rule_file import Rule, load_rules

Loaded = TypeVar("Loaded")


@dataclass(slots=True)
class Outcome:
    """What a check found: the mistakes, and how much was looked at."""

    code: str
    mistakes: list[str] = field(default_factory=list)
    rules: int = 0
    examples: int = 0
    lexicons: int = 0
    cases: int = 0

    def summary(self) -> str:
        """One line for people."""
        seen = f"{self.rules} rules, {self.examples} examples, {self.lexicons} lexicons, {self.cases} cases"
        return f"{self.code}: {seen}: {len(self.mistakes) or 'no'} mistake{'' if len(self.mistakes) == 1 else 's'}"


def check_language(code: str) -> Outcome:
    """Check the data files of a language and run all of their examples.

    Raises:
        UnknownLanguage: no folder answers to the code.
    """
    language_folder(code)
    outcome = Outcome(code)
    runners = runners_of(code)
    _check_rules(outcome, runners)
    _check_lexicons(outcome)
    _check_cases(outcome, runners)
    return outcome


def _loaded(outcome: Outcome, kind: str, file: Traversable, load: Callable[[Traversable], Loaded]) -> Loaded | None:
    """Load a file; None, and its mistakes kept, when it is wrong."""
    try:
        return load(file)
    except DataFileError as error:
        outcome.mistakes += [f"{outcome.code}/{kind}/{line}" for line in str(error).splitlines()]
    except (ValueError, TypeError) as error:
        outcome.mistakes.append(f"{outcome.code}/{kind}/{file.name}: {error}")
    return None


def _check_rules(outcome: Outcome, runners: Runners) -> None:
    first: dict[str, str] = {}
    for file in data_files(outcome.code, "rules", ".toml"):
        rules = _loaded(outcome, "rules", file, load_rules) or ()
        runner = runners.rules.get(_stem(file))
        if runner is None and rules:
            outcome.mistakes.append(f"{outcome.code}/rules/{file.name}: no runner; its examples are not run")
        for rule in rules:
            location = f"{outcome.code}/rules/{rule.location}"
            if rule.id in first:
                outcome.mistakes.append(
                    f"{location}: id {rule.id!r} is taken by {first[rule.id]}; ids are never reused"
                )
            first.setdefault(rule.id, location)
            outcome.rules += 1
            outcome.examples += len(rule.match) + len(rule.reject)
            outcome.mistakes += [f"{location}: {mistake}" for mistake in _example_mistakes(rule, runner)]


def _example_mistakes(rule: Rule, runner: RuleRunner | None) -> Iterator[str]:
    if runner is None:
        return
    for examples, matches in ((rule.match, True), (rule.reject, False)):
        for example in examples:
            mistake = runner(rule, example, matches)
            if mistake is not None:
                yield f"{rule.id} {'match' if matches else 'reject'} {example['text']!r}: {mistake}"


def _check_lexicons(outcome: Outcome) -> None:
    for file in data_files(outcome.code, "lexicon", ".tsv"):
        outcome.lexicons += 1
        rows = _loaded(outcome, "lexicon", file, load_lexicon)
        if not file.read_text(encoding="utf-8").startswith("#"):
            outcome.mistakes.append(
                f"{outcome.code}/lexicon/{file.name}:1: no opening comment; say what the list is for"
            )
        if rows == ():
            outcome.mistakes.append(f"{outcome.code}/lexicon/{file.name}:1: no line but the header")


def _check_cases(outcome: Outcome, runners: Runners) -> None:
    for file in data_files(outcome.code, "cases", ".tsv"):
        cases = _loaded(outcome, "cases", file, load_cases) or ()
        outcome.cases += len(cases)
        runner = runners.cases.get(_stem(file))
        if runner is None:
            outcome.mistakes.append(f"{outcome.code}/cases/{file.name}: no runner; its cases are not run")
            continue
        for case in cases:
            mistake = runner(case.cells)
            if mistake is not None:
                outcome.mistakes.append(f"{outcome.code}/cases/{case.location}: {mistake}")


def _stem(file: Traversable) -> str:
    return file.name.rpartition(".")[0]
